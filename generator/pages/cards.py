"""Assertion cards: who said it, in which words, where, and by which way it reached the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis.origins import SAME_WORDS, Origin, in_own_voice, origin
from generator.analysis.roles import Ground, ground, role_on
from generator.analysis.time_order import assertions_in_order
from generator.pages.proof import Passage, passages
from generator.pages.site import Site
from generator.records.model import Assertion, Claim, Dating, Role, Source, Stub
from generator.records.refs import Ref


@dataclass(frozen=True)
class Step:
    """One step of the way from the speaker to the source.

    `verb` is `in` (a statement), `told`, `passed on by`, `stated by`, `reported by`, `reported in` or
    `republished by`; `ref` is None where the name is not stated; `occasion` is the statement it was told in.
    """

    verb: str
    ref: Ref | None
    occasion: Ref | None = None


@dataclass(frozen=True)
class Card:
    """One assertion as a card shows it.

    `role` is the one the speaker certainly held when it was said; `ground` is what that role rests on.
    """

    assertion: Assertion
    source: Ref
    record: Source
    said: Dating | None
    role: Role | None
    ground: Ground | None
    steps: tuple[Step, ...]
    origin: Origin
    own_voice: bool
    passages: tuple[Passage, ...]
    order_known: bool


def cards(site: Site, ref: Ref) -> list[Card]:
    """The cards of a claim, in order of time, those whose order is not known last."""
    claim = site.dataset.claims[ref]
    order = assertions_in_order(site.dataset, claim.assertions, lambda a: a)
    return [card(site, ref, claim, a) for a in order.known] + [
        replace(card(site, ref, claim, a), order_known=False) for a in order.unknown
    ]


def card(site: Site, ref: Ref, claim: Claim, assertion: Assertion) -> Card:
    """One card; `ref` and `claim` are the claim it belongs to."""
    source = assertion.evidence[0].source
    record = site.dataset.sources[source]
    said = site.said(assertion)
    own_voice = in_own_voice(assertion, record)
    person = site.dataset.people.get(assertion.speaker_ref) if assertion.speaker_ref else None
    role = role_on(person, said.edtf if said else None)
    return Card(
        assertion,
        source,
        record,
        said,
        role,
        ground(site.dataset, assertion.speaker_ref, [role.claim]) if role and assertion.speaker_ref else None,
        tuple(_steps(assertion, source, record, own_voice)),
        origin(site.dataset, claim, assertion),
        own_voice,
        tuple(passages(site, ref, assertion)),
        order_known=True,
    )


def _steps(assertion: Assertion, source: Ref, record: Source, own_voice: bool) -> Iterator[Step]:
    occasion = assertion.said_in
    if occasion is not None and not assertion.via:
        yield Step("in", occasion)
    for number, relayer in enumerate(assertion.via):
        yield Step("passed on by", relayer) if number else Step("told", relayer, occasion)
    original = original_of(record)
    voice = "stated by" if own_voice else "reported by"
    if original is not None:
        yield Step(voice, original.publisher)
        yield Step("republished by", record.publisher)
    elif record.publisher is not None:
        yield Step(voice, record.publisher)
    elif not own_voice:
        yield Step("reported in", source)


def original_of(record: Source) -> Stub | None:
    """The publication, not held, whose words this source repeats."""
    return next((d.stub for d in record.derivation if d.relation in SAME_WORDS and d.stub), None)
