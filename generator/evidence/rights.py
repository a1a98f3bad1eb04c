"""Keep quoting within the limits: at most 40 words in one quotation, at most a tenth of an article in all."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.evidence.article import Article, Spans
from generator.evidence.lock import Lock

LONGEST_QUOTATION = 40
"""Most words in one quotation."""


@dataclass(frozen=True)
class Use:
    """How much of one article is quoted, in words.

    `words_quoted` counts each word of the article once however often it is quoted; `limit` is the most that
    may be; `longest` is the length of the longest quotation, omissions not counted. Words of the title are
    free.
    """

    words_quoted: int
    limit: int
    longest: int

    @property
    def is_within(self) -> bool:
        """True when neither limit is passed."""
        return self.words_quoted <= self.limit and self.longest <= LONGEST_QUOTATION


def excerpt_use(article: Article, quotations: Iterable[Spans], limit: int | None = None) -> Use:
    """The use made of `article` by `quotations` (the spans of each); `limit` replaces the tenth if given."""
    return _use([article.word_ranges(spans) for spans in quotations], article.words, limit)


def locked_use(lock: Lock, source: str, limit: int | None = None) -> Use:
    """The use made of `source` by its locked quotations; needs no text. KeyError for an unknown source."""
    return _use(lock.quoted.get(source, []), lock.sources[source].words, limit)


def _use(quotations: list[Spans], article_words: int, limit: int | None) -> Use:
    positions = {at for ranges in quotations for first, last in ranges for at in range(first, last)}
    lengths = [sum(last - first for first, last in ranges) for ranges in quotations]
    return Use(len(positions), article_words // 10 if limit is None else limit, max(lengths, default=0))
