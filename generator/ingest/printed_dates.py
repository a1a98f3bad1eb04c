"""Calendar dates as newspapers print them, in several languages and digits, as EDTF."""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from babel import Locale

from generator.lib.dates import parse
from generator.lib.dates.calendars import CALENDARS

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "tr", "ru", "uk", "fa", "ar", "ur", "he", "hi")
_USES = ("format", "stand-alone")


def month_names(tag: str) -> dict[str, int]:
    """The months of a language by their names and abbreviations in small letters, without full stops."""
    months = Locale(tag).months
    forms = [months[use][width] for use in _USES for width in ("abbreviated", "wide")]
    return {name.lower().rstrip("."): number for names in forms for number, name in names.items()}


def weekday_names(tag: str) -> dict[str, int]:
    """The weekdays of a language by their names in small letters, Monday being 0."""
    days = Locale(tag).days
    return {name.lower(): number for use in _USES for number, name in days[use]["wide"].items()}


_NATIVE = {
    "persian": "فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند",
    "islamic": "محرم, صفر, ربيع الأول, ربيع الآخر, جمادى الأولى, جمادى الآخرة, رجب, شعبان, رمضان, شوال, "
    "ذو القعدة, ذو الحجة",
}
_OTHER_MONTHS = {
    name.lower(): (calendar, number)
    for calendar, native in _NATIVE.items()
    for names in (native.split(", "), CALENDARS[calendar].months)
    for number, name in enumerate(names, 1)
}
"""The months of other calendars, with the calendar."""
_MONTHS = {name: number for tag in _LANGUAGES for name, number in month_names(tag).items()}
_WEEKDAYS = {name for tag in _LANGUAGES for name in weekday_names(tag)}
_LETTER = r"[^\W\d_]|[\u0900-\u0dff]"
"""A letter or, of a script of India, a vowel sign, which Python takes for no part of a word."""
_MONTH = (
    "ב?(?P<month>"
    + "|".join(sorted(map(re.escape, {**_MONTHS, **_OTHER_MONTHS}), key=len, reverse=True))
    + rf")(?!{_LETTER})(?:[\s\u200c]?ماه(?!{_LETTER}))?\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>[12]\d{3})"
_OF = r"(?:\s+(?:de|of)(?=\s))?"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        r"(?P<year>\d{4})\s*[年년]\s*(?P<number>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
        rf"{_DAY}(?:st|nd|rd|th|er|º)?\.?{_OF}\s+{_MONTH},?{_OF}\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d{{1,2}})/{_YEAR}",
        rf"(?P<number>\d{{1,2}})/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}",
        r"(?P<year>(?:1[6-9]|20)\d\d)(?P<sign>[/.])\s?(?P<number>\d{1,2})(?P=sign)\s?(?P<day>\d{1,2})\.?",
        rf"(?<!\d )(?<!\d\. ){_MONTH},?\s+{_YEAR}",
    )
)
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.|um|gegen|vers|hacia|حدود)\s+(\d{4})", re.IGNORECASE)
_SOLAR = re.compile(r"[۰-۹]{4}([/-])[۰-۹]{1,2}\1[۰-۹]{1,2}")
"""A day of the Solar Hijri calendar in Persian digits, the year first."""
_STAMP = re.compile(r"\s*(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4})(?:[T\s].*)?", re.DOTALL)


_TOO_LATE = 1500
"""A year of the Hijri calendars that nothing printed can bear yet."""


@dataclass(frozen=True)
class PrintedDate:
    """A date found in a line: its EDTF, and where it begins and ends there."""

    edtf: str
    start: int
    end: int


def find_date(line: str) -> PrintedDate | None:
    """The first date in `line` that can be read in one way only; `03/01/2022` cannot and is passed over."""
    digits = "".join(sign if sign.isascii() else str(unicodedata.decimal(sign, sign)) for sign in line)
    solar = _SOLAR.search(line)
    if solar and digits[solar.start()] == "1" and digits[solar.start() + 1] in "34":
        year, month, day = map(int, re.split("[/-]", digits[solar.start() : solar.end()]))
        edtf = _of_other_calendar("persian", month, year, day)
        return PrintedDate(edtf, solar.start(), solar.end()) if edtf else None
    for form in _FORMS:
        for found in form.finditer(digits):
            edtf = _edtf(found.groupdict())
            if edtf:
                return PrintedDate(edtf, found.start(), found.end())
    return None


def is_weekday(word: str) -> bool:
    """Whether `word` is the name of a day of the week."""
    return word.lower() in _WEEKDAYS


def is_month(word: str) -> bool:
    """Whether `word` is the name of a month."""
    return word.lower().rstrip(".") in _MONTHS


def stamp_date(stamp: str) -> str | None:
    """The EDTF day, month or year of an ISO 8601 stamp, as it is written, without its time of day."""
    about = _ABOUT.fullmatch(stamp[:80].strip())
    if about:
        return f"{about[1]}~"
    found = _STAMP.fullmatch(stamp[:80])
    if not found:
        printed = find_date(stamp[:80])
        return printed.edtf if printed else None
    parts = [*found[1].split("-"), "01", "01"][:3]
    return found[1] if _is_day(*map(int, parts)) else None


def _edtf(parts: dict[str, str | None]) -> str | None:
    name, day = parts.get("month"), parts.get("day")
    if other := _OTHER_MONTHS.get((name or "").lower()):
        return _of_other_calendar(*other, int(parts["year"] or 0), int(day or 0))
    year, month = int(parts["year"] or 0), _MONTHS.get(name.lower(), 0) if name else int(parts["number"] or 0)
    if not _is_day(year, month, int(day or 1)):
        return None
    return f"{year:04}-{month:02}" + (f"-{int(day):02}" if day else "")


def _of_other_calendar(calendar: str, month: int, year: int, day: int) -> str | None:
    if year >= _TOO_LATE:
        return None
    try:
        return parse(f"{year}-{month:02}" + (f"-{day:02}" if day else "") + f" ({calendar})").text
    except ValueError:
        return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return datetime.date(year, month, day).year >= 1000
    except ValueError:
        return False
