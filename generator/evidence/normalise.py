"""Fold the differences between two copies of the same words that no reader would call an alteration.

Folded, and nothing else:

- Unicode composition (NFC): the same letter typed in one or two code points.
- White space: every run of Unicode white space, line and paragraph breaks included, is one space, because
  copies are wrapped and spaced differently.
- Double quotation marks ``" “ ” „ ‟ « »`` are ``"``; single ones and apostrophes ``' ‘ ’ ‚ ‛ ‹ › ʼ ` ´`` are
  ``'``, because publishers' systems exchange them. Double and single stay apart: they show who quotes whom.
- Dashes ``- ‐ ‑ ‒ – — ― −`` are ``-``, for the same reason.
- Invisible marks that carry no word are removed: zero-width space, word joiner, byte-order mark, soft hyphen
  and the three direction marks (left-to-right, right-to-left, Arabic letter).

Never folded: letters, case, digits, other punctuation, the ellipsis. The zero-width (non-)joiners stay,
because they spell words in Persian and Indic scripts; so do the direction embeddings and overrides, because
they can show words in another order than they are stored.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

VERSION = "1"
"""Changes whenever the folding does: a lock written under another version proves nothing."""

DOUBLE_QUOTES = '"“”„‟«»'
SINGLE_QUOTES = "'‘’‚‛‹›\u02bc`´"
DASHES = "-\u2010\u2011\u2012–—\u2015\u2212"
REMOVED = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u061c"

_STYLE = dict.fromkeys(DOUBLE_QUOTES, '"') | dict.fromkeys(SINGLE_QUOTES, "'") | dict.fromkeys(DASHES, "-")


@dataclass(frozen=True)
class Folded:
    """A folded text; character ``i`` stands for ``original[starts[i]:ends[i]]`` (offsets in code points)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def is_whole(self, start: int, end: int) -> bool:
        """True when ``text[start:end]`` parts no letter of the original from its marks."""
        return all(at in (0, len(self.text)) or self.starts[at] != self.starts[at - 1] for at in (start, end))


def fold(text: str) -> Folded:
    """Fold `text`; folding a folded text changes nothing."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for characters, start, end in _clusters(text):
        for character in unicodedata.normalize("NFC", characters):
            style = " " if character.isspace() else _STYLE.get(character, character)
            if style == " " and folded and folded[-1] == " ":
                ends[-1] = end
                continue
            folded.append(style)
            starts.append(start)
            ends.append(end)
    return Folded("".join(folded), tuple(starts), tuple(ends))


def plain(text: str) -> str:
    """The folded text alone, without white space at its ends."""
    return fold(text).text.strip()


def is_mark(character: str) -> bool:
    """True of a character that only alters the one before it (accents, vowel signs)."""
    return unicodedata.category(character).startswith("M")


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (characters, start, end) for the smallest parts that NFC can change on their own."""
    kept, start, end = "", 0, 0
    for at, character in enumerate(text):
        if character in REMOVED:
            continue
        if kept and not _joins(character):
            yield kept, start, end
            kept = ""
        if not kept:
            start = at
        kept += character
        end = at + 1
    if kept:
        yield kept, start, end


def _joins(character: str) -> bool:
    """True when NFC may combine `character` with the one before: a mark, or a Hangul vowel or final."""
    return "\u1160" <= character <= "\u11ff" or is_mark(character)
