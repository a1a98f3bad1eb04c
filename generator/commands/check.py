"""Check every record and report all problems at once; writes nothing."""

from __future__ import annotations

import argparse

from generator import terminal
from generator.build import checked
from generator.text import count


def arguments(parser: argparse.ArgumentParser) -> None:
    """Check has no options."""


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem."""
    archive, problems = checked(options.root)
    terminal.problems(problems)
    if archive is None or problems:
        return 1
    terminal.say(f"{count(len(archive.records), 'record')} checked, no problem")
    return 0
