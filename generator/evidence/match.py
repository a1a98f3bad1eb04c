"""Find a quotation in an article letter for letter, or say why it is not there. Fails closed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.evidence.article import Article, Spans
from generator.evidence.hedges import Caution, cautions
from generator.evidence.nearest import difference
from generator.evidence.normalise import plain
from generator.evidence.pieces import MINIMUM, Fragment, Join, PiecesError, take_apart
from generator.evidence.words import is_boundary, words

INSERTION_GAP = 12
"""Most words of the article that one insertion may stand for."""

MissKind = Literal["form", "absent", "altered", "cut", "context", "ambiguous", "paragraph"]


@dataclass(frozen=True)
class Located:
    """A quotation found once: where, and what to look at before using it."""

    spans: Spans
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True)
class Miss:
    """A quotation not accepted.

    `kind` is ``form`` (the quotation itself is ill-made), ``absent``, ``altered``, ``cut`` (inside a word or
    figure), ``context`` (prefix or suffix), ``ambiguous`` or ``paragraph``; `reason` says it in the editor's
    words. `difference` is a hint, see `generator.evidence.nearest.difference`.
    """

    kind: MissKind
    reason: str
    difference: str = ""


def locate(
    article: Article,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    paragraph: str = "",
    inserted: Iterable[str] = (),
) -> Located | Miss:
    """Find `exact` in `article`.

    Only what `generator.evidence.normalise` folds may differ. ``[…]`` in `exact` leaves words out; each of
    `inserted` is a bracketed addition of ours that stands beside the article's words or for at most 12 of
    them (then with at least 12 characters quoted on either side). `prefix` and `suffix` are the words just
    before and after, needed where the words occur more than once. `paragraph` is the label of the block the
    quotation begins in.
    """
    insertions = tuple(inserted)
    try:
        pieces = take_apart(exact, insertions)
    except PiecesError as error:
        return Miss("form", str(error))
    if paragraph and paragraph not in article.blocks:
        return Miss("paragraph", f"the article has no {paragraph}, only {', '.join(article.blocks)}")
    if plain(exact) in article.folded.text:
        if insertions:
            return Miss("form", "the article prints the bracketed words itself: take them out of “inserted”")
        pieces = [Fragment(plain(exact), Join.FIRST)]
    chains = _chains(article, pieces, plain(prefix), plain(suffix))
    if not chains:
        return _missed(article, pieces, bool(prefix or suffix))
    if len(chains) > 1:
        places = ", ".join(article.block_at(chain[0][0]) for chain in chains)
        return Miss(
            "ambiguous",
            f"found {len(chains)} times ({places}): add prefix or suffix, the words just before or after",
        )
    spans = chains[0]
    begins = article.block_at(spans[0][0])
    if paragraph and begins != paragraph:
        return Miss("paragraph", f"begins in {begins}, not in {paragraph}")
    return Located(spans, cautions(article, spans, [piece.join for piece in pieces]))


def locate_name(article: Article, name: str, paragraph: str = "") -> Located | Miss:
    """Find the first place where `name` stands in `article` (or begins in `paragraph`), spelt just so."""
    if not plain(name):
        return Miss("form", "the name is empty")
    for span in occurrences(article, plain(name)):
        if not paragraph or article.block_at(span[0]) == paragraph:
            return Located((span,))
    where = f"in {paragraph}" if paragraph else "in the article"
    return Miss("absent", f"“{name}” does not stand {where}", difference(article, name))


def occurrences(article: Article, folded: str) -> Iterator[tuple[int, int]]:
    """Every place, in order, where the folded words stand whole, as offsets in the canonical text."""
    for start, end in _anywhere(article, folded):
        if is_boundary(article.canonical, start) and is_boundary(article.canonical, end):
            yield start, end


def _anywhere(article: Article, folded: str) -> Iterator[tuple[int, int]]:
    at = article.folded.text.find(folded)
    while at >= 0:
        if article.folded.is_whole(at, at + len(folded)):
            yield article.folded.span(at, at + len(folded))
        at = article.folded.text.find(folded, at + 1)


_DOTS = re.compile(r"\.\.|\. \.|…")


def _within_marks_of_ours(article: Article, folded: str) -> str:
    """The words between quotation marks that stand round a quotation and not in the article."""
    inner = folded[1:-1].strip() if folded[:1] in ("'", '"') and folded[-1:] == folded[:1] else ""
    return inner if inner and any(occurrences(article, inner)) else ""


def _chains(article: Article, pieces: Sequence[Fragment], prefix: str, suffix: str) -> list[Spans]:
    """Every way to find the pieces in order with the context around them."""
    chains: list[Spans] = [
        (span,)
        for span in occurrences(article, pieces[0].text)
        if not prefix or plain(article.canonical[: span[0]]).endswith(prefix)
    ]
    for before, piece in pairwise(pieces):
        places = list(occurrences(article, piece.text))
        if piece.join is Join.OMISSION:
            chains = [
                (*chain, span) for chain in chains for span in places if _gap(article, chain[-1], span) > 0
            ]
        else:
            short = min(len(before.text), len(piece.text)) < MINIMUM
            chains = list(_joined(article, chains, places, 0 if short else INSERTION_GAP))
    return [
        chain for chain in chains if not suffix or plain(article.canonical[chain[-1][1] :]).startswith(suffix)
    ]


def _joined(
    article: Article, chains: list[Spans], places: list[tuple[int, int]], most: int
) -> Iterator[Spans]:
    """Continue each chain at the nearest place after it, where that is at most `most` words away."""
    for chain in chains:
        span = next((span for span in places if span[0] >= chain[-1][1]), None)
        if span and _gap(article, chain[-1], span) <= most:
            yield (*chain, span)


def _gap(article: Article, before: tuple[int, int], after: tuple[int, int]) -> int:
    """How many words stand between two spans; -1 when they are not in this order."""
    return len(words(article.canonical[before[1] : after[0]])) if before[1] <= after[0] else -1


def _missed(article: Article, pieces: Sequence[Fragment], has_context: bool) -> Miss:
    """Say why no chain was found."""
    if has_context and _chains(article, pieces, "", ""):
        return Miss("context", "the words are there, but prefix or suffix is not what stands beside them")
    for piece in pieces:
        if any(occurrences(article, piece.text)):
            continue
        if within := _within_marks_of_ours(article, piece.text):
            reason = f"the article has “{within}” without these quotation marks: leave them out"
            return Miss("altered", reason)
        if _DOTS.search(piece.text):
            return Miss("altered", "words left out are written as […], and these dots are not in the article")
        if any(_anywhere(article, piece.text)):
            return Miss("cut", f"“{piece.text}” begins or ends inside a word or figure of the article")
        hint = difference(article, piece.text)
        if hint:
            return Miss("altered", "the words differ from the article's", hint)
        return Miss("absent", "not in the article")
    return Miss(
        "absent",
        "each part stands in the article, but not in this order, or too far apart: an omission leaves out at"
        f" least one word; an insertion replaces at most {INSERTION_GAP} words and then needs {MINIMUM}"
        " characters on either side",
    )
