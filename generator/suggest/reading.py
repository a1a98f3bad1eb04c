"""One article read for suggestions: its paragraphs, sentences and quoted passages in offsets of its text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.evidence.article import Article
from generator.evidence.quotation_marks import Quoted, quoted
from generator.ingest.boilerplate import is_boilerplate
from generator.lib.dates import Edtf
from generator.lib.sentences import sentences
from generator.suggest.language import LanguageTables, of_language
from generator.suggest.types import Span

_DATELINE = re.compile(r"[^\Wa-z\d_][^a-z(]*(?:[a-z]+\.? \d{1,2} ?)?(?:\([^)]*\))?\s*[-–—]\s+")
_RUNNING = re.compile(r"standfirst|p\d+")


@dataclass(frozen=True)
class Reading:
    """A text with what its record says of it: `source` is its id, `published` None where not stated."""

    source: str
    article: Article
    published: Edtf | None = None

    @property
    def language(self) -> LanguageTables:
        """The tables of its language."""
        return of_language(self.article.language)

    @property
    def text(self) -> str:
        """The text that offsets refer to."""
        return self.article.canonical

    @cached_property
    def paragraphs(self) -> dict[str, Span]:
        """The blocks of running text; headline and headings are no sentences and are left out.

        So is what is printed round the article and stayed in its text: links, appeals, notices of rights.
        """
        return {
            label: (start, end)
            for label, (start, end) in self.article.spans.items()
            if _RUNNING.fullmatch(label) and not is_boilerplate(self.text[start:end], self.language.tag)
        }

    @cached_property
    def sentences(self) -> list[Span]:
        """Every sentence of the running text."""
        return [
            (start + first, start + last)
            for start, end in self.paragraphs.values()
            for first, last in sentences(self.text[start:end], language=self.language.tag)
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
        """The sentence of running text in which the character at `offset` stands."""
        return self.sentences[bisect_right(self.sentences, offset, key=lambda each: each[0]) - 1]

    def after_dateline(self, sentence: Span) -> int:
        """Where a sentence begins, the place and agency before it (`VARROW, June 12 -`) left out."""
        dateline = _DATELINE.match(self.text, *sentence)
        return dateline.end() if dateline else sentence[0]

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at `offset` stands inside a quoted passage."""
        at = bisect_right(self.quoted, offset, key=lambda each: each.start)
        return at > 0 and offset < self.quoted[at - 1].end

    def running(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match of `pattern` in the running text; none runs over the end of a paragraph."""
        for start, end in self.paragraphs.values():
            yield from pattern.finditer(self.text, start, end)
