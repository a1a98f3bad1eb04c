"""Take a quotation apart at the words we left out and the words we put in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.evidence.normalise import plain

OMISSION = "[…]"
MINIMUM = 12
"""Fewest characters of a quotation, and of each part of it on either side of an omission."""


class Join(Enum):
    """How a piece follows the piece before it."""

    FIRST = "first"
    OMISSION = "omission"
    INSERTION = "insertion"


@dataclass(frozen=True)
class Fragment:
    """Words that stand in the article without a break, folded."""

    text: str
    join: Join


class PiecesError(ValueError):
    """The quotation cannot be taken apart; the message says why, in the editor's words."""


def take_apart(exact: str, inserted: Iterable[str] = ()) -> list[Fragment]:
    """The pieces of `exact` in order, split at ``[…]`` and at each of the bracketed words `inserted`.

    Raises PiecesError when an insertion is not bracketed or not in the quotation, when the quotation begins
    or ends with an omission, or when it or a part between omissions is shorter than 12 characters.
    """
    text = plain(exact)
    insertions = [plain(words) for words in inserted if plain(words) != OMISSION]
    for words in insertions:
        if not (words.startswith("[") and words.endswith("]")):
            raise PiecesError(f"the insertion “{words}” must stand in square brackets")
        if words not in text:
            raise PiecesError(f"the insertion “{words}” is not in the quotation")
    if text.startswith(OMISSION) or text.endswith(OMISSION):
        raise PiecesError(f"the quotation begins or ends with {OMISSION}: leave the mark out there")
    pieces = list(_pieces(text, insertions))
    for length in _fragment_lengths(pieces):
        if length < MINIMUM:
            part = "a part of it" if any(piece.join is Join.OMISSION for piece in pieces) else "it"
            raise PiecesError(f"too short: {part} has {length} characters, at least {MINIMUM} are needed")
    return pieces


def _pieces(text: str, insertions: list[str]) -> Iterator[Fragment]:
    marks = "|".join(map(re.escape, sorted([OMISSION, *insertions], key=len, reverse=True)))
    join = Join.FIRST
    for index, part in enumerate(re.split(f"({marks})", text)):
        if index % 2:
            join = Join.OMISSION if part == OMISSION and join is not Join.FIRST else join
        elif part.strip():
            yield Fragment(part.strip(), join)
            join = Join.INSERTION


def _fragment_lengths(pieces: list[Fragment]) -> list[int]:
    lengths = [0]
    for piece in pieces:
        if piece.join is Join.OMISSION:
            lengths.append(0)
        lengths[-1] += len(piece.text)
    return lengths
