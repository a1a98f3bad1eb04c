"""All suggestions for one text, in the order of topics and paragraphs, with the quotation budget."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.rights import Use
from generator.suggest.claim_matches import compared
from generator.suggest.context import Context
from generator.suggest.found_names import names
from generator.suggest.found_passages import passages
from generator.suggest.found_statements import dates, figures, statements
from generator.suggest.types import TOPICS, Suggestion


@dataclass(frozen=True)
class Survey:
    """The suggestions, numbered from 1 by their place, and the use made of the article now.

    `language` is the tag of the text's language; `has_tables` tells whether its words can be read.
    """

    source: str
    language: str
    has_tables: bool
    use: Use
    suggestions: tuple[Suggestion, ...]


def survey(context: Context) -> Survey:
    """Read the text and compare it with the archive; the same input gives the same list."""
    makers = (names, dates, figures, statements, compared, passages)
    found = [suggestion for make in makers for suggestion in make(context)]
    topics = list(TOPICS)
    ordered = sorted(found, key=lambda each: (topics.index(each.topic), each.start, each.end))
    reading = context.reading
    return Survey(
        reading.source, reading.article.language, reading.language is not None, context.use(), tuple(ordered)
    )
