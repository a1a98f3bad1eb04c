"""Finds words of which a file does not tell the letters: signs without a meaning, or in no possible order."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_NO_LETTER = re.compile(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_INDIC = re.compile(r"[\u0900-\u0d7f]")
"""From Devanagari to Malayalam, of which some vowel signs are printed before the letter that they follow."""


def illegible(words: Iterable[str]) -> list[str]:
    """Those of `words` that hold a sign without a meaning, or Indic signs that no writer sets so.

    A sign without a meaning that stands alone is no word: fonts of bullets and of ornaments print it.
    """
    return [word for word in words if _is_illegible(word)]


@cache
def _is_illegible(word: str) -> bool:
    if _NO_LETTER.search(word):
        return len(word) > 1
    return bool(_INDIC.search(word)) and _is_out_of_order(unicodedata.normalize("NFC", word))


def _is_out_of_order(word: str) -> bool:
    """Whether a vowel sign stands before its letter or after another, or a foreign letter in the word."""
    before = ""
    for sign in word:
        is_indic = bool(_INDIC.match(sign))
        is_vowel = is_indic and "VOWEL SIGN" in unicodedata.name(sign, "")
        if is_vowel and (not _INDIC.match(before or " ") or "VOWEL SIGN" in unicodedata.name(before, "")):
            return True
        if is_vowel and "VIRAMA" in unicodedata.name(before, ""):
            return True
        if not is_indic and sign.isalpha() and not sign.isascii():
            return True
        before = sign
    return False
