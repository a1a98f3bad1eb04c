"""Suggestions of dates, figures and quotations, each with a draft claim."""

from collections.abc import Iterator
from typing import Any

from generator.suggest.context import Context
from generator.suggest.drafts import assertion, claim, value
from generator.suggest.sayings import Utterance, quotations, reported, turns
from generator.suggest.speaker_candidates import Candidate
from generator.suggest.speakers import Voice
from generator.suggest.types import Span, Suggestion, Topic


def dates(context: Context) -> Iterator[Suggestion]:
    """Every date, with its EDTF or the reason why there is none."""
    for date in context.dates:
        known = f"{date.edtf} ({date.basis})" if date.edtf else "not worked out"
        reason = f"{known}: {date.reason}"
        found = {"edtf": date.edtf, "basis": date.basis, "form": date.form}
        yield _statement(context, "date", date.span, reason, found, "indirect")


def figures(context: Context) -> Iterator[Suggestion]:
    """Every figure with its unit and qualifier."""
    for figure in context.figures:
        written = value(context, figure, figure.unit, None)
        number = " to ".join(written[name] for name in figure.numbers if name in written)
        reason = f"{figure.qualifier.replace('_', ' ')} {number} {figure.unit or '(unit not read)'}"
        found = {**figure.numbers, "unit": figure.unit, "qualifier": figure.qualifier}
        yield _statement(context, "figure", figure.span, reason, found, "figure", value=written)


def _statement(
    context: Context,
    topic: Topic,
    span: Span,
    reason: str,
    found: dict[str, Any],
    evidence: str,
    **more: Any,
) -> Suggestion:
    passage = context.excerpt(span)
    drafts = []
    if passage:
        speaker = context.speaker_in(context.reading.sentence_at(span[0]))
        said = assertion(context, passage, evidence, speaker, own_voice=True)
        drafts.append(claim(context, span, topic, said, **more))
    return context.suggestion(topic, span, reason, found, drafts)


def statements(context: Context) -> Iterator[Suggestion]:
    """Every quotation and reported clause with its speaker, in the order of the text."""
    sayings = [*quotations(context.reading, context.speakers), *_turns(context)]
    if context.speakers:
        sayings += reported(context.reading, context.speakers)
    for saying in sorted(sayings, key=lambda each: each.span):
        suggestion = _saying(context, saying)
        if suggestion:
            yield suggestion


def _turns(context: Context) -> Iterator[Utterance]:
    """The turns of an interview, each as a quotation of the name before the colon."""
    inside = [(q.start, q.end) for q in context.reading.quoted]
    for name, (start, end) in turns(context.reading):
        known = next((m for m in context.mentions if m.start < start and start - m.end <= 3), None)
        who = (
            Candidate(start, start, known.text, "name", known.refs)
            if known
            else Candidate(start, start, name, "name")
        )
        speaker = Voice(who, ":", start, "the name stands before the words, with a colon")
        if not any(start <= a and b <= end for a, b in inside):
            yield Utterance(start, end, "direct", speaker)


def _saying(context: Context, saying: Utterance) -> Suggestion | None:
    passage = context.excerpt(saying.span, is_speech=saying.kind == "direct")
    if passage is None:
        return None
    said = assertion(context, passage, saying.kind, saying.speaker)
    speaker = saying.speaker
    refs = list(map(str, speaker.who.refs)) if speaker else []
    if speaker is None:
        who = "no speaker found"
    elif speaker.is_named:
        who = f"{speaker.who.text} ({' or '.join(refs) or 'no record yet'}): {speaker.why}"
    else:
        who = f"unnamed, described as “{speaker.who.text}”: {speaker.why}"
    found = {
        "kind": saying.kind,
        "speaker": speaker.who.text if speaker else None,
        "named": speaker.is_named if speaker else None,
        "records": refs,
        "stance": said["stance"],
        "quote": passage.quote,
        "shortened": passage.cut,
    }
    reason = f"{saying.kind}; {who}; {context.budget(passage)}"
    return context.suggestion(
        "quotation", saying.span, reason, found, [claim(context, saying.span, "fact", said)]
    )
