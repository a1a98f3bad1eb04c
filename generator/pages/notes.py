"""Reading notes: each paragraph of a source in our own words, with the claims that rest on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.pages.proof import pieces
from generator.pages.site import Site
from generator.records.model import Assertion, Source
from generator.records.refs import Ref


@dataclass(frozen=True)
class Carried:
    """An assertion that rests on a paragraph, with the quotations from there, each in pieces."""

    claim: Ref
    assertion: Assertion
    quotes: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source: its label, our note on it and what rests on it."""

    label: str
    text: str | None
    carries: tuple[Carried, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a section heading."""
        return self.label[:1] == "h"

    @property
    def is_body(self) -> bool:
        """Whether it is a paragraph of the body."""
        return self.label[:1] == "p"


def paragraphs(site: Site, ref: Ref) -> list[Paragraph]:
    """Every paragraph in the order of the text: those with a note, those cited, and those the lock counts."""
    source = site.dataset.sources[ref]
    carried = _carried(site, ref)
    cited = {use.paragraph for use in site.uses.get(ref, ())}
    return [
        Paragraph(label, note.text if (note := source.note(label)) else None, tuple(carried.get(label, ())))
        for label in _labels(site, ref, source, cited)
    ]


def _labels(site: Site, ref: Ref, source: Source, cited: set[str]) -> list[str]:
    lock = site.dataset.lock
    blocks = lock.sources[ref.id].blocks if lock and ref.id in lock.sources else ()
    noted = [note.label for note in source.notes]
    front = [label for label in ("title", "standfirst") if label in {*cited, *noted}]
    body = [label for label in blocks if label not in ("title", "standfirst")]
    rest = sorted(cited, key=lambda label: (len(label), label))
    return list(dict.fromkeys([*front, *(body or noted), *noted, *rest]))


def _carried(site: Site, ref: Ref) -> dict[str, list[Carried]]:
    quotes: dict[str, dict[tuple[Ref, str], list[tuple[tuple[str, str], ...]]]] = defaultdict(dict)
    assertions: dict[tuple[Ref, str], Assertion] = {}
    for use in site.uses.get(ref, ()):
        if use.assertion is not None:
            key = (use.ref, use.assertion.id)
            assertions[key] = use.assertion
            words = quotes[use.paragraph].setdefault(key, [])
            words += [tuple(pieces(use.evidence.quote))] if use.evidence.quote else []
    return {
        label: [Carried(key[0], assertions[key], tuple(words)) for key, words in carried.items()]
        for label, carried in quotes.items()
    }
