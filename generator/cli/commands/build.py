"""Check the records, write the pages and build the site."""

from __future__ import annotations

import argparse

from generator.cli import terminal
from generator.site.build import build


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `build`."""
    parser.add_argument("--pages-only", action="store_true", help="write docs/ and stop before the site")
    parser.add_argument("--builder", default="mkdocs", help="the site builder (default: mkdocs)")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem; then nothing was written."""
    builder = None if options.pages_only else options.builder
    problems = build(options.root, builder, terminal.say)
    terminal.problems(problems)
    return 1 if problems else 0
