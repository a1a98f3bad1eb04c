"""Works out a date in EDTF from printed words and, where they count from it, the day of publication."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.dates import Edtf
from generator.suggest.language import Language
from generator.suggest.numerals import value_of

Parts = Mapping[str, str | None]
NOT_STATED = "counted from the day of publication, which the record does not give"
TOO_COARSE = "counted from the day of publication, which the record gives no finer than {edtf}"
IN_QUOTATION = "counted from the day on which it was said, which need not be the day of publication"
OTHER_EVENT = "counted from another event that the words do not date"
_NEAR = 183


@dataclass(frozen=True)
class Reckoned:
    """A date in EDTF with its basis (`stated` or `inferred`), or none; `reason` says why in either case."""

    edtf: str | None
    basis: str
    reason: str


@dataclass(frozen=True)
class Setting:
    """From where words count: the date of publication, whether they are quoted or speak of the future."""

    language: Language
    published: Edtf | None
    is_quoted: bool = False
    is_future: bool = False


def reckon(form: str, parts: Parts, setting: Setting) -> Reckoned | None:
    """The date that `parts` of a match of `form` write; None where there is no such day (31 February)."""
    try:
        return _FORMS[form](parts, setting)
    except ValueError:
        return None


def _stated(edtf: str) -> Reckoned:
    return Reckoned(edtf, "stated", "printed in full")


def _month(parts: Parts, setting: Setting) -> int:
    return setting.language.dates.months[(parts["month"] or "").lower().rstrip(".")]


def _full(parts: Parts, setting: Setting) -> Reckoned:
    day = datetime.date(_number(parts, "year"), _month(parts, setting), _number(parts, "day"))
    return _stated(day.isoformat())


def _iso(parts: Parts, setting: Setting) -> Reckoned:
    return _stated(datetime.date.fromisoformat(parts["iso"] or "").isoformat())


def _days(parts: Parts, setting: Setting) -> Reckoned:
    year, month = _number(parts, "year"), _month(parts, setting)
    first = datetime.date(year, month, _number(parts, "day"))
    last = datetime.date(year, month, _number(parts, "day2"))
    if last <= first:
        raise ValueError
    return _stated(f"{first}/{last}")


def _month_year(parts: Parts, setting: Setting) -> Reckoned:
    return _stated(f"{parts['year']}-{_month(parts, setting):02}")


def _season_year(parts: Parts, setting: Setting) -> Reckoned:
    return _stated(f"{parts['year']}-{setting.language.dates.seasons[(parts['season'] or '').lower()]}")


def _years(parts: Parts, setting: Setting) -> Reckoned:
    first, last = parts["year"] or "", parts["year2"] or ""
    last = first[: len(first) - len(last)] + last
    if last <= first:
        raise ValueError
    return _stated(f"{first}/{last}")


def _year(parts: Parts, setting: Setting) -> Reckoned:
    return _stated(parts["year"] or "")


def _decade(parts: Parts, setting: Setting) -> Reckoned:
    return _stated(f"{parts['decade']}X")


def _on_day(setting: Setting) -> datetime.date | Reckoned:
    """The day of publication, or why none is counted from it."""
    if setting.is_quoted:
        return Reckoned(None, "inferred", IN_QUOTATION)
    published = setting.published
    if published is None:
        return Reckoned(None, "inferred", NOT_STATED)
    day = published.earliest
    if day is None or published.precision != "day" or day != published.latest or _is_vague(published):
        return Reckoned(None, "inferred", TOO_COARSE.format(edtf=published.text))
    return datetime.date(*day)


def _is_vague(published: Edtf) -> bool:
    return published.approximate or published.uncertain


def _day_month(parts: Parts, setting: Setting) -> Reckoned:
    """The year is not printed: that of the nearest such day, the one before publication where it is past."""
    month, day = _month(parts, setting), _number(parts, "day")
    datetime.date(2024, month, day)
    published = _on_day(setting)
    if isinstance(published, Reckoned):
        return Reckoned(None, "inferred", f"the year is not printed; {published.reason}")
    years = (published.year - 1, published.year, published.year + 1)
    days = [datetime.date(y, month, day) for y in years if (month, day) != (2, 29) or calendar.isleap(y)]
    wanted = [d for d in days if (d > published if setting.is_future else d <= published)]
    best = min(wanted, key=lambda d: abs((d - published).days), default=None)
    if best is None or abs((best - published).days) > _NEAR:
        return Reckoned(None, "inferred", "the year is not printed, and no such day is near the publication")
    side = "after" if setting.is_future else "before"
    return _inferred(f"{best}?", f"the year is not printed: the nearest such day {side} publication", setting)


def _inferred(edtf: str, reason: str, setting: Setting) -> Reckoned:
    assert setting.published is not None  # noqa: S101 - the caller counted from it
    return Reckoned(edtf, "inferred", f"{reason}, {setting.published.text}")


def _bare_month(parts: Parts, setting: Setting) -> Reckoned:
    """A month without year: the last one before publication, or the next one."""
    month = _month(parts, setting)
    start = _month_of_publication(setting)
    if isinstance(start, Reckoned):
        return Reckoned(None, "inferred", f"the year is not printed; {start.reason}")
    which = (parts.get("which") or "").lower()
    ahead = which == "next" or (setting.is_future and which != "last")
    year = start[0] + (month <= start[1] if ahead else -(month > start[1]))
    if which == "last" and month == start[1]:
        year -= 1
    if which == "this":
        year = start[0]
    side = "first such month after" if ahead else "last such month up to"
    return _inferred(
        f"{year}-{month:02}{'' if which else '?'}",
        f"the year is not printed: the {side} publication",
        setting,
    )


def _month_of_publication(setting: Setting) -> tuple[int, int] | Reckoned:
    published = setting.published
    if setting.is_quoted:
        return Reckoned(None, "inferred", IN_QUOTATION)
    if published is None:
        return Reckoned(None, "inferred", NOT_STATED)
    first, last = published.earliest, published.latest
    if first is None or last is None or first[:2] != last[:2] or _is_vague(published):
        return Reckoned(None, "inferred", TOO_COARSE.format(edtf=published.text))
    return first.year, first.month


def _weekday(parts: Parts, setting: Setting) -> Reckoned:
    published = _on_day(setting)
    if isinstance(published, Reckoned):
        return published
    wanted = setting.language.dates.weekdays[(parts["weekday"] or "").lower()]
    which = (parts.get("which") or "").lower()
    back = (published.weekday() - wanted) % 7
    if which == "next" or (setting.is_future and which != "last"):
        day = published + datetime.timedelta(7 - back)
        return _inferred(day.isoformat(), "the first such weekday after publication", setting)
    day = published - datetime.timedelta(back or (7 if which == "last" else 0))
    return _inferred(day.isoformat(), "the last such weekday up to publication", setting)


def _day_word(parts: Parts, setting: Setting) -> Reckoned:
    published = _on_day(setting)
    if isinstance(published, Reckoned):
        return published
    days = setting.language.dates.days[(parts["word"] or "").lower()]
    return _inferred((published + datetime.timedelta(days)).isoformat(), "counted from publication", setting)


def _ago(parts: Parts, setting: Setting) -> Reckoned:
    published = _on_day(setting)
    if isinstance(published, Reckoned):
        return published
    number = _count(parts["count"] or "", setting)
    unit = (parts["unit"] or "").rstrip("s")
    if number is None:
        return Reckoned(None, "inferred", f"“{parts['count']}” is no exact number")
    if unit in ("day", "week"):
        edtf = (published - datetime.timedelta(number * (7 if unit == "week" else 1))).isoformat() + "~"
    elif unit == "month":
        months = published.year * 12 + published.month - 1 - number
        edtf = f"{months // 12}-{months % 12 + 1:02}~"
    else:
        edtf = f"{published.year - number}~"
    return _inferred(edtf, "counted from publication", setting)


def _count(written: str, setting: Setting) -> int | None:
    if written.lower() in ("a", "an"):
        return 1
    number = value_of(written, setting.language.figures)
    return int(number) if number else None


def _period(parts: Parts, setting: Setting) -> Reckoned:
    """This, last or next week, month, year …, as the calendar has them; weeks begin on Monday."""
    step = {"last": -1, "this": 0, "next": 1}[(parts["which"] or "").lower()]
    period = (parts["period"] or "").lower()
    if period == "week":
        published = _on_day(setting)
        if isinstance(published, Reckoned):
            return published
        monday = published + datetime.timedelta(7 * step - published.weekday())
        return _inferred(f"{monday}/{monday + datetime.timedelta(6)}", "counted from publication", setting)
    start = _month_of_publication(setting)
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
    return _inferred(edtf, "counted from publication", setting)


def _season(parts: Parts, setting: Setting) -> Reckoned:
    """The last or next season: of this year or the one beside it, by where its first month lies."""
    start = _month_of_publication(setting)
    if isinstance(start, Reckoned):
        return start
    number = setting.language.dates.seasons[(parts["season"] or "").lower()]
    year, month = start
    first = 3 * (number - 20)
    which = (parts["which"] or "").lower()
    over = first + 2 < month if which == "last" else first <= month
    year += {"last": 0 if over else -1, "this": 0, "next": 1 if over else 0}[which]
    return _inferred(f"{year}-{number}", "counted from publication", setting)


def _counted(parts: Parts, setting: Setting) -> Reckoned:
    return Reckoned(None, "inferred", OTHER_EVENT)


def _number(parts: Parts, name: str) -> int:
    return int(re.sub(r"\D", "", parts[name] or "") or 0)


_FORMS: dict[str, Callable[[Parts, Setting], Reckoned]] = {
    "iso": _iso,
    "full": _full,
    "days": _days,
    "day_month": _day_month,
    "month_year": _month_year,
    "season_year": _season_year,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "month": _bare_month,
    "weekday": _weekday,
    "day_word": _day_word,
    "ago": _ago,
    "period": _period,
    "season": _season,
    "counted": _counted,
}
