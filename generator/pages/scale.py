"""What drawings over time share: a scale of years, and marks in lanes so that none lies on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.lib.dates import Day, parse, plain, spoken_strings

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_LABELS = 9
_APART = 0.2

Extent = tuple[float, float]
"""Where something begins and ends on the scale, in percent of its width."""


@dataclass(frozen=True)
class Scale:
    """A scale true to time from the start of the year `first` to that of `end`."""

    first: int
    end: int

    @classmethod
    def over(cls, days: Iterable[Day]) -> Scale:
        """The scale of the whole years in which the days lie; there must be one."""
        years = [day.year for day in days]
        return cls(min(years), max(years) + 1)

    def at(self, day: Day, more: int = 0) -> float:
        """Where a day begins, or the day `more` days after it, in percent of the width."""
        at = day.year + (day.month - 1) / 12 + (day.day - 1 + more) / 372
        return 100 * (at - self.first) / (self.end - self.first)

    def ticks(self) -> Iterator[tuple[str, float]]:
        """The years to name, nine at most, each with where it begins; of a single year its quarters."""
        length = self.end - self.first
        if length == 1 and self.first > 0:
            yield from (
                (plain(parse(f"{self.first:04}-{month:02}")), self.at(Day(self.first, month, 1)))
                for month in (1, 4, 7, 10)
            )
            return
        step = next((s for s in _STEPS if length / s <= _MOST_LABELS), _STEPS[-1])
        for year in range(self.first - self.first % -step, self.end, step):
            yield year_name(year), round(100 * (year - self.first) / length, 2)


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
