"""One article read for suggestions: its paragraphs, sentences and quoted passages in offsets of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.dates import Edtf
from generator.evidence.article import Article
from generator.suggest.language import Language
from generator.suggest.marks import Quoted, quoted
from generator.suggest.sentences import sentences
from generator.suggest.shapes import Span
from generator.suggest.tables import of_language

_RUNNING = re.compile(r"standfirst|p\d+")


@dataclass(frozen=True)
class Reading:
    """A text with what its record says of it: `source` is its id, `published` None where not stated."""

    source: str
    article: Article
    published: Edtf | None = None

    @cached_property
    def language(self) -> Language | None:
        """The tables of its language, None where there are none."""
        return of_language(self.article.language)

    @property
    def text(self) -> str:
        """The text that offsets refer to."""
        return self.article.canonical

    @cached_property
    def paragraphs(self) -> dict[str, Span]:
        """The blocks of running text; headline and headings are no sentences and are left out."""
        return {label: span for label, span in self.article.spans.items() if _RUNNING.fullmatch(label)}

    @cached_property
    def sentences(self) -> list[Span]:
        """Every sentence of the running text."""
        return [
            (start + first, start + last)
            for start, end in self.paragraphs.values()
            for first, last in sentences(self.text[start:end], self.language)
        ]

    @cached_property
    def quoted(self) -> list[Quoted]:
        """Every quoted passage of the running text."""
        return [
            Quoted(start + each.start, start + each.end, each.closed)
            for start, end in self.paragraphs.values()
            for each in quoted(self.text[start:end])
        ]

    def sentence_at(self, offset: int) -> Span:
        """The sentence in which the character at `offset` stands; the whole block outside running text."""
        for start, end in self.sentences:
            if start <= offset < end:
                return start, end
        return self.article.spans[self.article.block_at(offset)]

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at `offset` stands inside a quoted passage."""
        return any(each.start <= offset < each.end for each in self.quoted)

    def running(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match of `pattern` in the running text; none runs over the end of a paragraph."""
        for start, end in self.paragraphs.values():
            yield from pattern.finditer(self.text, start, end)
