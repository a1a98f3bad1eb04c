"""What of the records is not published yet: drafts, what is under embargo, and whatever names one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.check.rules import check
from generator.check.rules.references import references
from generator.lib.dates import today
from generator.records.dataset import Dataset, Fault
from generator.records.problems import Problem
from generator.records.reader import THE_DOCUMENTARY
from generator.records.refs import Ref


@dataclass(frozen=True)
class Held:
    """The records that are held back, each with the reason, in an editor's words."""

    reasons: Mapping[Ref, str] = field(default_factory=dict)
    until: str = ""
    """The first day on which an embargo ends; empty: there is none."""
    waiting: frozenset[Ref] = frozenset()
    """What is shown all the same, to editors."""


def held_back(dataset: Dataset, problems: Iterable[Problem], *, with_drafts: bool) -> Held:
    """What is held back of `dataset`, in which reading found `problems`.

    With drafts, as an editor sees them, only those with faults are, and nothing is under embargo.
    """
    day = today()
    days = {ref: record.embargo for ref, record in dataset.records.items() if record.embargo}
    ahead = {ref: until for ref, until in days.items() if until > day}
    if not ahead and not dataset.drafts:
        return Held()
    until = min(ahead.values(), default="")
    if with_drafts:
        faulty = _faulty(dataset, problems)
        return Held(faulty, until, (dataset.drafts | ahead.keys()) - faulty.keys())
    own = dict.fromkeys(sorted(dataset.drafts), "a draft")
    own |= {ref: f"under embargo until {last}" for ref, last in ahead.items() if ref not in own}
    return Held(_with_what_names(dataset, own), until)


def _faulty(dataset: Dataset, problems: Iterable[Problem]) -> dict[Ref, str]:
    """The drafts with faults, and what names them."""
    faulty: set[Ref] = set()
    reasons: dict[Ref, str] = {}
    more = _of_drafts(dataset, [*problems, *check(dataset)])
    while more:
        faulty |= more
        reasons = _with_what_names(dataset, dict.fromkeys(sorted(faulty), "a draft with faults"))
        more = _of_drafts(dataset, check(published(dataset, Held(reasons)))) - reasons.keys()
    return reasons


def published(dataset: Dataset, held: Held) -> Dataset:
    """The dataset without what is held back; its ids stay known, so that nothing else is missed."""
    if held.reasons:
        records = {ref: record for ref, record in dataset.records.items() if ref not in held.reasons}
        unsound = {ref: sound for ref, sound in dataset.unsound.items() if ref not in held.reasons}
        dataset = replace(dataset, records=records, unsound=unsound, held=frozenset(held.reasons))
    return replace(dataset, waiting=held.waiting) if held.waiting else dataset


def named_by_the_documentary(dataset: Dataset, held: Held) -> list[Problem]:
    """Where the documentary itself or its glossary names what is held back, or it says that it is a draft."""
    found = references(replace(dataset, records={}, unsound={})) if held.reasons else ()
    own = [field for field in ("draft", "embargo", "sensitive") if getattr(dataset.documentary, field)]
    whole = "the documentary as a whole cannot be held back"
    hint = "name another record here, or finish what is not finished"
    return [
        dataset.problem(Fault(THE_DOCUMENTARY, (field,), whole, "write it in the records")) for field in own
    ] + [
        dataset.problem(Fault(ref, path, f"{target} is left out of the site: {held.reasons[target]}", hint))
        for ref, path, target in found
        if target in held.reasons
    ]


def of_drafts(dataset: Dataset, problems: Iterable[Problem]) -> set[Problem]:
    """Those of `problems` that stand in a draft: it is not finished, which is no mistake."""
    files = {dataset.files[ref].path for ref in dataset.drafts}
    return {problem for problem in problems if problem.path in files}


def _of_drafts(dataset: Dataset, problems: Iterable[Problem]) -> set[Ref]:
    paths = {problem.path for problem in problems}
    return {ref for ref in dataset.drafts if dataset.files[ref].path in paths}


def _with_what_names(dataset: Dataset, own: Mapping[Ref, str]) -> dict[Ref, str]:
    """The records `own`, and those that name one of them, by way of others too."""
    if not own:
        return {}
    named_by: dict[Ref, list[Ref]] = defaultdict(list)
    for ref, _, target in references(dataset):
        named_by[target].append(ref)
    found, waiting = dict(own), list(own)
    while waiting:
        target = waiting.pop()
        for ref in sorted(named_by[target]):
            if ref not in found and ref in dataset.records:
                found[ref] = f"it names {target}, {own[target]}" if target in own else f"it names {target}"
                waiting.append(ref)
    return found
