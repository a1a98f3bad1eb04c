"""Reads a date as a record writes it: a single date, an interval or a set."""

import calendar
import re
from dataclasses import replace
from functools import lru_cache

from generator.lib.dates.calendars import in_gregorian
from generator.lib.dates.edtf import Day, Edtf, End, Precision, Single, Span, whole
from generator.lib.dates.mistakes import meant
from generator.lib.dates.wording import ENGLISH

_MARK = "[?~%]?"
_DATE = re.compile(
    rf"(?P<of_year>{_MARK})"
    r"(?P<year>Y-?[1-9][0-9]*(?:E[0-9]+)?|-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)(?:S(?P<digits>[1-9][0-9]*))?"
    rf"(?P<to_year>{_MARK})(?:-(?P<of_month>{_MARK})(?P<month>[0-9X]{{2}})(?P<to_month>{_MARK})"
    rf"(?:-(?P<of_day>{_MARK})(?P<day>[0-9X]{{2}})(?P<to_day>{_MARK}))?)?"
)
_PARTS = ("year", "month", "day")
_VAGUE: tuple[Precision, ...] = ("year", "decade", "century", "millennium", "millennium")
"""To what a year is known of which so many digits are not."""
_GENERAL = "write year, month and day as 2020-01-03, or as much as is known: 2020-01, 2020, 202X"
_MISTAKES = [
    (r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?[?~%]?", "month and day have two digits each, as in 2020-01-03"),
    (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*",
        "the clock time has a field of its own, `time`, and its zone has `tz`; write the day alone",
    ),
    (
        r"-[0-9]{1,3}",
        "a year has four digits, and the year before year 1 is 0000: 500 BC is -0499",
    ),
    (r"[0-9]{4}[-–—][0-9]{4}|.*[0-9]\.\.[0-9].*", "an interval has a slash: 2019/2020"),
    (r"[0-9]+[-0-9xu]*[xu]", "a digit that is not known is a capital X: 202X, 2020-XX"),
    (
        r"-[0-9]+X+.*",
        "a year before the year 0000 has no X: write the first and the last that it may be, as -0199/-0100",
    ),
    (
        r"[?~%]?(?=[0-9X]{4}(?![0-9X]))[0-9]*X+[0-9].*",
        "of a year the last digits may be unknown, not the first: 201X, 20XX, or XXXX where none is known",
    ),
    (
        r"[?~%]?[0-9]{1,3}[?~%]?",
        "a year has four digits: 197X is the years 1970 to 1979, 1970? an uncertain year, 0197 the year 197",
    ),
    (r"Y.*", "a year of five to twelve digits is written Y12345, Y-12345 or Y17E7 and has no month"),
    (
        r".*[?~%].*[0-9X?~%].*",
        "a mark (?, ~ or % for both) stands once: after the date for all of it, after a part for that and "
        "what is before it, or before a part for that alone, as 2020-01-?03",
    ),
]
_ONE_END = "needs a date on at least one side: ../2020 (until), 2020/.. (from), 2019/2020"
_MEMBER = "a set is one or more dates between commas: [2020-01-07,2020-01-08] or [2020..2022]"
_LONG_YEAR = "a year of five to twelve digits is written Y12345, Y-12345 or Y17E7 and has no month"
_MOST_DIGITS = 12
_SPACED = re.compile(", ")
_BOUNDS = "months are 01 to 12, seasons 21 (spring) to 24 (winter), quarters 33 to 36, halves 40 and 41"
_FURTHER = {
    **{number: (3 * (number - 25) + 3, 3) for number in range(25, 29)},
    **{number: ((3 * (number - 29) + 8) % 12 + 1, 3) for number in range(29, 33)},
    **{number: (3 * (number - 33) + 1, 3) for number in range(33, 37)},
    **{number: (4 * (number - 37) + 1, 4) for number in range(37, 40)},
    **{number: (6 * (number - 40) + 1, 6) for number in range(40, 42)},
    **{number: (3 * (number - 21) + 3, 3) for number in range(21, 25)},
}
"""The first month of each part of a year, and how many months it has."""


def parse_single(text: str) -> Single:
    """Read one date. Raises `ValueError`, saying what is wrong and what is right."""
    match = _DATE.fullmatch(text)
    if not match:
        raise _no_date(text)
    date = _unmarked(*match.group("year", "digits", "month", "day"))
    return _marked(date, match)


def _no_date(text: str) -> ValueError:
    right = (advice for pattern, advice in _MISTAKES if re.fullmatch(pattern, text[:40]))
    likely = meant(text[:40])
    try:
        advice = f"write {parse(likely)}"
    except ValueError:
        advice = next(right, _GENERAL)
    return ValueError(f"{text[:40]!r} is not a date: {advice}")


def _marked(date: Single, match: re.Match[str]) -> Single:
    """The date with its marks: one after a part is for what is before it too, one before a part is not."""
    given = [part for part in _PARTS if match[part]]
    marks = {part: match[f"of_{part}"] for part in given}
    for number, part in enumerate(given):
        if mark := match[f"to_{part}"]:
            for before in given[: number + 1]:
                marks[before] = _both(marks[before], mark)
    found = set(marks.values())
    return replace(
        date,
        approximate=bool(found & {"~", "%"}),
        uncertain=bool(found & {"?", "%"}),
        marks=tuple((part, mark) for part, mark in marks.items() if mark) if len(found) > 1 else (),
    )


def _both(first: str, second: str) -> str:
    return second if first in ("", second) else "%"


def _unmarked(year: str, digits: str | None, month: str | None, day: str | None) -> Single:
    if year == "-0000":
        raise ValueError("the year -0000 does not exist: the year before year 1 is 0000")
    if year.startswith("Y") or digits:
        return _long(year, digits, month)
    if "X" in year:
        return _in_vague_year(year, month, day)
    number = int(year)
    if month is None or (month == "XX" and day in (None, "XX")):
        return Single(Day(number, 1, 1), Day(number, 12, 31), "year", unspecified=month is not None)
    return _in_year(year, number, month, day)


def _long(year: str, digits: str | None, month: str | None) -> Single:
    """A year of many digits, or one of which only the first digits count."""
    if month:
        raise ValueError(f"{year} cannot have a month: write {year} alone, or a year of four digits")
    base, _, power = year.removeprefix("Y").partition("E")
    if len(base.lstrip("-")) + int(power[:3] or 0) > _MOST_DIGITS or len(power) > 2:
        raise ValueError(f"{year[:40]!r} is not a date: {_LONG_YEAR}")
    if "X" in base or (year.startswith("Y") and not power and len(base.lstrip("-")) < 5):
        raise ValueError(f"{year[:40]!r} is not a date: {_LONG_YEAR}")
    number = int(base) * 10 ** int(power or 0)
    if not digits:
        return Single(Day(number, 1, 1), Day(number, 12, 31), "year")
    vague = max(len(str(abs(number))) - int(digits[:3]), 0)
    first = abs(number) // 10**vague * 10**vague
    sign = -1 if number < 0 else 1
    ends = sorted(sign * end for end in (first, first + 10**vague - 1))
    return Single(Day(ends[0], 1, 1), Day(ends[1], 12, 31), _VAGUE[min(vague, 3)], estimate=number)


def _in_vague_year(year: str, month: str | None, day: str | None) -> Single:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    parts = [part for part in (month, day) if part]
    starts = ends = None
    if parts and any(part != "XX" for part in parts):
        starts = _in_year(year, _leap(first, last), month or "", day)
        ends = _in_year(year, _leap(last, first), month or "", day)
    return Single(
        _moved(starts.earliest, first) if starts else Day(first, 1, 1),
        _moved(ends.latest, last) if ends else Day(last, 12, 31),
        _VAGUE[year.count("X")],
        unspecified="X" in "".join(parts),
        month=int(month) if month and month.isdecimal() else 0,
        day=int(day) if day and day.isdecimal() else 0,
    )


def _moved(day: Day, year: int) -> Day:
    """The day in another year, if that has it."""
    return day._replace(year=year) if day.day <= days_in(year, day.month) else day


def _leap(year: int, other: int) -> int:
    """The leap year nearest to `year` on the way to `other`."""
    step = 1 if other > year else -1
    return next((at for at in range(year, other, step) if calendar.isleap(2000 + at % 400)), year)


def _in_year(year: str, number: int, month: str, day: str | None) -> Single:
    if "X" not in month and int(month) in _FURTHER:
        if day:
            raise ValueError(f"a season has no day: write {year}-{month}")
        return Single(*_part_of_year(number, int(month)), "season", season=int(month) - 20)
    months = [m for m in range(1, 13) if _fits(m, month)]
    if not months:
        raise ValueError(f"month {month} does not exist: {_BOUNDS}")
    length = days_in(number, months[-1])
    if day is None or (day == "XX" and len(months) == 1):
        found = Single(
            Day(number, months[0], 1), Day(number, months[-1], length), "month", unspecified=bool(day)
        )
        if len(months) == 1:
            return found
        return replace(found, precision="year", unspecified=True, ends=_ends(found, "month"))
    days = [(m, d) for m in months for d in range(1, days_in(number, m) + 1) if _fits(d, day)]
    if not days:
        raise ValueError(_no_day(year, months, length, day))
    precision: Precision = "day" if len(days) == 1 else "month" if len(months) == 1 else "year"
    found = Single(Day(number, *days[0]), Day(number, *days[-1]), precision)
    if len(days) == 1:
        return found
    return replace(found, unspecified=True, ends=_ends(found, "day"))


def _ends(date: Single, precision: Precision) -> tuple[Single, Single]:
    first, last = date.earliest, date.latest
    if precision == "day":
        return Single(first, first, "day"), Single(last, last, "day")
    end = first._replace(day=days_in(first.year, first.month))
    return Single(first, end, "month"), Single(last._replace(day=1), last, "month")


def _fits(number: int, pattern: str) -> bool:
    return all(of in ("X", digit) for of, digit in zip(pattern, f"{number:02}", strict=True))


def _no_day(year: str, months: list[int], length: int, day: str) -> str:
    name = ENGLISH.months[months[-1] - 1]
    return f"{day} {name} does not exist: {name} {year} has {length} days"


def _part_of_year(year: int, number: int) -> tuple[Day, Day]:
    """A season, quarter or other part by whole months; one that passes December bears its first year."""
    first, length = _FURTHER[number]
    later, last = divmod(first + length - 2, 12)
    return Day(year, first, 1), Day(year + later, last + 1, days_in(year + later, last + 1))


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month; the calendar repeats every 400 years, so any year will do."""
    return calendar.monthrange(2000 + year % 400, month)[1]


@lru_cache(maxsize=8192)
def parse(text: str) -> Edtf:
    """Read an EDTF date of level 0 (without clock times), 1 or 2, or one that names another calendar.

    The seasons 21 to 24 are those of the northern hemisphere: 21 is March to May of its year, 24 December to
    the end of February of the next. Raises `ValueError`, and nothing else, for any other text; its message is
    written for editors.
    """
    if not text:
        raise ValueError("the date is empty: write one, as 2020-01-03, or null where none is stated")
    if (gregorian := in_gregorian(text)) is not None:
        return parse(gregorian)
    if any(map(str.isspace, _SPACED.sub(",", text) if text[0] in "[{" else text)):
        raise _no_date(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    date = parse_single(text)
    return whole(text, "date", (Span(date, date),))


def _interval(text: str) -> Edtf:
    if text.count("/") > 1 and meant(text):
        raise _no_date(text)
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
    members = _SPACED.sub(",", text[1:-1]).split(",")
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
