"""Dates in the running text: full ones, months, weekdays and words that count from another day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.lib.numerals import number_pattern
from generator.lib.text import any_of
from generator.suggest.language import of_language
from generator.suggest.reading import Reading
from generator.suggest.reckoning import WITHOUT_YEAR, Anchor, Reckoned, reckon
from generator.suggest.types import Spanned

_ISO = re.compile(r"(?<![\w.:/-])(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?![\w/-])")
_YEARS_ALONE = ("year", "years", "decade", "season_year")


@dataclass(frozen=True)
class Dated(Spanned):
    """A date in the text: `edtf` None where it cannot be worked out; `reason` says why in either case."""

    edtf: str | None
    basis: str
    reason: str
    form: str


def dates(reading: Reading) -> list[Dated]:
    """Every date of the running text, in order; the most exact reading of words takes their place."""
    taken = bytearray(len(reading.text))
    found = []
    for form, pattern in [("iso", _ISO), *_patterns(reading.language.tag)]:
        for match in reading.running(pattern):
            start, end = match.span("date" if "date" in pattern.groupindex else 0)
            is_date = not any(taken[start:end]) and _is_date(reading, form, start, match)
            if is_date and (reckoned := _reckoned(reading, form, match, start)):
                taken[start:end] = b"\1" * (end - start)
                found.append(Dated(start, end, *reckoned, form))
    return list(_in_step(reading, _joined(reading, sorted(found))))


def _joined(reading: Reading, found: list[Dated]) -> Iterator[Dated]:
    """A day without its year before one with it, `1 March to 30 June 2031`, has the same year."""
    for date, after in zip(found, [*found[1:], None], strict=False):
        if after and after.edtf and (date.form, after.form) == ("day_month", "full"):
            day = (date.edtf or "").rstrip("?")[4:]
            between = reading.text[date.end : after.start].strip()
            if between in reading.language.dates.joined and day and day <= after.edtf[4:]:
                reason = f"the year is that of the date joined to it, {after.edtf}"
                date = replace(date, edtf=after.edtf[:4] + day, reason=reason)
        yield date


def _in_step(reading: Reading, found: Iterable[Dated]) -> Iterator[Dated]:
    """A year that is not printed is worked out only where the last printed one does not speak against it.

    A year printed alone speaks for its paragraph only, one with its month for all that follows.
    """
    printed, named, scene = "", "", ""
    for date in found:
        label = reading.article.block_at(date.start)
        if named and named != label:
            printed, named = scene, ""
        edtf = date.edtf or ""
        if date.basis == "stated" and edtf and not _is_bound(reading, date):
            printed = edtf[:4]
            scene, named = (scene, label) if date.form in _YEARS_ALONE else (printed, "")
        elif date.form in WITHOUT_YEAR and edtf.endswith("?") and printed and printed != edtf[:4]:
            reason = f"the year is not printed: counted from publication it is {edtf[:4]}, but the last year"
            date = replace(date, edtf=None, reason=f"{reason} printed before it is {printed}")
        yield date


def _is_bound(reading: Reading, date: Dated) -> bool:
    """Whether the date only bounds a time, `since 1968`, or is that of the article itself."""
    if reading.published and date.edtf == reading.published.text:
        return True
    before = reading.text[: date.start].split()[-1:]
    return bool(before) and before[0].lower() in reading.language.dates.since


def _reckoned(reading: Reading, form: str, match: re.Match[str], start: int) -> Reckoned | None:
    """The date of a match, which looks ahead where a word of its clause does."""
    first, last = reading.sentence_at(start)
    before, after = (re.split("[,;]", reading.text[a:b]) for a, b in ((first, start), (start, last)))
    words = re.findall(r"\w+", (before[-1] + after[0]).lower())
    is_future = not reading.language.dates.future.isdisjoint(words)
    anchor = Anchor(reading.language, reading.published, reading.is_quoted(start), is_future)
    return reckon(form, {**match.groupdict(), "printed": match[0]}, anchor)


def _is_date(reading: Reading, form: str, start: int, match: re.Match[str]) -> bool:
    """Months and weekdays are written with a capital; after another capital they are part of a name."""
    language, groups = reading.language, match.groupdict()
    word = groups.get("month") or groups.get("weekday")
    if word and language.dates.capital_months and not word[:1].isupper():
        return False
    before = (reading.text[reading.sentence_at(start)[0] : start].split() or [""])[-1]
    is_name = before[:1].isupper() and before[-1].isalnum() and before.lower() not in language.openers
    return form != "weekday" or not (is_name or before.lower() in language.dates.recurring)


@lru_cache(maxsize=8)
def _patterns(tag: str) -> list[tuple[str, re.Pattern[str]]]:
    """The forms of a language as patterns; months may be cut short with a full stop."""
    language = of_language(tag)
    if not language.has_tables:
        return []
    table = language.dates
    short = {m for m in table.months for other in table.months if other != m and other.startswith(m)}
    whole = any_of(table.months.keys() - short)
    parts = {
        **table.parts,
        "month_word": rf"(?P<month>{whole})",
        "month": rf"(?P<month>(?:{any_of(short)})\b\.?|(?:{whole})\b)",
        "weekday": rf"(?P<weekday>{any_of(table.weekdays)})",
        "season": rf"(?P<season>{any_of(table.seasons)})",
        "day_word": rf"(?P<word>{any_of(table.days)})",
        "number_word": number_pattern(language.numerals),
        "titles": "|".join(title.capitalize() for title in sorted(language.names.titles)),
    }

    def filled(form: str) -> str:
        for name in re.findall(r"\{([a-z_]+)\}", form):
            form = form.replace(f"{{{name}}}", filled(parts[name]))
        return form

    return [
        (form, re.compile(rf"(?<![\w$£€.,/-])(?:{filled(text)})", re.IGNORECASE))
        for form, text in table.forms
    ]
