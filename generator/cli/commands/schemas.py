"""Write the JSON Schemas that give text editors completion, hints and checks."""

import argparse

from generator.check.checking import faults_of_records
from generator.cli import terminal
from generator.lib.text import count
from generator.records import SCHEMAS
from generator.records.schemas import write_schemas


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the words or the documentary itself cannot be read; other faults pass."""
    dataset, problems = faults_of_records(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    made, changed = write_schemas(options.root, dataset)
    terminal.say(f"{count(made, 'schema')} in {SCHEMAS}, {changed} written")
    return 0
