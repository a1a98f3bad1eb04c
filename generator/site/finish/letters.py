"""Text as the search compares it: folded by the table that the search itself folds a reader's words by."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path

import generator.pages
from generator.evidence.normalise import is_mark

_SCRIPT = Path(generator.pages.__file__).parent / "theme/assets/documentary/letters.js"
_TABLE = json.loads(_SCRIPT.read_text(encoding="utf-8").partition("const TABLE = ")[2].partition(";\n")[0])
_LEFT_OUT = re.compile(f"[{_TABLE['marks']}{_TABLE['dropped']}]")
_LETTERS = str.maketrans(
    {letter: read for read, letters in _TABLE["letters"].items() for letter in letters}
    | {chr(ord(zero) + digit): str(digit) for zero in _TABLE["zeros"] for digit in range(10)}
)
_SINGLE = re.compile(f"[{_TABLE['single']}]")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile("(?<![^\\W_])[ae]l[-\u2010\u2011](?=[^\\W\\d_])")
_JOINED_ARTICLE = re.compile("^ال(?=...)|^ה(?=...)")


def folded(text: str) -> str:
    """The text as `plain` in `letters.js` gives it."""
    if text.isascii():
        return text.lower()
    text = _LEFT_OUT.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text).lower().translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text as `parts` in `letters.js` gives them."""
    text = folded(text)
    if "l-" in text or "l\u2010" in text or "l\u2011" in text:
        text = _ARTICLE.sub("", text)
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    found = (_word() if any(map(_needs_care, set(text))) else _PLAIN_WORD).findall(text)
    return [_JOINED_ARTICLE.sub("", word) for word in found]


@cache
def _needs_care(character: str) -> bool:
    """Whether it is a mark, or a word by itself: the pattern for these takes much longer."""
    return is_mark(character) or bool(_SINGLE.match(character))


@cache
def _word() -> re.Pattern[str]:
    """A word that may hold marks, or is one character by itself."""
    planes = chain(range(0x20000), range(0xE0000, 0xE0200))  # the others hold no marks
    marks = "".join(filter(is_mark, map(chr, planes)))
    single = _TABLE["single"]
    return re.compile(rf"[{single}][{marks}]*|(?:[^\W_{single}]|(?![{single}])[{marks}])+")
