"""The first half of the flow: read the records and check them; it needs nothing that makes pages."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.analysis.captures import CAPTURES, read_captures
from generator.analysis.quotations import WORDS
from generator.analysis.releases import RELEASES, read_releases
from generator.analysis.watched import WATCHED, read_watched
from generator.check.drafts import Held, held_back, named_by_the_documentary, of_drafts, published
from generator.check.keyed import KEYED
from generator.check.proofs import settled, unproven
from generator.check.rules import check
from generator.check.rules.references import references
from generator.check.rules.walk import OF_THE_WHOLE, RULES, within
from generator.check.sensitive import exposed
from generator.evidence.article import Article
from generator.evidence.keyed import KEY
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model import Cited, Claim, Dating, Entity, Evidence, Record, Source, Word
from generator.records.problems import Problem
from generator.records.reader import LOCK, TEXTS, Keep, afresh, read_texts
from generator.records.reader import read as read_records
from generator.records.refs import Ref

_LOCKS: Mapping[str, Callable[[Path], tuple[Any, list[Problem]]]] = {
    CAPTURES: read_captures,
    RELEASES: read_releases,
    WATCHED: read_watched,
}
_OF_ONE_RECORD = [rule for rule in RULES if rule not in OF_THE_WHOLE]


def read(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """Read the documentary in `root`, with its lock as it is after a merge: in accord with the records."""
    dataset, problems = read_records(root, keep)
    return dataset and settled(dataset), problems


def _proofs(dataset: Dataset, articles: Mapping[str, Article], problems: Iterable[Problem]) -> list[Problem]:
    """What is unproven; nothing where the lock has faults itself, of which all else would come."""
    return [] if LOCK in {problem.path for problem in problems} else unproven(dataset, articles)


def faults_of_records(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """Read the documentary in `root` and check it by the rules: the dataset and every problem, sorted."""
    dataset, problems = read(root, keep)
    return dataset, sorted({*problems, *(check(dataset) if dataset else ())})


def of_readers(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """What is published of the documentary in `root`, and every problem that the rules find in it, sorted.

    Drafts and what is under embargo are left out, together with what names them.
    """
    dataset, problems = read(root, keep)
    if dataset is None:
        return None, problems
    held = held_back(dataset, problems, with_drafts=False)
    found = {*problems, *named_by_the_documentary(dataset, held)} - of_drafts(dataset, problems)
    dataset = published(dataset, held)
    return dataset, sorted({*found, *check(dataset)})


def damaged(root: Path, keep: Keep = afresh) -> list[Problem]:
    """What is wrong with the locks of releases, captures and the watch, each of which may be none."""
    return [each for path, read in _LOCKS.items() for each in keep(root / path, partial(read, root))[1]]


def checked(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """As `of_readers`, and hold every quotation against the lock and the texts at hand; look at all locks."""
    dataset, problems = of_readers(root, keep)
    problems = sorted([*problems, *damaged(root, keep)])
    if dataset is None:
        return None, problems
    articles, unreadable = read_texts(root, dataset, keep)
    exposed_names = exposed(root, dataset)
    return dataset, sorted({*problems, *unreadable, *_proofs(dataset, articles, problems), *exposed_names})


def in_drafts(root: Path, keep: Keep = afresh) -> tuple[list[Problem], Held]:
    """What is missing in what is held back, because of a draft or of an embargo, and all that is."""
    dataset, problems = faults_of_records(root, keep)
    if dataset is None:
        return [], Held()
    held = held_back(dataset, problems, with_drafts=False)
    articles, unreadable = read_texts(root, dataset, keep)
    found = {*problems, *unreadable, *_proofs(dataset, articles, problems)} if held.reasons else ()
    waiting = {dataset.files[ref].path for ref in held.reasons}
    return sorted(problem for problem in found if problem.path in waiting), held


@dataclass(frozen=True)
class Sound:
    """A dataset in which no problem was found, by which a later one is checked where it differs."""

    dataset: Dataset
    texts: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each text that was at hand, by the name of its file."""
    named: Mapping[Ref, frozenset[Ref]] = field(default_factory=dict)
    """The records that each record names."""
    held: Held = field(default_factory=Held)
    """What is held back: it is no part of the dataset."""
    keyed: str = ""
    """The SHA-256 of the file of keyed texts; empty without their key."""


def checked_since(
    sound: Sound | None,
    root: Path,
    keep: Keep,
    digest: Callable[[Path], str],
    *,
    with_drafts: bool = False,
) -> tuple[Sound | None, list[Problem]]:
    """As `checked`, looking again only at what differs from `sound`; `digest` gives the SHA-256 of a file.

    With drafts, those without faults are shown, though their quotations may not be verified yet.

    Most rules judge a record by itself and the records it names: these look at the records that differ and at
    those that name one of them. The others, and the proofs, look at the whole dataset where anything differs
    that they go by.
    """
    dataset, problems = read(root, keep)
    problems = sorted([*problems, *damaged(root, keep)])
    if dataset is None:
        return None, problems
    held = held_back(dataset, problems, with_drafts=with_drafts)
    problems = [*problems, *named_by_the_documentary(dataset, held), *exposed(root, dataset)]
    dataset = published(dataset, held)
    texts = {path.name: digest(path) for path in sorted((root / TEXTS).glob("*.txt"))}
    differ = differing(sound.dataset if sound else None, dataset)
    named = _named(sound, dataset, differ)
    found = {*problems, *_broken(sound, dataset, differ, named)}
    if sound is None or sound.texts != texts or not _as_proven(sound.dataset, dataset, differ):
        articles, unreadable = read_texts(root, dataset, keep)
        found |= {*unreadable, *_proofs(dataset, articles, problems)}
    found -= of_drafts(dataset, found)
    keyed = digest(root / KEYED) if os.environ.get(KEY) else ""
    return (None, sorted(found)) if found else (Sound(dataset, texts, named, held, keyed), [])


