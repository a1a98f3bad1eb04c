"""Event pages: when, where and who, what sources disagree on, what was said, what came before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.analysis.roles import Ground, ground
from generator.analysis.standing import Standing
from generator.analysis.time_order import precedes
from generator.lib.groups import grouped
from generator.pages.compare import FOLDER
from generator.pages.differences import differences
from generator.pages.extent import extent
from generator.pages.media import media_on
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.pages.tally import Tally, tally
from generator.records.model import Assertion, Dating, Event
from generator.records.refs import Ref

_SHOWN_ELSEWHERE = ("about", "assertions.said_in", "part_of", "after", "before")
_NEAREST = 3
_WORDS = 5
"""How many statements an event's page gives in their words."""
_MOST = 6


@dataclass(frozen=True)
class ClaimLine:
    """A claim in a table: how it stands and who takes which stance."""

    ref: Ref
    standing: Standing
    tally: Tally


@dataclass(frozen=True)
class SaidHere:
    """An assertion made in a statement."""

    claim: Ref
    assertion: Assertion


@dataclass(frozen=True)
class SharedPart:
    """Somebody's parts in an event that rest on the same words: those of a claim, or a note."""

    entity: Ref
    roles: tuple[str, ...]
    ground: Ground | None
    note: str | None


@dataclass(frozen=True)
class Neighbour:
    """An event before or after another; `declared`: the records give the order, the dates do not tell."""

    ref: Ref
    when: Dating | None
    declared: bool


def page(site: Site, ref: Ref) -> Page:
    """The page of one event."""
    event = site.dataset.events[ref]
    found = differences(site, ref)
    before, after = neighbours(site, ref)
    lines, said = claims_about(site, ref), said_here(site, ref)
    shown = {
        "event": event,
        "extent": extent(event.when.edtf) if event.when else "",
        "parts": parts(site, event),
        "questions": found,
        "compare": FOLDER,
        "claims": lines,
        "said_here": said,
        "words": [] if said else words(site, lines),
        "before": before,
        "after": after,
        "includes": site.linking(ref, "event.part_of"),
        **media_on(site, ref, *_SHOWN_ELSEWHERE),
    }
    return record_page(site, ref, shown)


def parts(site: Site, event: Event) -> list[SharedPart]:
    """Who has a part in it, in the order of the record, roles with the same ground in one entry."""
    roles = grouped(((p.entity, p.claim, p.note), str(p.role)) for p in event.participants)
    return [
        SharedPart(who, tuple(taken), ground(site.dataset, who, [claim]), note)
        for (who, claim, note), taken in roles.items()
    ]


def claims_about(site: Site, ref: Ref) -> list[ClaimLine]:
    """The claims about an event, those with most accounts first, those about words last."""
    claims = site.dataset.claims
    lines = [
        ClaimLine(claim, site.standings[claim], tally(claims[claim].assertions))
        for claim in site.linking(ref, "claim.about")
    ]
    return sorted(lines, key=lambda line: (claims[line.ref].is_about_words, -line.tally.total, line.ref))


def words(site: Site, claims: Sequence[ClaimLine]) -> list[SaidHere]:
    """What is said of an event in the speakers' own words: of each speaker and each claim the first."""
    found: dict[Ref | str | None, SaidHere] = {}
    for line in claims:
        for assertion in site.in_order(site.dataset.claims[line.ref]):
            speaker = assertion.voice or assertion.described_as
            if speaker not in found and any(e.quote and e.kind == "direct" for e in assertion.evidence):
                found[speaker] = SaidHere(line.ref, assertion)
                break
    return list(found.values())[:_WORDS]


def said_here(site: Site, ref: Ref) -> list[SaidHere]:
    """What was said in a statement: every assertion that names it, claim by claim."""
    claims = site.linking(ref, "claim.assertions.said_in")
    return [SaidHere(c, a) for c in claims for a in site.dataset.claims[c].assertions if a.said_in == ref]


def neighbours(site: Site, ref: Ref) -> tuple[list[Neighbour], list[Neighbour]]:
    """The events before and after, at most six each way: those nearest in time, then those without a date.

    They are the events whose order is declared, and the three nearest by date of the same larger event.
    """
    events = site.dataset.events
    before = set(site.dataset.declared_earlier.get(ref, ()))
    after = set(site.dataset.declared_later.get(ref, ()))
    siblings = site.events_beside(ref)
    at = siblings.index(ref)
    # What surely came earlier stands before this in the order of time, what came later behind.
    earlier = (r for r in reversed(siblings[:at]) if r not in before | after)
    later = (r for r in siblings[at + 1 :] if r not in before | after)
    before |= set(islice((r for r in earlier if precedes(events[r].when, events[ref].when)), _NEAREST))
    after |= set(islice((r for r in later if precedes(events[ref].when, events[r].when)), _NEAREST))
    return (
        _nearest(site, before, lambda e: precedes(e.when, events[ref].when), last=True),
        _nearest(site, after, lambda e: precedes(events[ref].when, e.when), last=False),
    )


def _nearest(site: Site, refs: set[Ref], told: Callable[[Event], bool], last: bool) -> list[Neighbour]:
    """The six events to name; where `told` says no, the dates alone do not tell the order."""
    events = site.dataset.events
    ordered = sorted((r for r in refs if r in events), key=site.place_in_lists)
    dated = [r for r in ordered if events[r].when]
    undated = [r for r in ordered if not events[r].when]
    near = dated[-_MOST:] if last else dated[:_MOST]
    chosen = near + undated[: _MOST - len(near)]
    return [Neighbour(r, events[r].when, not told(events[r])) for r in chosen]
