"""The timeline: what happened and what was disclosed, each date drawn as sure as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.dates import Day, parse, plain
from generator.lineage import SAME_WORDS
from generator.model import Dating, Event, Source
from generator.pages.extent import anchor, extent
from generator.pages.page import Page
from generator.pages.site import Site
from generator.refs import Ref

HAPPENED, DISCLOSED = "happened", "disclosed"
_TALKED_OF = frozenset({"subject"})


@dataclass(frozen=True)
class Moment:
    """One entry: an event, the publication of a source, or (`original`) that of a text it repeats.

    `ref` is the record that the entry leads to; `by` the publisher and `who` the participants, where known.
    """

    track: str
    sort: str
    ref: Ref
    when: Dating | None
    status: str = ""
    where: tuple[Ref, ...] = ()
    who: tuple[Ref, ...] = ()
    by: Ref | None = None

    @property
    def day(self) -> Day | None:
        """The day at which it stands: the first possible one, or the last where the start is open."""
        return anchor(self.when.edtf) if self.when else None

    @property
    def extent(self) -> str:
        """How sure its date is."""
        return extent(self.when.edtf) if self.when else ""


@dataclass(frozen=True)
class Year:
    """The moments of one year; `name` is the year in words, empty for those without a date."""

    number: int
    name: str
    moments: tuple[Moment, ...]


def pages(site: Site) -> Iterator[Page]:
    """The page of the timeline."""
    every = moments(site)
    yield Page(
        url="timeline/",
        template="timeline.md.j2",
        kind="timeline",
        title="Timeline",
        description="What happened and what was disclosed, in order of date, with how sure each date is.",
        view={
            "years": years(every),
            "undated": [m for m in every if m.day is None],
            "subject": site.archive.documentary.subject,
        },
    )


def moments(site: Site) -> list[Moment]:
    """Every event and publication: the earliest first, on one day the finer date first, the undated last."""
    events = [_event(ref, event) for ref, event in site.archive.events.items()]
    sources = [m for ref, source in site.archive.sources.items() for m in _publications(ref, source)]
    every = sorted([*events, *sources], key=lambda m: (m.ref, m.sort))
    dated = [m for m in every if m.day is not None]
    return sorted(dated, key=_order) + [m for m in every if m.day is None]


def years(every: list[Moment]) -> list[Year]:
    """The dated moments by year."""
    dated = [(m.day.year, m) for m in every if m.day is not None]
    return [
        Year(number, year_name(number), tuple(m for _, m in group))
        for number, group in groupby(dated, key=lambda pair: pair[0])
    ]


def year_name(number: int) -> str:
    """A year in words, as `2020` or `45 BC`."""
    return plain(parse(f"{'-' if number < 0 else ''}{abs(number):04}"))


def _order(moment: Moment) -> tuple[Day, tuple[tuple[int, ...], tuple[int, ...], str]]:
    assert moment.day is not None  # noqa: S101 - only dated moments are put in order
    assert moment.when is not None  # noqa: S101
    return moment.day, moment.when.edtf.sort_key


def _event(ref: Ref, event: Event) -> Moment:
    who = tuple(dict.fromkeys(p.entity for p in event.participants if p.role not in _TALKED_OF))
    track = DISCLOSED if event.is_statement else HAPPENED
    return Moment(track, "event", ref, event.when, event.status, tuple(event.where), who)


def _publications(ref: Ref, source: Source) -> Iterator[Moment]:
    yield Moment(DISCLOSED, "source", ref, source.published, who=tuple(source.authors), by=source.publisher)
    for derivation in source.derivation:
        stub = derivation.stub
        if derivation.relation in SAME_WORDS and stub and stub.published:
            yield Moment(
                DISCLOSED, "original", ref, stub.published, who=tuple(stub.authors), by=stub.publisher
            )
