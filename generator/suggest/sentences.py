"""The sentences of a paragraph, with abbreviations that end none."""

import re

from generator.suggest.language import Language

_END = re.compile(r"[.!?…؟。]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[^\W_a-zß-ÿ]|\s*$)")
_LAST_WORD = re.compile(r"[\w.]*\w$")
_CLOSERS = "\"'”’»)]"


def sentences(text: str, language: Language | None) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end.end() < len(text) and _is_abbreviation(text, end.start(), end.group(), language):
            continue
        found.append((start, end.end()))
        start = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _is_abbreviation(text: str, at: int, mark: str, language: Language | None) -> bool:
    if mark[0] != "." or mark.rstrip(_CLOSERS) != ".":
        return False
    last = _LAST_WORD.search(text[max(0, at - 20) : at])
    if not last or mark != ".":
        return False
    word = last[0].lower()
    if language and word in language.numbered:
        return text[at + 1 :].lstrip()[:1].isdigit()
    return (
        (len(word) == 1 and word.isalpha())
        or "." in word
        or (language is not None and word in language.abbreviations)
    )
