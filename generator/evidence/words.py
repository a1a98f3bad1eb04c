"""What a word is, and where a quotation may begin or end."""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from generator.evidence.normalise import REMOVED, fold, is_mark

# Thai, Lao, Myanmar, Khmer, kana and Han are written without spaces: each letter counts as a word,
# so that the limits on quoting can only become stricter.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"(?=\w)[{UNSPACED}]|[^\W_{UNSPACED}](?:[^\s—―{UNSPACED}]*[^\W_{UNSPACED}])?")
_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
_DROP = dict.fromkeys(map(ord, REMOVED))
_CURRENCY = "$¢£¤¥֏؋৲৳૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦"
PER_CENT = "%％‰٪"
_AFTER_FIGURE = rf"[{PER_CENT}]|[{_CURRENCY}](?!\d)"
_SPACE_IN_FIGURE = "\u00a0\u202f\u2009"

# Pairs (end of the left side, beginning of the right side) between which no quotation may be cut, though
# no letter touches a letter: the cut would change a figure or drop a negation.
HELD_TOGETHER = [
    (re.compile(left), re.compile(right))
    for left, right in (
        (r"\d[.,:/٫٬]$", r"\d"),
        (r"\d$", r"[.,:/٫٬]\d"),
        (rf"\d[{_SPACE_IN_FIGURE}]$", r"\d{3}(?!\d)"),
        (r"\d$", rf"[{_SPACE_IN_FIGURE}]\d{{3}}(?!\d)"),
        (rf"[-‐‑‒–−+{_CURRENCY}]$", r"\d"),
        (rf"(?<!\d)(?<!\d\s)[{_CURRENCY}]\s$", r"\d"),
        (rf"(?<!\d)(?<!\d\s)[{_CURRENCY}]$", r"\s\d"),
        (r"[A-Z]$", rf"[{_CURRENCY}]\d"),
        (r"\d$", rf"\s?(?:{_AFTER_FIGURE})|[-‐‑‒–−]\d"),
        (r"\d\s$", _AFTER_FIGURE),
        (r"[nN]$", r"['’][tT]\b"),
        (r"[nN]['’]$", r"[tT]\b"),
    )
]


class Word(NamedTuple):
    """A word in a text: offsets in code points, and its folded, case-folded form."""

    start: int
    end: int
    key: str


def words(text: str) -> list[Word]:
    """The words of `text` in order.

    A word is a run of characters without white space or em dash that holds a letter or digit, less the
    punctuation at its ends; in scripts written without spaces, each letter is a word.
    """
    return [Word(found.start(), found.end(), _key(found.group())) for found in _WORD.finditer(text)]


def word_keys(text: str) -> list[str]:
    """The folded, case-folded forms of the words of `text`, where their places do not matter."""
    return [_key(word) for word in _WORD.findall(text)]


def at_most(text: str, start: int, end: int, most: int) -> bool:
    """Whether at most `most` words stand between two offsets; no more of them than that are looked at."""
    return next(islice(_WORD.finditer(text, start, end), most, None), None) is None


def is_boundary(text: str, at: int) -> bool:
    """True when a quotation may begin or end at offset `at` without cutting a word or a figure.

    What no sign shows and only the words of a language, `generator.evidence.boundaries.parted` tells.
    """
    left = text[max(0, at - 8) : at].translate(_DROP)
    right = text[at : at + 8].translate(_DROP)
    if not left or not right:
        return True
    if is_mark(right[0]):
        return False
    if _in_word(left[-1]) and _in_word(right[0]):
        return is_unspaced(left[-1]) or is_unspaced(right[0])
    return not any(before.search(left) and after.match(right) for before, after in HELD_TOGETHER)


def is_unspaced(character: str) -> bool:
    """Whether it is of a script that puts no spaces between words."""
    return bool(_IS_UNSPACED.match(character))


def _in_word(character: str) -> bool:
    return character.isalnum() or is_mark(character)


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return fold(word).text.casefold()
