"""Assertion cards: who said it, in which words, where, and by which way it reached the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis.origins import Origin, origin
from generator.analysis.roles import Ground, ground, role_on
from generator.analysis.time_order import assertions_in_order
from generator.analysis.voices import in_own_voice
from generator.pages.proof import Passage, passages
from generator.pages.republication import ancestors, repeats_as
from generator.pages.site import Site
from generator.records.model import Assertion, Dating, Role, Source
from generator.records.refs import Ref


@dataclass(frozen=True)
class Step:
    """One station on the route from the speaker to the source.

    The last is the source itself, called `name` by its publisher where that is known; `repeats` says how it
    came by its text where that is not its own (`republication` and the like). A publication of which neither
    copy nor publisher is known has neither `ref` nor `name`.
    """

    ref: Ref | None
    name: str
    repeats: str = ""


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
    order = assertions_in_order(site.dataset, site.dataset.claims[ref].assertions, lambda a: a)
    return [card(site, ref, a) for a in order.known] + [
        replace(card(site, ref, a), order_known=False) for a in order.unknown
    ]


def card(site: Site, ref: Ref, assertion: Assertion) -> Card:
    """One card; `ref` is the claim it belongs to."""
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
        tuple(_steps(site, assertion, source)),
        origin(site.dataset, site.dataset.claims[ref], assertion),
        own_voice,
        tuple(passages(site, ref, assertion)),
        order_known=True,
    )


def _steps(site: Site, assertion: Assertion, source: Ref) -> Iterator[Step]:
    said_in = assertion.said_in
    for ref in dict.fromkeys(assertion.via or ([said_in] if said_in else [])):
        yield Step(ref, site.name(ref))
    for work in ancestors(site, source):
        known = work.publisher or work.ref
        yield Step(work.ref or work.publisher, site.name(known) if known else "", work.relation)
    publisher = site.dataset.sources[source].publisher
    yield Step(source, site.name(publisher or source), repeats_as(site, source))
