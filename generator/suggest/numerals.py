"""Numbers in digits and words."""

from __future__ import annotations

import re

from generator.suggest.language import Figures

DIGITS = r"\d+(?:[.,]\d+)*"


def number_pattern(figures: Figures) -> str:
    """A pattern for one number in digits or words; it has no groups that capture."""
    small = "|".join(sorted(figures.words, key=len, reverse=True))
    scales = "|".join(sorted(figures.scales, key=len, reverse=True))
    words = rf"(?:{small}|(?:{'|'.join(sorted(figures.one))})(?= (?:{scales})))"
    unit = rf"(?:{DIGITS}|{words}(?:[- ]{words})?)"
    joiner = rf"(?: {figures.joiner})?"
    return rf"{unit}(?:{joiner} (?:{scales})(?:{joiner} {words}(?:[- ]{words})?\b)?){{0,4}}"


def value_of(text: str, figures: Figures | None) -> float | None:
    """The number that `text` writes, None where it writes none (`1,23`, `three two`)."""
    if figures is None:
        return float(text) if text.isdigit() else None
    total, group = 0.0, 0.0
    for word in re.findall(rf"{DIGITS}|[^\W\d_]+", text.lower()):
        scale = figures.scales.get(word) or figures.suffixes.get(word)
        if scale:
            if scale > 100:
                total, group = total + (group or 1) * scale, 0
            else:
                group = (group or 1) * scale
        elif word != figures.joiner and (word not in figures.one or word in figures.words):
            number = _simple(word, figures)
            if number is None:
                return None
            group += number
    return total + group


def _simple(word: str, figures: Figures) -> float | None:
    if word in figures.words:
        return figures.words[word]
    grouped = rf"\d{{1,3}}(?:{re.escape(figures.thousands)}\d{{3}})+"
    plain = word.replace(figures.thousands, "") if re.match(grouped, word) else word
    whole, point, rest = plain.partition(figures.point)
    if not whole.isdigit() or (point and not rest.isdigit()):
        return None
    return float(f"{whole}.{rest or 0}")
