"""How much two sentences speak of the same matter, by the stems of their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.evidence.hedge_words import ENDINGS, NEGATIONS
from generator.suggest.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Matter:
    """What a sentence is about: the stems of its words that carry matter, and whether it negates."""

    stems: frozenset[str]
    negated: bool


def matter(text: str, language: Language) -> Matter:
    """Read a sentence; numbers and function words carry no matter."""
    found = [word.replace("’", "'").lower() for word in _WORD.findall(text)]
    negated = any(
        word in NEGATIONS.get(language.tag, ()) or word.endswith(ENDINGS.get(language.tag, ()))
        for word in found
    )
    plain = (word.removesuffix("'s") for word in found)
    numbers = language.figures.words.keys() | language.figures.scales.keys()
    calendar = language.dates.months.keys() | language.dates.weekdays.keys()
    left = (w for w in plain if w not in language.function_words and w not in numbers and w not in calendar)
    negations = NEGATIONS.get(language.tag, frozenset())
    return Matter(frozenset(stem(w, language) for w in left if len(w) > 1 and w not in negations), negated)


def stem(word: str, language: Language) -> str:
    """The word without its ending, where at least four letters stay."""
    word = word.lower()
    for ending in language.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def shared(wanted: frozenset[str], there: frozenset[str]) -> tuple[int, float]:
    """How many of the `wanted` stems are there, and which part of them."""
    common = len(wanted & there)
    return common, common / len(wanted) if wanted else 0.0
