"""The claims narrowed to some of their statements: to those made by a day, or not from some origin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from generator.analysis.origins import ASSERTING, SAME_WORDS, origin
from generator.analysis.time_order import said
from generator.lib.dates import Day, Edtf
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim
from generator.records.refs import Ref

_LOOKED_UP = ("sources", "people", "organizations", "events", "relations_to")
"""What is looked up of the others to tell how a claim stands."""


def narrowed(dataset: Dataset, claims: Iterable[Ref], keeps: Callable[[Assertion], bool]) -> Dataset:
    """The dataset with these claims alone, each with the statements that `keeps` holds for."""
    view = replace(dataset)
    view.__dict__.update({name: getattr(dataset, name) for name in _LOOKED_UP})
    view.__dict__["claims"] = {
        ref: claim.model_copy(update={"assertions": [a for a in claim.assertions if keeps(a)]})
        for ref, claim in ((ref, dataset.claims[ref]) for ref in claims)
    }
    return view


def came_out(dataset: Dataset, assertion: Assertion) -> Edtf | None:
    """When a statement was made; where no source says so, when the words of its article first came out."""
    if found := said(dataset, assertion):
        return found.edtf
    source = dataset.sources.get(assertion.source) if assertion.source else None
    if source is None:
        return None
    first = [
        d.stub.published.edtf
        for d in source.derivation
        if d.relation in SAME_WORDS and d.stub and d.stub.published
    ]
    own = [source.published.edtf] if source.published else []
    return min([*first, *own], key=lambda edtf: edtf.anchor or Day(9999, 12, 31), default=None)


def as_of(dataset: Dataset, claims: Iterable[Ref], day: Day) -> Dataset:
    """The dataset with these claims alone, each with the statements that had been made by the end of `day`.

    A statement without a date counts on no day.
    """

    def keeps(assertion: Assertion) -> bool:
        made = came_out(dataset, assertion)
        return made is not None and made.anchor is not None and made.anchor <= day

    return narrowed(dataset, claims, keeps)


def behind(dataset: Dataset, assertion: Assertion) -> list[Ref]:
    """Who can be taken away so that the statement goes: its source, who published that, its speaker."""
    source = dataset.sources.get(assertion.source) if assertion.source else None
    found = [assertion.source, source.publisher if source else None, assertion.speaker_ref]
    return list(dict.fromkeys(ref for ref in found if ref))


def without(dataset: Dataset, claims: Iterable[Ref], away: Collection[Ref]) -> Dataset:
    """The dataset with these claims alone, without the statements that any of `away` is behind."""
    return narrowed(dataset, claims, lambda a: not any(ref in away for ref in behind(dataset, a)))


def alone(dataset: Dataset, claim: Claim) -> list[Ref]:
    """Those without each of whom no independent origin of the claim would be left; empty: it has none, or
    there is none such.
    """
    every = [
        behind(dataset, a)
        for a in claim.assertions
        if a.stance in ASSERTING and origin(dataset, claim, a).determined
    ]
    return [ref for ref in every[0] if all(ref in others for others in every)] if every else []
