"""Find passages that two articles share, so that an editor is asked which of them comes from the other."""

from itertools import takewhile
from typing import NamedTuple

from generator.evidence.article import Article
from generator.evidence.leaks import RUN


class SharedPassage(NamedTuple):
    """Words that two articles share: offsets in the canonical text of each, and how many words."""

    start_a: int
    start_b: int
    words: int


def shared_passages(a: Article, b: Article, n: int = RUN) -> list[SharedPassage]:
    """The longest runs of at least `n` words, titles apart, that `a` shares with `b`, in the order of `a`.

    Words compare folded and without case or punctuation. Passages do not overlap in `a`.
    """
    here, there = a.word_list, b.word_list
    keys = [word.key for word in here], [word.key for word in there]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(there) - n + 1):
        places.setdefault(tuple(keys[1][at : at + n]), []).append(at)
    found: list[SharedPassage] = []
    at = 0
    while at <= len(here) - n:
        candidates = places.get(tuple(keys[0][at : at + n]), [])
        if candidates:
            length, other = max((_shared(keys[0][at:], keys[1][place:]), place) for place in candidates)
            found.append(SharedPassage(here[at].start, there[other].start, length))
            at += length
        else:
            at += 1
    return found


def _shared(here: list[str], there: list[str]) -> int:
    """How many words the two lists begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
