"""Build the site and pack it into a ZIP that is read without a server."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.build import built
from generator.lib.files import write
from generator.site.builder import site_folder
from generator.site.finish.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `offline`."""
    parser.add_argument(
        "--to", type=Path, default=Path("build/documentary.zip"), help="the ZIP (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the site cannot be brought up to date, as `build`."""
    if status := built(options.root.absolute()):
        return status
    goal = options.root / options.to
    write(goal, offline(site_folder(options.root)))
    terminal.say(f"packed into {goal}: unpack it and open index.html")
    return 0
