"""How two dates lie to each other: before, overlapping, within.

Dates are taken as written: `2020~` runs from 1 January to 31 December 2020, though "about" may reach further.
An open or unknown end reaches without limit.
"""

from __future__ import annotations

from datetime import date

from generator.lib.dates.edtf import Day, Edtf, Span


def certainly_before(a: Edtf | Span, b: Edtf | Span) -> bool:
    """Return whether every possible day of `a` comes before every possible day of `b`."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def days_apart(a: Edtf, b: Edtf) -> int:
    """How many days lie between two dates at the least; 0 where they may be the same day."""
    if certainly_before(b, a):
        a, b = b, a
    if a.latest is None or b.earliest is None:
        return 0
    return max(0, _count(b.earliest) - _count(a.latest))


def _count(day: Day) -> int:
    """The number of the day; the calendar repeats every 400 years, so any year will do."""
    cycles, year = divmod(day.year, 400)
    return date(2000 + year, day.month, day.day).toordinal() + cycles * 146_097


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
