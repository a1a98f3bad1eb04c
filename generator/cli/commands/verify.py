"""Compare every quotation with the articles' texts and lock the result (needs sources/texts/)."""

import argparse
from pathlib import Path

from generator.check.keyed import KEYED, keyed_anew
from generator.check.proofs import proven
from generator.cli import terminal
from generator.lib.files import write
from generator.lib.text import count
from generator.records.reader import LOCK, TEXTS, read, read_texts


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a quotation does not stand in its source; the lock then stays as it was."""
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    of_records = {file.path for file in dataset.files.values()} | {LOCK}
    articles, unreadable = read_texts(options.root, dataset)
    keyed, unfit = keyed_anew(options.root, dataset, articles)
    problems = [*unreadable, *unfit, *(problem for problem in problems if problem.path not in of_records)]
    if not articles and not problems:
        terminal.warn(f"{TEXTS}/ holds no text of a source: nothing can be compared")
        return 1
    proof = proven(dataset, articles)
    terminal.warnings(proof.warnings)
    if problems or proof.problems:
        terminal.problems(sorted([*problems, *proof.problems]))
        return 1
    if proof.unseen:
        why = ", ".join(sorted({problem.message for problem in proof.unseen}))
        terminal.warn(f"{count(len(proof.unseen), 'quotation')} not verified: {why}")
    faulty = [str(ref) for ref in sorted(dataset.known - dataset.records.keys())]
    if faulty:
        terminal.warn(f"left as it was, with faults that “check” tells: {', '.join(faulty)}")
    lock = proof.lock
    text = lock.to_json().encode()
    path = options.root / LOCK
    changed = _write_changed(path, text)
    made = keyed.to_json().encode()
    if keyed.texts and _write_changed(options.root / KEYED, made):
        terminal.say(f"keyed runs of {count(len(keyed.texts), 'text')} written to {KEYED}")
    state = "written" if changed else "unchanged"
    kept = sum(
        entry.source not in articles or address.partition("/")[0] in faulty
        for address, entry in lock.entries.items()
    )
    verified, texts = count(len(lock.entries) - kept, "quotation"), count(len(articles), "text")
    before = f", {kept} as verified before" if kept else ""
    terminal.say(f"{verified} verified in {texts}{before}, lock {state}")
    return 0


def _write_changed(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    write(path, data)
    return True
