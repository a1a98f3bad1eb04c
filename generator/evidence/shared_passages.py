"""Find passages that two articles share, so that an editor is asked which of them comes from the other."""

from typing import NamedTuple

from generator.evidence.article import Article
from generator.evidence.leaks import RUN
from generator.evidence.words import Word


class Passage(NamedTuple):
    """Words that two articles share: offsets in the canonical text of each, and how many words."""

    start_a: int
    start_b: int
    words: int


def shared_passages(a: Article, b: Article, n: int = RUN) -> list[Passage]:
    """The longest runs of at least `n` words, titles apart, that `a` shares with `b`, in the order of `a`.

    Words compare folded and without case or punctuation. Passages do not overlap in `a`.
    """
    here, there = a.word_list, b.word_list
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(there) - n + 1):
        places.setdefault(_keys(there, at, n), []).append(at)
    found: list[Passage] = []
    at = 0
    while at <= len(here) - n:
        candidates = places.get(_keys(here, at, n), [])
        length, other = max(
            ((_length(here, at, there, place), place) for place in candidates), default=(1, 0)
        )
        if candidates:
            found.append(Passage(here[at].start, there[other].start, length))
        at += length
    return found


def _keys(words: list[Word], at: int, n: int) -> tuple[str, ...]:
    return tuple(word.key for word in words[at : at + n])


def _length(here: list[Word], at: int, there: list[Word], place: int) -> int:
    """How many words the two lists share from these positions on."""
    length = 0
    for mine, other in zip(here[at:], there[place:], strict=False):
        if mine.key != other.key:
            break
        length += 1
    return length
