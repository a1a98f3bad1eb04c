"""Drafts of claims and of the assertions that passages support, as records write them."""

from collections.abc import Collection
from typing import Any

from generator.evidence.excerpt import Excerpt
from generator.ingest.draft import slug, unused
from generator.records.refs import Ref
from generator.suggest.context import Context
from generator.suggest.figures import Figure
from generator.suggest.speakers import Voice
from generator.suggest.types import NewRecord, Span


def claim(context: Context, span: Span, kind: str, assertion: dict[str, Any], **more: Any) -> NewRecord:
    """A new claim on the passage at `span`; `more` are further fields, such as `value`.

    Unless they say what it is about, that is the records which the sentence names without doubt.
    """
    start, end = context.reading.sentence_at(span[0])
    named = [m.refs[0] for m in context.mentions if start <= m.start < end and len(m.refs) == 1]
    fields = {
        "text": None,
        "kind": kind,
        "about": more.pop("about", [str(ref) for ref in dict.fromkeys(named)]),
        "answers": more.pop("answers", []),
        **more,
        "assertions": [assertion],
        "added": context.added,
    }
    telling = "-".join(slug(context.words(span)).split("-")[:4])
    wanted = f"{context.ref.id}-{assertion['evidence'][0]['paragraph']}-{telling}".strip("-")
    ident = unused(wanted, lambda each: Ref("claim", each) in context.dataset.known)
    return NewRecord(Ref("claim", ident), fields)


def assertion(
    context: Context,
    passage: Excerpt,
    kind: str,
    speaker: Voice | None,
    *,
    own_voice: bool = False,
    stance: str = "",
    taken: Collection[str] = (),
) -> dict[str, Any]:
    """What `passage` asserts; `kind` is that of the evidence, `taken` are ids in use.

    Where nobody is found to say it, `own_voice` makes the article's own voice its speaker.
    """
    where = {"source": context.ref.id, "paragraph": passage.paragraph}
    evidence = {**where, "kind": kind, "quote": passage.quote}
    return {
        "id": unused(f"{context.ref.id}-{passage.paragraph}", taken.__contains__),
        **_speaker_fields(context, speaker, own_voice),
        "stance": stance or (speaker.stance if speaker else "asserts"),
        "basis": "not_stated",
        "evidence": [evidence],
    }


def value(context: Context, figure: Figure, unit: str | None, scope: str | None) -> dict[str, Any]:
    """The figure as a record writes it."""
    published = context.reading.published
    numbers = {name: f"{n:.15g}" for name, n in figure.numbers.items() if n is not None}
    as_of = published.text if published else None
    return {**numbers, "unit": unit, "scope": scope, "qualifier": figure.qualifier, "as_of": as_of}


def _speaker_fields(context: Context, speaker: Voice | None, own_voice: bool) -> dict[str, Any]:
    if speaker is None:
        return {"speaker": str(context.own) if own_voice else None}
    text = " ".join(speaker.who.text.split())
    if not speaker.is_named:
        return {"speaker": "unnamed", "described_as": text, "as_named": None}
    agents = [ref for ref in speaker.who.refs if ref.kind in ("person", "organization")]
    return {"speaker": str(agents[0]) if len(agents) == 1 else None, "as_named": text}
