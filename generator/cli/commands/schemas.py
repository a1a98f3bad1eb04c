"""Write the JSON Schemas that give text editors completion, hints and checks."""

from __future__ import annotations

import argparse

from generator.check.checking import faults_of_records
from generator.cli import terminal
from generator.lib.text import count
from generator.records.schemas import FOLDER
from generator.site.update import write_schemas


def arguments(parser: argparse.ArgumentParser) -> None:
    """Schemas has no options."""


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the words or the documentary itself cannot be read; other faults pass."""
    dataset, problems = faults_of_records(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    made, changed = write_schemas(options.root, dataset)
    terminal.say(f"{count(made, 'schema')} in {FOLDER}, {changed} written")
    return 0
