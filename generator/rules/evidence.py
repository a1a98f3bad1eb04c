"""Rules on evidence: the paragraph exists, and the quotation is short."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.archive import Archive, Fault, Field
from generator.evidence.pieces import OMISSION, PiecesError, take_apart
from generator.evidence.rights import LONGEST_QUOTATION
from generator.evidence.words import words
from generator.model import Evidence, Quote, Source
from generator.refs import Ref
from generator.rules.walk import everywhere
from generator.text import count

ALWAYS_THERE = frozenset({"title", "standfirst"})
"""The parts of an article that need no reading note."""


def unknown_paragraph(archive: Archive) -> Iterator[Fault]:
    """Evidence points to `title`, `standfirst`, or a paragraph or heading that has a reading note."""
    sources = archive.sources
    labels = {ref: {note.label for note in source.notes} for ref, source in sources.items()}
    for ref, path, source, paragraph in _pointers(archive):
        if labels.get(source) and paragraph not in labels[source] | ALWAYS_THERE:
            hint = f"this source has {_ranges(sources[source])}"
            yield Fault(ref, path, f"{source} has no paragraph “{paragraph}”", hint)


def _pointers(archive: Archive) -> Iterator[tuple[Ref, Field, Ref, str]]:
    for ref, path, evidence in everywhere(archive, Evidence):
        yield ref, (*path, "paragraph"), evidence.source, evidence.paragraph
    for ref, record in archive.sources.items():
        for number, interest in enumerate(record.interest):
            if interest.paragraph:
                yield ref, ("interest", number, "paragraph"), ref, interest.paragraph


def _ranges(source: Source) -> str:
    """The labels of the notes, such as `p1–p11 and h1`."""
    labels = [note.label for note in source.notes if note.label not in ALWAYS_THERE]
    numbered = sorted((label[0] != "p", int(label[1:])) for label in labels)
    runs = groupby(enumerate(numbered), key=lambda item: (item[1][0], item[1][1] - item[0]))
    return " and ".join(
        _run([number for _, (_, number) in run], "h" if heading else "p") for (heading, _), run in runs
    )


def _run(numbers: list[int], letter: str) -> str:
    first, last = numbers[0], numbers[-1]
    return f"{letter}{first}" if first == last else f"{letter}{first}–{letter}{last}"


def malformed_quote(archive: Archive) -> Iterator[Fault]:
    """A quotation has twelve characters on each side of an omission, and holds what it lists as inserted."""
    for ref, path, quote in everywhere(archive, Quote):
        try:
            take_apart(quote.exact, quote.inserted)
        except PiecesError as wrong:
            yield Fault(ref, (*path, "exact"), str(wrong), "quote more of the sentence, letter for letter")


def long_quote(archive: Archive) -> Iterator[Fault]:
    """A quotation has at most forty words."""
    for ref, path, quote in everywhere(archive, Quote):
        if (number := len(words(quote.exact.replace(OMISSION, " ")))) > LONGEST_QUOTATION:
            hint = f"quote at most {LONGEST_QUOTATION}: the operative words only"
            yield Fault(ref, (*path, "exact"), f"the quotation has {count(number, 'word')}", hint)
