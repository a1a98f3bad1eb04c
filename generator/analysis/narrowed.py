"""The claims narrowed to some of their statements: to those made by a day, or not from some origin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.analysis.origins import origin, upheld
from generator.analysis.voices import anchor, published, said
from generator.lib.dates import Day, Edtf
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim, Dating
from generator.records.refs import Ref

_LOOKED_UP = ("sources", "people", "organizations", "events", "relations_to", "publications")
"""What is looked up of the others to tell how a claim stands."""


def narrowed(dataset: Dataset, kept: Mapping[Ref, list[Assertion]]) -> Dataset:
    """The dataset with these claims alone, each with these of its statements."""
    view = replace(dataset)
    view.__dict__.update({name: getattr(dataset, name) for name in _LOOKED_UP})
    view.__dict__["claims"] = {
        ref: dataset.claims[ref].model_copy(update={"assertions": assertions})
        for ref, assertions in kept.items()
    }
    return view


def came_out(dataset: Dataset, claim: Claim) -> dict[str, Edtf | None]:
    """When each statement on a claim was made, by its id; where no source says so, when the words of its
    article came out.

    Of a statement in several articles the first to come out counts so; the others repeat it when they do.
    """
    dates = {a.id: (said(dataset, a), published(dataset, a.source)) for a in claim.assertions}
    earliest: dict[object, Assertion] = {}
    for a in sorted(claim.assertions, key=lambda each: anchor(dates[each.id][1])):
        earliest.setdefault(_occasion(a, dates[a.id][0]), a)
    return {
        a.id: first.edtf if first else None
        for a in claim.assertions
        for made, printed in [dates[a.id]]
        for first in [made if made and earliest[_occasion(a, made)].source == a.source else printed]
    }


def _occasion(assertion: Assertion, made: Dating | None) -> object:
    return assertion.speaker, assertion.stance, assertion.said_in, made.edtf.text if made else ""


def counting_from(dataset: Dataset, claim: Claim) -> dict[str, Day | None]:
    """The day from which each statement on a claim counts, by its id: the anchor of the date on which it
    came out; None where no source dates it.
    """
    return {ident: date.anchor if date else None for ident, date in came_out(dataset, claim).items()}


def as_of(dataset: Dataset, counting: Mapping[Ref, Mapping[str, Day | None]], day: Day) -> Dataset:
    """The dataset with the claims alone of which `counting` tells from when their statements count
    (`counting_from`), each with the statements that counted by the end of `day`.

    A statement without a date counts on no day.
    """

    def made_by(ref: Ref) -> list[Assertion]:
        on = counting[ref]
        return [a for a in dataset.claims[ref].assertions if (made := on[a.id]) and made <= day]

    return narrowed(dataset, {ref: made_by(ref) for ref in counting})


def behind(dataset: Dataset, assertion: Assertion) -> list[Ref]:
    """What can be taken away so that the statement goes: its source, who published that, its speaker, and
    the occasion on which it was made.
    """
    source = dataset.sources.get(assertion.source) if assertion.source else None
    found = [assertion.source, source.publisher if source else None, assertion.speaker_ref, assertion.said_in]
    return list(dict.fromkeys(ref for ref in found if ref))


def without(dataset: Dataset, claims: Iterable[Ref], away: Collection[Ref]) -> Dataset:
    """The dataset with these claims alone, without the statements that any of `away` is behind."""
    return narrowed(dataset, {ref: _left(dataset, dataset.claims[ref], away) for ref in claims})


def _left(dataset: Dataset, claim: Claim, away: Collection[Ref]) -> list[Assertion]:
    return [a for a in claim.assertions if not any(one in away for one in behind(dataset, a))]


def alone(dataset: Dataset, claim: Claim) -> list[Ref]:
    """Those without each of whom no independent origin of the claim would be left; empty: it has none, or
    there is none such.
    """

    def first(claim: Claim) -> Assertion | None:
        return next((a for a in upheld(dataset, claim) if origin(dataset, claim, a).determined), None)

    def rest(ref: Ref) -> Claim:
        return claim.model_copy(update={"assertions": _left(dataset, claim, {ref})})

    one = first(claim)
    return [ref for ref in behind(dataset, one) if first(rest(ref)) is None] if one else []
