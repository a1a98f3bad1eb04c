"""A quotation to draft: words of the article within the limits, located, with context where needed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from generator.evidence.article import Article
from generator.evidence.match import Located, locate, occurrences
from generator.evidence.normalise import plain
from generator.evidence.pieces import MINIMUM
from generator.evidence.rights import LONGEST_QUOTATION
from generator.evidence.words import words

Span = tuple[int, int]
"""Half-open offsets in `Article.canonical`."""

_MOST_PLACES = 20
"""Words that stand more often than this are told apart by no context of a few words."""

_FARTHEST = 8
"""Most words of a context."""
_END_MARKS = " \t\n,;:.…\"'“”‘’«»"
_PAUSE = re.compile(r"[.!?;][\"”’]?\s|[,–—]\s")


@dataclass(frozen=True)
class Excerpt:
    """Words of the article that `locate` finds just once, `located` there.

    `cut`: they were shortened; `is_speech`: the article quotes them from somebody.
    """

    exact: str
    paragraph: str
    located: Located
    prefix: str = ""
    suffix: str = ""
    cut: bool = False
    is_speech: bool = False

    @property
    def quote(self) -> dict[str, Any]:
        """The quotation as a record writes it."""
        fields = {"exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        return {name: text for name, text in fields.items() if text}


def excerpt(article: Article, span: Span, most: int = LONGEST_QUOTATION) -> Excerpt | None:
    """The words at `span`, shortened at a pause to `most` words and lengthened to 12 characters.

    None where they cannot be located, or stand in more than 20 places.
    """
    text = article.canonical
    start, end, cut = _shortened(text, span, most)
    label = article.block_at(start)
    block = article.spans[label]
    start, end = _lengthened(article, (start, end), block)
    exact = " ".join(text[start:end].split())
    if next(islice(occurrences(article, plain(exact)), _MOST_PLACES, None), None):
        return None
    for prefix, suffix in [("", ""), *_contexts(article, (start, end), block)]:
        found = locate(article, exact, prefix, suffix, label)
        if isinstance(found, Located):
            return Excerpt(exact, label, found, prefix, suffix, cut)
    return None


def _shortened(text: str, span: Span, most: int) -> tuple[int, int, bool]:
    start, end = span
    while start < end and text[start] in _END_MARKS:
        start += 1
    while end > start and text[end - 1] in _END_MARKS:
        end -= 1
    held = words(text[start:end])
    if len(held) <= most:
        return start, end, False
    limit = start + held[most - 1].end
    pauses = [pause.start() for pause in _PAUSE.finditer(text, start, limit)]
    sentences = [at for at in pauses if text[at] in ".!?;"]
    for stops in (sentences, pauses):
        if stops and len(words(text[start : stops[-1]])) >= most // 4:
            return start, stops[-1], True
    return start, limit, True


def _lengthened(article: Article, span: Span, block: Span) -> Span:
    """More words after, then before, until the words are long enough to be a quotation."""
    start, end = span
    there = _words_of(article.canonical[slice(*block)], block[0]) if end - start < MINIMUM else ()
    while end - start < MINIMUM:
        after = next((b for a, b in there if a >= end), None)
        before = next((a for a, b in reversed(there) if b <= start), None)
        if after is not None and not re.search(r"[.!?]\s", article.canonical[end:after]):
            end = after
        elif before is not None:
            start = before
        else:
            break
    return start, end


@lru_cache(maxsize=8)
def _words_of(text: str, start: int) -> tuple[Span, ...]:
    return tuple((start + word.start, start + word.end) for word in words(text))


def _contexts(article: Article, span: Span, block: Span) -> Iterator[tuple[str, str]]:
    """Ever more words before, then after, the quotation."""
    text = article.canonical
    before = text[block[0] : span[0]].rsplit(None, _FARTHEST)[-_FARTHEST:]
    after = text[span[1] : block[1]].split(None, _FARTHEST)[:_FARTHEST]
    for number in range(1, _FARTHEST + 1):
        if number <= len(before):
            yield " ".join(before[-number:]), ""
        if number <= len(after):
            yield "", " ".join(after[:number])
