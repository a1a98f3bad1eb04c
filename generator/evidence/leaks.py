"""Find words of an article that stand in the site's output unquoted, or quoted at too great length."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.evidence.article import Article
from generator.evidence.keyed import Gram, KeyedRuns
from generator.evidence.rights import NO_GRANT, Grant, Limits
from generator.evidence.visible import Segments
from generator.evidence.words import Word, word_keys, words

RUN = 8
"""Fewest consecutive words that count as taken from an article."""

LONGEST_TITLE = 40
"""Most words of a title that anyone may cite; a longer one is an excerpt."""

_JOINING = str.maketrans(dict.fromkeys("/\\|_·•‧・+=~", " "))
"""What joins words into one, and parts them here: a sentence written with it has as many words as before."""

_NO_SOURCE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Leak:
    """Words of an article in an output.

    `start` is the offset in the output's visible text, `words` how many are taken, `opening` the first four
    of them; `quoted` tells a quotation that is too long from words without quotation marks, `altogether` that
    all quotations of the page together are.
    """

    source: str
    start: int
    words: int
    opening: str
    quoted: bool = False
    altogether: bool = False


def runs(article: Article) -> set[Gram]:
    """The runs of eight words of an article's text, but for those of its title, which anyone may cite."""
    texts = (text for label, text in article.blocks.items() if label != "title")
    keys = [key for text in texts for key in word_keys(text.translate(_JOINING))]
    return set(_grams(keys)) - _free(article.blocks.get("title", ""))


def _free(title: str) -> set[Gram]:
    """The runs of a title, none where it is an excerpt."""
    keys = word_keys(title.translate(_JOINING))
    return set(_grams(keys if len(keys) <= LONGEST_TITLE else []))


class LeakGuard:
    """The runs of eight words of all articles, in memory only; make it once and ask it about every page."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        allowed_titles: Iterable[str] = (),
        grants: Mapping[str, Grant] | None = None,
        keyed: KeyedRuns | None = None,
    ) -> None:
        """Index `articles` (by source id); runs of words of their titles and `allowed_titles` are free.

        `grants` are what the rights in the sources allow, none where nothing is agreed; `keyed` are runs of
        articles that are not at hand.
        """
        sizes = {source: article.words for source, article in articles.items()}
        self._limits = {
            source: Limits.of(size, (grants or {}).get(source, NO_GRANT))
            for source, size in {**(keyed.words if keyed else {}), **sizes}.items()
        }
        self._keyed = keyed
        self._sources: dict[Gram, frozenset[str]] = {}
        for source, article in articles.items():
            for gram in runs(article):
                self._sources[gram] = self._sources.get(gram, _NO_SOURCE) | {source}
        titles = [article.blocks["title"] for article in articles.values() if "title" in article.blocks]
        for gram in {gram for title in [*titles, *allowed_titles] for gram in _free(title)}:
            self._sources.pop(gram, None)
            if keyed:
                keyed.allow(gram)

    def leaks(self, output: Segments) -> list[Leak]:
        """Every leak in `output`, in order of its text.

        Outside quotations: eight or more consecutive words of an article. Inside one: more words than one
        quotation may have, in runs of eight. Inside all of them: more words than may be quoted altogether.
        """
        output = Segments(output.text.translate(_JOINING), output.quoted)
        if not self._has_any(word_keys(output.text)):
            return []
        found: list[Leak] = []
        quoted: dict[str, dict[Gram, list[Word]]] = {}
        for region, taken in groupby(_regions(output), key=lambda item: item[0]):
            run = [word for _, word in taken]
            if region < 0:
                found += self._unquoted(run, output.text)
            else:
                found += self._overlong(run, output.text)
                for at, gram in enumerate(_grams([word.key for word in run])):
                    for source in self._of(gram):
                        quoted.setdefault(source, {}).setdefault(gram, run[at : at + RUN])
        told = {leak.source for leak in found}
        fresh = {source: grams for source, grams in quoted.items() if source not in told}
        return [*found, *self._too_much(fresh, output.text)]

    def _of(self, gram: Gram) -> frozenset[str]:
        """The sources that have this run of words."""
        found = self._sources.get(gram, _NO_SOURCE)
        return found | self._keyed.sources(gram) if self._keyed else found

    def _has_any(self, keys: list[str]) -> bool:
        if not self._sources.keys().isdisjoint(_grams(keys)):
            return True
        return self._keyed is not None and any(map(self._keyed.sources, _grams(keys)))

    def _too_much(self, quoted: Mapping[str, Mapping[Gram, list[Word]]], text: str) -> Iterator[Leak]:
        """The sources of which all quotations together say too much; what is quoted twice counts once."""
        for source, grams in sorted(quoted.items()):
            most = self._limits[source].altogether
            if most is not None and len(grams) > most:
                first = next(iter(grams.values()))
                leak = _leak(source, first, text, quoted=True)
                yield replace(leak, words=len(grams), altogether=True)

    def _hits(self, run: list[Word]) -> dict[str, list[int]]:
        """By source, the positions in `run` whose words stand in a run of eight of that source."""
        hits: dict[str, set[int]] = {}
        for at, gram in enumerate(_grams([word.key for word in run])):
            for source in self._of(gram):
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
            if (most := self._limits[source].one) is not None and len(positions) > most
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
