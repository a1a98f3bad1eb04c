"""Passages as a reader sees them: the words in pieces, the proof of them, the ways to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis.quotations import assertion_evidence
from generator.evidence.article import Spans
from generator.evidence.fragment import text_fragment_url
from generator.lib.language import digits
from generator.lib.language import gettext as _
from generator.pages.media import Seen, seen
from generator.pages.site import Site
from generator.records.model import Assertion, Evidence, Quote, Translation
from generator.records.refs import Ref

OMISSION = "[…]"
_DIRECTIVE = ":~:"


@dataclass(frozen=True)
class Proof:
    """What the lock says of a quotation: `place` is its code points in the copy, of how many."""

    place: str
    digest: str
    text_digest: str
    spans: Spans


@dataclass(frozen=True)
class Passage:
    """What one paragraph of a source holds of a statement.

    `language` is that of the words. `pieces` are the words with how each came there: `text`, `cut` (words
    left out) or `inserted` (ours); no pieces: the paragraph is pointed to without a quotation. Fragments of
    one paragraph are one passage, in the order of the article, with a proof for each.
    """

    paragraph: str
    kind: str
    pieces: tuple[tuple[str, str], ...]
    language: str
    translations: tuple[Translation, ...]
    notes: tuple[str, ...]
    proofs: tuple[Proof, ...]
    live_url: str
    archived_url: str
    seen: tuple[Seen, ...]
    """Where in a medium the words are to be seen or heard."""


def passages(site: Site, claim: Ref, assertion: Assertion) -> list[Passage]:
    """The passages that carry one assertion of a claim, in the order of the article."""
    evidence = sorted(assertion_evidence(claim, assertion), key=lambda each: _place(site, *each))
    found: list[Passage] = []
    for address, each in evidence:
        passage = _passage(site, address, each)
        if found and _are_one(found[-1], passage):
            found[-1] = _joined(found[-1], passage)
        else:
            found.append(passage)
    return found


def _place(site: Site, address: str, evidence: Evidence) -> tuple[int, int, float]:
    """Where in the article a passage stands: by paragraph, the quoted words first, by their offset."""
    lock = site.dataset.lock
    text = lock.sources.get(evidence.source.id) if lock else None
    label = evidence.paragraph
    if text and label in text.blocks:
        block = text.blocks.index(label)
    else:
        block = int(label[1:]) if label[1:].isdigit() else 0
    entry = lock.entries.get(address) if lock else None
    return block, evidence.quote is None, entry.spans[0][0] if entry else 0


def _passage(site: Site, address: str, evidence: Evidence) -> Passage:
    source, quote = site.dataset.sources[evidence.source], evidence.quote
    proof = _proof(site, address)
    return Passage(
        evidence.paragraph,
        evidence.kind,
        tuple(pieces(quote)) if quote else (),
        source.language,
        (quote.translation,) if quote and quote.translation else (),
        (evidence.note,) if evidence.note else (),
        (proof,) if proof else (),
        _at_the_words(source.url, quote),
        source.archived[-1].url if source.archived else "",
        tuple(filter(None, [seen(site, evidence)])),
    )


def _are_one(before: Passage, after: Passage) -> bool:
    """Whether two passages are shown as one: fragments of one sort, or words and a mere pointer to them."""
    return before.paragraph == after.paragraph and (before.kind == after.kind or not after.pieces)


def _joined(before: Passage, after: Passage) -> Passage:
    """Two passages as one; words that the first has already are not said again."""
    again = not after.pieces or _within(after.proofs, before.proofs)
    gap = ((" ", "text"), (OMISSION, "cut"), (" ", "text")) if before.pieces else ()
    urls = [before.live_url, *after.live_url.split(_DIRECTIVE)[1:]]
    return replace(
        before,
        pieces=before.pieces if again else (*before.pieces, *gap, *after.pieces),
        translations=before.translations + after.translations,
        notes=tuple(dict.fromkeys(before.notes + after.notes)),
        proofs=before.proofs + after.proofs,
        seen=tuple(dict.fromkeys(before.seen + after.seen)),
        live_url=before.live_url if again else "&".join(filter(None, urls)),
    )


def _within(inner: tuple[Proof, ...], outer: tuple[Proof, ...]) -> bool:
    spans = [span for proof in outer for span in proof.spans]
    mine = [span for proof in inner for span in proof.spans]
    return bool(mine) and all(any(a <= start and end <= b for a, b in spans) for start, end in mine)


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
    spans = _(", ").join(f"{digits(start)}–{digits(end)}" for start, end in entry.spans)
    place = _("%(spans)s of %(all)s", spans=spans, all=digits(text.characters))
    return Proof(place, entry.sha256, text.sha256, entry.spans)


def _at_the_words(url: str | None, quote: Quote | None) -> str:
    if url is None or quote is None:
        return ""
    return text_fragment_url(url, quote.exact, quote.prefix or "", quote.suffix or "", quote.inserted)
