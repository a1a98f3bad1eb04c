"""Take a quotation apart at the words we left out and the words we put in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.evidence.hedges import negates
from generator.evidence.normalise import plain
from generator.evidence.words import words
from generator.lib.numerals import TABLES
from generator.lib.text import longest_first

OMISSION = "[…]"
MINIMUM = 12
"""Fewest characters of a quotation, and of each part of it on either side of an omission."""

_OTHER_CASE = re.compile(r"\[(\w)\](?=\w)")


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
    """The quotation cannot be taken apart.

    The message says why and `hint` what to write, in an editor's words.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def as_printed(exact: str) -> str:
    """The words as the article has them where only a capital was changed in brackets: `[T]he` is `the`."""
    return _OTHER_CASE.sub(lambda found: found[1].swapcase() if _has_case(found[1]) else found[0], exact)


def _has_case(letter: str) -> bool:
    return len(letter.swapcase()) == 1 and letter.swapcase().swapcase() == letter != letter.swapcase()


def take_apart(exact: str, inserted: Iterable[str] = (), languages: Iterable[str] = ()) -> list[Fragment]:
    """The pieces of `exact` in order, split at ``[…]`` and at each of the bracketed words `inserted`.

    A capital changed in brackets, as in ``[T]he``, is taken as the letter that stands in the article.
    `languages` are those (BCP 47) in which an insertion may be written.

    Raises PiecesError when an insertion is not bracketed, not in the quotation, a negation or a number, when
    the quotation begins or ends with an omission, or when it or a part between omissions is shorter than 12
    characters.
    """
    text = as_printed(plain(exact))
    insertions = [plain(each) for each in inserted if plain(each) != OMISSION]
    tongues = tuple(languages)
    for each in insertions:
        if not (each.startswith("[") and each.endswith("]")):
            raise PiecesError(
                f"the insertion “{each}” must stand in square brackets", f"write [{each.strip('[]()')}]"
            )
        if each not in text:
            if each in plain(exact):
                raise PiecesError(f"“{each}” only changes a capital", "take it out of inserted")
            raise PiecesError(
                f"the insertion “{each}” is not in the quotation",
                "write it there as well, or take it out of inserted",
            )
        if turned := _turned_by(each, tongues):
            raise PiecesError(
                f"the insertion “{each}” puts {turned} into the words of the source",
                "take it out, and say it in the note of the evidence",
            )
    if text.startswith(OMISSION) or text.endswith(OMISSION):
        raise PiecesError(
            f"the quotation begins or ends with {OMISSION}: leave the mark out there",
            "begin and end with words",
        )
    pieces = list(_pieces(text, insertions))
    for length in _fragment_lengths(pieces):
        if length < MINIMUM:
            part = "a part of it" if any(piece.join is Join.OMISSION for piece in pieces) else "it"
            raise PiecesError(
                f"too short: {part} has {length} characters, at least {MINIMUM} are needed",
                "quote more of the sentence",
            )
    return pieces


def _turned_by(insertion: str, languages: Iterable[str]) -> str:
    """What no insertion may be: a negation or a number."""
    if any(unicodedata.category(character).startswith("N") for character in insertion):
        return "a number"
    for found in words(insertion):
        for part in re.split("[-‐‑]", insertion[found.start : found.end]):
            for language in languages:
                table = TABLES.get(language.split("-")[0].lower())
                if negates(part, language):
                    return "a negation"
                if table and part.lower() in {*table.words, *table.scales} - table.one:
                    return "a number"
    return ""


def _pieces(text: str, insertions: list[str]) -> Iterator[Fragment]:
    marks = "|".join(map(re.escape, sorted([OMISSION, *insertions], key=longest_first)))
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
