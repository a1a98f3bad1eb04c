"""Dates as the style guides print them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generator.lib.citing.item import Issued
from generator.lib.dates import ENGLISH


@dataclass(frozen=True)
class DateStyle:
    """How one guide prints a date.

    `day` prints a day of a month, `year` the year with what is told of it (and whether that has a day);
    `circa` stands before a date that is about right.
    """

    months: Mapping[int, str]
    day: Callable[[str, str], str]
    year: Callable[[int, str, bool], str]
    circa: str = "ca. "


_MONTHS = dict(enumerate(ENGLISH.months, 1))
AMERICAN = DateStyle(
    _MONTHS,
    lambda month, day: f"{month} {day}",
    lambda year, within, has_day: f"{within}, {year}" if has_day else f"{within} {year}",
)
"""Chicago: `May 30–June 2, 2031`."""
YEAR_FIRST = DateStyle(
    _MONTHS, lambda month, day: f"{month} {day}", lambda year, within, _has_day: f"{year}, {within}"
)
"""APA: `2031, May 30–June 2`."""
DAY_FIRST = DateStyle(
    {at: name if len(name) < 5 else f"{name[: 4 if at == 9 else 3]}." for at, name in _MONTHS.items()},
    lambda month, day: f"{day} {month}",
    lambda year, within, _has_day: f"{within} {year}",
    "circa ",
)
"""MLA: `30 May–2 June 2031`; the months with more than four letters are cut short."""

FULL_DAY_FIRST = DateStyle(_MONTHS, DAY_FIRST.day, DAY_FIRST.year)
"""Wikipedia: `30 May–2 June 2031`."""


def styled(date: Issued | None, style: DateStyle) -> str:
    """The date; empty where there is none.

    One that the work does not state or that is uncertain stands in brackets, with a question mark where it
    is uncertain.
    """
    if date is None:
        return ""
    words = _exact(date, style)
    if not words:
        words = date.words
    elif date.circa:
        about = style.circa if "~" in date.edtf or "%" in date.edtf else ""
        words = f"{about}{words}{'?' if date.uncertain else ''}"
    return f"[{words}]" if date.inferred or words.endswith("?") else words


def of_year(date: Issued | None) -> Issued | None:
    """The date with no more than its year, where it has one."""
    return replace(date, parts=(date.year,), season=0, since=(), until=()) if date and date.year else date


def of_month(date: Issued | None, cut: bool) -> Issued | None:
    """The date with no more than its month, where it has one and `cut` says so."""
    return replace(date, parts=date.parts[:2]) if date and cut else date


def _exact(date: Issued, style: DateStyle) -> str:
    if date.season:
        return style.year(date.year, ENGLISH.seasons[date.season - 1].capitalize(), False)
    if date.parts:
        return _one(date.parts, style)
    return _span(date.since, date.until, style) if date.since else ""


def _one(parts: tuple[int, ...], style: DateStyle) -> str:
    return style.year(parts[0], _within(parts, style), len(parts) > 2) if len(parts) > 1 else str(parts[0])


def _within(parts: tuple[int, ...], style: DateStyle) -> str:
    month = style.months[parts[1]]
    return style.day(month, str(parts[2])) if len(parts) > 2 else month


def _span(since: tuple[int, ...], until: tuple[int, ...], style: DateStyle) -> str:
    if since[0] != until[0] or min(len(since), len(until)) < 2:
        return f"{_one(since, style)}–{_one(until, style)}"
    days = len(since) > 2 and len(until) > 2
    if days and since[1] == until[1]:
        within = style.day(style.months[since[1]], f"{since[2]}–{until[2]}")
    else:
        within = f"{_within(since, style)}–{_within(until, style)}"
    return style.year(since[0], within, max(len(since), len(until)) > 2)
