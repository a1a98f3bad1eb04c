"""Suggestions that put a passage beside a claim or event that it repeats or contradicts."""

from collections.abc import Iterator
from typing import Any

from generator.records.refs import Ref
from generator.suggest.claim_matches import ClaimMatch, claim_matches
from generator.suggest.context import Context
from generator.suggest.drafts import assertion, value
from generator.suggest.drafts import claim as new_claim
from generator.suggest.excerpts import Excerpt
from generator.suggest.types import Addition, Draft, Suggestion


def claims(context: Context) -> Iterator[Suggestion]:
    """Every passage that says what a claim says, or otherwise, with both wordings."""
    for match in claim_matches(context):
        text, quotes, questions = _held(context, match.against)
        passage = context.excerpt(match.passage)
        reason = f"{match.against}: {match.reason}; it says: “{text}”"
        reason += f" — quoted: “{quotes[0]}”" if quotes else ""
        reason += f"; question: {', '.join(questions)}" if questions else ""
        reason += f"; {context.budget(passage)}" if passage else ""
        found = {
            "against": str(match.against),
            "text": text,
            "quotes": quotes,
            "questions": questions,
            "denies": match.denies,
        }
        yield context.suggestion(
            "conflict" if match.differs else "repeat",
            match.passage,
            reason,
            found,
            [_draft(context, match, passage)] if passage else [],
            context.words(context.reading.sentence_at(match.passage[0])),
        )


def _held(context: Context, ref: Ref) -> tuple[str, list[str], list[str]]:
    """What the archive holds: the wording, the words quoted for it and the questions it answers."""
    claim = context.dataset.claims.get(ref)
    if claim is None:
        return context.dataset.events[ref].name, [], []
    quotes = [e.quote.exact for a in claim.assertions for e in a.evidence if e.quote]
    return claim.text, quotes, [str(answer.question) for answer in claim.answers]


def _draft(context: Context, match: ClaimMatch, passage: Excerpt) -> Draft:
    """An assertion for the claim where the passage repeats or denies it, else a claim contrary to it."""
    claim = context.dataset.claims.get(match.against)
    said = assertion(
        context,
        passage,
        "figure" if claim and claim.value else "indirect",
        context.speaker_in(context.reading.sentence_at(match.passage[0])),
        own_voice=True,
        stance="denies" if match.denies else "",
        taken=[a.id for a in claim.assertions] if claim else [],
    )
    if claim is None:
        return new_claim(context, match.passage, "date", said, about=[str(match.against)])
    if not match.differs or match.denies:
        return Addition(match.against, "assertions", said)
    more: dict[str, Any] = {
        "answers": [{"question": answer.question.id, "answer": None} for answer in claim.answers],
        "relations": [{"relation": "contrary_to", "claim": match.against.id}],
    }
    if claim.value:
        figure = next(f for f in context.figures if f.start == match.passage[0])
        more["value"] = value(context, figure, claim.value.unit, claim.value.scope)
    return new_claim(context, match.passage, str(claim.kind), said, **more)
