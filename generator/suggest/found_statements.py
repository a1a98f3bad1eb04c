"""Suggestions of dates, figures and quotations, each with a draft claim."""

from collections.abc import Iterator
from typing import Any

from generator.evidence.excerpt import Excerpt
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
    context: Context, topic: Topic, span: Span, reason: str, found: dict[str, Any], kind: str, **more: Any
) -> Suggestion:
    drafts = []
    if passage := context.excerpt(span):
        speaker = context.speaker_in(context.reading.sentence_at(span[0]))
        said = assertion(context, passage, kind, speaker, own_voice=True)
        drafts.append(claim(context, span, topic, said, **more))
    return context.suggestion(topic, span, reason, found, drafts)


def statements(context: Context) -> Iterator[Suggestion]:
    """Every quotation and reported clause with its speaker, in the order of the text."""
    sayings = [*quotations(context.reading, context.speakers), *_turns(context)]
    if context.speakers:
        sayings += reported(context.reading, context.speakers)
    for saying in sorted(sayings):
        passage = context.excerpt(saying.span, is_speech=saying.kind == "direct")
        if passage:
            yield _saying(context, saying, passage)


def _turns(context: Context) -> Iterator[Utterance]:
    """The turns of an interview, each as a quotation of the name before the colon."""
    for name, (start, end) in turns(context.reading):
        known = next((m for m in context.mentions if m.start < start and start - m.end <= 3), None)
        text, refs = (known.text, known.refs) if known else (name, ())
        why = "the name stands before the words, with a colon"
        speaker = Voice(Candidate(start, start, text, "name", refs), ":", start, why)
        if not any(start <= q.start and q.end <= end for q in context.reading.quoted):
            yield Utterance(start, end, "direct", speaker)


def _saying(context: Context, saying: Utterance, passage: Excerpt) -> Suggestion:
    speaker, who = saying.speaker, "no speaker found"
    said = assertion(context, passage, saying.kind, speaker)
    refs = list(map(str, speaker.who.refs)) if speaker else []
    if speaker and speaker.is_named:
        who = f"{speaker.who.text} ({' or '.join(refs) or 'no record yet'}): {speaker.why}"
    elif speaker:
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
    draft = claim(context, saying.span, "fact", said)
    return context.suggestion("quotation", saying.span, reason, found, [draft])
