"""Event pages: when, where and who, what sources disagree on, what was said, what came before and after."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import certainly_before
from generator.model import Assertion, Dating, Event
from generator.pages.compare import compare_url
from generator.pages.differences import differences
from generator.pages.extent import extent
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.pages.tally import Tally, tally
from generator.refs import Ref
from generator.standing import Standing

_SHOWN_ELSEWHERE = ("about", "assertions.said_in", "part_of", "after", "before")
_NEAREST = 3


@dataclass(frozen=True)
class ClaimLine:
    """A claim in a table: how it stands and who takes which stance."""

    ref: Ref
    kind: str
    standing: Standing
    tally: Tally


@dataclass(frozen=True)
class SaidHere:
    """An assertion made in a statement."""

    claim: Ref
    assertion: Assertion


@dataclass(frozen=True)
class Neighbour:
    """An event before or after another; `declared` tells a declared order from one by the dates."""

    ref: Ref
    when: Dating | None
    declared: bool


def page(site: Site, ref: Ref) -> Page:
    """The page of one event."""
    event = site.archive.events[ref]
    found = differences(site, ref)
    before, after = neighbours(site, ref)
    return record_page(
        site,
        ref,
        description=site.summary(ref),
        view={
            "event": event,
            "extent": extent(event.when.edtf) if event.when else "",
            "questions": found,
            "compare": compare_url(ref) if found else "",
            "claims": claims_about(site, ref),
            "said_here": said_here(site, ref),
            "before": before,
            "after": after,
            "includes": site.linked_from(ref, "event", "part_of"),
            "pointing": site.pointing_at(ref, *_SHOWN_ELSEWHERE),
        },
    )


def claims_about(site: Site, ref: Ref) -> list[ClaimLine]:
    """The claims about an event, those with most accounts first."""
    lines = []
    for claim in site.linked_from(ref, "claim", "about"):
        record = site.archive.claims[claim]
        lines.append(ClaimLine(claim, record.kind, site.standings[claim], tally(record.assertions)))
    return sorted(lines, key=lambda line: (-line.tally.total, line.ref))


def said_here(site: Site, ref: Ref) -> list[SaidHere]:
    """What was said in a statement: every assertion that names it, claim by claim."""
    claims = site.linked_from(ref, "claim", "assertions.said_in")
    return [SaidHere(c, a) for c in claims for a in site.archive.claims[c].assertions if a.said_in == ref]


def neighbours(site: Site, ref: Ref) -> tuple[list[Neighbour], list[Neighbour]]:
    """The events before and after: those in declared order, and the nearest by date of the same part."""
    event = site.archive.events[ref]
    before = list(dict.fromkeys([*event.after, *site.linked_from(ref, "event", "before")]))
    after = list(dict.fromkeys([*event.before, *site.linked_from(ref, "event", "after")]))
    declared = {ref, *before, *after}
    dated = [(r, when) for r, when in _of_the_same_part(site, event) if r not in declared]
    earlier = [r for r, when in dated if event.when and certainly_before(when.edtf, event.when.edtf)]
    later = [r for r, when in dated if event.when and certainly_before(event.when.edtf, when.edtf)]
    return (
        _in_order(site, before, earlier[-_NEAREST:]),
        _in_order(site, after, later[:_NEAREST]),
    )


def _of_the_same_part(site: Site, event: Event) -> list[tuple[Ref, Dating]]:
    """The dated events of the same larger event and the same track, in order of date."""
    events = site.archive.events
    return [
        (r, when)
        for r in site.in_kind("event")
        if events[r].part_of == event.part_of
        and events[r].is_statement == event.is_statement
        and (when := events[r].when) is not None
    ]


def _in_order(site: Site, declared: list[Ref], dated: list[Ref]) -> list[Neighbour]:
    events = site.archive.events
    known = [(r, True) for r in declared if r in events] + [(r, False) for r in dated]
    place = {r: n for n, r in enumerate(site.in_kind("event"))}
    return [
        Neighbour(r, events[r].when, is_declared)
        for r, is_declared in sorted(known, key=lambda k: place[k[0]])
    ]
