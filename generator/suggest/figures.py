"""Figures with their units, and how exact the article makes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.lib.numerals import DIGITS, Numerals, number_pattern, value_of
from generator.lib.text import any_of
from generator.suggest.reading import Reading
from generator.suggest.types import Span, Spanned

_UNIT_WORD = re.compile(r"(?:[ ]|(?<=['’]))(?=(?P<word>[^\W\d_]+(?:[-’'/][^\W\d_]+)*))")
_BEFORE = re.compile(r"([\w’'-]+[ ]?|\S)$")
_LABEL = r"(?<![\w:])(?P<unit>[^\W\d_]{4,}(?: [^\W\d_]+)?): "
_NEVER = "(?!)"
_LONGEST_UNIT = 4
_SPACE = "[ \u00a0\u202f]"
_BOUNDS = {"at_least": "min", "at_most": "max"}


@dataclass(frozen=True)
class Figure(Spanned):
    """A figure: `number`, or `min` and `max` of a range, of `unit`; `qualifier` as records write it."""

    qualifier: str
    unit: str | None
    number: float | None = None
    min: float | None = None
    max: float | None = None

    @property
    def numbers(self) -> dict[str, float | None]:
        """The numbers by their names in a record."""
        return {"number": self.number, "min": self.min, "max": self.max}


def figures(reading: Reading, taken: Iterable[Span] = ()) -> list[Figure]:
    """Every figure of the running text that has a unit, in order, outside the spans `taken` (dates).

    Without tables for the language: every number in digits, without unit.
    """
    closed = list(taken)
    found = _of_language(reading) if reading.language.has_tables else _digits(reading)
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


def _of_language(reading: Reading) -> Iterator[Figure]:
    table, numerals = reading.language.figures, reading.language.numerals
    money = rf"(?:{any_of(table.currencies)}){_SPACE}?"
    shortened = rf"{DIGITS}(?:{any_of(numerals.suffixes)})\b"
    number = rf"(?:{money}{shortened}|(?:{money})?(?:{number_pattern(numerals)}))"
    qualifiers = any_of(table.qualifiers)
    ranges = _filled(table.between, number, "low", "high"), _filled(table.to, number, "low2", "high2")
    pattern = re.compile(
        rf"(?<![\w.,:/$£€-])(?:(?:{'|'.join(ranges)})|(?:(?P<qualifier>{qualifiers}) )?(?P<number>{number}))"
        r"(?![\w:/]|[.,]\d|[-–]\w)",
        re.IGNORECASE,
    )
    for match in reading.running(pattern):
        figure = _figure(reading, match)
        if figure:
            yield figure
    for match in reading.running(re.compile(table.none_confirmed or _NEVER)):
        yield Figure(match.start(), match.end(), "none_confirmed", match["unit"] or match["state"], 0)
    share = _filled(table.share, number, "part", "all")
    for match in reading.running(re.compile(rf"(?<!\w)(?:{share})(?!\w)", re.IGNORECASE)):
        part, whole = (value_of(match[name], numerals) or 0 for name in ("part", "all"))
        if 0 < part < whole:
            yield Figure(match.start(), match.end(), "about", "percent", round(100 * part / whole, 1))
    for match in reading.running(re.compile(rf"{_LABEL}(?P<number>{number})(?=[.,;)]?(?:\s|$))")):
        count = value_of(match["number"], numerals)
        last = match["unit"].split()[-1]
        if (last.lower() in table.states or _is_plural(last, table)) and count is not None:
            yield Figure(match.start(), match.end("number"), "exactly", match["unit"].lower(), count)


def _filled(form: str, number: str, *groups: str) -> str:
    """The pattern of a form of words with its numbers as groups."""
    for group in groups:
        form = form.replace("{number}", f"(?P<{group}>{number})", 1)
    return form or _NEVER


def _figure(reading: Reading, match: re.Match[str]) -> Figure | None:
    table, numerals = reading.language.figures, reading.language.numerals
    qualifier = table.qualifiers.get((match["qualifier"] or "").lower(), "exactly")
    if _is_label(match, qualifier, table, numerals):
        return None
    low, high = match["low"] or match["low2"], match["high"] or match["high2"]
    currencies = {sign.lower(): unit for sign, unit in table.currencies.items()}
    sign = (re.findall(any_of(currencies), match[0].lower()) or [""])[0]
    unit, end = _unit(match.string, match.end(), table)
    values = [
        value_of(each.lower().replace(sign, ""), numerals) for each in (low, high, match["number"]) if each
    ]
    if sign:
        unit, end = currencies[sign.lower()], match.end()
    elif unit is None or not (_can_be_counted(unit, end, match, table) or values == [1]):
        return None
    if None in values or (len(values) == 2 and (values[0] or 0) >= (values[1] or 0)):
        return None
    if low:
        return Figure(match.start(), end, "about", unit, None, values[0], values[1])
    return Figure(match.start(), end, qualifier, unit, **{_BOUNDS.get(qualifier, "number"): values[0]})


def _can_be_counted(unit: str, end: int, match: re.Match[str], table: Any) -> bool:
    """Whether the unit is a plural, and not a verb with its object: `five thousand gets its news`."""
    last = unit.split()[-1]
    following = _UNIT_WORD.match(match.string, end)
    is_verb = following is not None and following["word"].lower() in table.objects
    return last in table.states | table.no_plural | table.deeds or (_is_plural(last, table) and not is_verb)


def _is_plural(word: str, table: Any) -> bool:
    return re.fullmatch(table.plural, word) is not None


def _is_label(match: re.Match[str], qualifier: str, table: Any, numerals: Numerals) -> bool:
    """Whether the number is a name (`Route 7`), part of a list, or a word such as `the two` and `one`."""
    written = (match["number"] or "").lower()
    before = _BEFORE.search(match.string[max(0, match.start() - 20) : match.start()])
    previous = before[1].strip() if before else ""
    is_word = not any(character.isdigit() for character in written)
    if (written in numerals.one or numerals.words.get(written) == 0) and (
        not match["qualifier"] or qualifier == "about"
    ):
        return True
    if not match["qualifier"] and is_word and previous.lower() in table.definite:
        return True
    is_capital = previous[:1].isupper() and len(previous) > 2
    return is_capital and written.isdigit() and previous.lower() not in table.label_ends


def _unit(text: str, at: int, table: Any) -> tuple[str | None, int]:
    """The unit that follows offset `at` and where it ends."""
    if percent := re.compile(rf"\s?(?:{any_of(table.percent)})(?!\w)").match(text, at):
        return "percent", percent.end()
    pattern = table.state.replace("{states}", any_of(table.states)) or _NEVER
    if state := re.compile(rf" {pattern}\b").match(text, at):
        return state[0].split()[-1], state.end()
    if deed := re.compile(rf" (?:{any_of(table.deeds)})(?!\w)", re.IGNORECASE).match(text, at):
        return deed[0].strip(), deed.end()
    counted = re.compile(rf" {table.counters}", re.IGNORECASE).match(text, at)
    return _unit_words(text, counted.end() - counted[0].endswith(" ") if counted else at, table)


def _unit_words(text: str, at: int, table: Any) -> tuple[str | None, int]:
    words: list[str] = []
    end = at
    while len(words) < (1 if table.plural == r"\w+" else _LONGEST_UNIT):
        gap = _UNIT_WORD.match(text, end)
        if not gap or gap["word"].lower() in table.unit_ends:
            break
        if words and _is_plural(words[-1], table) and not _is_plural(gap["word"], table):
            break  # a plural noun stands already, and no other follows it
        words.append(gap["word"])
        end = gap.end("word")
    while words and not table.capital_units and (words[-1][:1].isupper() or words[-1].endswith("ly")):
        end -= len(words.pop()) + 1
    if not words or words[0].lower() in table.no_unit:
        return None, at
    return " ".join(words), end
