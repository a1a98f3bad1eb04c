"""Suggestions of dates, figures and quotations, each with a draft claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.suggest.absolute_dates import Dated
from generator.suggest.claimdrafts import claim
from generator.suggest.context import Context
from generator.suggest.figures import Figure, shown
from generator.suggest.reported import reported
from generator.suggest.sayings import Saying, quotations, turns
from generator.suggest.speakers import Speaker
from generator.suggest.types import Draft, Span, Suggestion
from generator.suggest.voices import assertion


def dates(context: Context) -> Iterator[Suggestion]:
    """Every date, with its EDTF or the reason why there is none."""
    for date in context.dates:
        span = (date.start, date.end)
        reason = (
            f"{date.edtf} ({date.basis}): {date.reason}" if date.edtf else f"not worked out: {date.reason}"
        )
        reason += _before(context, date)
        found = {"edtf": date.edtf, "basis": date.basis, "form": date.form}
        yield _statement(context, "date", span, reason, found, "date", "indirect")


def _before(context: Context, date: Dated) -> str:
    """The full date before one that counts from another event: a help, no answer."""
    if date.edtf or date.form != "counted":
        return ""
    before = [
        d for d in context.dates if d.end <= date.start and d.form in ("full", "day_month", "iso", "weekday")
    ]
    if not before:
        return ""
    last = before[-1]
    words = context.words((last.start, last.end))
    return f"; the last day named before it is {words} ({context.label(last.start)})"


def figures(context: Context) -> Iterator[Suggestion]:
    """Every figure with its unit and qualifier."""
    published = context.reading.published
    for figure in context.figures:
        number = {"number": figure.number, "min": figure.min, "max": figure.max}
        written = {name: shown(value) for name, value in number.items() if value is not None}
        value = {**written, "unit": figure.unit, "scope": None, "qualifier": figure.qualifier}
        value["as_of"] = published.text if published else None
        reason = f"{figure.qualifier.replace('_', ' ')} {_numbers(figure)} {figure.unit or '(unit not read)'}"
        found = {**number, "unit": figure.unit, "qualifier": figure.qualifier}
        yield _statement(
            context, "figure", (figure.start, figure.end), reason, found, "figure", "figure", value=value
        )


def _numbers(figure: Figure) -> str:
    return " to ".join(shown(n) for n in (figure.number, figure.min, figure.max) if n is not None)


def _statement(
    context: Context,
    topic: Any,
    span: Span,
    reason: str,
    found: dict[str, Any],
    kind: str,
    evidence: str,
    **more: Any,
) -> Suggestion:
    label = context.label(span[0])
    passage = context.excerpt(span)
    drafts: tuple[Draft, ...] = ()
    if passage:
        speaker = context.speaker_in(context.reading.sentence_at(span[0]))
        said = assertion(context.voice, passage, evidence, speaker, own_voice=True)
        drafts = (claim(context, label, span, kind, said, **more),)
    return Suggestion(topic, label, *span, context.words(span), reason, found, drafts)


def statements(context: Context) -> Iterator[Suggestion]:
    """Every quotation and reported clause with its speaker, in the order of the text."""
    sayings = [*quotations(context.reading, context.speakers), *_turns(context)]
    language = context.reading.language
    if context.speakers and language:
        sayings += reported(context.reading, context.speakers, language.sayings)
    for saying in sorted(sayings, key=lambda each: (each.start, each.end)):
        suggestion = _saying(context, saying)
        if suggestion:
            yield suggestion


def _turns(context: Context) -> Iterator[Saying]:
    """The turns of an interview, each as a quotation of the name before the colon."""
    inside = [(q.start, q.end) for q in context.reading.quoted]
    for who, (start, end) in turns(context.reading):
        known = next((m for m in context.mentions if m.start < start and start - m.end <= 3), None)
        speaker = Speaker(
            known.text if known else who, start, ":", start, "asserts", True,
            "the name stands before the words, with a colon", known.refs if known else (),
        )  # fmt: skip
        if not any(start <= a and b <= end for a, b in inside):
            yield Saying(start, end, "direct", speaker)


def _saying(context: Context, saying: Saying) -> Suggestion | None:
    span = (saying.start, saying.end)
    passage = context.excerpt(span, is_speech=saying.kind == "direct")
    if passage is None:
        return None
    said = assertion(context.voice, passage, saying.kind, saying.speaker)
    speaker = saying.speaker
    if speaker is None:
        who = "no speaker found"
    elif speaker.is_named:
        who = speaker.text + (
            f" ({' or '.join(map(str, speaker.refs))})" if speaker.refs else " (no record yet)"
        )
        who += f": {speaker.why}"
    else:
        who = f"unnamed, described as “{speaker.text}”: {speaker.why}"
    reason = f"{saying.kind}; {who}; {context.budget(passage)}"
    found = {
        "kind": saying.kind,
        "speaker": speaker.text if speaker else None,
        "named": speaker.is_named if speaker else None,
        "records": [str(ref) for ref in speaker.refs] if speaker else [],
        "stance": said["stance"],
        "quote": passage.quote,
        "shortened": passage.cut,
    }
    label = context.label(saying.start)
    draft = claim(context, label, span, "fact", said)
    return Suggestion("quotation", label, *span, context.words(span), reason, found, (draft,))
