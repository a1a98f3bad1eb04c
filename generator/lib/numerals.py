"""Numbers in digits and words, read in the tables of a language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lib.dates import ENGLISH as ENGLISH_DATES


@dataclass(frozen=True)
class Numerals:
    """How a language writes numbers.

    `suffixes` follow digits (`14m`), `one` are words for a single thing, `joiner` stands between the parts of
    a number (`two hundred and six`), `thousands` and `point` within digits.
    """

    words: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    one: frozenset[str]
    joiner: str
    thousands: str
    point: str


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = Numerals(
    words={word: number for number, word in enumerate(_ONES.split())}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12},
    suffixes={"m": 10**6, "bn": 10**9, "k": 1000},
    one=frozenset({"one", "a", "an"}),
    joiner="and",
    thousands=",",
    point=".",
)
TABLES: Mapping[str, Numerals] = {"en": ENGLISH}
"""The languages whose numbers are read in words too."""
DIGITS = r"\d+(?:[.,]\d+)*"


def number_pattern(table: Numerals) -> str:
    """A pattern for one number in digits or words; it has no groups that capture."""
    small = "|".join(sorted(table.words, key=len, reverse=True))
    scales = "|".join(sorted(table.scales, key=len, reverse=True))
    words = rf"(?:{small}|(?:{'|'.join(sorted(table.one))})(?= (?:{scales})))"
    unit = rf"(?:{DIGITS}|{words}(?:[- ]{words})?)"
    joiner = rf"(?: {table.joiner})?"
    return rf"{unit}(?:{joiner} (?:{scales})(?:{joiner} {words}(?:[- ]{words})?\b)?){{0,4}}"


def value_of(text: str, table: Numerals | None) -> float | None:
    """The number that `text` writes, None where it writes none (`1,23`, `three two`)."""
    if table is None:
        return float(text) if text.isdigit() else None
    total, group = 0.0, 0.0
    for word in re.findall(rf"{DIGITS}|[^\W\d_]+", text.lower()):
        scale = table.scales.get(word) or table.suffixes.get(word)
        if scale:
            if scale > 100:
                total, group = total + (group or 1) * scale, 0
            else:
                group = (group or 1) * scale
        elif word != table.joiner and (word not in table.one or word in table.words):
            number = _simple(word, table)
            if number is None:
                return None
            group += number
    return total + group


def _simple(word: str, table: Numerals) -> float | None:
    if word in table.words:
        return table.words[word]
    grouped = rf"\d{{1,3}}(?:{re.escape(table.thousands)}\d{{3}})+"
    plain = word.replace(table.thousands, "") if re.match(grouped, word) else word
    whole, point, rest = plain.partition(table.point)
    if not whole.isdigit() or (point and not rest.isdigit()):
        return None
    return float(f"{whole}.{rest or 0}")


def numbers_in(text: str, language: str) -> set[float]:
    """Every number that a text in a language writes, but those of dates.

    Of `1.7 million` both 1,700,000 and 1.7 are given, since a record may count in millions. In a language
    without a table, digits alone are read, a point or comma in them as either may be meant.
    """
    table = TABLES.get(language.split("-")[0].lower())
    if table is None:
        return {n for match in re.finditer(rf"(?<![\w.,]){DIGITS}(?!\w)", text) for n in _either(match[0])}
    suffixes = "|".join(table.suffixes)
    pattern = rf"(?<![\w.,])(?:{DIGITS}(?:{suffixes})\b|{number_pattern(table)})(?!\w)"
    found: set[float] = set()
    for match in re.finditer(pattern, _DATE.sub(" ", text), re.IGNORECASE):
        digits = re.match(DIGITS, match[0])
        for written in {match[0], digits[0] if digits else match[0]}:
            number = value_of(written, table)
            if number is not None:
                found.add(number)
    return found


def _either(digits: str) -> set[float]:
    plain = re.sub(r"[.,٫٬]", "", digits)
    parts = re.split(r"[.,٫]", digits)
    decimal = {float(f"{int(parts[0])}.{parts[1]}")} if len(parts) == 2 else set()
    return {float(int(plain)), *decimal}


_MONTHS = "|".join(ENGLISH_DATES.months)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTHS})\b"
    r"(?: \d{1,2}(?:st|nd|rd|th)?\b(?!,\d))?(?:,? \d{4}\b)?"
    r"|\b(?:in|since|of|by|until|from|during|before|after|early|late) (?:1\d|20)\d\d\b(?![,.]\d)"
)
"""Dates of an English text: a day, month and year, or a year after a word that it follows."""
