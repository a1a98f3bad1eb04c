"""An article's text, held in memory only, addressed by block label and by code-point offset."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.evidence.normalise import Folded, fold
from generator.evidence.words import Word, words

Spans = tuple[tuple[int, int], ...]
"""Half-open ranges (start, end) of code points in `Article.canonical`, in order."""

BREAK = "\n\n"


@dataclass(frozen=True)
class Article:
    """One article.

    `blocks` maps the labels ``title``, ``standfirst``, ``p1`` …, ``h1`` … to their text, in the order of the
    article. `language` is a BCP 47 tag; it chooses the words that call for caution before a quotation.
    `has_marks`: direct speech stands within quotation marks, as it does not in a transcript.
    `beside` holds what the copy prints around the article (byline, captions, notes on the author, foot) under
    the labels ``b1`` …: names and descriptions are looked for there too, quotations are not.
    """

    blocks: Mapping[str, str]
    language: str = "en"
    has_marks: bool = True
    beside: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """What was looked for in it and what became of that, so that nothing is looked for twice."""
        return {}

    @cached_property
    def canonical(self) -> str:
        """The blocks joined by a blank line: the text that every offset refers to."""
        return BREAK.join(self.blocks.values())

    @cached_property
    def whole(self) -> "Article":
        """All that the copy prints, what stands beside the article last: offsets in the article stay."""
        return Article({**self.blocks, **self.beside}, self.language) if self.beside else self

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.canonical.encode()).hexdigest()

    @cached_property
    def folded(self) -> Folded:
        """The canonical text, folded for comparison."""
        return fold(self.canonical)

    @cached_property
    def spans(self) -> Mapping[str, tuple[int, int]]:
        """Where each block stands in the canonical text."""
        found, start = {}, 0
        for label, text in self.blocks.items():
            found[label] = (start, start + len(text))
            start += len(text) + len(BREAK)
        return found

    @cached_property
    def word_list(self) -> list[Word]:
        """The words of every block but the title, which anyone may cite; offsets in the canonical text."""
        return [
            Word(start + word.start, start + word.end, word.key)
            for label, (start, _) in self.spans.items()
            if label != "title"
            for word in words(self.blocks[label])
        ]

    @cached_property
    def words(self) -> int:
        """How many words the paragraphs and section headings hold."""
        return sum(len(words(text)) for label, text in self.blocks.items() if label[:1] in "ph")

    def block_at(self, offset: int) -> str:
        """The label of the block at `offset`; a paragraph break belongs to the block before it.

        Raises IndexError outside the text.
        """
        if not 0 <= offset < len(self.canonical):
            raise IndexError(f"offset {offset} is outside the article (0 to {len(self.canonical) - 1})")
        starts = [start for start, _ in self.spans.values()]
        return list(self.spans)[bisect_right(starts, offset) - 1]

    def word_ranges(self, spans: Iterable[tuple[int, int]]) -> Spans:
        """The positions in `word_list` that `spans` touch, as half-open ranges; the title has none."""
        ranges = (
            (
                bisect_right(self.word_list, start, key=lambda word: word.end),
                bisect_left(self.word_list, end, key=lambda word: word.start),
            )
            for start, end in spans
        )
        return tuple((first, last) for first, last in ranges if first < last)
