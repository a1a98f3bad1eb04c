"""Passages as a reader sees them: the words in pieces, the proof of them, the ways to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.analysis.quotations import assertion_evidence
from generator.evidence.article import Spans
from generator.evidence.fragment import text_fragment_url
from generator.evidence.lock import LockEntry
from generator.evidence.omissions import NEEDS_A_NOTE
from generator.evidence.pieces import OMISSION
from generator.lib.language import digits, ngettext
from generator.lib.language import gettext as _
from generator.pages.media import Seen, seen
from generator.pages.site import Site
from generator.records.model import Assertion, Evidence, Locator, Quote, Translation
from generator.records.refs import Ref

_DIRECTIVE = ":~:"


class QuotePiece(NamedTuple):
    """A piece of a quotation and how it came there: `text`, `cut` (words left out) or `inserted` (ours).

    `left_out` says of a cut how many words it leaves out. A piece `declared` has no text: its `left_out` is a
    word of the list `omission`, of what is left out that may turn the meaning.
    """

    text: str
    kind: str
    left_out: str = ""


@dataclass(frozen=True)
class Proof:
    """What the lock says of a quotation: `place` is its code points in the copy, of how many.

    `words` are the positions of its words in the copy, by span.
    """

    place: str
    digest: str
    text_digest: str
    spans: Spans
    words: Spans


@dataclass(frozen=True)
class Passage:
    """What one paragraph of a source holds of a statement.

    `locator` is where in the work the passage itself says that it stands. `language` is that of the words. No
    `pieces`: the paragraph is pointed to without a quotation. Fragments of one paragraph are one passage, in
    the order of the article, with a proof for each. `omits` are the words of the list `omission` that say
    what is left out.
    """

    paragraph: str
    locator: Locator | None
    kind: str
    pieces: tuple[QuotePiece, ...]
    language: str
    translations: tuple[Translation, ...]
    notes: tuple[str, ...]
    proofs: tuple[Proof, ...]
    live_url: str
    archived_url: str
    omits: tuple[str, ...]
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
    entry = entry_of(site, address)
    return block, evidence.quote is None, entry.spans[0][0] if entry else 0


def _passage(site: Site, address: str, evidence: Evidence) -> Passage:
    source, quote = site.dataset.sources[evidence.source], evidence.quote
    proof = _proof(site, address)
    return Passage(
        evidence.paragraph,
        evidence.locator,
        evidence.kind,
        tuple(pieces(quote, entry_of(site, address))) if quote else (),
        source.language,
        (quote.translation,) if quote and quote.translation else (),
        (evidence.note,) if evidence.note else (),
        (proof,) if proof else (),
        _at_the_words(source.url, quote),
        source.archived[-1].url if source.archived else "",
        tuple(quote.omits) if quote else (),
        tuple(filter(None, [seen(site, evidence)])),
    )


def _are_one(before: Passage, after: Passage) -> bool:
    """Whether two passages are shown as one: fragments of one sort, or words and a mere pointer to them."""
    same_place = before.paragraph == after.paragraph and after.locator in (None, before.locator)
    return same_place and (before.kind == after.kind or not after.pieces)


def _joined(before: Passage, after: Passage) -> Passage:
    """Two passages as one; words that the first has already are not said again."""
    again = not after.pieces or _within(after.proofs, before.proofs)
    cut = QuotePiece(OMISSION, "cut", _left_out(_words_between(before.proofs, after.proofs)))
    gap = (QuotePiece(" ", "text"), cut, QuotePiece(" ", "text")) if before.pieces else ()
    urls = [before.live_url, *after.live_url.split(_DIRECTIVE)[1:]]
    return replace(
        before,
        pieces=before.pieces if again else (*before.pieces, *gap, *after.pieces),
        translations=before.translations + after.translations,
        notes=tuple(dict.fromkeys(before.notes + after.notes)),
        proofs=before.proofs + after.proofs,
        omits=tuple(dict.fromkeys(before.omits + after.omits)),
        seen=tuple(dict.fromkeys(before.seen + after.seen)),
        live_url=before.live_url if again else "&".join(filter(None, urls)),
    )


def _within(inner: tuple[Proof, ...], outer: tuple[Proof, ...]) -> bool:
    spans = [span for proof in outer for span in proof.spans]
    mine = [span for proof in inner for span in proof.spans]
    return bool(mine) and all(any(a <= start and end <= b for a, b in spans) for start, end in mine)


def pieces(quote: Quote, entry: LockEntry | None = None) -> Iterator[QuotePiece]:
    """The exact words of a quotation with what was left out and put in told apart.

    `entry` is what the lock has of it: how many words are left out, and whether the article prints the mark.
    """
    marks = [OMISSION, *quote.inserted]
    pattern = "|".join(re.escape(mark) for mark in sorted(marks, key=len, reverse=True))
    parts = [part for part in re.split(f"({pattern})", quote.exact) if part]
    fragments = sum(1 for part in parts if part not in marks and part.strip())
    if entry and fragments != len(entry.spans):
        parts, marks = [quote.exact], []
    place = 0
    for part in parts:
        if part == OMISSION:
            yield QuotePiece(part, "cut", _left_out(_gap(entry.words, entry.spans, place) if entry else None))
        else:
            place += part not in marks and bool(part.strip())
            yield QuotePiece(part, "inserted" if part in marks else "text")
    for word in turned(quote):
        yield QuotePiece("", "declared", word)


def turned(quote: Quote) -> list[str]:
    """What is declared to be left out of a quotation that may turn its meaning."""
    return [word for word in dict.fromkeys(quote.omits) if word in NEEDS_A_NOTE]


def in_plain_text(site: Site, quote: Quote) -> str:
    """The words of a quotation, behind them what is left out that may turn their meaning."""
    told = site.dataset.words["omission"].words if quote.omits else {}
    return " ".join([quote.exact, *(f"[{told[word]}]" for word in turned(quote))])


def _gap(ranges: Spans, spans: Spans, at: int) -> int | None:
    """How many words stand before the span `at` and behind the one before it, where the words are counted."""
    return ranges[at][0] - ranges[at - 1][1] if len(ranges) == len(spans) else None


def _words_between(before: tuple[Proof, ...], after: tuple[Proof, ...]) -> int | None:
    ranges = [proof.words for proof in (*before, *after)]
    return after[0].words[0][0] - before[-1].words[-1][1] if before and after and all(ranges) else None


def _left_out(number: int | None) -> str:
    if number is None:
        return _("words left out")
    return ngettext("%(num)s word left out", "%(num)s words left out", number) if number > 0 else ""


def entry_of(site: Site, address: str) -> LockEntry | None:
    """What the lock has of the quotation at an address."""
    return site.dataset.lock.entries.get(address) if site.dataset.lock else None


def _proof(site: Site, address: str) -> Proof | None:
    lock, entry = site.dataset.lock, entry_of(site, address)
    if lock is None or entry is None or entry.source not in lock.sources:
        return None
    text = lock.sources[entry.source]
    spans = _(", ").join(f"{digits(start)}–{digits(end)}" for start, end in entry.spans)
    place = _("%(spans)s of %(all)s", spans=spans, all=digits(text.characters))
    return Proof(place, entry.sha256, text.sha256, entry.spans, entry.words)


def _at_the_words(url: str | None, quote: Quote | None) -> str:
    if url is None or quote is None:
        return ""
    return text_fragment_url(url, quote.exact, quote.prefix or "", quote.suffix or "", quote.inserted)
