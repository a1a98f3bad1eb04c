"""Initials that an article puts in brackets after the name they stand for, or the other way round."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.suggest.reading import Reading

_NAME = r"[^\W\d_][\w’'.-]*(?:\s+[\w’'.&-]+){0,9}"
_SHORT = r"[A-ZÀ-Þ][\w.&-]{1,11}"
_AFTER = re.compile(rf"(?<!\w)(?P<name>{_NAME})\s+\((?P<short>{_SHORT})\)")
_BEFORE = re.compile(rf"(?<!\w)(?P<short>{_SHORT})\s+\((?P<name>{_NAME})\)")
_SMALL = frozenset(
    {"of", "the", "for", "and", "in", "on", "de", "du", "la", "des", "der", "und", "para", "y"}
)


@dataclass(frozen=True)
class Abbreviation:
    """A short form with the name it stands for, and where the two stand."""

    short: str
    name: str
    start: int
    end: int


def abbreviations(reading: Reading) -> list[Abbreviation]:
    """Every short form whose letters begin the words of the name beside it, in order."""
    found = []
    for match in reading.running(_AFTER):
        words = match["name"].split()
        for first in range(len(words)):
            is_small = words[first].lower() in _SMALL
            if words[first][:1].isupper() and not is_small and made_of(match["short"], words[first:]):
                name = " ".join(words[first:])
                found.append(Abbreviation(match["short"], name, match.end("name") - len(name), match.end()))
                break
    for match in reading.running(_BEFORE):
        words = match["name"].split()
        if made_of(match["short"], words):
            found.append(Abbreviation(match["short"], " ".join(words), match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)


def made_of(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of `short` begin all `words` in order; `of`, `the` … may be passed over."""
    letters = re.sub(r"\W", "", short).casefold()
    return sum(map(str.isupper, short)) > 0 and _made_of(letters, [word.casefold() for word in words])


def _made_of(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    if first in _SMALL and _made_of(letters, rest):
        return True
    longest = next(
        (n for n, (a, b) in enumerate(zip(letters, first, strict=False)) if a != b),
        min(len(letters), len(first)),
    )
    return any(_made_of(letters[taken:], rest) for taken in range(longest, 0, -1))
