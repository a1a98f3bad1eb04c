"""Edit records in a browser on this machine (Chromium, Chrome or Edge; needs npm once)."""

import argparse
from pathlib import Path

from generator.check.checking import faults_of_records
from generator.cli import terminal
from generator.cli.commands.options import port
from generator.editing.admin.server import server

FOLDER = "build/admin"
PACKAGES = ("@sveltia/cms@0.221.1", "@fontsource-variable/material-symbols-outlined@5.3.7")
"""The forms, and the font of their signs."""
SCRIPT = f"{FOLDER}/node_modules/@sveltia/cms/dist/sveltia-cms.js"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `admin`."""
    parser.add_argument("--port", type=port, default=8001, help="port on 127.0.0.1 (default: 8001)")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; exit status 1 where the documentary cannot be read or the CMS is missing."""
    dataset, problems = faults_of_records(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    script: Path = options.root / SCRIPT
    if not script.is_file():
        terminal.warn("the forms are those of Sveltia CMS, which is not installed yet; install it here with")
        terminal.warn(f"    {install_command(options.root)}")
        return 1
    with server(options.root, script, options.port) as running:
        terminal.say(f"the forms are at http://127.0.0.1:{running.server_port}/ (Ctrl+C ends)")
        terminal.say(f"choose “Work with Local Repository” and open {options.root.resolve()}")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            terminal.say("")
    return 0


def install_command(root: Path) -> str:
    """The command that installs the CMS where this command looks for it."""
    return f"npm install --ignore-scripts --no-save --prefix {root / FOLDER} {' '.join(PACKAGES)}"
