"""Find words of an article that stand in the site's output unquoted, or quoted at too great length."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.evidence.article import Article
from generator.evidence.rights import LONGEST_QUOTATION
from generator.evidence.visible import Segments
from generator.evidence.words import Word, word_keys, words

RUN = 8
"""Fewest consecutive words that count as taken from an article."""

Gram = tuple[str, ...]


@dataclass(frozen=True)
class Leak:
    """Words of an article in an output.

    `start` is the offset in the output's visible text, `words` how many are taken, `opening` the first four
    of them; `quoted` tells a quotation that is too long from words without quotation marks.
    """

    source: str
    start: int
    words: int
    opening: str
    quoted: bool = False


class LeakGuard:
    """The runs of eight words of all articles, in memory only; make it once and ask it about every page."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        allowed_titles: Iterable[str] = (),
        free: Container[str] = (),
    ) -> None:
        """Index `articles` (by source id); runs of words of their titles and `allowed_titles` are free.

        Of the sources in `free` a quotation may have any length.
        """
        self._free = free
        self._sources: dict[Gram, frozenset[str]] = {}
        for source, article in articles.items():
            for gram in _grams([word.key for word in article.word_list]):
                self._sources[gram] = self._sources.get(gram, frozenset()) | {source}
        titles = [article.blocks["title"] for article in articles.values() if "title" in article.blocks]
        for title in [*titles, *allowed_titles]:
            for gram in _grams(word_keys(title)):
                self._sources.pop(gram, None)

    def leaks(self, output: Segments) -> list[Leak]:
        """Every leak in `output`, in order of its text.

        Outside quotations: eight or more consecutive words of an article. Inside one: more words than one
        quotation may have, in runs of eight.
        """
        if self._sources.keys().isdisjoint(_grams(word_keys(output.text))):
            return []
        found: list[Leak] = []
        for region, taken in groupby(_regions(output), key=lambda item: item[0]):
            run = [word for _, word in taken]
            if region < 0:
                found += self._unquoted(run, output.text)
            else:
                found += self._overlong(run, output.text)
        return found

    def _hits(self, run: list[Word]) -> dict[str, list[int]]:
        """By source, the positions in `run` whose words stand in a run of eight of that source."""
        hits: dict[str, set[int]] = {}
        for at, gram in enumerate(_grams([word.key for word in run])):
            for source in self._sources.get(gram, ()):
                hits.setdefault(source, set()).update(range(at, at + RUN))
        return {source: sorted(positions) for source, positions in sorted(hits.items())}

    def _unquoted(self, run: list[Word], text: str) -> list[Leak]:
        leaks = [
            _leak(source, [run[at] for at in stretch], text)
            for source, positions in self._hits(run).items()
            for stretch in _stretches(positions)
        ]
        return sorted(leaks, key=lambda leak: (leak.start, leak.source))

    def _overlong(self, run: list[Word], text: str) -> list[Leak]:
        return [
            _leak(source, [run[at] for at in positions], text, quoted=True)
            for source, positions in self._hits(run).items()
            if len(positions) > LONGEST_QUOTATION and source not in self._free
        ]


def _regions(output: Segments) -> Iterator[tuple[int, Word]]:
    """Each word with the number of its quotation, or -1 outside of any."""
    region, last = 0, len(output.quoted)
    for word in words(output.text):
        while region < last and output.quoted[region][1] <= word.start:
            region += 1
        inside = region < last and output.quoted[region][0] < word.end
        yield (region if inside else -1), word


def _grams(keys: list[str]) -> Iterator[Gram]:
    return zip(*(keys[start:] for start in range(RUN)), strict=False)


def _stretches(positions: list[int]) -> list[list[int]]:
    """The positions in runs without a gap."""
    runs = groupby(enumerate(positions), key=lambda item: item[1] - item[0])
    return [[at for _, at in run] for _, run in runs]


def _leak(source: str, run: list[Word], text: str, quoted: bool = False) -> Leak:
    opening = " ".join(text[run[0].start : run[min(len(run), 4) - 1].end].split())
    return Leak(source, run[0].start, len(run), opening, quoted)
