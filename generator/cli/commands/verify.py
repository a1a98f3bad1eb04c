"""Compare every quotation with the articles' texts and lock the result (needs sources/texts/)."""

import argparse
from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import Path

from generator.analysis import captures, releases, watched
from generator.check.checking import read
from generator.check.drafts import of_drafts
from generator.check.keyed import KEYED, keyed_anew
from generator.check.proofs import proven
from generator.cli import terminal
from generator.editing.sharing import share
from generator.lib.files import change
from generator.lib.lines import LinesError
from generator.lib.refused import RefusedError
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.kinds import DOCUMENTARY
from generator.records.problems import Problem
from generator.records.reader import LOCK, TEXTS, read_texts
from generator.records.refs import Ref


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `verify`."""
    parser.add_argument(
        "--shared",
        action="store_true",
        help=f"first exchange texts with the place that “shared_texts” in {DOCUMENTARY} names",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a quotation does not stand in its source; the lock then stays as it was."""
    before = {path: _bytes(path) for path in (options.root / LOCK, options.root / KEYED)}
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    if options.shared:
        _exchange(options.root, dataset)
    of_records = {file.path for file in dataset.files.values()} | {LOCK}
    articles, unreadable = read_texts(options.root, dataset)
    keyed, unfit = keyed_anew(options.root, dataset, articles)
    problems = [*unreadable, *unfit, *(problem for problem in problems if problem.path not in of_records)]
    if not articles and not problems and dataset.lock is None:
        terminal.warn(f"nothing can be compared: {_why_nothing(options.root, dataset)}")
        return 1
    proof = proven(dataset, articles)
    terminal.warnings(proof.warnings)
    unfinished = of_drafts(dataset, proof.problems)
    if problems := [*problems, *(each for each in proof.problems if each not in unfinished)]:
        terminal.problems(sorted(problems))
        return 1
    if proof.unseen:
        why = ", ".join(sorted({problem.message for problem in proof.unseen}))
        terminal.warn(f"{count(len(proof.unseen), 'quotation')} not verified: {why}")
    unread = dataset.known - dataset.records.keys()
    _tell_left(dataset, unread, unfinished)
    _put_in_order(options.root, dataset)
    lock = proof.lock
    texts = {options.root / LOCK: lock.to_lines().encode()}
    if keyed.texts:
        texts[options.root / KEYED] = keyed.to_json().encode()
    changed = {path: (before[path], text) for path, text in texts.items() if text != before[path]}
    change(options.root, changed)
    if options.root / KEYED in changed:
        terminal.say(f"keyed runs of {count(len(keyed.texts), 'text')} written to {KEYED}")
    state = "written" if options.root / LOCK in changed else "unchanged"
    left = set(map(str, unread))
    kept = sum(
        entry.source not in articles or address.partition("/")[0] in left
        for address, entry in lock.entries.items()
    )
    verified, read_in = count(len(lock.entries) - kept, "quotation"), count(len(articles), "text")
    as_before = f", {kept} as verified before" if kept else ""
    terminal.say(f"{verified} verified in {read_in}{as_before}, lock {state}")
    held = {ref.id: source for ref, source in dataset.sources.items() if ref.id in articles}
    recognised = sorted(ident for ident, source in held.items() if source.capture.ocr)
    if recognised:
        terminal.say(f"text recognition made {', '.join(recognised)}: it can misread letters")
    return 0


def _tell_left(dataset: Dataset, unread: Set[Ref], unfinished: Iterable[Problem]) -> None:
    """Name the records that stay as they are for their faults, and count the drafts to finish."""
    if faulty := ", ".join(map(str, sorted(unread - dataset.drafts))):
        terminal.warn(f"left as it was, with faults that “check” tells: {faulty}")
    places = {problem.path for problem in unfinished}
    if drafts := [ref for ref in dataset.drafts if ref in unread or dataset.files[ref].path in places]:
        terminal.say(f"{count(len(drafts), 'draft')} to finish: “check” tells what is missing")


def _why_nothing(root: Path, dataset: Dataset) -> str:
    unfinished = [
        ref.id
        for ref in sorted(dataset.known - dataset.records.keys())
        if ref.kind == "source" and (root / TEXTS / f"{ref.id}.txt").is_file()
    ]
    if unfinished:
        return f"“check” tells what the record of {', '.join(unfinished)} lacks"
    shared = "; “verify --shared” takes them from other editors" if dataset.documentary.shared_texts else ""
    return f"{TEXTS}/ holds no text of a source{shared}"


def _exchange(root: Path, dataset: Dataset) -> None:
    place = dataset.documentary.shared_texts
    if place is None:
        raise RefusedError(f"write in {DOCUMENTARY} where you share texts: shared_texts: ../texts")
    found = share(root, place, [ref.id for ref in dataset.known if ref.kind == "source"])
    for ident in found.differing:
        terminal.warn(f"warning: {TEXTS}/{ident}.txt differs from the text in {place}: both stay")
    taken, given = count(len(found.taken), "text"), count(len(found.given), "text")
    terminal.say(f"{taken} taken from {place}, {given} put there")


def _put_in_order(root: Path, dataset: Dataset) -> None:
    """Write the other locks as their programs write them; what a merge has left twice goes."""

    def released(text: str) -> str:
        return releases.to_lines(releases.settled(releases.from_lines(text), dataset))

    def captured(text: str) -> str:
        return captures.to_lines(captures.from_lines(text))

    def of_watch(text: str) -> str:
        return watched.to_lines(watched.from_lines(text))

    locks = (captures.CAPTURES, captured), (releases.RELEASES, released), (watched.WATCHED, of_watch)
    for where, in_order in locks:
        with suppress(LinesError, OSError, UnicodeError):  # “check” tells what is wrong with it
            there = (root / where).read_bytes()
            made = in_order(there.decode()).encode()
            if made != there:
                change(root, {root / where: (there, made)})
                terminal.say(f"{where} put in order")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
