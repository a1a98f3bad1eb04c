"""Lay records out in one way: order of fields, indentation, quotation marks, width; comments stay."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.editing.format import laid_out, record_files
from generator.lib.files import change
from generator.lib.text import count
from generator.records.problems import Problem


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `fmt`."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="records (default: all)")
    parser.add_argument("--check", action="store_true", help="only tell which files would change")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a file cannot be laid out; with `--check` also where one would change."""
    files = options.files or list(record_files(options.root))
    changes: dict[Path, tuple[bytes | None, bytes | None]] = {}
    problems: list[Problem] = []
    for path in files:
        made, found = laid_out(options.root, path)
        problems += found
        changes |= made
    terminal.problems(sorted(problems))
    if problems:
        return 1
    if not options.check:
        change(options.root, changes)
        terminal.say(f"{count(len(changes), 'file')} of {len(files)} changed")
        return 0
    for path in changes:
        terminal.say(f"{path}: would change")
    terminal.say(f"{count(len(changes), 'file')} of {len(files)} would change")
    return 1 if changes else 0
