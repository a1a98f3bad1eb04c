"""Which words and figures no quotation may part, though white space or a hyphen stands within them."""

import re
from functools import cache
from pathlib import Path

import yaml

from generator.lib.numerals import TABLES, Numerals
from generator.lib.text import any_of, longest_first

_LISTED = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
WINDOW = 40
"""How many characters on either side of a cut are looked at."""
_HYPHEN = "[-‐‑]"
_JOINERS = "\u200c\u200d"
"""What joins or parts letters within a word, as in Persian."""
_NEVER = r"(?!)"


def parted(text: str, at: int, language: str) -> str:
    """What a cut of `text` at offset `at` would part, such as `1.5 million` or `un-American`; else nothing.

    `language` is the BCP 47 tag of the text.
    """
    first, last = max(0, at - WINDOW), at + WINDOW
    for pattern in patterns(language.split("-")[0].lower()):
        for found in pattern.finditer(text, first, last):
            if found.start() < at < found.end():
                return found.group()
    return ""


@cache
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """What holds together in a language (its BCP 47 subtag, in small letters), as patterns of the whole."""
    units, signs, prefixes, suffixes = (
        _any_of(_LISTED[table].get(language, "")) for table in ("units", "signs", "prefixes", "suffixes")
    )
    known = TABLES.get(language)
    number = r"\d(?:[\d.,٫٬]*\d)?" + (rf"|\b(?:{any_of({*known.words, *known.one})})" if known else "")
    figures = _LISTED["figures"].get(language, "")
    wholes = (
        _spelt(known) if known else _NEVER,
        rf"[\d{figures}](?:[\d.,{figures}]*[\d{figures}])" if figures else _NEVER,
        rf"(?:{number}){_HYPHEN}\s+\w+\s+\w+",
        rf"(?:{number})[\s-]+(?:{units})(?:[\s-]+(?:{units}))*\b",
        rf"\b(?:{signs})\s+\d(?:[\d.,]*\d)?",
        rf"(?<![\w’'-])(?:{prefixes}){_HYPHEN}\w+",
        rf"\w+{_HYPHEN}(?:{suffixes})\b",
        rf"\w+(?:[{_JOINERS}]\w+)+",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in wholes if pattern != _NEVER)


def _spelt(known: Numerals) -> str:
    """A pattern for a number of several words; a joiner stands within one behind more than it adds only."""
    scales = {word for word, value in known.scales.items() if value >= 100}
    large = any_of(scales | {word for word, value in known.words.items() if value >= 100})
    ones, teens, small = (
        any_of(word for word, value in known.words.items() if value in numbers)
        for numbers in (range(1, 10), range(10, 20), range(1, 20))
    )
    tens = any_of(word for word, value in known.words.items() if value in range(20, 100, 10))
    every = any_of({*known.words, *scales})
    joiner = known.joiner
    parts = (
        rf"(?:{large})[\s-]+(?:{joiner}[\s-]*)?(?=(?:{every})\b)",
        rf"(?:{tens})[\s-]+(?:{joiner}[\s-]+)?(?=(?:{small})\b)",
        rf"(?:{ones})[\s-]+{joiner}(?=(?:{tens})\b)",
        rf"(?:{teens})[\s-]+(?=(?:{tens})\b)",
        rf"(?:{every})(?:{_HYPHEN}(?=(?:{every})\b)|[\s-]+(?=(?:{large})\b))",
    )
    return rf"\b(?:(?:{'|'.join(parts)})+(?:{every})\b|(?:{tens}){_HYPHEN}\w+)"


def _any_of(listed: str) -> str:
    words = sorted(map(re.escape, listed.split()), key=longest_first)
    return "|".join(words).replace("%", r"[\s-]") or _NEVER
