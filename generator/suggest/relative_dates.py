"""Dates that words count from the day of publication: weekdays, `last month`, a day without its year."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable

from generator.lib.numerals import value_of
from generator.suggest.setting import (
    Parts,
    Reckoned,
    Setting,
    day_of_publication,
    inferred,
    month_of,
    month_of_publication,
    number_of,
)

OTHER_EVENT = "counted from another event that the words do not date"
_NEAR = 183
"""Most days between publication and a day that is printed without its year."""


def _day_month(parts: Parts, setting: Setting) -> Reckoned:
    """The year is not printed: that of the nearest such day, the one before publication where it is past."""
    month, day = month_of(parts, setting), number_of(parts, "day")
    datetime.date(2024, month, day)
    published = day_of_publication(setting)
    if isinstance(published, Reckoned):
        return Reckoned(None, "inferred", f"the year is not printed; {published.reason}")
    years = (published.year - 1, published.year, published.year + 1)
    days = [datetime.date(y, month, day) for y in years if (month, day) != (2, 29) or calendar.isleap(y)]
    wanted = [d for d in days if (d > published if setting.is_future else d <= published)]
    best = min(wanted, key=lambda d: abs((d - published).days), default=None)
    if best is None or abs((best - published).days) > _NEAR:
        return Reckoned(None, "inferred", "the year is not printed, and no such day is near the publication")
    side = "after" if setting.is_future else "before"
    return inferred(f"{best}?", f"the year is not printed: the nearest such day {side} publication", setting)


def _bare_month(parts: Parts, setting: Setting) -> Reckoned:
    """A month without year: the last one before publication, or the next one."""
    month = month_of(parts, setting)
    start = month_of_publication(setting)
    if isinstance(start, Reckoned):
        return Reckoned(None, "inferred", f"the year is not printed; {start.reason}")
    which = _which(parts, setting)
    ahead = which == 1 or (setting.is_future and which != -1)
    year = start[0] + (month <= start[1] if ahead else -(month > start[1]))
    if which == -1 and month == start[1]:
        year -= 1
    if which == 0:
        year = start[0]
    side = "first such month after" if ahead else "last such month up to"
    return inferred(
        f"{year}-{month:02}{'?' if which is None else ''}",
        f"the year is not printed: the {side} publication",
        setting,
    )


def _which(parts: Parts, setting: Setting) -> int | None:
    """-1 for `last`, 0 for `this`, 1 for `next`; None where no such word stands."""
    word = (parts.get("which") or "").lower()
    return setting.language.dates.which[word] if word else None


def _weekday(parts: Parts, setting: Setting) -> Reckoned:
    published = day_of_publication(setting)
    if isinstance(published, Reckoned):
        return published
    wanted = setting.language.dates.weekdays[(parts["weekday"] or "").lower()]
    which = _which(parts, setting)
    back = (published.weekday() - wanted) % 7
    if which == 1 or (setting.is_future and which != -1):
        day = published + datetime.timedelta(7 - back)
        return inferred(day.isoformat(), "the first such weekday after publication", setting)
    day = published - datetime.timedelta(back or (7 if which == -1 else 0))
    return inferred(day.isoformat(), "the last such weekday up to publication", setting)


def _day_word(parts: Parts, setting: Setting) -> Reckoned:
    published = day_of_publication(setting)
    if isinstance(published, Reckoned):
        return published
    days = setting.language.dates.days[(parts["word"] or "").lower()]
    return inferred((published + datetime.timedelta(days)).isoformat(), "counted from publication", setting)


def _ago(parts: Parts, setting: Setting) -> Reckoned:
    published = day_of_publication(setting)
    if isinstance(published, Reckoned):
        return published
    number = _count(parts["count"] or "", setting)
    unit = setting.language.dates.periods[(parts["unit"] or "").lower()]
    if number is None:
        return Reckoned(None, "inferred", f"“{parts['count']}” is no exact number")
    if unit in ("day", "week"):
        edtf = (published - datetime.timedelta(number * (7 if unit == "week" else 1))).isoformat() + "~"
    elif unit == "month":
        months = published.year * 12 + published.month - 1 - number
        edtf = f"{months // 12}-{months % 12 + 1:02}~"
    else:
        edtf = f"{published.year - number}~"
    return inferred(edtf, "counted from publication", setting)


def _count(written: str, setting: Setting) -> int | None:
    if written.lower() in setting.language.figures.one:
        return 1
    number = value_of(written, setting.language.figures)
    return int(number) if number else None


def _period(parts: Parts, setting: Setting) -> Reckoned:
    """This, last or next week, month, year …, as the calendar has them; weeks begin on Monday."""
    step = _which(parts, setting) or 0
    period = setting.language.dates.periods[(parts["period"] or "").lower()]
    if period == "week":
        published = day_of_publication(setting)
        if isinstance(published, Reckoned):
            return published
        monday = published + datetime.timedelta(7 * step - published.weekday())
        return inferred(f"{monday}/{monday + datetime.timedelta(6)}", "counted from publication", setting)
    start = month_of_publication(setting)
    if isinstance(start, Reckoned):
        return start
    year, month = start
    months = year * 12 + month - 1 + step
    edtf = {
        "month": f"{months // 12}-{months % 12 + 1:02}",
        "year": f"{year + step}",
        "decade": f"{year // 10 + step}X",
        "century": f"{year // 100 + step}XX",
    }[period]
    return inferred(edtf, "counted from publication", setting)


def _season(parts: Parts, setting: Setting) -> Reckoned:
    """The last or next season: of this year or the one beside it, by where its first month lies."""
    start = month_of_publication(setting)
    if isinstance(start, Reckoned):
        return start
    number = setting.language.dates.seasons[(parts["season"] or "").lower()]
    year, month = start
    first = 3 * (number - 20)
    which = _which(parts, setting)
    if which == -1 and first + 2 >= month:
        year -= 1
    if which == 1 and first <= month:
        year += 1
    return inferred(f"{year}-{number}", "counted from publication", setting)


def _counted(parts: Parts, setting: Setting) -> Reckoned:
    return Reckoned(None, "inferred", OTHER_EVENT)


FORMS: dict[str, Callable[[Parts, Setting], Reckoned]] = {
    "day_month": _day_month,
    "month": _bare_month,
    "weekday": _weekday,
    "day_word": _day_word,
    "ago": _ago,
    "period": _period,
    "season": _season,
    "counted": _counted,
}
"""What reads each form of date; each raises ValueError where there is no such day."""