def differing(before: Dataset | None, after: Dataset) -> set[Ref]:
    """The records that came, went or changed between two readings; those with faults of their own too."""
    if before is None:
        return set(after.records)
    changed = {ref for ref, record in after.records.items() if before.records.get(ref) is not record}
    changed |= {ref for ref in after.media if _files_of(before, ref) != _files_of(after, ref)}
    return changed | (before.records.keys() - after.records.keys()) | (before.known ^ after.known)


def _files_of(dataset: Dataset, ref: Ref) -> object:
    """What is known of the files that a medium names."""
    record = dataset.media.get(ref)
    return [dataset.media_files.get(path) for path in record.files.values()] if record else None


def _named(sound: Sound | None, dataset: Dataset, differ: Collection[Ref]) -> dict[Ref, frozenset[Ref]]:
    found: dict[Ref, set[Ref]] = {ref: set() for ref in differ if ref in dataset.records}
    for ref, _, target in references(focused(dataset, found)):
        if ref in found:  # the documentary's own references are looked at anyway
            found[ref].add(target)
    kept = sound.named if sound else {}
    return {ref: named for ref, named in kept.items() if ref in dataset.records} | {
        ref: frozenset(named) for ref, named in found.items()
    }


def _broken(
    sound: Sound | None, dataset: Dataset, differ: Collection[Ref], named: Mapping[Ref, frozenset[Ref]]
) -> Iterable[Problem]:
    """What the rules find."""
    if sound is None or sound.dataset.words != dataset.words:
        return check(dataset)
    near = {ref for ref, names in named.items() if not names.isdisjoint(differ)}
    few = focused(dataset, {*differ, *near, *dataset.unsound})
    faults = [fault for rule in _OF_ONE_RECORD for fault in rule(few)]
    if _seen(sound.dataset, differ, _for_rules) != _seen(dataset, differ, _for_rules):
        faults += [fault for rule in OF_THE_WHOLE for fault in rule(dataset)]
    return {dataset.problem(fault) for fault in faults}


def _as_proven(before: Dataset, after: Dataset, differ: Collection[Ref]) -> bool:
    """Whether all that proofs go by is as it was when every quotation was proven."""
    if before.lock is not after.lock:
        return False
    return _seen(before, differ, _for_proofs) == _seen(after, differ, _for_proofs)


def _seen(dataset: Dataset, refs: Iterable[Ref], look: Callable[[Record], object]) -> list[object]:
    """What is seen of some records, and of the documentary's own, in one look; and the glossary."""
    records = dataset.records
    found = [(ref, ref in dataset.known, look(records[ref]) if ref in records else None) for ref in refs]
    return [found, look(dataset.documentary), dataset.glossary]


def _for_rules(record: Record) -> object:
    """What rules on the whole dataset see of a record."""
    names = (record.name_, record.names) if isinstance(record, Entity) else getattr(record, "text", ())
    place = getattr(record, "order", 0)
    quoted = _for_proofs(record), within(record, Cited)
    named = within(record, Ref), within(record, Word), within(record, Dating), names
    return named, quoted, record.formerly, place


def _for_proofs(record: Record) -> object:
    """What the proof of quotations sees of a record."""
    if isinstance(record, Source):
        return record
    names = record.names if isinstance(record, Entity) else ()
    statements = record.assertions if isinstance(record, Claim) else []
    said = [(a.id, *(getattr(a, field) for field in WORDS)) for a in statements]
    answered = [answer.question for answer in record.answers] if isinstance(record, Claim) else []
    return within(record, Evidence), record.quoting, names, said, answered


class Few(Mapping[Ref, Any]):
    """All records of some kinds to look up, of which only `few` are walked over."""

    def __init__(self, every: Mapping[Ref, Record], few: Collection[Ref], kinds: Collection[str]) -> None:
        self._every = every
        self._few = [ref for ref in few if ref.kind in kinds and ref in every]
        self._kinds = kinds

    def of_kinds(self, kinds: Collection[str]) -> "Few":
        """Those of some of these kinds."""
        return Few(self._every, self._few, kinds)

    def __getitem__(self, ref: Ref) -> Any:
        if ref.kind not in self._kinds:
            raise KeyError(ref)
        return self._every[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._few)

    def __len__(self) -> int:
        return len(self._few)


def focused(whole: Dataset, few: Collection[Ref]) -> Dataset:
    """The dataset `whole` with the focus on the records `few`."""
    unsound = {ref: sound for ref, sound in whole.unsound.items() if ref in few}
    return replace(whole, records=Few(whole.records, few, tuple(KINDS)), unsound=unsound)
