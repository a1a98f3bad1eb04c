"""Check every record and report all problems at once; writes nothing."""

from __future__ import annotations

import argparse

from generator.analysis.release import read_releases, warnings
from generator.check.checking import checked
from generator.cli import terminal
from generator.lib.files import unfinished
from generator.lib.text import count


def arguments(parser: argparse.ArgumentParser) -> None:
    """Check has no options."""


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem; warnings are no problem."""
    if changes := unfinished(options.root):
        files = count(len(changes), "file")
        terminal.warn(
            f"a run was killed while it changed {files}: “fmt”, or any command that writes, finishes it"
        )
    dataset, problems = checked(options.root)
    released, damaged = read_releases(options.root)
    problems = sorted([*problems, *damaged])
    terminal.problems(problems)
    if dataset is None:
        return 1
    terminal.warnings(warnings(dataset, released))
    if problems:
        return 1
    terminal.say(f"{count(len(dataset.records), 'record')} checked, no problem")
    return 0
