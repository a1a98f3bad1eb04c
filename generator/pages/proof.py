"""Passages as a reader sees them: the words in pieces, the proof of them, the ways to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.quotations import assertion_evidence
from generator.evidence.fragment import text_fragment_url
from generator.lib.language import gettext as _
from generator.pages.site import Site
from generator.records.model import Assertion, Quote, Translation
from generator.records.refs import Ref

OMISSION = "[…]"


@dataclass(frozen=True)
class Proof:
    """What the lock says of a quotation: `place` is its code points in the copy, of how many."""

    place: str
    digest: str
    text_digest: str


@dataclass(frozen=True)
class Passage:
    """One passage of a source.

    `language` is that of the words. `pieces` are the words with how each came there: `text`, `cut` (words
    left out) or `inserted` (ours); no pieces: the passage is pointed to without a quotation.
    """

    paragraph: str
    kind: str
    pieces: tuple[tuple[str, str], ...]
    language: str
    translation: Translation | None
    note: str | None
    proof: Proof | None
    live_url: str
    archived_url: str


def passages(site: Site, claim: Ref, assertion: Assertion) -> Iterator[Passage]:
    """The passages that carry one assertion of a claim."""
    for address, evidence in assertion_evidence(claim, assertion):
        source = site.dataset.sources[evidence.source]
        quote = evidence.quote
        yield Passage(
            evidence.paragraph,
            evidence.kind,
            tuple(pieces(quote)) if quote else (),
            source.language,
            quote.translation if quote else None,
            evidence.note,
            _proof(site, address),
            _at_the_words(source.url, quote),
            source.archived[-1].url if source.archived else "",
        )


def pieces(quote: Quote) -> Iterator[tuple[str, str]]:
    """The exact words of a quotation with what was left out and put in told apart."""
    marks = [OMISSION, *quote.inserted]
    pattern = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    for piece in re.split(f"({pattern})", quote.exact):
        if piece == OMISSION:
            yield piece, "cut"
        elif piece in quote.inserted:
            yield piece, "inserted"
        elif piece:
            yield piece, "text"


def _proof(site: Site, address: str) -> Proof | None:
    lock = site.dataset.lock
    entry = lock.entries.get(address) if lock else None
    if lock is None or entry is None or entry.source not in lock.sources:
        return None
    text = lock.sources[entry.source]
    spans = _(", ").join(f"{start:,}–{end:,}" for start, end in entry.spans)
    place = _("%(spans)s of %(all)s", spans=spans, all=f"{text.characters:,}")
    return Proof(place, entry.sha256, text.sha256)


def _at_the_words(url: str | None, quote: Quote | None) -> str:
    if url is None or quote is None:
        return ""
    return text_fragment_url(url, quote.exact, quote.prefix or "", quote.suffix or "", quote.inserted)
