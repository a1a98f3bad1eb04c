"""Show a record with everything computed about it: standing, origins, what points here, gaps."""

import argparse
import json

from generator.check.checking import faults_of_records
from generator.check.rules.references import likely
from generator.cli import terminal
from generator.cli.commands.options import reference
from generator.editing.show import shown
from generator.records.document import written


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `show`."""
    parser.add_argument("record", metavar="KIND:ID", help="the record, such as person:anna-berg")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is no such record, or it cannot be read; other problems only warn."""
    ref = reference(options.record)
    dataset, problems = faults_of_records(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    if ref in dataset.known - dataset.records.keys():
        terminal.problems([problem for problem in problems if problem.path == dataset.files[ref].path])
        return 1
    if ref not in dataset.records:
        hint = likely(ref, dataset.known)
        terminal.warn(f"there is no {ref.kind} “{ref.id}”" + (f": {hint}" if hint else ""))
        return 1
    found = shown(dataset, ref)
    if problems:
        terminal.warn("the records have problems: what is computed may be wrong until `check` passes")
    terminal.say(json.dumps(found, ensure_ascii=False, indent=2) if options.json else written(found).rstrip())
    return 0
