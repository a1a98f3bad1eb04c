"""The checks of the records, made anew only where an edit may change what they find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from generator.check.proofs import unproven
from generator.check.rules import OF_THE_WHOLE, RULES
from generator.check.rules.focus import Focused
from generator.check.rules.references import references
from generator.check.rules.walk import within
from generator.evidence.article import Article
from generator.records.dataset import Dataset, Fault
from generator.records.model import Claim, Entity, Evidence, Record, Source, Word
from generator.records.problems import Problem
from generator.records.reader import read, read_texts
from generator.records.refs import Ref
from generator.site.live.files import KeptFiles
from generator.site.live.folders import KeptFolders

_OF_ONE_RECORD = [rule for rule in RULES if rule not in OF_THE_WHOLE]


class LiveRules:
    """What the rules find in an archive that changes.

    Most rules judge a record by itself and the records it names. These look at the records that changed, at
    those that name one of them, and at those that had faults. The others look at the whole archive, when
    there is a change in what they go by.
    """

    def __init__(self) -> None:
        self._archive: Dataset | None = None
        self._named: dict[Ref, set[Ref]] = {}
        self._naming: dict[Ref, set[Ref]] = defaultdict(set)
        self._faults: dict[Ref, list[Fault]] = {}
        self._of_the_whole: list[Fault] = []

    def check(self, dataset: Dataset) -> list[Problem]:
        """As `generator.check.rules.check`."""
        before, self._archive = self._archive, dataset
        changed = differing(before, dataset)
        self._take_references(dataset, changed)
        near = {user for ref in changed for user in self._naming.get(ref, ())}
        if before is None or before.words != dataset.words:
            self._check_each(dataset, dataset.records.keys())
            self._check_whole(dataset)
        else:
            self._check_each(dataset, changed | near | self._faults.keys())
            if _seen(before, changed, _for_rules) != _seen(dataset, changed, _for_rules):
                self._check_whole(dataset)
        found = [*self._of_the_whole, *(fault for faults in self._faults.values() for fault in faults)]
        return sorted({dataset.problem(fault) for fault in found})

    def _check_whole(self, dataset: Dataset) -> None:
        self._of_the_whole = [fault for rule in RULES if rule in OF_THE_WHOLE for fault in rule(dataset)]

    def _check_each(self, dataset: Dataset, refs: Collection[Ref]) -> None:
        focused = Focused(dataset, refs)
        faults: dict[Ref, list[Fault]] = defaultdict(list)
        for rule in _OF_ONE_RECORD:
            for fault in rule(focused):
                faults[fault.ref].append(fault)
        kept = {ref: found for ref, found in self._faults.items() if ref not in refs}
        self._faults = kept | faults

    def _take_references(self, dataset: Dataset, changed: Iterable[Ref]) -> None:
        for ref in changed:
            for target in self._named.pop(ref, ()):
                self._naming[target].discard(ref)
        for ref, _, target in references(Focused(dataset, set(changed))):
            self._named.setdefault(ref, set()).add(target)
            self._naming[target].add(ref)


class LiveChecks:
    """As `generator.check.checking.checked`, for a documentary that changes; `root` is its folder."""

    def __init__(self, root: Path, keep: KeptFiles) -> None:
        self._root = root
        self._keep = keep
        self._folders = KeptFolders()
        self._rules = LiveRules()
        self._proven: tuple[Dataset, Mapping[str, Article]] | None = None

    def suspect(self, paths: Collection[Path]) -> None:
        """Read these files again: they are known to be written."""
        self._keep.suspect(paths)
        self._folders.suspect(paths)

    def checked(self) -> tuple[Dataset | None, list[Problem]]:
        """Read the records and check them."""
        dataset, problems = read(self._root, self._keep, self._folders)
        if dataset is None:
            return None, problems
        articles, unreadable = read_texts(self._root, dataset, self._keep)
        found = {*problems, *self._rules.check(dataset), *unreadable, *self._unproven(dataset, articles)}
        return dataset, sorted(found)

    def _unproven(self, dataset: Dataset, articles: Mapping[str, Article]) -> list[Problem]:
        if self._proven is not None and _as_proven(self._proven, dataset, articles):
            self._proven = dataset, articles
            return []
        found = unproven(dataset, articles)
        self._proven = None if found else (dataset, articles)
        return found


def _as_proven(
    proven: tuple[Dataset, Mapping[str, Article]], dataset: Dataset, articles: Mapping[str, Article]
) -> bool:
    """Whether all that proofs go by is as it was when every quotation was proven."""
    before, texts = proven
    changed = differing(before, dataset)
    if before.lock is not dataset.lock or texts != articles:
        return False
    return _seen(before, changed, _for_proofs) == _seen(dataset, changed, _for_proofs)


def differing(before: Dataset | None, after: Dataset) -> set[Ref]:
    """The records that came, went or changed between two readings; those with faults of their own too."""
    if before is None:
        return set(after.records)
    changed = {ref for ref, record in after.records.items() if before.records.get(ref) is not record}
    return changed | (before.records.keys() - after.records.keys()) | (before.known ^ after.known)


def _seen(dataset: Dataset, refs: Iterable[Ref], look: Callable[[Record], object]) -> list[object]:
    """What is seen of some records, and of the documentary's own, in one look."""
    records = dataset.records
    found = [(ref, ref in dataset.known, look(records[ref]) if ref in records else None) for ref in refs]
    return [found, look(dataset.documentary)]


def _for_rules(record: Record) -> object:
    """What rules on the whole archive see of a record."""
    names = (record.name_, record.names) if isinstance(record, Entity) else ()
    return within(record, Ref), within(record, Word), names, record.formerly


def _for_proofs(record: Record) -> object:
    """What the proof of quotations sees of a record."""
    if isinstance(record, Source):
        return record
    names = record.names if isinstance(record, Entity) else ()
    said = [(a.id, a.as_named) for a in record.assertions] if isinstance(record, Claim) else []
    answered = [answer.question for answer in record.answers] if isinstance(record, Claim) else []
    return within(record, Evidence), record.quoting, names, said, answered
