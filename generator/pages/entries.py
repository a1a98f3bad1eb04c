"""Entries of lists: what somebody says or passes on, in which events they are named, with whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.analysis.roles import Ground, ground
from generator.analysis.time_order import assertions_in_order
from generator.lib.groups import grouped
from generator.pages.site import Site
from generator.records.model import Assertion, Dating, Event, Participant
from generator.records.refs import Ref


@dataclass(frozen=True)
class Saying:
    """One assertion of a claim, with the date it was made and the source in which it stands.

    `also` are further claims that the same words carry, each with its assertion.
    """

    claim: Ref
    assertion: Assertion
    said: Dating | None
    source: Ref
    order_known: bool = True
    also: tuple[tuple[Ref, Assertion], ...] = ()


@dataclass(frozen=True)
class PartTaken:
    """A part taken in an event; `ground` where it rests on somebody's word."""

    event: Ref
    record: Event
    participant: Participant
    order_known: bool
    ground: Ground | None


@dataclass(frozen=True)
class Connection:
    """Somebody named in the same events; `events` are those events by date."""

    ref: Ref
    events: tuple[Ref, ...]


def sayings(site: Site, ref: Ref) -> list[Saying]:
    """What `ref` says, named or not, in order of time, those whose order is not known last."""
    claims = {*site.linking(ref, "claim.assertions.speaker"), *site.linking(ref, "claim.assertions.record")}
    return _sayings(site, sorted(claims), lambda a: a.voice == ref)


def carried_by(site: Site, source: Ref) -> list[Saying]:
    """What a source carries of anybody, in order of time, that whose order is not known last."""
    claims = site.linking(source, "claim.assertions.evidence.source")
    return _sayings(site, claims, lambda a: a.source == source)


def by_words(sayings: Sequence[Saying]) -> list[Saying]:
    """The same in which no quotation stands twice: what the same words carry too is told with them.

    The longest words are those that are shown.
    """
    found: dict[int, Saying] = {}
    for n, saying in sorted(enumerate(sayings), key=lambda each: -sum(map(len, _quoted(each[1])))):
        words = _quoted(saying)
        at = next((other for other in found if _holds(found[other], saying, words)), None)
        if at is None:
            found[n] = saying
        else:
            also = (*found[at].also, (saying.claim, saying.assertion))
            found[at] = replace(found[at], also=also)
    return [found[n] for n in sorted(found)]


def _quoted(saying: Saying) -> list[str]:
    return [e.quote.exact for e in saying.assertion.evidence if e.quote]


def _holds(other: Saying, saying: Saying, words: Sequence[str]) -> bool:
    """Whether one saying has all the words of another, by the same speaker in the same source."""
    one, same = saying.assertion, other.assertion
    if not words or (saying.source, one.voice, one.said_in) != (other.source, same.voice, same.said_in):
        return False
    return all(any(text in held for held in _quoted(other)) for text in words)


def relayed(site: Site, ref: Ref) -> list[Saying]:
    """What `ref` passed on from others, in order of time, that whose order is not known last."""
    return _sayings(site, site.linking(ref, "claim.assertions.via"), lambda a: ref in a.via)


def first_said(site: Site, claim: Ref) -> Saying | None:
    """The assertion of a claim that comes first by its date, None where none is dated."""
    return next((s for s in _sayings(site, [claim], lambda a: True) if s.said), None)


def about(site: Site, ref: Ref) -> list[Ref]:
    """The claims about `ref` in the order in which they were first said, those about words last."""
    claims = site.linking(ref, "claim.about")
    said_first = [s.claim for s in _sayings(site, claims, lambda a: True)]
    return sorted(dict.fromkeys(said_first), key=lambda claim: site.dataset.claims[claim].is_about_words)


def parts(site: Site, ref: Ref) -> list[PartTaken]:
    """The parts `ref` is said to have taken in events, by date."""
    return [
        PartTaken(
            event,
            site.dataset.events[event],
            participant,
            not site.event_places[event][0],
            ground(site.dataset, ref, [participant.claim]),
        )
        for event in by_date(site, site.linking(ref, "event.participants.entity"))
        for participant in site.dataset.events[event].participants
        if participant.entity == ref
    ]


def connections(site: Site, ref: Ref) -> list[Connection]:
    """Who is named in the same events as `ref`, those with most events first."""
    met = grouped(
        (other, event)
        for event in by_date(site, site.linking(ref, "event.participants.entity"))
        for other in {p.entity for p in site.dataset.events[event].participants} - {ref}
        if other in site.dataset.records
    )
    found = [Connection(other, tuple(events)) for other, events in met.items()]
    return sorted(found, key=lambda c: (-len(c.events), site.name(c.ref).casefold(), c.ref))


def by_date(site: Site, refs: list[Ref]) -> list[Ref]:
    """Events or sources in order of time, those whose order is not known last."""
    return sorted(refs, key=site.place_in_lists)


def _sayings(site: Site, claims: list[Ref], chosen: Callable[[Assertion], bool]) -> list[Saying]:
    found = [
        Saying(claim, assertion, site.said(assertion), assertion.evidence[0].source)
        for claim in claims
        for assertion in site.dataset.claims[claim].assertions
        if chosen(assertion)
    ]
    order = assertions_in_order(site.dataset, found, lambda s: s.assertion)
    return [*order.known, *(replace(saying, order_known=False) for saying in order.unknown)]
