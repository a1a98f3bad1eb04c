"""Suggestions that put a passage beside a claim, and passages that other texts share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.evidence.article import Article
from generator.evidence.lineage_hint import Passage, shared_passages
from generator.evidence.words import word_keys
from generator.refs import Ref
from generator.suggest.claimdrafts import claim as new_claim
from generator.suggest.conflicts import Meeting, meetings
from generator.suggest.context import Context
from generator.suggest.excerpts import Excerpt
from generator.suggest.figures import shown
from generator.suggest.reading import Reading
from generator.suggest.shapes import Addition, Draft, Suggestion
from generator.suggest.voices import assertion
from generator.text import count

_MOST = 0.8


def compared(context: Context) -> Iterator[Suggestion]:
    """Every passage that says what a claim says, or otherwise, with both wordings."""
    for meeting in meetings(context):
        claim = context.archive.claims[meeting.claim]
        quotes = [e.quote.exact for a in claim.assertions for e in a.evidence if e.quote]
        against = f"“{claim.text}”" + (f" — quoted: “{quotes[0]}”" if quotes else "")
        questions = [str(answer.question) for answer in claim.answers]
        reason = f"{meeting.claim}: {meeting.reason}; the claim: {against}"
        reason += f"; question: {', '.join(questions)}" if questions else ""
        passage = context.excerpt(meeting.passage)
        reason += f"; {context.budget(passage)}" if passage else ""
        found = {
            "claim": str(meeting.claim),
            "claim_text": claim.text,
            "claim_quotes": quotes,
            "questions": questions,
            "denies": meeting.denies,
        }
        yield Suggestion(
            "conflict" if meeting.differs else "repeat",
            context.label(meeting.passage[0]),
            *meeting.passage,
            context.words(context.reading.sentence_at(meeting.passage[0])),
            reason,
            found,
            _drafts(context, meeting, passage) if passage else (),
        )


def _drafts(context: Context, meeting: Meeting, passage: Excerpt) -> tuple[Draft, ...]:
    """An assertion for the claim where the passage repeats or denies it, else a claim contrary to it."""
    claim = context.archive.claims[meeting.claim]
    kind = "figure" if claim.value else "indirect"
    said = assertion(
        context.voice,
        passage,
        kind,
        context.speaker_in(context.reading.sentence_at(meeting.passage[0])),
        own_voice=True,
        stance="denies" if meeting.denies else "",
        taken=[a.id for a in claim.assertions],
    )
    if not meeting.differs or meeting.denies:
        return (Addition(meeting.claim, "assertions", said),)
    more: dict[str, Any] = {
        "answers": [{"question": answer.question.id, "answer": None} for answer in claim.answers],
        "relations": [{"relation": "contrary_to", "claim": meeting.claim.id}],
    }
    if claim.value:
        more["value"] = _value(context, meeting)
    return (new_claim(context, passage.paragraph, meeting.passage, str(claim.kind), said, **more),)


def _value(context: Context, meeting: Meeting) -> dict[str, Any]:
    """The figure of the passage in the unit and scope of the claim."""
    old = context.archive.claims[meeting.claim].value
    figure = next(f for f in context.figures if f.start == meeting.passage[0])
    numbers = {"number": figure.number, "min": figure.min, "max": figure.max}
    published = context.reading.published
    return {
        **{name: shown(value) for name, value in numbers.items() if value is not None},
        "unit": old.unit if old else figure.unit,
        "scope": old.scope if old else None,
        "qualifier": figure.qualifier,
        "as_of": published.text if published else None,
    }


def passages(context: Context) -> Iterator[Suggestion]:
    """One suggestion for each other text that shares eight or more words in a row with this one."""
    here = context.reading.article
    for source, article in sorted(context.texts.items()):
        if source == context.reading.source or _is_declared(context, source):
            continue
        shared = shared_passages(here, article)
        if not shared:
            continue
        longest = max(shared, key=lambda passage: passage.words)
        last = next(n for n, word in enumerate(here.word_list) if word.start == longest.start_a)
        end = here.word_list[last + longest.words - 1].end
        reason = f"{count(len(shared), 'passage')} shared with source:{source}"
        reason += f", the longest of {longest.words} words"
        reason += _as_quotation(context, article, shared)
        found = {
            "source": source,
            "passages": len(shared),
            "longest": longest.words,
            "paragraph": article.block_at(longest.start_b),
        }
        item = {"relation": _relation(here, article, shared), "of": source}
        missing = {"relation": "which of the two comes from the other, and how; or delete this entry"}
        span = (longest.start_a, end)
        yield Suggestion(
            "passage", context.label(span[0]), *span, context.words(span), reason, found,
            (Addition(context.voice.ref, "derivation", item, missing),),
        )  # fmt: skip


def _is_declared(context: Context, other: str) -> bool:
    refs = (context.voice.ref, Ref("source", other))
    sources = [context.archive.sources[ref] for ref in refs if ref in context.archive.sources]
    return any(entry.of in refs for source in sources for entry in source.derivation)


def _as_quotation(context: Context, other: Article, shared: list[Passage]) -> str:
    """Whether all shared words are quoted in both texts: then they may go back to one speaker only."""
    there = Reading("", other)
    if all(context.reading.is_quoted(p.start_a) and there.is_quoted(p.start_b) for p in shared):
        return "; all are quotations in both: perhaps one statement that both report"
    return ""


def _relation(here: Article, there: Article, shared: list[Passage]) -> str | None:
    """`republication` or `excerpt` where most of this text stands in the other; else the editor must say."""
    mine, theirs = len(word_keys(here.canonical)), len(word_keys(there.canonical))
    words = sum(passage.words for passage in shared)
    if words < _MOST * mine:
        return None
    return "republication" if words >= _MOST * theirs else "excerpt"
