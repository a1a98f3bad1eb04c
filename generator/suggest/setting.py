"""What working out a date starts from, and what comes of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lib.dates import Edtf
from generator.suggest.language import Language

Parts = Mapping[str, str | None]
NOT_STATED = "counted from the day of publication, which the record does not give"
TOO_COARSE = "counted from the day of publication, which the record gives no finer than {edtf}"
IN_QUOTATION = "counted from the day on which it was said, which need not be the day of publication"


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


def stated(edtf: str) -> Reckoned:
    """A date that the article prints."""
    return Reckoned(edtf, "stated", "printed in full")


def inferred(edtf: str, reason: str, setting: Setting) -> Reckoned:
    """A date counted from the day of publication, which the reason names."""
    assert setting.published is not None  # noqa: S101 - the caller counted from it
    return Reckoned(edtf, "inferred", f"{reason}, {setting.published.text}")


def number_of(parts: Parts, name: str) -> int:
    """The number that a part writes in digits."""
    return int(re.sub(r"\D", "", parts[name] or "") or 0)


def month_of(parts: Parts, setting: Setting) -> int:
    """The number of the month that a part names."""
    return setting.language.dates.months[(parts["month"] or "").lower().rstrip(".")]


def day_of_publication(setting: Setting) -> datetime.date | Reckoned:
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


def month_of_publication(setting: Setting) -> tuple[int, int] | Reckoned:
    """Year and month of publication, or why nothing is counted from them."""
    published = setting.published
    if setting.is_quoted:
        return Reckoned(None, "inferred", IN_QUOTATION)
    if published is None:
        return Reckoned(None, "inferred", NOT_STATED)
    first, last = published.earliest, published.latest
    if first is None or last is None or first[:2] != last[:2] or _is_vague(published):
        return Reckoned(None, "inferred", TOO_COARSE.format(edtf=published.text))
    return first.year, first.month


def _is_vague(published: Edtf) -> bool:
    return published.approximate or published.uncertain
