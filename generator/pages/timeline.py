"""The timeline: what happened and what was disclosed, each date drawn as sure as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.analysis.origins import SAME_WORDS
from generator.lib.dates import Day, parse, plain
from generator.lib.language import gettext as _
from generator.pages import timeline_choices, timeline_drawing
from generator.pages.address import url_of
from generator.pages.extent import anchor, extent
from generator.pages.order import declared_after, declared_before, in_declared_order, precedes
from generator.pages.page import Page
from generator.pages.parts import MOST, Found, Part, calendar, dates, divided, pages_of
from generator.pages.site import Site
from generator.records.model import Dating, Event, Source
from generator.records.refs import Ref

URL = "timeline/"
HAPPENED, DISCLOSED = "happened", "disclosed"
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
        """The day at which it stands: the first possible one, or the last where the start is open."""
        return anchor(self.when.edtf) if self.when else None

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
    """The timeline: one page, or one for each of its parts."""
    yield from timeline(site)


def timeline(site: Site, most: int = MOST) -> Iterator[Page]:
    """The timeline in parts of at most `most` moments: by year, month and day as far as needed."""
    every = moments(site)
    subject = site.dataset.documentary.subject
    stands_on = _days(every)
    whole = divided(every, URL, lambda m: calendar(*stands_on[m]) if m in stands_on else dates(None), most)
    place = {m.ref: f"{leaf.url}#{m.id}" for leaf in whole.leaves for m in leaf.entries if m.sort == "event"}

    def view(part: Part[Moment]) -> dict[str, Any]:
        return {
            "years": years(part.entries),
            "undated": [m for m in part.entries if m.day is None],
            "subject": subject,
            "place": place,
            "drawing": timeline_drawing.drawing(part.entries, subject),
            "choices": timeline_choices.choices(site, part.entries),
            "periods": timeline_choices.periods(part.entries),
            "within": lambda place: timeline_choices.within(site, place),
        }

    page = Page(
        url=URL,
        template="timeline.md.j2",
        kind="timeline",
        title=_("Timeline"),
        description=_("What happened and what was disclosed, in order of date, with how sure each date is."),
        view={},
    )
    for made in pages_of(page, whole, view, lambda m: _found(site, m, place)):
        # An overview of parts has no moments for the script to narrow.
        yield made if not made.view["part"].parts else replace(made, kind="index")


def moments(site: Site) -> list[Moment]:
    """Every event and publication: the earliest first, on one day the finer date first, the undated last.

    An event never stands before one that is declared to precede it.
    """
    events = {ref: _event(site, ref, event) for ref, event in site.dataset.events.items()}
    sources = [m for ref, source in site.dataset.sources.items() for m in _publications(ref, source)]
    every = sorted([*events.values(), *sources], key=lambda m: (m.ref, m.id))
    dated = [m for m in every if m.day is not None]
    before = {m: {events[r] for r in declared_before(site, ref)} for ref, m in events.items()}
    return in_declared_order(dated, _order, before) + [m for m in every if m.day is None]


def years(every: Sequence[Moment]) -> list[Year]:
    """The dated moments by year; one that is held back until another has come stands in the other's year."""
    dated: list[tuple[int, Moment]] = []
    for m in every:
        if m.day is not None:
            dated.append((max(m.day.year, dated[-1][0]) if dated else m.day.year, m))
    return [
        Year(number, year_name(number), tuple(m for _, m in group))
        for number, group in groupby(dated, key=lambda pair: pair[0])
    ]


def year_name(number: int) -> str:
    """A year in words, as `2020` or `45 BC`."""
    return plain(parse(f"{'-' if number < 0 else ''}{abs(number):04}"))


def _days(every: Sequence[Moment]) -> dict[Moment, Day]:
    """The day under which each dated moment stands: one that is held back, under that of the one before."""
    found: dict[Moment, Day] = {}
    latest: Day | None = None
    for m in every:
        if m.day is not None:
            latest = max(m.day, latest or m.day)
            found[m] = latest
    return found


def _found(site: Site, moment: Moment, place: Mapping[Ref, str]) -> Found:
    when = plain(moment.when.edtf) if moment.when else ""
    return Found(site.name(moment.ref), place.get(moment.ref) or url_of(moment.ref), when)


def _order(moment: Moment) -> tuple[Day, tuple[tuple[int, ...], tuple[int, ...], str], Ref, str]:
    assert moment.day is not None  # noqa: S101 - only dated moments are put in order
    assert moment.when is not None  # noqa: S101
    return moment.day, moment.when.edtf.sort_key, moment.ref, moment.id


def _event(site: Site, ref: Ref, event: Event) -> Moment:
    events = site.dataset.events
    return Moment(
        f"event-{ref.id}",
        DISCLOSED if event.is_statement else HAPPENED,
        "event",
        ref,
        event.when,
        event.status,
        tuple(event.where),
        tuple(dict.fromkeys(p.entity for p in event.participants if p.role not in _TALKED_OF)),
        after=tuple(sorted(r for r in declared_before(site, ref) if not precedes(events[r], event))),
        before=tuple(sorted(r for r in declared_after(site, ref) if not precedes(event, events[r]))),
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
