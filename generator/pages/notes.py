"""Reading notes: each paragraph of a source in our own words, with the claims that rest on it."""

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.origins import in_own_voice
from generator.pages.proof import passages
from generator.pages.site import Site
from generator.records.model import Assertion, Source
from generator.records.refs import Ref


@dataclass(frozen=True)
class Carried:
    """An assertion that rests on a paragraph, with the quotations from there, each in pieces.

    `own_voice` says whether the article makes it itself.
    """

    claim: Ref
    assertion: Assertion
    own_voice: bool
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
    found: dict[str, dict[tuple[Ref, str], Carried]] = defaultdict(dict)
    for use in site.uses.get(ref, ()):
        key = (use.ref, use.assertion.id if use.assertion else "")
        if use.assertion is not None and key not in found[use.paragraph]:
            here = [p for p in passages(site, use.ref, use.assertion) if p.paragraph == use.paragraph]
            quotes = tuple(p.pieces for p in here if p.pieces)
            found[use.paragraph][key] = Carried(
                use.ref, use.assertion, in_own_voice(use.assertion, site.dataset.sources[ref]), quotes
            )
    return {label: list(carried.values()) for label, carried in found.items()}
