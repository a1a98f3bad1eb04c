"""Numbers in digits and words, read in the tables of a language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.lib.dates import ENGLISH as ENGLISH_DATES
from generator.lib.text import any_of


@dataclass(frozen=True)
class Numerals:
    """How a language writes numbers.

    `suffixes` follow digits (`14m`), `one` are words for a single thing, `joiner` stands between the parts of
    a number (`two hundred and six`), `thousands` and `point` are signs within digits, any of those listed.
    """

    words: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    one: frozenset[str]
    joiner: str
    thousands: str
    point: str


def _numerals(table: dict[str, Any]) -> Numerals:
    ones, tens = table.pop("ones").split(), table.pop("tens").split()
    words = {word: number for number, word in enumerate(ones)}
    words |= {word: number for number, word in zip(range(20, 100, 10), tens, strict=True)} | table.pop(
        "words", {}
    )
    if joint := table.pop("ones_first", ""):
        small = [(word, number) for word, number in words.items() if 0 < number < 10 and word != ones[1]]
        words |= {f"{a}{joint}{ten}": words[ten] + n for a, n in small for ten in tens}
    return Numerals(words=words, one=frozenset(table.pop("one").split()), **table)


TABLES: Mapping[str, Numerals] = {
    tag: _numerals(table)
    for tag, table in yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")).items()
}
"""The languages whose numbers are read in words too."""
_SPACE = "[ \u00a0\u202f\u2009]"
_MOST_DIGITS = 30
"""A number of more is none that anybody means: a checksum, a row of signs."""
DIGITS = rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d.,]*\d)|\d+(?:[.,\u066b\u066c]\d+)*)"


def number_pattern(table: Numerals) -> str:
    """A pattern for one number in digits or words; it has no groups that capture."""
    small, scales = any_of(table.words), any_of(table.scales)
    words = rf"(?:{small}|(?:{any_of(table.one)})(?= (?:{scales})))"
    ones, tens = (
        any_of(word for word, n in table.words.items() if least <= n < most)
        for least, most in ((1, 10), (20, 100))
    )
    joint = rf"(?:{tens}) {table.joiner} (?:{ones})\b|(?:{ones}) {table.joiner}(?:{tens})"
    small_number = rf"(?:{joint}|{words}(?:[- ]{words})?)"
    unit = rf"(?:{DIGITS}|{small_number})"
    joiner = rf"(?: {table.joiner})?"
    return rf"{unit}(?:{joiner} (?:{scales})(?:{joiner} {small_number}\b)?){{0,4}}"


def value_of(text: str, table: Numerals | None) -> float | None:
    """The number that `text` writes, None where it writes none (`1,23`, `three two`)."""
    if table is None:
        return float(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None
    total, group = 0.0, 0.0
    known = any_of(word for word in table.words if "-" in word)
    for word in re.findall(rf"{DIGITS}|{known}|[^\W\d_]+", text.lower()):
        scale = table.scales.get(word) or table.suffixes.get(word)
        if scale:
            if scale > 100:
                total, group = total + (group or 1) * scale, 0
            else:
                group = (group or 1) * scale
        elif word != table.joiner and (word not in table.one or word in table.words):
            number = _simple(word.removeprefix(table.joiner) if word not in table.words else word, table)
            if number is None:
                return None
            group += number
    return total + group


def _simple(word: str, table: Numerals) -> float | None:
    if word in table.words:
        return table.words[word]
    digits = re.sub(_SPACE, "", word)
    signs = re.escape(table.thousands)
    grouped = rf"\d{{1,3}}(?:[{signs}]\d{{3}})+(?!\d)|\d{{1,2}}(?:[{signs}]\d\d)+[{signs}]\d{{3}}(?!\d)"
    plain = re.sub(f"[{signs}]", "", digits) if re.match(grouped, digits) else digits
    whole, point, rest = next(
        (plain.partition(sign) for sign in table.point if sign in plain), (plain, "", "")
    )
    if not whole.isdecimal() or (point and not rest.isdecimal()) or len(digits) > _MOST_DIGITS:
        return None
    return float(f"{whole}.{rest}")


def numbers_in(text: str, language: str) -> set[float]:
    """Every number that a text in a language writes, but those of dates.

    Of `1.7 million` both 1,700,000 and 1.7 are given, since a record may count so. In languages other
    than English a point or comma in digits is read as either may be meant.
    """
    tag = language.split("-")[0].lower()
    table, is_english = TABLES.get(tag), tag == "en"
    found: set[float] = set()
    if not is_english:
        found = {n for match in re.finditer(rf"(?<![\w.,]){DIGITS}(?!\w)", text) for n in _either(match[0])}
    if table is None:
        return found
    pattern = rf"(?<![\w.,])(?:{DIGITS}(?:{any_of(table.suffixes)})\b|{number_pattern(table)})(?!\w)"
    for match in re.finditer(pattern, _DATE.sub(" ", text) if is_english else text, re.IGNORECASE):
        digits = re.match(DIGITS, match[0])
        for written in {match[0], digits[0] if digits else match[0]}:
            number = value_of(written, table)
            if number is not None:
                found.add(number)
    return found


def _either(digits: str) -> set[float]:
    plain = re.sub(rf"[.,٫٬]|{_SPACE}", "", digits)
    if len(plain) > _MOST_DIGITS:
        return set()
    parts = re.split(r"[.,٫]", digits)
    decimal = {float(f"{parts[0]}.{parts[1]}")} if len(parts) == 2 else set()
    return {float(plain), *decimal}


_MONTHS = "|".join(ENGLISH_DATES.months)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTHS})\b"
    r"(?: \d{1,2}(?:st|nd|rd|th)?\b(?!,\d))?(?:,? \d{4}\b)?"
    r"|\b(?:in|since|of|by|until|from|during|before|after|early|late) (?:1\d|20)\d\d\b(?![,.]\d)"
)
"""Dates of an English text: a day, month and year, or a year after a word that it follows."""
