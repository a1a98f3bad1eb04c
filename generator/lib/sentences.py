"""Parts running text into sentences, in the languages of the interface and in others."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

import yaml

_STOP = re.compile(r"[.!?…؟۔।॥։።。！？]+")
_CLOSERS = r"(?:[”“’»«›\"')\]]|[\u00a0\u202f ][»›])*"
_AFTER = re.compile(rf"({_CLOSERS})(\s+|\Z)")
_UNSPACED = re.compile("[。！？]")
_OPENERS = re.compile(r"[ \t\n\u00a0\u202f“‘«‹„\"'(\[¿¡—–-]*")
_IN_WORDS = "_.&’'-"
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"\d{1,3}\Z")


def _read() -> tuple[frozenset[str], ...]:
    """The words of `sentences.yml` in the order of their lists, those of all languages as one."""
    lists = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    texts = (" ".join(words.values()) if isinstance(words, dict) else words for words in lists.values())
    return tuple(frozenset(text.split()) for text in texts)


_GO_ON, _BEFORE_FIGURES, _MAY_END, _BEGINNINGS, _WITH_ORDINALS = _read()


def sentences(
    text: str, whole: Iterable[tuple[int, int]] = (), language: str = "en"
) -> list[tuple[int, int]]:
    """The sentences of one paragraph, as half-open ranges of its characters without the space around them.

    A sentence ends at a full stop, question mark or exclamation mark with the marks that close behind it,
    where white space follows and then no small letter; also where the paragraph does. No sentence ends within
    the ranges `whole`, such as quotations, but where one ends. Full stops of abbreviations, initials and
    ordinal numbers end none, unless a word follows with which sentences commonly begin.
    """
    ranges = sorted(whole)
    found: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text, ranges, language):
        if text[start:end].strip():
            found.append(_trimmed(text, start, end))
            start = end
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _ends(text: str, whole: list[tuple[int, int]], language: str) -> Iterator[int]:
    furthest = list(accumulate((last for _, last in whole), max))
    for stop in _STOP.finditer(text):
        after = _AFTER.match(text, stop.end())
        if after is None and not _UNSPACED.search(stop[0]):
            continue
        end = after.end(1) if after else stop.end()
        before = bisect_left(whole, (stop.start(),))
        if before and end < furthest[before - 1]:
            continue
        if stop[0] == "…" and text[max(0, stop.start() - 1) : stop.end() + 1] == "[…]":
            continue
        rest = _OPENERS.match(text, end).end()  # type: ignore[union-attr]
        following = text[rest : rest + 1]
        if following and (
            following.islower() or (stop[0] == "." and not _is_full(text, stop.start(), rest, language))
        ):
            continue
        yield end


def _is_full(text: str, at: int, rest: int, language: str) -> bool:
    """Whether the full stop at `at`, before the words that begin at `rest`, ends a sentence."""
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] in _IN_WORDS):
        start -= 1
    word = text[start:at].lower()
    following = _NEXT_WORD.match(text, rest)
    begins = bool(following and following[0] in _BEGINNINGS and not text.startswith(".", following.end()))
    if not word:
        return True
    if word in _GO_ON:
        return False
    if text[rest].isdigit():
        return word not in _BEFORE_FIGURES
    if _ORDINAL.search(word) and word.isdigit():
        return language.partition("-")[0] not in _WITH_ORDINALS or begins or not following
    is_initial = len(word) == 1 and word.isalpha()
    return begins or not (is_initial or "." in word or word in _MAY_END)
