"""Works out a date in EDTF: as the words print it, or counted from the day of publication."""

import calendar
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ingest.printed_dates import find_date
from generator.lib.dates import Edtf, parse
from generator.lib.numerals import value_of
from generator.suggest.language import LanguageTables

Parts = Mapping[str, str]
"""What the groups of a form's pattern found, empty where nothing."""

_NEAR = 183
"""Most days between publication and a day that is printed without its year."""
WITHOUT_YEAR = ("day_month", "month")
"""The forms that leave the year to the reader."""


Reckoned = tuple[str | None, str, str]
"""A date in EDTF (None where it cannot be worked out), its basis (`stated` or `inferred`), and the reason."""


class _UncertainError(Exception):
    """The words are a date, but not which; the message says why."""


@dataclass(frozen=True)
class Anchor:
    """From where words count: the date of publication, whether they are quoted or speak of the future."""

    language: LanguageTables
    published: Edtf | None
    is_quoted: bool = False
    is_future: bool = False

    @property
    def day(self) -> datetime.date:
        """The day of publication."""
        return datetime.date(*self.certain(3))

    def certain(self, parts: int) -> tuple[int, int, int]:
        """The day of publication, of which so many parts (year, month, day) are certain."""
        counted = "counted from the day of publication, which the record"
        if self.is_quoted:
            said = "counted from the day on which it was said, which need not be the day of publication"
            raise _UncertainError(said)
        if self.published is None:
            raise _UncertainError(f"{counted} does not give")
        first, last = self.published.earliest, self.published.latest
        is_vague = self.published.approximate or self.published.uncertain
        if is_vague or first is None or last is None or first[:parts] != last[:parts]:
            raise _UncertainError(f"{counted} gives no finer than {self.published.text}")
        return first


def reckon(form: str, found: Mapping[str, str | None], anchor: Anchor) -> Reckoned | None:
    """The date that the groups of a match of `form` write; None where there is no such day (31 February)."""
    parts = {name: words or "" for name, words in found.items()}
    try:
        if form == "counted":
            raise _UncertainError("counted from another event that the words do not date")
        if form in _STATED:
            edtf, basis, reason = _STATED[form](parts, anchor.language.dates), "stated", "printed in full"
        else:
            edtf, reason = _COUNTED[form](parts, anchor)
            basis, reason = "inferred", f"{reason}, {anchor.published.text if anchor.published else ''}"
        parse(edtf)
    except _UncertainError as fault:
        missing = "the year is not printed; " if form in WITHOUT_YEAR else ""
        return None, "inferred", f"{missing}{fault}"
    except ValueError:
        return None
    return edtf, basis, reason


def _number(table: Mapping[str, int], word: str) -> int:
    return table[word.lower().rstrip(".")]


def _day_of(parts: Parts, table: Any, day: str = "day") -> datetime.date:
    month = int(parts.get("month_number") or 0) or _number(table.months, parts["month"])
    return datetime.date(int(parts["year"]), month, int(parts[day]))


def _printed(parts: Parts, table: Any) -> str:
    """A date of another calendar."""
    found = find_date(parts["printed"])
    if found is None:
        raise ValueError
    return found.edtf


def _days(parts: Parts, table: Any) -> str:
    return _interval(str(_day_of(parts, table)), str(_day_of(parts, table, "day2")))


def _years(parts: Parts, table: Any) -> str:
    first, last = parts["year"], parts["year2"]
    return _interval(first, first[: len(first) - len(last)] + last)


def _interval(first: str, last: str) -> str:
    if last <= first:
        raise ValueError
    return f"{first}/{last}"


_STATED: dict[str, Callable[[Parts, Any], str]] = {
    "iso": lambda parts, table: str(datetime.date.fromisoformat(parts["iso"])),
    "full": lambda parts, table: str(_day_of(parts, table)),
    "printed": _printed,
    "days": _days,
    "month_year": lambda parts, table: f"{parts['year']}-{_number(table.months, parts['month']):02}",
    "season_year": lambda parts, table: f"{parts['year']}-{_number(table.seasons, parts['season'])}",
    "years": _years,
    "year": lambda parts, table: parts["year"],
    "decade": lambda parts, table: f"{parts['decade']}X",
}
"""What reads each form of date that is printed; each raises ValueError where there is no such day."""


