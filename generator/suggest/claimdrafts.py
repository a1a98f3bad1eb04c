"""Drafts of claims: one proposition for the editor to word, with its first assertion filled in."""

from __future__ import annotations

from typing import Any

from generator.records.refs import Ref
from generator.suggest.context import Context
from generator.suggest.types import NewRecord, Span

_MISSING = {
    "text": "the proposition in one neutral sentence",
    "speaker": "who says it: person:…, organization:…, source:… or unnamed",
    "scope": "of what, where",
    "unit": "what is counted",
    "as_of": "the date for which the figure is given",
    "answer": "the answer this claim gives, in at most six words",
}


def claim(
    context: Context,
    paragraph: str,
    span: Span,
    kind: str,
    assertion: dict[str, Any],
    **more: Any,
) -> NewRecord:
    """A new claim on the passage at `span`; `more` are further fields, such as `value`."""
    fields = {
        "text": None,
        "kind": kind,
        "about": more.pop("about", None) or context.about(context.reading.sentence_at(span[0])),
        "answers": more.pop("answers", []),
        **more,
        "assertions": [assertion],
        "added": context.added,
    }
    return NewRecord(Ref("claim", context.claim_id(paragraph, context.words(span))), fields, _MISSING)
