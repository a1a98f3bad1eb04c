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


def narrowed(dataset: Dataset, claims: Iterable[Ref], keeps: Callable[[Claim, Assertion], bool]) -> Dataset:
    """The dataset with these claims alone, each with the statements that `keeps` holds for."""
    view = replace(dataset)
    view.__dict__.update({name: getattr(dataset, name) for name in _LOOKED_UP})
    view.__dict__["claims"] = {
        ref: claim.model_copy(update={"assertions": [a for a in claim.assertions if keeps(claim, a)]})
        for ref, claim in ((ref, dataset.claims[ref]) for ref in claims)
    }
    return view


def came_out(dataset: Dataset, claim: Claim, assertion: Assertion) -> Edtf | None:
    """When a statement on a claim was made; where no source says so, when the words of its article came out.

    Of a statement in several articles the first to come out counts so; the others repeat it when they do.
    """
    made = said(dataset, assertion)
    if made is None or _repeats(dataset, claim, assertion):
        return _published(dataset, assertion)
    return made.edtf


def _repeats(dataset: Dataset, claim: Claim, assertion: Assertion) -> bool:
    def occasion(each: Assertion) -> object:
        made = said(dataset, each)
        return each.speaker, each.stance, each.said_in, made.edtf.text if made else ""

    def place(each: Assertion) -> tuple[Day, int]:
        return _day(_published(dataset, each)), claim.assertions.index(each)

    same = [each for each in claim.assertions if occasion(each) == occasion(assertion)]
    first = min(same, key=place)
    return first.source != assertion.source


def _published(dataset: Dataset, assertion: Assertion) -> Edtf | None:
    """When the words of the article first came out."""
    source = dataset.sources.get(assertion.source) if assertion.source else None
    if source is None:
        return None
    stubs = (d.stub.published for d in source.derivation if d.relation in SAME_WORDS and d.stub)
    dates = [each.edtf for each in (*stubs, source.published) if each]
    return min(dates, key=_day, default=None)


def _day(edtf: Edtf | None) -> Day:
    return (edtf.anchor if edtf else None) or Day(9999, 12, 31)


def as_of(dataset: Dataset, claims: Iterable[Ref], day: Day) -> Dataset:
    """The dataset with these claims alone, each with the statements that had been made by the end of `day`.

    A statement without a date counts on no day.
    """

    def keeps(claim: Claim, assertion: Assertion) -> bool:
        made = came_out(dataset, claim, assertion)
        return made is not None and made.anchor is not None and made.anchor <= day

    return narrowed(dataset, claims, keeps)


def behind(dataset: Dataset, assertion: Assertion) -> list[Ref]:
    """What can be taken away so that the statement goes: its source, who published that, its speaker, and
    the occasion on which it was made.
    """
    source = dataset.sources.get(assertion.source) if assertion.source else None
    found = [assertion.source, source.publisher if source else None, assertion.speaker_ref, assertion.said_in]
    return list(dict.fromkeys(ref for ref in found if ref))


def without(dataset: Dataset, claims: Iterable[Ref], away: Collection[Ref]) -> Dataset:
    """The dataset with these claims alone, without the statements that any of `away` is behind."""
    return narrowed(dataset, claims, lambda _, a: not any(ref in away for ref in behind(dataset, a)))


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
