"""Dates in the running text: full ones, months, weekdays and words that count from another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from generator.lib.dates import parse
from generator.lib.numerals import number_pattern
from generator.suggest.language import Language
from generator.suggest.reading import Reading
from generator.suggest.reckoning import reckon
from generator.suggest.setting import Reckoned, Setting
from generator.suggest.tables import of_language

_ISO = re.compile(r"(?<![\w.:/-])(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?![\w/-])")
_YEARS_ALONE = ("year", "years", "decade", "season_year")
_WITHOUT_YEAR = ("day_month", "month")


@dataclass(frozen=True)
class Dated:
    """A date in the text: `edtf` None where it cannot be worked out; `reason` says why in either case."""

    start: int
    end: int
    edtf: str | None
    basis: str
    reason: str
    form: str


def dates(reading: Reading) -> list[Dated]:
    """Every date of the running text, in order; the most exact reading of words takes their place."""
    taken = bytearray(len(reading.text))
    found = []
    for form, match in _matches(reading):
        start, end = match.span("date") if "date" in match.re.groupindex else match.span()
        if any(taken[start:end]) or not _is_date(reading, form, start, match):
            continue
        reckoned = _reckoned(reading, form, match, start)
        if reckoned:
            taken[start:end] = b"\1" * (end - start)
            found.append(Dated(start, end, reckoned.edtf, reckoned.basis, reckoned.reason, form))
    found.sort(key=lambda each: each.start)
    return list(_in_step(reading, list(_joined(reading, found))))


def _joined(reading: Reading, found: list[Dated]) -> Iterator[Dated]:
    """A day without its year before one with it, `1 March to 30 June 2031`, has the same year."""
    words = reading.language.dates.joined if reading.language else frozenset()
    for date, after in pairwise([*found, None]):
        assert date is not None  # noqa: S101 - only the last has none after it
        joined = after and reading.text[date.end : after.start].strip() in words
        if after and after.edtf and joined and date.form == "day_month" and after.form == "full":
            day = (date.edtf or "").rstrip("?")[4:]
            if day and day <= after.edtf[4:]:
                reason = f"the year is that of the date joined to it, {after.edtf}"
                date = replace(date, edtf=after.edtf[:4] + day, reason=reason)
        yield date


def _in_step(reading: Reading, found: list[Dated]) -> Iterator[Dated]:
    """A year that is not printed is worked out only where the last printed one does not speak against it.

    A year printed alone speaks for its paragraph only, one with its month for all that follows.
    """
    printed, named, scene = "", "", ""
    for date in found:
        label = reading.article.block_at(date.start)
        if named and named != label:
            printed, named = scene, ""
        if date.basis == "stated" and date.edtf and not _is_bound(reading, date):
            printed = date.edtf[:4]
            scene, named = (scene, label) if date.form in _YEARS_ALONE else (printed, "")
        elif (
            date.form in _WITHOUT_YEAR
            and date.edtf
            and date.edtf.endswith("?")
            and printed
            and printed != date.edtf[:4]
        ):
            reason = (
                f"the year is not printed: counted from publication it is {date.edtf[:4]}, but the last year"
            )
            date = replace(date, edtf=None, reason=f"{reason} printed before it is {printed}")
        yield date


def _is_bound(reading: Reading, date: Dated) -> bool:
    """Whether the date only bounds a time, `since 1968`, or is that of the article itself."""
    if reading.published and date.edtf == reading.published.text:
        return True
    before = reading.text[: date.start].split()[-1:]
    return bool(reading.language and before and before[0].lower() in reading.language.dates.since)


def _matches(reading: Reading) -> Iterator[tuple[str, re.Match[str]]]:
    for match in reading.running(_ISO):
        yield "iso", match
    if reading.language:
        for form, pattern in _patterns(reading.language.tag):
            for match in reading.running(pattern):
                yield form, match


def _reckoned(reading: Reading, form: str, match: re.Match[str], start: int) -> Reckoned | None:
    language = reading.language or of_language("en")
    assert language is not None  # noqa: S101 - English has tables
    first, last = reading.sentence_at(start)
    clause = max(reading.text.rfind(mark, first, start) for mark in ",;") + 1 or first
    words = set(
        re.findall(r"\w+", reading.text[max(clause, first) : _clause_end(reading.text, start, last)].lower())
    )
    future = bool(words & language.dates.future)
    setting = Setting(language, reading.published, reading.is_quoted(start), future)
    found = reckon(form, match.groupdict(), setting)
    if found and found.edtf:
        parse(found.edtf)
    return found


def _clause_end(text: str, start: int, end: int) -> int:
    """Where the next comma or semicolon stands, at most `end`."""
    return min((at for at in (text.find(mark, start, end) for mark in ",;") if at >= 0), default=end)


def _is_date(reading: Reading, form: str, start: int, match: re.Match[str]) -> bool:
    """Months and weekdays are written with a capital; after another capital they are part of a name."""
    word = match.groupdict().get("month") or match.groupdict().get("weekday")
    if word and not word[:1].isupper():
        return False
    if form != "weekday":
        return True
    first = reading.sentence_at(start)[0]
    before = (reading.text[first:start].split() or [""])[-1]
    language = reading.language
    if language and before.lower() in language.dates.recurring:
        return False
    openers = language.names.openers if language else frozenset()
    return not before[:1].isupper() or not before[-1].isalnum() or before.lower() in openers


@lru_cache(maxsize=8)
def _patterns(tag: str) -> list[tuple[str, re.Pattern[str]]]:
    language = of_language(tag)
    return (
        [(form, re.compile(_filled(text, language), re.IGNORECASE)) for text, form in language.dates.forms]
        if language
        else []
    )


def _filled(text: str, language: Language) -> str:
    """The form as a pattern. Months may be cut short with a full stop; `{month_word}` is a whole month."""
    table = language.dates
    short = {m for m in table.months for other in table.months if other != m and other.startswith(m)}
    whole = "|".join(month for month in table.months if month not in short)
    names = {
        "{month_word}": rf"(?P<month>{whole})",
        "{month}": rf"(?P<month>(?:{'|'.join(sorted(short, key=len, reverse=True))})\b\.?|(?:{whole})\b)",
        "{weekday}": rf"(?P<weekday>{'|'.join(table.weekdays)})",
        "{season}": rf"(?P<season>{'|'.join(table.seasons)})",
        "{number_word}": number_pattern(language.figures),
    }
    for name, pattern in names.items():
        text = text.replace(name, pattern)
    return rf"(?<![\w$£€.,/-])(?:{text})"
