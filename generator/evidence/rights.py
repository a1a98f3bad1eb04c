"""Keep quoting within the limits: words in one quotation, and the shares of an article that may be quoted.

The words of the people whom an article quotes count apart from its own: it does not own them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from generator.evidence.article import Article, Spans
from generator.evidence.lock import Lock

LONGEST_QUOTATION = 60
"""Most words in one quotation."""
MORE_IN_TRANSLATION = 8
"""By how many words a translation may pass twice the quotation: some languages, and signs, need many."""

OWN_SHARE = 15
"""Most of an article's words, in per cent, that may be quoted of what it says itself."""

WHOLE_SHARE = 30
"""Most of an article's words, in per cent, that may be quoted with the speech of the people it quotes."""


@dataclass(frozen=True)
class Grant:
    """What the rights in one text allow: `free` of limits, or `words` altogether in place of the shares."""

    words: int | None = None
    free: bool = False


NO_GRANT = Grant()
"""All rights reserved and nothing agreed: the shares hold."""


@dataclass(frozen=True)
class Limits:
    """The most words: of the article's own, altogether, and in one quotation; None: as many as one likes."""

    own: int | None
    altogether: int | None
    one: int | None

    @classmethod
    def of(cls, words: int, grant: Grant) -> "Limits":
        """The limits for an article of so many words."""
        if grant.words is not None:
            return cls(grant.words, grant.words, None if grant.free else LONGEST_QUOTATION)
        if grant.free:
            return cls(None, None, None)
        return cls(words * OWN_SHARE // 100, words * WHOLE_SHARE // 100, LONGEST_QUOTATION)


@dataclass(frozen=True)
class Use:
    """How much of one article is quoted, in words.

    `own` are the article's own words and `speech` those of the people it quotes; each word of the article
    counts once however often it is quoted, words of the title not at all. `longest` is the length of the
    longest quotation, omissions not counted.
    """

    own: int
    speech: int
    longest: int
    limits: Limits

    @property
    def words_quoted(self) -> int:
        """All words that are quoted."""
        return self.own + self.speech

    @property
    def is_within(self) -> bool:
        """True when no limit is passed."""
        most = (
            (self.own, self.limits.own),
            (self.words_quoted, self.limits.altogether),
            (self.longest, self.limits.one),
        )
        return all(limit is None or number <= limit for number, limit in most)


def excerpt_use(
    article: Article, own: Iterable[Spans], speech: Iterable[Spans] = (), grant: Grant = NO_GRANT
) -> Use:
    """The use made of `article` by quotations of its `own` words and of `speech` (the spans of each)."""
    own_words, spoken = ([article.word_ranges(spans) for spans in quoted] for quoted in (own, speech))
    return _use(own_words, spoken, Limits.of(article.words, grant))


def locked_use(lock: Lock, source: str, grant: Grant = NO_GRANT) -> Use:
    """The use made of `source` by its locked quotations; needs no text. KeyError for an unknown source."""
    entries = lock.quoted.get(source, [])
    own = [entry.words for entry in entries if not entry.direct]
    speech = [entry.words for entry in entries if entry.direct]
    return _use(own, speech, Limits.of(lock.sources[source].words, grant))


def _use(own: list[Spans], speech: list[Spans], limits: Limits) -> Use:
    spoken = _covered(speech)
    longest = max((sum(last - first for first, last in each) for each in chain(own, speech)), default=0)
    return Use(_covered([*own, *speech]) - spoken, spoken, longest, limits)


def _covered(quotations: list[Spans]) -> int:
    """How many positions lie in any of the ranges."""
    covered = reached = 0
    for first, last in sorted(chain.from_iterable(quotations)):
        covered += max(0, last - max(first, reached))
        reached = max(reached, last)
    return covered
