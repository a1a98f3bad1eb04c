"""Whose voice a statement is in, the article's own or that of somebody it quotes, and when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.lib.dates import Day
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Dating, Source, Stub
from generator.records.refs import Ref

REPUBLICATION, TRANSLATION = "republication", "translation"
SAME_WORDS = frozenset({REPUBLICATION, "excerpt", TRANSLATION})
"""The derivations that leave the origin where it was."""


def in_own_voice(assertion: Assertion, source: Source | None) -> bool:
    """Whether the speaker is the article itself: its author, its publisher or the source as such."""
    speaker = assertion.speaker_ref
    if speaker is None or source is None or assertion.said_in is not None:
        return False
    parents = [d.stub for d in source.derivation if d.stub is not None]
    voices = {*source.authors, source.publisher}
    for stub in parents:
        voices |= {*stub.authors, stub.publisher}
    return speaker.kind == "source" or speaker in voices


def said(dataset: Dataset, assertion: Assertion) -> Dating | None:
    """When a statement was made: its own date, else that of the occasion on which it was made.

    An article says what it says itself when its words first come out.
    """
    if assertion.said is not None:
        return assertion.said
    if assertion.said_in is not None:
        event = dataset.events.get(assertion.said_in)
        return event.when if event else None
    source, speaker = assertion.source, assertion.speaker_ref
    if source is None or speaker is None or source not in dataset.sources:
        return None
    if speaker.kind == "source":
        return published(dataset, source)
    works = [*_works(dataset, source, set())]
    is_author = any(speaker in work.authors for work in works)
    return _first(work for work in works if is_author or work.publisher == speaker)


def published(dataset: Dataset, source: Ref | None) -> Dating | None:
    """When the words of an article first came out, in a copy that we hold or in what that repeats."""
    record = dataset.sources.get(source) if source else None
    return _first([*_stubs(record), record]) if record else None


def _works(dataset: Dataset, source: Ref, seen: set[Ref]) -> Iterator[Source | Stub]:
    """The article and all publications of which it has the words, held or not."""
    record = dataset.sources.get(source)
    if record is None or source in seen:
        return
    seen.add(source)
    yield from _stubs(record)
    yield record
    for step in record.derivation:
        if step.relation in SAME_WORDS and step.of:
            yield from _works(dataset, step.of, seen)


def _stubs(source: Source) -> list[Stub]:
    return [d.stub for d in source.derivation if d.relation in SAME_WORDS and d.stub]


def _first(works: Iterable[Source | Stub]) -> Dating | None:
    dates = [work.published for work in works if work.published]
    return min(dates, key=anchor, default=None)


def anchor(dating: Dating | None) -> Day:
    """The day at which a date stands in a list; a last one where there is none."""
    return (dating.edtf.anchor if dating else None) or Day(9999, 12, 31)
