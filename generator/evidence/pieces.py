"""Take a quotation apart at the words we left out and the words we put in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

import yaml

from generator.evidence.boundaries import parted
from generator.evidence.hedges import lower, negates
from generator.evidence.normalise import plain
from generator.evidence.words import PER_CENT, words
from generator.lib.numerals import TABLES
from generator.lib.text import any_of, longest_first

OMISSION = "[…]"
MINIMUM = 12
"""Fewest characters of a quotation, and of each part of it on either side of an omission."""

_LISTED = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_PUNCTUATION = ".,;:!?"
"""Signs of which an insertion may be made."""
_PER_CENT = re.compile(f"[{PER_CENT}]")
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
    `languages` are those (BCP 47) in which an insertion may be written, that of the source last.

    Raises PiecesError when an insertion is not bracketed, not in the quotation, or negates, compares, counts,
    is a sign or a part of a word; when the quotation begins or ends with an omission; or when it or a part
    between omissions is shorter than 12 characters.
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
        if turned := _turned_by(each, text, tongues):
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


def _turned_by(insertion: str, text: str, languages: Sequence[str]) -> str:
    """What no insertion into `text` may be: what negates, compares or counts, a sign, a part of a word."""
    inner = insertion[1:-1]
    categories = {unicodedata.category(character)[0] for character in inner}
    if "N" in categories:
        return "a number"
    if not inner.strip(_PUNCTUATION):
        return ""
    if "S" in categories or "L" not in categories or _PER_CENT.search(inner):
        return "a sign"
    parts = _parts(inner)
    for language in languages:
        if any(negates(part, language) for part in parts):
            return "a negation"
        if any(_pattern("comparisons", language).search(part) for part in parts):
            return "a comparison"
        if any(_pattern("numbers", language).fullmatch(part) for part in parts):
            return "a number"
    prefix = "" if inner.isupper() else lower("".join(filter(str.isalpha, inner)))
    # It becomes one with a word of the source; in another language it may be an article.
    if any(_pattern("prefixes", language).fullmatch(prefix) for language in languages[-1:]):
        return "a negation"
    start, whole = text.index(insertion), text.replace(insertion, inner, 1)
    end = start + len(inner)
    behind = whole[end : end + 1]
    if behind.isalpha() and behind.lower() != behind.upper():
        return "a part of a word"
    within = (parted(whole, at, language) for language in languages for at in (start, end))
    return next((f"a part of “{each}”" for each in within if each), "")


def _parts(inner: str) -> set[str]:
    """What may be read in an insertion: all of it, its words, their parts, and the letters of each."""
    found = [inner, *(inner[word.start : word.end] for word in words(inner))]
    found += [part for word in found for part in re.split("[-‐‑]", word)]
    letters = ("".join(sign for sign in part if sign.isalpha() or sign == "'") for part in found)
    return {lower(part) for part in (*found, *letters) if part}


@cache
def _pattern(table: str, tag: str) -> re.Pattern[str]:
    """What a table lists for a language; as numbers those of its numerals too, such as `sechshundert`."""
    language = tag.split("-")[0].lower()
    listed = any_of(map(lower, _LISTED[table].get(language, "").split())).replace("%", "[ -]+")
    known = TABLES.get(language)
    if table != "numbers" or known is None:
        return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")
    every = {*known.words, *known.scales}
    spelt, scales, joiner = any_of(map(lower, every)), any_of(map(lower, known.scales)), lower(known.joiner)
    compound = f"(?:{spelt})*(?:{scales})(?:{spelt}|{joiner})*"
    return re.compile(f"(?:{joiner})?(?:{any_of(map(lower, every - known.one))}|{compound}|{listed})")


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
