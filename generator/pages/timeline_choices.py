"""What a reader can narrow the timeline to: periods, persons, organizations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.lib.dates import Day, parse, plain, year_text
from generator.pages.site import Site
from generator.records.refs import Ref

if TYPE_CHECKING:
    from generator.pages.timeline import Moment


@dataclass(frozen=True)
class Choice:
    """One choice: its value in the page's address, what it is called and how many moments it leaves."""

    value: str
    name: str
    moments: int


def choices(site: Site, moments: Sequence[Moment]) -> dict[str, list[Choice]]:
    """The persons, organizations and places that the moments name, by kind and then by name.

    A place counts what lies within it.
    """
    counts: Counter[Ref] = Counter()
    for m in moments:
        counts.update({*m.people, *(place for where in m.where for place in within(site, where))})
    by_name = sorted(counts, key=lambda ref: (site.name(ref).casefold().lstrip("[“‘"), ref.id))
    return {
        kind: [Choice(ref.id, site.name(ref), counts[ref]) for ref in by_name if ref.kind == kind]
        for kind in ("person", "organization", "place")
    }


def within(site: Site, place: Ref) -> list[Ref]:
    """The place and every larger one around it."""
    found: list[Ref] = []
    at: Ref | None = place
    while at is not None and at not in found:
        found.append(at)
        at = site.dataset.places[at].part_of
    return found


def periods(moments: Sequence[Moment]) -> list[tuple[Choice, list[Choice]]]:
    """The years into which a moment may fall, each with those of its months that some moment names."""
    named = {month for m in moments if (month := _month(m))}
    starts = {(day.year, None) for m in moments for day in (m.earliest, m.latest) if day}
    found = []
    for year, _ in sorted(starts, key=lambda pair: pair[0]):
        months = [_choice(month, moments) for month in sorted(named) if month[0] == year]
        found.append((_choice((year, None), moments), months))
    return found


def _month(moment: Moment) -> tuple[int, int] | None:
    first, last = moment.earliest, moment.latest
    return first[:2] if first and last and first[:2] == last[:2] else None


def _choice(period: tuple[int, int | None], moments: Sequence[Moment]) -> Choice:
    year, month = period
    value = f"{'-' if year < 0 else ''}{abs(year):04}" + (f"-{month:02}" if month else "")
    named = year_text(year) + (f"-{month:02}" if month else "")
    first, last = Day(year, month or 1, 1), Day(year, month or 12, 31)
    return Choice(value, plain(parse(named)), sum(_may_fall(m, first, last) for m in moments))


def _may_fall(moment: Moment, first: Day, last: Day) -> bool:
    """Whether the moment may lie in a stretch of days; a date that is open on one side lies at the other."""
    ends = [day for day in (moment.earliest, moment.latest) if day]
    return bool(ends) and ends[0] <= last and ends[-1] >= first