def _day_month(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    """The nearest such day, the one before publication where it is past."""
    month, day = _number(anchor.language.dates.months, parts["month"]), int(parts["day"])
    datetime.date(2024, month, day)
    published = anchor.day
    years = (published.year - 1, published.year, published.year + 1)
    days = [datetime.date(y, month, day) for y in years if (month, day) != (2, 29) or calendar.isleap(y)]
    wanted = [d for d in days if (d > published if anchor.is_future else d <= published)]
    best = min(wanted, key=lambda d: abs((d - published).days), default=None)
    if best is None or abs((best - published).days) > _NEAR:
        raise _UncertainError("no such day is near the publication")
    side = "after" if anchor.is_future else "before"
    return f"{best}?", f"the year is not printed: the nearest such day {side} publication"


def _month(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    """A month without year: the last one before publication, or the next one."""
    month = _number(anchor.language.dates.months, parts["month"])
    year, published, _ = anchor.certain(2)
    which = _which(parts, anchor)
    ahead = which == 1 or (anchor.is_future and which != -1)
    if which == -1:
        year -= month >= published
    elif which != 0:
        year += month <= published if ahead else -(month > published)
    side = "first such month after" if ahead else "last such month up to"
    edtf = f"{year}-{month:02}{'?' if which is None else ''}"
    return edtf, f"the year is not printed: the {side} publication"


def _which(parts: Parts, anchor: Anchor) -> int | None:
    """-1 for `last`, 0 for `this`, 1 for `next`; None where no such word stands."""
    return _number(anchor.language.dates.which, parts["which"]) if parts.get("which") else None


def _weekday(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    published, which = anchor.day, _which(parts, anchor)
    back = (published.weekday() - _number(anchor.language.dates.weekdays, parts["weekday"])) % 7
    if which == 1 or (anchor.is_future and which != -1):
        day = published + datetime.timedelta(7 - back)
        return str(day), "the first such weekday after publication"
    day = published - datetime.timedelta(back or (7 if which == -1 else 0))
    return str(day), "the last such weekday up to publication"


def _day_word(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    days = _number(anchor.language.dates.days, parts["word"])
    return _moved(anchor.day, "day", days), "counted from publication"


def _ago(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    published, counted, numerals = anchor.day, parts["count"], anchor.language.numerals
    number = 1 if counted.lower() in numerals.one else int(value_of(counted, numerals) or 0)
    if not number:
        raise _UncertainError(f"“{counted}” is no exact number")
    period = anchor.language.dates.periods[parts["unit"].lower()]
    return f"{_moved(published, period, -number)}~", "counted from publication"


def _moved(day: datetime.date, period: str, number: int) -> str:
    """The day, month, year … so many days, weeks, months, years … on from a day."""
    if period in ("day", "week"):
        return str(day + datetime.timedelta(number * (7 if period == "week" else 1)))
    months = day.year * 12 + day.month - 1 + number
    return {
        "month": f"{months // 12}-{months % 12 + 1:02}",
        "year": f"{day.year + number}",
        "decade": f"{day.year // 10 + number}X",
        "century": f"{day.year // 100 + number}XX",
    }[period]


def _period(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    """This, last or next week, month, year …, as the calendar has them; weeks begin on Monday."""
    step = _which(parts, anchor) or 0
    period = anchor.language.dates.periods[parts["period"].lower()]
    if period == "week":
        monday = anchor.day + datetime.timedelta(7 * step - anchor.day.weekday())
        return f"{monday}/{monday + datetime.timedelta(6)}", "counted from publication"
    return _moved(datetime.date(*anchor.certain(2)), period, step), "counted from publication"


def _season(parts: Parts, anchor: Anchor) -> tuple[str, str]:
    """The last or next season: of this year or the one beside it, by where its first month lies."""
    year, month, _ = anchor.certain(2)
    number = _number(anchor.language.dates.seasons, parts["season"])
    first, which = 3 * (number - 20), _which(parts, anchor)
    if which == -1:
        year -= first + 2 >= month
    if which == 1:
        year += first <= month
    return f"{year}-{number}", "counted from publication"


_COUNTED: dict[str, Callable[[Parts, Anchor], tuple[str, str]]] = {
    "day_month": _day_month,
    "month": _month,
    "weekday": _weekday,
    "day_word": _day_word,
    "ago": _ago,
    "period": _period,
    "season": _season,
}
"""What counts each form from publication: the date in EDTF, and how it was counted."""
