"""All suggestions for one text, by topic and paragraph; as lines for an editor, and as JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.evidence.rights import Use
from generator.lib.text import count
from generator.records.kinds import path_of
from generator.suggest.context import Context, quoted_of
from generator.suggest.found_claims import claims
from generator.suggest.found_names import names
from generator.suggest.found_passages import passages
from generator.suggest.found_statements import dates, figures, statements
from generator.suggest.types import TOPICS, Draft, NewRecord, Suggestion

_LONGEST_SHOWN = 240


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
    makers = (names, dates, figures, statements, claims, passages)
    found = [suggestion for make in makers for suggestion in make(context)]
    topics = list(TOPICS)
    found.sort(key=lambda each: (topics.index(each.topic), each.start, each.end))
    reading = context.reading
    has_tables = reading.language.has_tables
    return Survey(reading.source, reading.article.language, has_tables, context.use(), tuple(found))


def lines(survey: Survey) -> Iterator[str]:
    """The budget, then each topic with its numbered suggestions: paragraph, words and explanation."""
    use = survey.use
    yield f"source:{survey.source}: {count(len(survey.suggestions), 'suggestion')}"
    yield f"quotation budget: {quoted_of(use)}"
    if not survey.has_tables:
        yield f"language {survey.language}: no tables; only names, digits, ISO dates and quotations are read"
    topic = ""
    for number, each in enumerate(survey.suggestions, 1):
        if each.topic != topic:
            topic = each.topic
            yield f"\n{TOPICS[each.topic]}"
        is_long = len(each.words) > _LONGEST_SHOWN
        words = f"{each.words[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …" if is_long else each.words
        yield f"{number:4}  {each.paragraph}: {words}"
        yield f"      {each.reason}"


def as_json(survey: Survey) -> str:
    """The survey as JSON; offsets are code points of the text with its paragraphs joined by a blank line."""
    use = survey.use
    return json.dumps(
        {
            "source": survey.source,
            "language": survey.language,
            "language_tables": survey.has_tables,
            "quotation_budget": {
                "own": use.own,
                "own_limit": use.limits.own,
                "quoted": use.words_quoted,
                "limit": use.limits.altogether,
                "longest": use.longest,
            },
            "suggestions": [_entry(number, each) for number, each in enumerate(survey.suggestions, 1)],
        },
        ensure_ascii=False,
        indent=2,
    )


def _entry(number: int, each: Suggestion) -> dict[str, Any]:
    return {
        "number": number,
        "topic": each.topic.replace(" ", "_"),
        "paragraph": each.paragraph,
        "start": each.start,
        "end": each.end,
        "words": each.words,
        "reason": each.reason,
        "found": dict(each.found),
        "drafts": [{"path": path_of(draft.ref), **_content(draft)} for draft in each.drafts],
    }


def _content(draft: Draft) -> dict[str, Any]:
    if isinstance(draft, NewRecord):
        return {"new": dict(draft.fields)}
    return {"field": draft.field, "add": draft.item}
