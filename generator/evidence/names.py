"""Find which listed names an article prints, how often and where first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.evidence.article import Article
from generator.evidence.match import occurrences
from generator.evidence.normalise import plain


@dataclass(frozen=True)
class Occurrence:
    """How often a name stands in an article, and the label of the first block that has it."""

    count: int
    first_label: str


def find_names(article: Article, groups: Iterable[Iterable[str]]) -> dict[str, Occurrence]:
    """The names that `article` prints, whole words only and case kept, in alphabetical order.

    Where one name stands inside a longer one of its group, only the longer one is counted; inside a name of
    another group it counts. Names that differ in folded characters only have the same occurrences; of a name
    in several groups the most are told.
    """
    found: dict[str, Occurrence] = {}
    for group in groups:
        for name, occurrence in _in_group(article, group).items():
            if name not in found or found[name].count < occurrence.count:
                found[name] = occurrence
    return dict(sorted(found.items()))


def _in_group(article: Article, names: Iterable[str]) -> dict[str, Occurrence]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in set(names):
        spellings[plain(name)].append(name)
    spellings.pop("", None)
    taken = bytearray(len(article.canonical))
    found: dict[str, Occurrence] = {}
    for folded in sorted(spellings, key=lambda name: (-len(name), name)):
        places = [span for span in occurrences(article, folded) if _is_free(article, span, taken)]
        for start, end in places:
            taken[start:end] = b"\1" * (end - start)
        if places:
            occurrence = Occurrence(len(places), article.block_at(places[0][0]))
            found |= dict.fromkeys(spellings[folded], occurrence)
    return found


def _is_free(article: Article, span: tuple[int, int], taken: bytearray) -> bool:
    """True when no longer name stands at `span` and it does not run from one block into the next."""
    start, end = span
    return not any(taken[start:end]) and article.block_at(start) == article.block_at(end - 1)
