"""All suggestions for one text, by topic and paragraph; as lines for an editor, and as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.lib.text import count
from generator.records.kinds import path_of
from generator.suggest.claim_matches import claims
from generator.suggest.context import Context, quoted_of
from generator.suggest.found_names import names
from generator.suggest.found_passages import passages
from generator.suggest.found_statements import dates, figures, statements
from generator.suggest.types import TOPICS, NewRecord, Suggestion

_LONGEST_SHOWN = 240


@dataclass(frozen=True)
class Survey:
    """The suggestions, numbered from 1 by their place, and what they were made from."""

    context: Context
    suggestions: tuple[Suggestion, ...]


def survey(context: Context) -> Survey:
    """Read the text and compare it with the archive; the same input gives the same list."""
    makers = (names, dates, figures, statements, claims, passages)
    found = [suggestion for make in makers for suggestion in make(context)]
    topics = list(TOPICS)
    found.sort(key=lambda each: (topics.index(each.topic), each.start, each.end))
    return Survey(context, tuple(found))


def lines(survey: Survey) -> Iterator[str]:
    """The budget, then each topic with its numbered suggestions: paragraph, words and explanation."""
    yield f"{survey.context.ref}: {count(len(survey.suggestions), 'suggestion')}"
    yield f"quotation budget: {quoted_of(survey.context.use())}"
    if not survey.context.reading.language.has_tables:
        language = survey.context.reading.article.language
        yield f"language {language}: no tables; only names, digits, ISO dates and quotations are read"
    topic = ""
    for number, each in enumerate(survey.suggestions, 1):
        if each.topic != topic:
            topic = each.topic
            yield f"\n{TOPICS[each.topic]}"
        is_long = len(each.words) > _LONGEST_SHOWN
        words = f"{each.words[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …" if is_long else each.words
        yield f"{number:4}  {each.paragraph}: {words}"
        yield f"      {each.reason}"


def as_data(survey: Survey) -> dict[str, Any]:
    """The survey for machines; offsets count code points, paragraphs being joined by a blank line."""
    reading, use = survey.context.reading, survey.context.use()
    return {
        "source": reading.source,
        "language": reading.article.language,
        "language_tables": reading.language.has_tables,
        "quotation_budget": {
            "own": use.own,
            "own_limit": use.limits.own,
            "quoted": use.words_quoted,
            "limit": use.limits.altogether,
            "longest": use.longest,
        },
        "suggestions": [_entry(number, each) for number, each in enumerate(survey.suggestions, 1)],
    }


def _entry(number: int, each: Suggestion) -> dict[str, Any]:
    drafts: list[dict[str, Any]] = [
        {"path": path_of(draft.ref), "new": draft.fields}
        if isinstance(draft, NewRecord)
        else {"path": path_of(draft.ref), "field": draft.field, "add": draft.item}
        for draft in each.drafts
    ]
    return {"number": number, **vars(each), "topic": each.topic.replace(" ", "_"), "drafts": drafts}
