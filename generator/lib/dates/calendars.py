"""Dates of other calendars than the Gregorian: read as EDTF, and said beside it.

The Solar Hijri calendar of Iran (`persian`) is the library's; the two others are worked out here. The Hijri
one (`islamic`) is tabular: where the moon was seen a month may have begun a day earlier or later, so that its
dates are always about the day.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from generator.lib.dates.edtf import Day, Edtf, End, Single, Span, whole
from generator.lib.dates.wording import plain, spoken_strings
from generator.lib.language import gettext as _
from generator.lib.language import translated

_PERSIAN = "Farvardin, Ordibehesht, Khordad, Tir, Mordad, Shahrivar, Mehr, Aban, Azar, Dey, Bahman, Esfand"
_ISLAMIC = (
    "Muharram, Safar, Rabiʻ I, Rabiʻ II, Jumada I, Jumada II, Rajab, Shaʻban, Ramadan, Shawwal, "
    "Dhuʻl-Qiʻdah, Dhuʻl-Hijjah"
)
Calendar = Literal["persian", "islamic", "julian"]
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_WRITTEN = re.compile(r"(.*?)\s*\(([^()]*)\)")
_RIGHT = (
    "write it as 1398-10-13 (persian), or 1398-10 or 1398, an interval as 1398-10/1398-12 (persian); "
    "the calendars are persian, islamic and julian"
)


@dataclass(frozen=True)
class _Reckoning:
    to_ordinal: Callable[[int, int, int], int]
    """The number of a day, as `datetime.date` counts them."""
    from_ordinal: Callable[[int], tuple[int, int, int]]
    months: tuple[str, ...]
    era: str
    """The text that says a year to be of this calendar."""
    is_exact: bool = True


def _to_persian(year: int, month: int, day: int) -> int:
    from persiantools.jdatetime import JalaliDate  # only where such a date is met

    return int(JalaliDate(year, month, day).to_gregorian().toordinal())  # type: ignore[no-untyped-call]


def _of_persian(ordinal: int) -> tuple[int, int, int]:
    from persiantools.jdatetime import JalaliDate

    day = JalaliDate(datetime.date.fromordinal(ordinal))  # type: ignore[no-untyped-call]
    return day.year, day.month, day.day


def _to_islamic(year: int, month: int, day: int) -> int:
    return day + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (11 * year + 3) // 30 + 227014


def _of_islamic(ordinal: int) -> tuple[int, int, int]:
    year = (30 * (ordinal - 227015) + 10646) // 10631
    month = max(month for month in range(1, 13) if _to_islamic(year, month, 1) <= ordinal)
    return year, month, ordinal - _to_islamic(year, month, 1) + 1


def _to_julian(year: int, month: int, day: int) -> int:
    before_march = (14 - month) // 12
    years = year - before_march
    return day + (153 * (month + 12 * before_march - 3) + 2) // 5 + 365 * years + years // 4 - 308


def _of_julian(ordinal: int) -> tuple[int, int, int]:
    years, rest = divmod(4 * (ordinal + 307) + 3, 1461)
    months, rest = divmod(5 * (rest // 4) + 2, 153)
    return years + months // 10, months + 3 - 12 * (months // 10), rest // 5 + 1


CALENDARS: dict[str, _Reckoning] = {
    "persian": _Reckoning(
        _to_persian,
        _of_persian,
        tuple(_PERSIAN.split(", ")),
        "%(year)s SH",
    ),
    "islamic": _Reckoning(
        _to_islamic,
        _of_islamic,
        tuple(_ISLAMIC.split(", ")),
        "%(year)s AH",
        is_exact=False,
    ),
    "julian": _Reckoning(_to_julian, _of_julian, (), "%(year)s O.S."),
}
"""The calendars by name, as records and the documentary name them."""


def in_gregorian(text: str) -> str | None:
    """The EDTF of a date that names its calendar, as `1398-10-13 (persian)`; None for any other text.

    Of a month or a year it is one of its days, of an interval the days between. Raises ValueError, in an
    editor's words, for a date that does not exist.
    """
    written = _WRITTEN.fullmatch(text)
    if not written:
        return None
    if written[2] not in CALENDARS:
        raise ValueError(f"{text[:40]!r} is not a date: {_RIGHT}")
    start, slash, end = written[1].partition("/")
    if not slash:
        first, last, mark = _days(start, written[2])
        return f"{first}{mark}" if first == last else f"[{first}{mark}..{last}{mark}]"
    ends = []
    for number, part in enumerate((start, end)):
        days = ("", "", "") if part in ("", "..") else _days(part, written[2])
        ends.append(f"{days[number]}{days[2]}" or part)
    return "/".join(ends)


def _days(text: str, calendar: str) -> tuple[str, str, str]:
    """The first and last day of a date in the Gregorian calendar, and the mark of both."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(f"{text[:40]!r} is not a date of the calendar {calendar}: {_RIGHT}")
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    reckoning = CALENDARS[calendar]
    try:
        first = _ordinal(reckoning, year, month or 1, day or 1)
        after = (year, month + 1, 1) if 0 < month < 12 else (year + 1, 1, 1)
        last = first if day else _ordinal(reckoning, *after) - 1
        iso = [datetime.date.fromordinal(number).isoformat() for number in (first, last)]
    except (ValueError, OverflowError):
        raise ValueError(f"{text} does not exist in the calendar {calendar}") from None
    marks = {found[4], "" if reckoning.is_exact else "~"} - {""}
    return iso[0], iso[1], "%" if len(marks) > 1 else "".join(marks)


def _ordinal(reckoning: _Reckoning, year: int, month: int, day: int) -> int:
    number = reckoning.to_ordinal(year, month, day)
    if not 1 <= month <= 12 or reckoning.from_ordinal(number) != (year, month, day):
        raise ValueError
    return number


def beside(edtf: Edtf, calendar: str) -> str:
    """The date in words of another calendar; empty unless it is known to the day."""
    reckoning = CALENDARS[calendar]
    spans = []
    for span in edtf.spans:
        ends = [end if isinstance(end, End) else _in_calendar(end, reckoning) for end in span]
        if None in ends:
            return ""
        spans.append(Span(*ends))  # type: ignore[arg-type]
    strings = spoken_strings()
    in_year = strings.in_year.replace("{year}", _(reckoning.era, year="{year}"))
    months = tuple(map(translated, reckoning.months)) or strings.months
    strings = replace(strings, months=months, in_year=in_year, before_year_1000="{year}")
    return plain(whole(f"{edtf.text} {calendar}", edtf.form, tuple(spans)), strings)


def _in_calendar(date: Single, reckoning: _Reckoning) -> Single | None:
    is_day = date.earliest == date.latest and date.precision == "day"
    if not is_day or not 1 <= date.earliest.year <= datetime.MAXYEAR:
        return None
    try:
        day = Day(*reckoning.from_ordinal(datetime.date(*date.earliest).toordinal()))
    except ValueError:  # before the calendar begins
        return None
    return Single(day, day, "day", approximate=not reckoning.is_exact) if day.year > 0 else None
