"""The parts of a date: a day, a single date, a span, the whole that is written; and how two of them lie."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "season", "year", "decade", "century", "millennium"]
PRECISIONS: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century", "millennium")
"""From the finest to the coarsest."""
SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; unlike `datetime.date` its year may be any, 0 being 1 BC."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """Return `2020-01-03`; years below 0 have a minus, years above 9999 a plus (ISO 8601, expanded)."""
        sign = "-" if self.year < 0 else "+" if self.year > 9999 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"

    def sortable(self) -> str:
        """Return a text that sorts as the day does: its year is counted from 10 trillion BC on."""
        return f"{10**13 + self.year}-{self.month:02}-{self.day:02}"

    @property
    def number(self) -> int:
        """The number of the day; the calendar repeats every 400 years, so any year will do."""
        return self._near.toordinal() + self.year // 400 * 146_097

    def later(self, days: int) -> "Day":
        """The day so many days after it."""
        found = self._near + timedelta(days)
        return Day(found.year - 2000 + self.year // 400 * 400, found.month, found.day)

    @property
    def _near(self) -> date:
        return date(2000 + self.year % 400, self.month, self.day)


def year_text(year: int) -> str:
    """A year in EDTF: `2020`, `-0044`, `Y-170000000`."""
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"


@dataclass(frozen=True, slots=True)
class Single:
    """One date, neither interval nor set: its first and last possible day, as written.

    `precision` is the finest part that is known: `2020-XX` is known to the year. `unspecified` says that a
    month or day was meant but not given (`XX`). `season` is the number of a season, quarter or other part of
    a year less 20, so 1 is spring; 0 where there is none. `approximate`, `uncertain`: any part of it is.
    """

    earliest: Day
    latest: Day
    precision: Precision
    season: int = 0
    unspecified: bool = False
    approximate: bool = False
    uncertain: bool = False
    marks: tuple[tuple[str, str], ...] = ()
    """Where not all of it is marked alike, each part that is (`year`, `month`, `day`) with its mark."""
    ends: tuple["Single", "Single"] | None = None
    """Of a month or day with one digit (`1X`) the first and the last that it may be."""
    month: int = 0
    """The month and `day` where they are given and the year is not, as in `15XX-12-25`."""
    day: int = 0
    estimate: int | None = None
    """The year of which only the first digits count, as in `1950S2`."""


class End(Enum):
    """An end of a span that is no date: `..` is open (it has no limit), an empty end is unknown."""

    OPEN = ".."
    UNKNOWN = ""


class Span(NamedTuple):
    """The days from `start` to `end`; of a single date both are that date."""

    start: Single | End
    end: Single | End

    @property
    def earliest(self) -> Day | None:
        """The first possible day, `None` where the start is open or unknown."""
        return None if isinstance(self.start, End) else self.start.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day, `None` where the end is open or unknown."""
        return None if isinstance(self.end, End) else self.end.latest

    @property
    def dates(self) -> list[Single]:
        """The one or two dates at its ends."""
        return [end for end in dict.fromkeys(self) if isinstance(end, Single)]


@dataclass(frozen=True, order=True)
class Edtf:
    """What one record writes as a date.

    Values are ordered by `sort_key`: the earliest day (none comes first), then the latest (none comes last),
    then the text; so 1 January 2020 comes before January 2020, and that before 2020. Equal values have the
    same text. `approximate`, `uncertain`: any of its dates is (`~`, `?`; `%` is both). `precision` is that of
    its coarsest date. `earliest`, `latest`: `None` where open or unknown.
    """

    sort_key: SortKey = field(repr=False)
    text: str = field(compare=False)
    form: Literal["date", "interval", "one_of", "all_of"] = field(compare=False)
    spans: tuple[Span, ...] = field(compare=False, repr=False)
    earliest: Day | None = field(compare=False)
    latest: Day | None = field(compare=False)
    precision: Precision = field(compare=False)
    approximate: bool = field(compare=False)
    uncertain: bool = field(compare=False)

    @property
    def anchor(self) -> Day | None:
        """The day at which it stands in a list: the last possible one, or the first where the end is open."""
        return self.latest or self.earliest

    @property
    def is_interval(self) -> bool:
        """Whether it is written with a slash, as `2019-12-27/2020-01-08`."""
        return self.form == "interval"

    @property
    def is_set(self) -> bool:
        """Whether it is one of (`[a,b]`) or all of (`{a,b}`) several dates."""
        return self.form in ("one_of", "all_of")

    def __str__(self) -> str:
        return self.text


def whole(text: str, form: Literal["date", "interval", "one_of", "all_of"], spans: tuple[Span, ...]) -> Edtf:
    """Return the `Edtf` of these spans, its bounds and qualities worked out."""
    dates = [date for span in spans for date in span.dates]
    starts = [span.earliest for span in spans]
    ends = [span.latest for span in spans]
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    return Edtf(
        sort_key=((1, *earliest) if earliest else (0,), (0, *latest) if latest else (1,), text),
        text=text,
        form=form,
        spans=spans,
        earliest=earliest,
        latest=latest,
        precision=max((date.precision for date in dates), key=PRECISIONS.index),
        approximate=any(date.approximate for date in dates),
        uncertain=any(date.uncertain for date in dates),
    )


def of_day(day: Day) -> Edtf:
    """The date of one day, of whatever year: EDTF itself has no days in years of more than four digits."""
    date = Single(day, day, "day")
    return whole(day.isoformat(), "date", (Span(date, date),))


def certainly_before(a: Edtf | Span, b: Edtf | Span) -> bool:
    """Return whether every possible day of `a` comes before every possible day of `b`."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def days_apart(a: Edtf, b: Edtf) -> int:
    """How many days lie between two dates at the least; 0 where they may be the same day."""
    if certainly_before(b, a):
        a, b = b, a
    if a.latest is None or b.earliest is None:
        return 0
    return max(0, b.earliest.number - a.latest.number)


def overlaps(a: Edtf, b: Edtf) -> bool:
    """Return whether some day is possible under both."""
    return any(
        not certainly_before(first, second) and not certainly_before(second, first)
        for first in a.spans
        for second in b.spans
    )


def contains(a: Edtf, b: Edtf) -> bool:
    """Return whether every date of `b` lies wholly within a date of `a`."""
    return all(any(_within(inner, outer) for outer in a.spans) for inner in b.spans)


def _within(inner: Span, outer: Span) -> bool:
    starts = outer.earliest is None or (inner.earliest is not None and inner.earliest >= outer.earliest)
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends
