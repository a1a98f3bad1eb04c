"""What drawings over time share: scales of time and of the record, and lanes in which no marks touch."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Literal

from generator.lib.dates import Day, plain_in_year, spoken_strings

_STEPS = (1, 2, 5)
_MOST_LABELS = 9
_DAYS, _MONTHS = (1, 2, 7, 14), (1, 2, 3)
_MOST_DAYS, _MOST_MONTHS = 3, 4
"""How many names of days or months fit beside each other on a phone, in the language of the longest."""
_APART = 0.2
APART_NAMES = 7.0
"""How far apart the names of years stand, in percent of the width."""
_YEAR = 4
"""How many characters the name of a year has; a longer name needs as much more room."""
_QUIET = 0.15
"""How wide a month without an entry is, beside one with one, in a year that has some."""

Extent = tuple[float, float]
"""Where something begins and ends on the scale, in percent of its width."""


@dataclass(frozen=True)
class Scale:
    """A scale true to time from the day `start` to the day `end`; the days `named` begin a `unit` each."""

    start: Day
    end: Day
    unit: Literal["day", "month", "year"]
    named: tuple[Day, ...]

    @classmethod
    def over(cls, days: Iterable[Day]) -> Scale:
        """The scale of the days, weeks, months or whole years in which the days lie; there must be one."""
        every = sorted(days)
        first, last = every[0], every[-1]
        for step in _DAYS:
            number = -(-(last.number + 1 - first.number) // step)
            if number <= _MOST_DAYS:
                *named, end = [first.later(step * n) for n in range(number + 1)]
                return cls(first, end, "day", tuple(named))
        for step in _MONTHS:
            begun, at = (12 * day.year + day.month - 1 for day in (first, last))
            months = range(begun // step * step, (at // step + 2) * step, step)
            if len(months) <= _MOST_MONTHS + 1:
                *named, end = [Day(month // 12, month % 12 + 1, 1) for month in months]
                return cls(named[0], end, "month", tuple(named))
        years = tuple(Day(year, 1, 1) for year in _round_years(first.year, last.year + 1))
        return cls(Day(first.year, 1, 1), Day(last.year + 1, 1, 1), "year", years)

    def at(self, day: Day) -> float:
        """Where a day begins, in percent of the width."""
        start, end = _time(self.start), _time(self.end)
        return 100 * (_time(day) - start) / (end - start)

    def ticks(self) -> Iterator[tuple[str, str, float]]:
        """What is named, with the year where it is another than before it, and where it begins."""
        before = None
        for day in self.named:
            year, place = year_name(day.year), round(self.at(day), 2)
            if self.unit == "year":
                yield year, "", place
            else:
                name = plain_in_year(day) if self.unit == "day" else spoken_strings().months[day.month - 1]
                yield name, "" if year == before else year, place
                before = year


def _time(day: Day) -> float:
    """A day as a number of years, all of which are of one length."""
    start = Day(day.year, 1, 1).number
    return day.year + (day.number - start) / (Day(day.year + 1, 1, 1).number - start)


def _round_years(first: int, end: int) -> Iterator[int]:
    """The years to name from `first` up to `end`, nine at most."""
    length = end - first
    step = next(
        s * 10**power for power in count() for s in _STEPS if length / (s * 10**power) <= _MOST_LABELS
    )
    # 400 BC is the year -399: before year 1 round numbers stand at other years than after it
    if first < 2:
        yield from range(1 - (1 - first) // step * step, min(end, 2), step)
    latest = max(first, 2)
    yield from range(latest + -latest % step, end, step)


@dataclass(frozen=True)
class RecordScale:
    """A scale of the record: a month is as wide as the number of entries in it, years without any are folded.

    Days or weeks are drawn true to time, of a year at most the months from the first to the last: `unit` is
    what it names, from the days `starts` on. `knots` are days with their places in percent; between two of
    them the scale is even.
    """

    unit: Literal["day", "month", "year"]
    starts: tuple[Day, ...]
    knots: tuple[tuple[Day, float], ...]

    @classmethod
    def over(cls, entries: Iterable[Day], days: Iterable[Day]) -> RecordScale:
        """The scale for entries that stand at these days and reach over others; there must be one entry."""
        at_days = list(entries)
        counted = Counter(map(_month, at_days))
        reached = {*at_days, *days}
        true = Scale.over(reached)
        if true.unit == "day":
            return cls("day", true.named, ((true.start, 0.0), (true.end, 100.0)))
        months = _months(reached, true.unit == "month")
        widths = [(m, _QUIET + counted[m]) for m in months]
        whole, at = sum(width for _, width in widths), 0.0
        knots = [(widths[0][0], 0.0)]
        for month, width in widths:
            if knots[-1][0] != month:
                knots.append((month, at))
            at += 100 * width / whole
            knots.append((month + 1, at))
        bent = tuple((_first(month), round(place, 2)) for month, place in _without_straight(knots))
        named = months if true.unit == "month" else [month for month in months if month % 12 == 0]
        return cls(true.unit, tuple(map(_first, named)), bent)

    def at(self, day: Day, more: int = 0) -> float:
        """Where a day begins, or the day `more` days after it, in percent of the width."""
        at = day.number + more
        after = min(
            max(bisect_right(self.knots, at, key=lambda knot: knot[0].number), 1), len(self.knots) - 1
        )
        (start, low), (end, high) = self.knots[after - 1], self.knots[after]
        return min(100.0, low + (high - low) * (at - start.number) / (end.number - start.number))

    def ticks(self, apart: float = APART_NAMES) -> list[tuple[str, float]]:
        """Where each year, month or day begins, with its name where there is room; the widest come first.

        `apart` is how far the names of years stand apart at least, in percent of the width. The first month
        or day of each year is named with it, before any other.
        """
        places = [self.at(day) for day in self.starts]
        widths = [end - start for start, end in pairwise([*places, 100.0])]
        before = [None, *(day.year for day in self.starts[:-1])]
        with_year = [day.year != year for day, year in zip(self.starts, before, strict=True)]
        names = [_name(day, self.unit, new) for day, new in zip(self.starts, with_year, strict=True)]
        rooms = [apart * max(1, len(name) / _YEAR) for name in names]
        named: list[int] = []
        for n in sorted(range(len(names)), key=lambda n: (not with_year[n], -widths[n], n)):
            if all(abs(places[n] - places[other]) >= rooms[min(n, other)] for other in named):
                named.append(n)
        return [(names[n] if n in named else "", round(place, 2)) for n, place in enumerate(places)]


def _name(day: Day, unit: str, with_year: bool) -> str:
    year = year_name(day.year)
    if unit == "year":
        return year
    strings = spoken_strings()
    part = plain_in_year(day) if unit == "day" else strings.months[day.month - 1]
    return strings.in_year.format(part=part, year=year) if with_year else part


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _first(month: int) -> Day:
    """The first day of a month, counted from the year 0."""
    return Day(month // 12, month % 12 + 1, 1)


def _months(days: Iterable[Day], alone: bool) -> list[int]:
    """The months of the years in which the days lie; `alone`: those from the first to the last day."""
    reached = set(map(_month, days))
    if alone:
        return list(range(min(reached), max(reached) + 1))
    return [
        month for year in sorted({m // 12 for m in reached}) for month in range(12 * year, 12 * year + 12)
    ]


def _without_straight(knots: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The knots without those at which neither the scale bends nor a year begins."""
    kept = [knots[0]]
    for before, here, after in zip(knots, knots[1:], knots[2:], strict=False):
        slopes = [(high[1] - low[1]) / (high[0] - low[0]) for low, high in ((before, here), (here, after))]
        if abs(slopes[0] - slopes[1]) > 1e-9 or here[0] % 12 == 0:
            kept.append(here)
    return [*kept, knots[-1]]


def year_name(number: int) -> str:
    """A year in the language that is written in; years before the first are counted back."""
    return str(number) if number > 0 else spoken_strings().before_year_one.format(year=1 - number)


def lanes(extents: Sequence[Extent]) -> list[int]:
    """For each extent the first lane in which it touches none of those before it."""
    taken: list[list[Extent]] = []
    found: list[int] = []
    for extent in extents:
        free = (n for n, lane in enumerate(taken) if not any(_touch(extent, other) for other in lane))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(extent)
        found.append(lane)
    return found


def _touch(a: Extent, b: Extent) -> bool:
    return a[0] < b[1] + _APART and b[0] < a[1] + _APART
