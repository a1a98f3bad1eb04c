"""A survey as lines for an editor and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.lib.text import count
from generator.records.kinds import path_of
from generator.suggest.context import quoted_of
from generator.suggest.survey import Survey
from generator.suggest.types import TOPICS, NewRecord, Suggestion

_LONGEST_SHOWN = 240


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
        yield f"{number:4}  {each.paragraph}: {_short(each.words)}"
        yield f"      {each.reason}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …"


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
        "drafts": [
            {
                "path": path_of(draft.ref),
                **(
                    {"new": dict(draft.fields)}
                    if isinstance(draft, NewRecord)
                    else {"field": draft.field, "add": draft.item}
                ),
            }
            for draft in each.drafts
        ],
    }
