"""Reads a date as a record writes it: a single date, an interval or a set."""

import calendar
import re
from functools import lru_cache

from generator.lib.dates.edtf import Day, Edtf, End, Precision, Single, Span, whole
from generator.lib.dates.wording import ENGLISH

_DATE = re.compile(
    r"(?P<year>Y-?[1-9][0-9]{4,11}|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)
_GENERAL = "write year, month and day as 2020-01-03, or as much as is known: 2020-01, 2020, 202X"
_MISTAKES = [
    (r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?[?~%]?", "month and day have two digits each, as in 2020-01-03"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*", "the clock time has a field of its own; write the day alone"),
    (r"[0-9]{4}[-–—][0-9]{4}|.*[0-9]\.\.[0-9].*", "an interval has a slash: 2019/2020"),
    (r"[0-9]+[-0-9xu]*[xu]", "a digit that is not known is a capital X: 202X, 2020-XX"),
    (r"[0-9]?XXX+.*", "only the last two digits of a year may be X: 20XX"),
    (r"Y.*", "a year of five to twelve digits is written Y12345 or Y-12345 and has no month"),
    (r".*[?~%].*[0-9X?~%].*", "the mark ?, ~ or % stands once, at the end of the date, for all of it"),
]
_ONE_END = "needs a date on at least one side: ../2020 (until), 2020/.. (from), 2019/2020"
_MEMBER = "a set is one or more dates between commas: [2020-01-07,2020-01-08] or [2020..2022]"


def parse_single(text: str) -> Single:
    """Read one date. Raises `ValueError`, saying what is wrong and what is right."""
    match = _DATE.fullmatch(text)
    if not match:
        right = (advice for pattern, advice in _MISTAKES if re.fullmatch(pattern, text[:40]))
        raise ValueError(f"{text[:40]!r} is not a date: {next(right, _GENERAL)}")
    year, month, day, mark = match.group("year", "month", "day", "mark")
    precision, season, earliest, latest = _bounds(year, month, day)
    return Single(
        earliest,
        latest,
        precision,
        season=season,
        unspecified="XX" in (month, day),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _bounds(year: str, month: str | None, day: str | None) -> tuple[Precision, int, Day, Day]:
    if month and (year.startswith("Y") or "X" in year):
        raise ValueError(f"{year} cannot have a month: write {year} alone, or a year of four digits")
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return "century" if year.endswith("XX") else "decade", 0, Day(first, 1, 1), Day(last, 12, 31)
    if year == "-0000":
        raise ValueError("the year -0000 does not exist: the year before year 1 is 0000")
    number = int(year.removeprefix("Y"))
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(f"a day needs its month: write {year}-XX, or {year} with month and day")
        return "year", 0, Day(number, 1, 1), Day(number, 12, 31)
    return _in_year(year, number, int(month), day)


def _in_year(year: str, number: int, month: int, day: str | None) -> tuple[Precision, int, Day, Day]:
    if 21 <= month <= 24:
        if day:
            raise ValueError(f"a season has no day: write {year}-{month}")
        return ("season", month - 20, *_season(number, month - 20))
    if not 1 <= month <= 12:
        raise ValueError(
            f"month {month:02} does not exist: months are 01 to 12, seasons 21 (spring) to 24 (winter)"
        )
    length = days_in(number, month)
    if day is None or day == "XX":
        return "month", 0, Day(number, month, 1), Day(number, month, length)
    name = ENGLISH.months[month - 1]
    if not 1 <= int(day) <= length:
        raise ValueError(f"{day} {name} does not exist: {name} {year} has {length} days")
    return "day", 0, Day(number, month, int(day)), Day(number, month, int(day))


def _season(year: int, season: int) -> tuple[Day, Day]:
    """Seasons by whole months, northern hemisphere; winter begins in December of the year it is named by."""
    last_year, last_month = (year + 1, 2) if season == 4 else (year, season * 3 + 2)
    return Day(year, season * 3, 1), Day(last_year, last_month, days_in(last_year, last_month))


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month; the calendar repeats every 400 years, so any year will do."""
    return calendar.monthrange(2000 + year % 400, month)[1]


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF date, of level 0 or 1 (without clock times) or a set of level 2.

    Seasons are those of the northern hemisphere: 21 is March to May of its year, 24 December to the end
    of February of the next. Raises `ValueError`, and nothing else, for any other text; its message is
    written for editors.
    """
    if not text:
        raise ValueError("the date is empty: write one, as 2020-01-03, or null where none is stated")
    if any(character.isspace() for character in text):
        raise ValueError(f"{text[:40]!r} is not a date: write it without spaces, as 2020-01-03")
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    date = parse_single(text)
    return whole(text, "date", (Span(date, date),))


def _interval(text: str) -> Edtf:
    if text.count("/") > 1:
        raise ValueError(f"{text[:40]!r} has two slashes: a day is 2020-01-03, an interval 2019/2020-01-08")
    start, end = text.split("/")
    span = Span(_end(start), _end(end))
    if not span.dates:
        raise ValueError(f"the interval {text} {_ONE_END}")
    _check_order(span, start, end)
    return whole(text, "interval", (span,))


def _end(text: str) -> Single | End:
    return End(text) if text in ("", "..") else parse_single(text)


def _set(text: str) -> Edtf:
    closing = "]" if text[0] == "[" else "}"
    if not text.endswith(closing):
        raise ValueError(
            f"the set {text[:40]!r} must end with {closing}; a mark (?, ~, %) stands at each date"
        )
    members = text[1:-1].split(",")
    return whole(text, "one_of" if closing == "]" else "all_of", tuple(map(_member, members)))


def _member(text: str) -> Span:
    if "/" in text:
        raise ValueError(f"a range inside a set has two dots, no slash: {text[:40].replace('/', '..')}")
    start, dots, end = text.partition("..")
    if not start and not end:
        raise ValueError(_MEMBER)
    if not dots:
        date = parse_single(text)
        return Span(date, date)
    span = Span(parse_single(start) if start else End.OPEN, parse_single(end) if end else End.OPEN)
    _check_order(span, start, end)
    return span


def _check_order(span: Span, start: str, end: str) -> None:
    if span.earliest and span.latest and span.latest < span.earliest:
        raise ValueError(f"it ends before it starts: {end} is before {start}; write the earlier date first")
