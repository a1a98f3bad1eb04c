"""Tells the hyphen of a word from one that a line's end has put into it, by what else the text shows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.lib.files import listed_beside

SOFT = "\u2010"
"""The hyphen that programs print where they part a word; lines that end in U+00AD are given with it."""
_BEGINS, _ENDS, _LINKS = (
    frozenset(listed_beside(__file__)[name].split()) for name in ("begins", "ends", "links")
)
_PARTED = re.compile(r"([^\W_](?:[\w'’-]*[^\W_])?)[-\u2010]$")
_FIRST = re.compile(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RARE = 0.03
"""Of the lines of a text in which words are parted, more than so many end in a hyphen."""
_LONG_WORD, _LEAST, _FILLED = 9, 7, 0.9
"""A program that parts words would have set a part of so long a word on a line no more than so full."""


@dataclass
class Hyphens:
    """The hyphens at the ends of the lines of a text."""

    lines: Sequence[str]
    doubtful: list[str] = field(default_factory=list)
    """Words of which a hyphen was taken out, though nothing in the text tells whose it was."""

    def __post_init__(self) -> None:
        inner = [re.sub(r"[^\s]+[-\u2010]$", "", line) for line in self.lines]
        self._words = {word.lower() for line in inner for word in _WORD.findall(line)}
        ends = [line[-1] for line in self.lines if _PARTED.search(line)]
        self._has_soft = SOFT in ends and not any(SOFT in line for line in inner)
        is_rare = len(ends) < len(self.lines) * _RARE
        self._never_parts = not self._has_soft and (is_rare or self._left_short() >= max(len(ends), 1))

    def _left_short(self) -> int:
        """How many lines end so far from the margin that a part of the next word would have filled them."""
        lengths = sorted(map(len, self.lines))
        full = lengths[int(len(lengths) * 0.9)] if lengths else 0
        short = 0
        for before, line in pairwise(self.lines):
            first = _FIRST.match(line)
            is_short = full * 0.6 < len(before) + _LEAST < full * _FILLED
            goes_on = is_short and not before.endswith((".", ":", "-"))
            short += bool(goes_on and first and "-" not in first[0] and len(first[0]) >= _LONG_WORD)
        return short

    def joined(self, before: str, line: str) -> str | None:
        """`before` and the `line` below it as one text, where a hyphen stands between them; else None."""
        parted, first = _PARTED.search(before), _FIRST.match(line)
        if not parted or not first or first[0].lower() in _LINKS:
            return None
        start, rest = parted[1].lower(), first[0].lower()
        is_kept = start + rest not in self._words
        if first[0][0].islower():
            is_kept = self._is_kept(before[-1], start, rest)
        if is_kept:
            return f"{before[:-1]}-{line}"
        return before[:-1] + line

    def _is_kept(self, hyphen: str, start: str, rest: str) -> bool:
        if hyphen == SOFT and self._has_soft:
            return False
        last = start.rpartition("-")[2]
        if start + rest in self._words or last + rest in self._words:
            return False
        if self._has_soft or self._never_parts or f"{start}-{rest}" in self._words:
            return True
        if "-" in start or "-" in rest or start in _BEGINS or (len(start) > 2 and rest in _ENDS):
            return True
        self.doubtful.append(start + rest)
        return False
