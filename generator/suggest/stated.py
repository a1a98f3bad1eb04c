"""Dates that an article prints: full ones, months, years, ranges."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from generator.suggest.setting import Parts, Reckoned, Setting, month_of, number_of, stated


def _full(parts: Parts, setting: Setting) -> Reckoned:
    day = datetime.date(number_of(parts, "year"), month_of(parts, setting), number_of(parts, "day"))
    return stated(day.isoformat())


def _iso(parts: Parts, setting: Setting) -> Reckoned:
    return stated(datetime.date.fromisoformat(parts["iso"] or "").isoformat())


def _days(parts: Parts, setting: Setting) -> Reckoned:
    year, month = number_of(parts, "year"), month_of(parts, setting)
    first = datetime.date(year, month, number_of(parts, "day"))
    last = datetime.date(year, month, number_of(parts, "day2"))
    if last <= first:
        raise ValueError
    return stated(f"{first}/{last}")


def _month_year(parts: Parts, setting: Setting) -> Reckoned:
    return stated(f"{parts['year']}-{month_of(parts, setting):02}")


def _season_year(parts: Parts, setting: Setting) -> Reckoned:
    return stated(f"{parts['year']}-{setting.language.dates.seasons[(parts['season'] or '').lower()]}")


def _years(parts: Parts, setting: Setting) -> Reckoned:
    first, last = parts["year"] or "", parts["year2"] or ""
    last = first[: len(first) - len(last)] + last
    if last <= first:
        raise ValueError
    return stated(f"{first}/{last}")


def _year(parts: Parts, setting: Setting) -> Reckoned:
    return stated(parts["year"] or "")


def _decade(parts: Parts, setting: Setting) -> Reckoned:
    return stated(f"{parts['decade']}X")


FORMS: dict[str, Callable[[Parts, Setting], Reckoned]] = {
    "iso": _iso,
    "full": _full,
    "days": _days,
    "month_year": _month_year,
    "season_year": _season_year,
    "years": _years,
    "year": _year,
    "decade": _decade,
}
"""What reads each form of date; each raises ValueError where there is no such day."""
