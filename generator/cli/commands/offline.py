"""Pack the built site into a ZIP that is read without a server."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.lib.files import write
from generator.records.problems import Problem
from generator.site.builder import site_folder
from generator.site.finish.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `offline`."""
    parser.add_argument(
        "--to", type=Path, default=Path("build/documentary.zip"), help="the ZIP (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the site is not built."""
    site = site_folder(options.root)
    if not (site / "index.html").is_file():
        terminal.problems([Problem(site.name, message="there is no built site", hint="run “build” first")])
        return 1
    goal = options.root / options.to
    write(goal, offline(site))
    terminal.say(f"packed into {goal}: unpack it and open index.html")
    return 0
