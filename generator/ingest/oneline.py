"""Text on one line: cleaned, joined, counted, and asked how it ends."""

import re
import unicodedata

_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_UNPAIRED = re.compile(r"[\ud800-\udfff]")
_NO_SPACES = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u3001-\u301f"
"""Kana, Han and their punctuation: written without spaces between words."""
_BREAK_WITHOUT_SPACE = re.compile(rf"(?<=[{_NO_SPACES}])[^\S\n]*\n\s*(?=[{_NO_SPACES}])")
_NO_SPACE_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLOSING = r"[\"'”’»›)\]」』）】*]*"
_ENDS = re.compile(rf"[.!?…:;。！？；：؟؛۔॥।։]{_CLOSING}$")
_ENDS_SENTENCE = re.compile(rf"[.!?…。！？؟۔॥।։]{_CLOSING}$")
_INNER_END = re.compile(rf"[.!?…؟۔]{_CLOSING}\s+[^\W\d_]|[。！？]{_CLOSING}.")


def clean(text: str) -> str:
    """`text` in NFC without control characters, soft hyphens and zero-width spaces; line breaks stay."""
    return unicodedata.normalize("NFC", _UNPAIRED.sub("\ufffd", _NOT_TEXT.sub("", text)))


def one_line(text: str) -> str:
    """`text` cleaned, each run of white space one space, and none where a script writes none."""
    return " ".join(_BREAK_WITHOUT_SPACE.sub("", clean(text)).split())


def count_words(text: str) -> int:
    """Words between spaces; in scripts without spaces each letter counts as one word."""
    return sum(max(1, len(_NO_SPACE_LETTER.findall(word))) for word in text.split())


def has_letters(text: str) -> bool:
    """Whether there is anything to read in `text`."""
    return any(character.isalpha() for character in text)


def closes(text: str) -> bool:
    """Whether `text` ends as a sentence, a clause before a list or a quotation ends."""
    return bool(_ENDS.search(text[-20:]))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a sentence's final mark."""
    return bool(_ENDS_SENTENCE.search(text[-20:]))


def is_one_sentence(text: str) -> bool:
    """Whether no sentence ends before the end of `text`."""
    return not _INNER_END.search(text)
