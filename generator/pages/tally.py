"""Tallies: the accounts of a claim counted by stance, for one small mark each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.words import label

ORDER = ("asserts", "admits", "confirms", "relays", "doubts", "denies", "retracts")
"""The stances in the order of their marks."""


@dataclass(frozen=True)
class Tally:
    """One stance for each account, in the order of the marks; `words` say the same in words."""

    stances: tuple[str, ...]
    words: str

    @property
    def total(self) -> int:
        """The number of accounts."""
        return len(self.stances)


def tally(stances: Iterable[str]) -> Tally:
    """Count accounts by stance; a stance that is not in `ORDER` comes last."""
    counted = Counter(stances)
    order = [s for s in ORDER if s in counted] + sorted(set(counted) - set(ORDER))
    words = ", ".join(f"{counted[s]} {_verb(s, counted[s])}" for s in order)
    return Tally(tuple(s for s in order for _ in range(counted[s])), words)


def _verb(stance: str, number: int) -> str:
    word = label(stance)
    if number == 1:
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
