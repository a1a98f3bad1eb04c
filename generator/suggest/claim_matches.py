"""Suggestions that put a passage beside a claim or event that it repeats or contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.records.model.claim import Value
from generator.records.refs import Ref
from generator.suggest.claimdrafts import claim as new_claim
from generator.suggest.conflicts import Meeting, meetings
from generator.suggest.context import Context
from generator.suggest.excerpts import Excerpt
from generator.suggest.figures import shown
from generator.suggest.types import Addition, Draft, Suggestion
from generator.suggest.voices import assertion


def compared(context: Context) -> Iterator[Suggestion]:
    """Every passage that says what a claim says, or otherwise, with both wordings."""
    for meeting in meetings(context):
        text, quotes, questions = _held(context, meeting.against)
        reason = f"{meeting.against}: {meeting.reason}; it says: “{text}”"
        reason += f" — quoted: “{quotes[0]}”" if quotes else ""
        reason += f"; question: {', '.join(questions)}" if questions else ""
        passage = context.excerpt(meeting.passage)
        reason += f"; {context.budget(passage)}" if passage else ""
        yield Suggestion(
            "conflict" if meeting.differs else "repeat",
            context.label(meeting.passage[0]),
            *meeting.passage,
            context.words(context.reading.sentence_at(meeting.passage[0])),
            reason,
            {
                "against": str(meeting.against),
                "text": text,
                "quotes": quotes,
                "questions": questions,
                "denies": meeting.denies,
            },
            _drafts(context, meeting, passage) if passage else (),
        )


def _held(context: Context, ref: Ref) -> tuple[str, list[str], list[str]]:
    """What the archive holds: the wording, the words quoted for it and the questions it answers."""
    claim = context.dataset.claims.get(ref)
    if claim is None:
        return context.dataset.events[ref].name, [], []
    quotes = [e.quote.exact for a in claim.assertions for e in a.evidence if e.quote]
    return claim.text, quotes, [str(answer.question) for answer in claim.answers]


def _drafts(context: Context, meeting: Meeting, passage: Excerpt) -> tuple[Draft, ...]:
    """An assertion for the claim where the passage repeats or denies it, else a claim contrary to it."""
    claim = context.dataset.claims.get(meeting.against)
    said = assertion(
        context.voice,
        passage,
        "figure" if claim and claim.value else "indirect",
        context.speaker_in(context.reading.sentence_at(meeting.passage[0])),
        own_voice=True,
        stance="denies" if meeting.denies else "",
        taken=[a.id for a in claim.assertions] if claim else [],
    )
    span, label = meeting.passage, passage.paragraph
    if claim is None:
        return (new_claim(context, label, span, "date", said, about=[str(meeting.against)]),)
    if not meeting.differs or meeting.denies:
        return (Addition(meeting.against, "assertions", said),)
    more: dict[str, Any] = {
        "answers": [{"question": answer.question.id, "answer": None} for answer in claim.answers],
        "relations": [{"relation": "contrary_to", "claim": meeting.against.id}],
    }
    if claim.value:
        more["value"] = _value(context, meeting, claim.value)
    return (new_claim(context, label, span, str(claim.kind), said, **more),)


def _value(context: Context, meeting: Meeting, held: Value) -> dict[str, Any]:
    """The figure of the passage in the unit and scope of the one held."""
    figure = next(f for f in context.figures if f.start == meeting.passage[0])
    numbers = {"number": figure.number, "min": figure.min, "max": figure.max}
    published = context.reading.published
    return {
        **{name: shown(value) for name, value in numbers.items() if value is not None},
        "unit": held.unit,
        "scope": held.scope,
        "qualifier": figure.qualifier,
        "as_of": published.text if published else None,
    }
