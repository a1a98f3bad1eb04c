"""The timeline: what happened and what was disclosed, each date drawn as sure as it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.analysis.time_order import InOrder, in_order, precedes
from generator.analysis.voices import SAME_WORDS
from generator.lib.dates import Day, parse, plain, year_text
from generator.lib.language import gettext as _
from generator.pages import timeline_choices, timeline_drawing
from generator.pages.extent import extent
from generator.pages.page import Page
from generator.pages.parts import Found, Part, calendar, divided, pages_of
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.model import Dating, Event, Source
from generator.records.refs import Ref

URL = "timeline/"
HAPPENED, DISCLOSED = "happened", "disclosed"
MOST = 150
"""How many moments one part holds."""
_TURNING = 6
_TALKED_OF = frozenset({"subject"})


@dataclass(frozen=True)
class Moment:
    """One entry: an event, the publication of a source, or (`original`) that of a text it repeats.

    `id` is its place on the page and `ref` the record that it leads to; `by` is the publisher and `who` the
    participants, where known. `after` and `before` are the events whose order to it is declared and not
    told by the dates.
    """

    id: str
    track: str
    sort: str
    ref: Ref
    when: Dating | None
    status: str = ""
    where: tuple[Ref, ...] = ()
    who: tuple[Ref, ...] = ()
    by: Ref | None = None
    after: tuple[Ref, ...] = ()
    before: tuple[Ref, ...] = ()

    @property
    def day(self) -> Day | None:
        """The day at which it stands: the last possible one, or the first where the end is open."""
        return self.when.edtf.anchor if self.when else None

    @property
    def extent(self) -> str:
        """How sure its date is."""
        return extent(self.when.edtf) if self.when else ""

    @property
    def earliest(self) -> Day | None:
        """The first possible day, where there is one."""
        return self.when.edtf.earliest if self.when else None

    @property
    def latest(self) -> Day | None:
        """The last possible day, where there is one."""
        return self.when.edtf.latest if self.when else None

    @property
    def people(self) -> tuple[Ref, ...]:
        """The persons and organizations that it names."""
        return self.who if self.by is None else (*self.who, self.by)


@dataclass(frozen=True)
class Year:
    """The moments that stand under one year; `name` is the year in words."""

    number: int
    name: str
    moments: tuple[Moment, ...]


def pages(site: Site) -> Iterator[Page]:
    """The timeline: one page, or one for each of its parts by year, month and day as far as needed."""
    order = _in_order(site)
    subject = site.dataset.documentary.subject
    on = days(order.known)
    unknown = [("undated", _("Order not known"))]
    whole = divided(order.all, URL, lambda m: calendar(*on[m.id]) if m.id in on else unknown, MOST)
    place = {m.ref: f"{leaf.url}#{m.id}" for leaf in whole.leaves for m in leaf.entries if m.sort == "event"}

    def view(part: Part[Moment]) -> dict[str, Any]:
        turns = turning_points(site, part.entries)
        return {
            "years": years([m for m in part.entries if m.id in on], on),
            "unknown": [m for m in part.entries if m.id not in on],
            "subject": subject,
            "place": place,
            "drawing": timeline_drawing.drawing(part.entries, subject, turns),
            "true_to_time": (scale := timeline_drawing.scale_of(part.entries)) and scale.unit == "day",
            "turns": {m.id: n for n, m in enumerate(turns, 1)},
            "choices": timeline_choices.choices(site, part.entries),
            "periods": timeline_choices.periods(part.entries),
            "within": lambda place: timeline_choices.within(site, place),
        }

    page = Page(
        url=URL,
        template="timeline.md.j2",
        kind="timeline",
        title=_("Timeline"),
        description=_("Events and disclosures in order of time, with how sure each date is."),
    )
    return pages_of(
        page,
        whole,
        view,
        lambda m: _found(site, m, place),
        kind=lambda part: "index" if part.parts else page.kind,  # an overview has no moments to narrow
    )


def moments(site: Site) -> list[Moment]:
    """Every event and publication in order of time, those whose order is not known last."""
    return _in_order(site).all


def moments_of(site: Site, events: Sequence[Ref]) -> list[Moment]:
    """The moments of some events, in their order."""
    return [_event(site, ref, site.dataset.events[ref]) for ref in events]


def turning_points(site: Site, entries: Sequence[Moment]) -> list[Moment]:
    """The dated events among the entries that the editors name; else those that most records refer to."""
    events = [m for m in entries if m.sort == "event" and m.day]
    if chosen := site.dataset.documentary.turning_points:
        return [m for m in events if m.ref in chosen]
    often = most_referred(site, events)[:_TURNING]
    return [m for m in events if m in often]


def most_referred(site: Site, entries: Sequence[Moment]) -> list[Moment]:
    """The entries, first the subject of the documentary, then those that most records refer to."""
    subject = site.dataset.documentary.subject
    return sorted(entries, key=lambda m: (m.ref != subject, -_referred(site, m.ref)))


def _referred(site: Site, event: Ref) -> int:
    return len({link.ref for link in site.backlinks.get(event, ())})


def _in_order(site: Site) -> InOrder[Moment]:
    events = [_event(site, ref, event) for ref, event in site.dataset.events.items()]
    sources = [m for ref, source in site.dataset.sources.items() for m in _publications(ref, source)]
    every = sorted([*events, *sources], key=lambda m: (m.ref, m.id))
    return in_order(site.dataset, every, lambda m: m.when, lambda m: m.ref if m.ref.kind == "event" else None)


def days(known: Sequence[Moment]) -> dict[str, Day]:
    """The day under which each of the moments in order of time stands, by their ids.

    One that is held back until another has come stands at the other's day, as does one without a date.
    """
    found: dict[str, Day] = {}
    reached = next((m.day for m in known if m.day), Day(0, 1, 1))
    for m in known:
        reached = max(reached, m.day or reached)
        found[m.id] = reached
    return found


def years(known: Sequence[Moment], on: Mapping[str, Day] | None = None) -> list[Year]:
    """Moments in order of time by the year of the day under which they stand (`days`, if not given)."""
    placed = days(known) if on is None else on
    return [
        Year(number, year_name(number), tuple(group))
        for number, group in groupby(known, key=lambda m: placed[m.id].year)
    ]


def year_name(number: int) -> str:
    """A year in words, as `2020` or `45 BC`."""
    return plain(parse(year_text(number)))


def _found(site: Site, moment: Moment, place: Mapping[Ref, str]) -> Found:
    when = plain(moment.when.edtf) if moment.when else ""
    return Found(site.name(moment.ref), place.get(moment.ref) or url_of(moment.ref), when)


def _event(site: Site, ref: Ref, event: Event) -> Moment:
    events = site.dataset.events
    earlier = site.dataset.declared_earlier.get(ref, frozenset()) & events.keys()
    later = site.dataset.declared_later.get(ref, frozenset()) & events.keys()
    return Moment(
        f"event-{ref.id}",
        DISCLOSED if event.is_statement else HAPPENED,
        "event",
        ref,
        event.when,
        event.status,
        tuple(event.where),
        tuple(dict.fromkeys(p.entity for p in event.participants if p.role not in _TALKED_OF)),
        after=tuple(r for r in sorted(earlier) if not precedes(events[r].when, event.when)),
        before=tuple(r for r in sorted(later) if not precedes(event.when, events[r].when)),
    )


def _publications(ref: Ref, source: Source) -> Iterator[Moment]:
    name = f"source-{ref.id}"
    yield Moment(
        name, DISCLOSED, "source", ref, source.published, who=tuple(source.authors), by=source.publisher
    )
    for n, derivation in enumerate(source.derivation, 1):
        stub = derivation.stub
        if derivation.relation in SAME_WORDS and stub and stub.published:
            who = tuple(stub.authors)
            yield Moment(
                f"{name}-original-{n}", DISCLOSED, "original", ref, stub.published, who=who, by=stub.publisher
            )
