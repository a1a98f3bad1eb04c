"""Edit records in a browser on this machine (Chromium, Chrome or Edge; needs npm once)."""

import argparse
import json
from pathlib import Path

from generator.check.checking import faults_of_records
from generator.cli import terminal
from generator.cli.commands.options import port
from generator.editing.admin.server import server

FOLDER = "build/admin"
PACKAGES = {
    "@sveltia/cms@0.221.1": (
        "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
    ),
    "@fontsource-variable/material-symbols-outlined@5.3.7": (
        "sha512-d6kLamaMdad40AYoyJEBgCH63fRLklC7GW7bgb7WWbPh/UzuW483Dlyfmn3vxpiNsHLIMBOcYYkZDtOC9Y3MUA=="
    ),
}
"""The forms, and the font of their signs, each with the digest of the package that npm is to have loaded."""
_INSTALLED = f"{FOLDER}/node_modules/.package-lock.json"
"""Where npm writes down the digests of what it has installed."""
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
    if others := _others(options.root):
        terminal.warn(
            f"{', '.join(others)}: not the package that this program knows; remove {FOLDER} and run"
        )
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


def _others(root: Path) -> list[str]:
    """The packages that were installed with another content than the known one, or from who knows where."""
    try:
        found = json.loads((root / _INSTALLED).read_text(encoding="utf-8"))["packages"]
        return [
            package
            for package, digest in PACKAGES.items()
            if found[f"node_modules/{package.rpartition('@')[0]}"]["integrity"] != digest
        ]
    except (OSError, ValueError, LookupError, TypeError):
        return list(PACKAGES)


def install_command(root: Path) -> str:
    """The command that installs the CMS where this command looks for it."""
    return f"npm install --ignore-scripts --no-save --prefix {root / FOLDER} {' '.join(PACKAGES)}"
