"""Figures with their units, and how exact the article makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lib.numerals import DIGITS, number_pattern, value_of
from generator.suggest.language import Figures, Language
from generator.suggest.reading import Reading
from generator.suggest.types import Span

_UNIT_WORD = re.compile(r"[ ](?=(?P<word>[^\W\d_]+(?:[-’'/][^\W\d_]+)*))")
_BEFORE = re.compile(r"([\w’'-]+[ ]?|\S)$")
_LONGEST_UNIT = 4


@dataclass(frozen=True)
class Figure:
    """A figure: `number`, or `min` and `max` of a range, of `unit`; `qualifier` as records write it."""

    start: int
    end: int
    qualifier: str
    unit: str | None
    number: float | None = None
    min: float | None = None
    max: float | None = None


def shown(value: float) -> str:
    """A number as records write it."""
    return str(int(value)) if value == int(value) else str(value)


def figures(reading: Reading, taken: Iterable[Span] = ()) -> list[Figure]:
    """Every figure of the running text that has a unit, in order, outside the spans `taken` (dates).

    Without tables for the language: every number in digits, without unit.
    """
    closed = list(taken)
    language = reading.language
    found = list(_of_language(reading, language) if language else _digits(reading))
    open_ = [f for f in found if not any(a < f.end and f.start < b for a, b in closed)]
    kept: list[Figure] = []
    for figure in sorted(open_, key=lambda f: (f.start, -f.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _digits(reading: Reading) -> Iterator[Figure]:
    for match in reading.running(re.compile(rf"(?<![\w.,:/-]){DIGITS}(?![\w:/-]|[.,]\d)")):
        number = value_of(match[0], None)
        if number is not None:
            yield Figure(match.start(), match.end(), "exactly", None, number)


def _of_language(reading: Reading, language: Language) -> Iterator[Figure]:
    table = language.figures
    number = number_pattern(table)
    currencies = "".join(map(re.escape, table.currencies))
    suffixes = "|".join(table.suffixes)
    group = rf"(?:[{currencies}]{DIGITS}(?:{suffixes})\b|[{currencies}]?(?:{number}))"
    qualifiers = "|".join(sorted(map(re.escape, table.qualifiers), key=len, reverse=True))
    between = table.between.replace("{number}", f"(?P<low>{group})", 1).replace(
        "{number}", f"(?P<high>{group})", 1
    )
    to = table.to.replace("{number}", f"(?P<low2>{group})", 1).replace("{number}", f"(?P<high2>{group})", 1)
    pattern = re.compile(
        rf"(?<![\w.,:/$£€-])(?:(?:{between}|{to})|(?:(?P<qualifier>{qualifiers}) )?(?P<number>{group}))"
        r"(?![\w:/]|[.,]\d|[-–]\w)",
        re.IGNORECASE,
    )
    for match in reading.running(pattern):
        figure = _figure(reading, language, match)
        if figure:
            yield figure
    for match in reading.running(re.compile(table.none_confirmed)):
        unit = match["unit"] or match["state"]
        yield Figure(match.start(), match.end(), "none_confirmed", unit, 0)


def _figure(reading: Reading, language: Language, match: re.Match[str]) -> Figure | None:
    table, text = language.figures, reading.text
    if _is_label(text, match, table):
        return None
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    sign = next((c for c in table.currencies if c in match[0]), "")
    unit, end = _unit(text, match.end(), table)
    if sign:
        unit, end = table.currencies[sign], match.end()
    if unit is None or not (sign or _can_be_counted(unit, end, match, table)):
        return None
    values = [value_of(each.lstrip(sign), table) for each in (low, high, match["number"]) if each]
    if None in values or (len(values) == 2 and (values[0] or 0) >= (values[1] or 0)):
        return None
    if low:
        return Figure(match.start(), end, "about", unit, None, values[0], values[1])
    qualifier, bound = table.qualifiers.get((match["qualifier"] or "").lower(), ("exactly", "number"))
    return Figure(match.start(), end, qualifier, unit, **{bound: values[0]})


def _can_be_counted(unit: str, end: int, match: re.Match[str], table: Figures) -> bool:
    """Whether the unit is a plural; `one` alone has a singular."""
    last = unit.split()[-1]
    return (
        last in table.states | table.no_plural
        or (_is_plural(last, table) and not _is_verb(match.string, end, table))
        or value_of(match["number"] or "", table) == 1
    )


def _is_verb(text: str, end: int, table: Figures) -> bool:
    """Whether an object follows what ends at `end`: `five thousand gets its news`."""
    following = _UNIT_WORD.match(text, end)
    return following is not None and following["word"].lower() in table.objects


def _is_plural(word: str, table: Figures) -> bool:
    return re.fullmatch(table.plural, word) is not None


def _is_label(text: str, match: re.Match[str], table: Figures) -> bool:
    """Whether the number is a name (`Route 7`), part of a list, or a word such as `the two` and `one`."""
    written = (match["number"] or "").lower()
    before = _BEFORE.search(text[max(0, match.start() - 20) : match.start()])
    previous = before[1].strip() if before else ""
    qualifier = table.qualifiers.get((match["qualifier"] or "").lower(), ("", ""))[0]
    if (written in table.one or table.words.get(written) == 0) and qualifier in ("", "about"):
        return True
    if (
        not match["qualifier"]
        and previous.lower() in table.definite
        and not any(c.isdigit() for c in written)
    ):
        return True
    return (
        previous[:1].isupper()
        and written.isdigit()
        and len(previous) > 2
        and previous.lower() not in table.label_ends
    )


def _unit(text: str, at: int, table: Figures) -> tuple[str | None, int]:
    """The unit that follows offset `at` and where it ends."""
    percent = re.compile(rf"\s?(?:{'|'.join(map(re.escape, table.percent))})(?!\w)").match(text, at)
    if percent:
        return "percent", percent.end()
    for pattern in (table.state, table.of_them):
        state = re.compile(rf" {pattern}\b").match(text, at)
        if state:
            return state[0].split()[-1], state.end()
    counted = re.compile(rf" {table.counters}", re.IGNORECASE).match(text, at)
    return _unit_words(text, counted.end() - 1 if counted else at, table)


def _unit_words(text: str, at: int, table: Figures) -> tuple[str | None, int]:
    words: list[str] = []
    end = at
    while len(words) < _LONGEST_UNIT:
        gap = _UNIT_WORD.match(text, end)
        if not gap or gap["word"].lower() in table.unit_ends or _is_complete(words, gap["word"], table):
            break
        words.append(gap["word"])
        end = gap.end("word")
    while words and (words[-1][:1].isupper() or words[-1].endswith("ly")):
        end -= len(words.pop()) + 1
    if not words or words[0].lower() in table.no_unit:
        return None, at
    return " ".join(words), end


def _is_complete(words: list[str], word: str, table: Figures) -> bool:
    """Whether a plural noun stands already and what follows is no other."""
    if not words:
        return False
    return _is_plural(words[-1], table) and not _is_plural(word, table)
