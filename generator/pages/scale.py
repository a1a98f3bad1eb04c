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

    `years` are those that are not. `knots` are months (counted from the year 0) with their places in percent;
    between two of them the scale is even.
    """

    years: tuple[int, ...]
    knots: tuple[tuple[int, float], ...]

    @classmethod
    def over(cls, entries: Iterable[Day], days: Iterable[Day]) -> RecordScale:
        """The scale for entries that stand at these days and reach over others; there must be one entry."""
        counted = Counter(day.year * 12 + day.month - 1 for day in entries)
        years = sorted({month // 12 for month in counted} | {day.year for day in days})
        widths = [(m, _QUIET + counted[m]) for year in years for m in range(12 * year, 12 * year + 12)]
        whole, at = sum(width for _, width in widths), 0.0
        knots = [(widths[0][0], 0.0)]
        for month, width in widths:
            if knots[-1][0] != month:
                knots.append((month, at))
            at += 100 * width / whole
            knots.append((month + 1, at))
        return cls(tuple(years), tuple((month, round(place, 2)) for month, place in _without_straight(knots)))

    def at(self, day: Day, more: int = 0) -> float:
        """Where a day begins, or the day `more` days after it, in percent of the width."""
        month = day.year * 12 + day.month - 1 + (day.day - 1 + more) / 31
        after = min(max(bisect_right(self.knots, month, key=lambda knot: knot[0]), 1), len(self.knots) - 1)
        (start, low), (end, high) = self.knots[after - 1], self.knots[after]
        return min(100.0, low + (high - low) * (month - start) / (end - start))

    def ticks(self, apart: float = APART_NAMES) -> list[tuple[str, float]]:
        """Where each year begins, with its name where there is room; the widest are named first.

        `apart` is how far names stand apart at least, in percent of the width.
        """
        starts = [self.at(Day(year, 1, 1)) for year in self.years]
        widths = [end - start for start, end in pairwise([*starts, 100.0])]
        named: list[float] = []
        for _, start in sorted(zip(widths, starts, strict=True), key=lambda pair: (-pair[0], pair[1])):
            if all(abs(start - other) >= apart for other in named):
                named.append(start)
        years = zip(self.years, starts, strict=True)
        return [(year_name(year) if at in named else "", round(at, 2)) for year, at in years]


def _without_straight(knots: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The knots without those at which the scale does not bend."""
    kept = [knots[0]]
    for before, here, after in zip(knots, knots[1:], knots[2:], strict=False):
        slopes = [(high[1] - low[1]) / (high[0] - low[0]) for low, high in ((before, here), (here, after))]
        if abs(slopes[0] - slopes[1]) > 1e-9:
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
