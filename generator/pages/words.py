"""How words and numbers of the records are printed."""

from __future__ import annotations

from generator.text import count


def label(word: str) -> str:
    """A word of a vocabulary as it is printed."""
    return word.replace("_", " ")


def slug(word: str) -> str:
    """A word of a vocabulary as a class name or fragment."""
    return word.replace("_", "-")


def number(value: float) -> str:
    """A number without a needless decimal part."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def plural(amount: int, singular: str, many: str = "") -> str:
    """A number with its noun, as in `1 origin` and `3 origins`."""
    return count(amount, singular, many)
