"""Compare every quotation with the articles' texts and lock the result (needs sources/texts/)."""

import argparse

from generator.check.checking import faults_of_records
from generator.check.proofs import proven
from generator.cli import terminal
from generator.lib.files import write
from generator.lib.text import count
from generator.records.reader import LOCK, read_texts


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a quotation does not stand in its source; the lock then stays as it was."""
    dataset, problems = faults_of_records(options.root)
    problems = [problem for problem in problems if problem.path != LOCK]  # it is written anew
    if dataset is None or problems:
        terminal.problems(problems)
        return 1
    articles, problems = read_texts(options.root, dataset)
    lock, faults, warnings = proven(dataset, articles)
    terminal.warnings(warnings)
    if problems or faults:
        terminal.problems(sorted([*problems, *faults]))
        return 1
    text = lock.to_json().encode()
    path = options.root / LOCK
    changed = not path.is_file() or path.read_bytes() != text
    if changed:
        write(path, text)
    state = "written" if changed else "unchanged"
    verified, texts = count(len(lock.entries), "quotation"), count(len(lock.sources), "text")
    terminal.say(f"{verified} verified in {texts}, lock {state}")
    return 0
