"""The path by which a reader checks a quotation: its paragraph, our copy, the original, and the ways out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from generator.analysis.quotations import assertion_evidence
from generator.evidence.article import Spans
from generator.evidence.lock import LockedText
from generator.evidence.pieces import as_printed
from generator.evidence.words import words
from generator.pages.proof import Passage, QuotePiece, entry_of, pieces
from generator.pages.republication import Work, ancestors, held
from generator.pages.site import Site
from generator.pages.tracking import table
from generator.records.model import Assertion, Locator, Quote
from generator.records.refs import Ref

_SEARCH = "https://duckduckgo.com/?q="
_SEARCHED = 12
"""How many words of a quotation are searched for where its article has no headline."""


@dataclass(frozen=True)
class Surroundings:
    """What this site has of the paragraph that a quotation stands in.

    `note` is our reading note on it. `quoted` are the other quotations from it that are printed on this site,
    each with its statement and in pieces, in the order of the article: what surrounds the words, as far as
    the rights allow.
    """

    paragraph: str
    locator: Locator | None
    note: str | None
    quoted: tuple[tuple[Assertion, tuple[QuotePiece, ...]], ...]
    live_url: str


@dataclass(frozen=True)
class Trace:
    """The path from the quotations of one statement to their article.

    `copy` is what the lock knows of our copy. `works` are the original and every repeat down to our source;
    empty where it prints its own text. `search_url` looks for the headline (`by_headline`) or for the words
    themselves, where no address of the article is known.
    """

    surroundings: tuple[Surroundings, ...]
    copy: LockedText | None
    works: tuple[Work, ...]
    archived_url: str
    search_url: str
    by_headline: bool
    leads_out: bool
    """Whether any way leads to the article."""


def trace(site: Site, source: Ref, passages: Sequence[Passage]) -> Trace:
    """The path from the passages of one statement, which stand in one source."""
    record, lock = site.dataset.sources[source], site.dataset.lock
    works = (*ancestors(site, source), held(site, source))
    archived = next((p.archived_url for p in passages if p.archived_url), "")
    found = any(p.live_url for p in passages) or record.address
    search_url = "" if found or archived else _search(record.title, passages)
    return Trace(
        tuple(_surroundings(site, source, passages)),
        lock.sources.get(source.id) if lock else None,
        works if len(works) > 1 else (),
        archived,
        search_url,
        record.title is not None,
        bool(found or archived or search_url),
    )


def _surroundings(site: Site, source: Ref, passages: Sequence[Passage]) -> Iterator[Surroundings]:
    for label in dict.fromkeys(p.paragraph for p in passages):
        here = [p for p in passages if p.paragraph == label]
        note = site.dataset.sources[source].note(label)
        yield Surroundings(
            label,
            next((p.locator for p in here if p.locator), None),
            note.text if note else None,
            tuple(_also_quoted(site, source, label, here)),
            next((p.live_url for p in here if p.live_url), ""),
        )


def _also_quoted(
    site: Site, source: Ref, label: str, here: Sequence[Passage]
) -> Iterator[tuple[Assertion, tuple[QuotePiece, ...]]]:
    """What else is quoted of a paragraph, in its order, without what another quotation holds already."""
    said = [span for p in here for proof in p.proofs for span in proof.spans]
    shown = ["".join(piece.text for piece in p.pieces) for p in here]
    found = sorted(
        (
            (_spans(site, at), said_by, quote, at)
            for at, said_by, quote in _quotations(site).get((source, label), ())
        ),
        key=lambda item: (item[0][:1], -sum(end - start for start, end in item[0])),
    )
    for spans, assertion, quote, address in found:
        if _within(spans, said) or any(quote.exact in text for text in shown):
            continue
        said += spans
        shown.append(quote.exact)
        yield assertion, tuple(pieces(quote, entry_of(site, address)))


@table
def _quotations(site: Site) -> Mapping[tuple[Ref, str], list[tuple[str, Assertion, Quote]]]:
    """The quotations of all statements by source and paragraph, each with its address and its statement."""
    found: dict[tuple[Ref, str], list[tuple[str, Assertion, Quote]]] = defaultdict(list)
    for claim, record in site.dataset.claims.items():
        for assertion in record.assertions:
            for address, evidence in assertion_evidence(claim, assertion):
                if evidence.quote:
                    found[evidence.source, evidence.paragraph].append((address, assertion, evidence.quote))
    return dict(found)


def _spans(site: Site, address: str) -> Spans:
    entry = entry_of(site, address)
    return entry.spans if entry else ()


def _within(inner: Spans, outer: Sequence[tuple[int, int]]) -> bool:
    return bool(inner) and all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _search(title: str | None, passages: Sequence[Passage]) -> str:
    """The address of a search for the headline, else for the first words quoted, as one phrase."""
    phrase = title or next((_first_words(p) for p in passages if p.pieces), "")
    return _SEARCH + quote_plus(f'"{phrase}"') if phrase else ""


def _first_words(passage: Passage) -> str:
    text = as_printed(next(piece.text for piece in passage.pieces if piece.kind == "text"))
    found = words(text)[:_SEARCHED]
    return text[found[0].start : found[-1].end] if found else ""
