"""Speakers as records write them, and the assertion that a passage supports."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from generator.records.refs import Ref
from generator.suggest.excerpts import Excerpt
from generator.suggest.speakers import Speaker


@dataclass(frozen=True)
class Voice:
    """The source read: `ref`, and whom its own voice belongs to (author, else publisher, else itself)."""

    ref: Ref
    own: Ref


def speaker_fields(speaker: Speaker | None, voice: Voice, *, own_voice: bool) -> dict[str, Any]:
    """`speaker`, `described_as` and `as_named` of an assertion; a speaker not known is None."""
    if speaker is None:
        return {"speaker": str(voice.own) if own_voice else None}
    if not speaker.is_named:
        return {"speaker": "unnamed", "described_as": " ".join(speaker.text.split()), "as_named": None}
    agents = [ref for ref in speaker.refs if ref.kind in ("person", "organization")]
    return {
        "speaker": str(agents[0]) if len(agents) == 1 else None,
        "as_named": " ".join(speaker.text.split()),
    }


def assertion(
    voice: Voice,
    passage: Excerpt,
    kind: str,
    speaker: Speaker | None,
    *,
    own_voice: bool = False,
    stance: str = "",
    taken: Collection[str] = (),
) -> dict[str, Any]:
    """An assertion as a record writes it; `kind` is that of the evidence, `taken` are ids in use."""
    wanted = f"{voice.ref.id}-{passage.paragraph}"
    ident = next(i for i in (wanted, *(f"{wanted}-{n}" for n in range(2, 1000))) if i not in taken)
    return {
        "id": ident,
        **speaker_fields(speaker, voice, own_voice=own_voice),
        "stance": stance or (speaker.stance if speaker else "asserts"),
        "basis": "not_stated",
        "evidence": [
            {
                "source": voice.ref.id,
                "paragraph": passage.paragraph,
                "kind": kind,
                "quote": passage.quote,
            }
        ],
    }
