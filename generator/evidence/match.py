"""Find a quotation in an article letter for letter, or say why it is not there. Fails closed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from generator.evidence.article import Article, Spans
from generator.evidence.boundaries import parted
from generator.evidence.hedges import Caution, cautions
from generator.evidence.look_alikes import look_alikes
from generator.evidence.nearest import difference
from generator.evidence.normalise import plain
from generator.evidence.omissions import Omitted, omitted
from generator.evidence.pieces import MINIMUM, Fragment, Join, PiecesError, take_apart
from generator.evidence.words import at_most, is_boundary

INSERTION_GAP = 12
"""Most words of the article that one insertion may stand for."""

MissKind = Literal["form", "absent", "altered", "cut", "context", "ambiguous", "paragraph"]


@dataclass(frozen=True)
class Located:
    """A quotation found once: where, what to look at before using it, and what it leaves out within."""

    spans: Spans
    cautions: tuple[Caution, ...] = ()
    omitted: tuple[Omitted, ...] = ()


@dataclass(frozen=True)
class Miss:
    """A quotation not accepted.

    `kind` is ``form`` (the quotation itself is ill-made), ``absent``, ``altered``, ``cut`` (inside a word, a
    figure or what belongs to it), ``context`` (prefix or suffix), ``ambiguous`` or ``paragraph``. `reason`
    says it in an editor's words, `hint` what to write; `difference` is a hint too, see
    `generator.evidence.nearest.difference`.
    """

    kind: MissKind
    reason: str
    difference: str = ""
    hint: str = ""


def locate(
    article: Article,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    paragraph: str = "",
    inserted: Iterable[str] = (),
) -> Located | Miss:
    """Find `exact` in `article`.

    Only what `generator.evidence.normalise` folds may differ, and a capital changed in brackets (``[T]he``).
    ``[…]`` in `exact` leaves words out; each of `inserted` is a bracketed addition of ours that stands beside
    the article's words or for at most 12 of them (then with at least 12 characters quoted on either side).
    `prefix` and `suffix` are the words just before and after, needed where the words occur more than once.
    `paragraph` is the label of the block the quotation begins in.
    """
    insertions = tuple(inserted)
    try:
        pieces = take_apart(exact, insertions, [article.language])
    except PiecesError as error:
        return Miss("form", str(error), hint=error.hint)
    if paragraph and paragraph not in article.blocks:
        held = f", only {', '.join(article.blocks)}" if article.blocks else ": its text is empty"
        return Miss("paragraph", f"the article has no {paragraph}{held}")
    if plain(exact) in article.folded.text:
        if insertions:
            return Miss("form", "the article prints the bracketed words itself: take them out of “inserted”")
        pieces = [Fragment(plain(exact), Join.FIRST)]
    ways = _Ways(article, pieces, plain(prefix), plain(suffix))
    if not ways.first:
        return _missed(article, pieces, bool(prefix or suffix), paragraph)
    if ways.other:
        return _ambiguous(article, pieces, ways.first, ways.other)
    spans = tuple((place.start, place.end) for place in ways.first)
    begins = article.block_at(spans[0][0])
    if paragraph and begins != paragraph:
        return Miss("paragraph", f"begins in {begins}, not in {paragraph}")
    return Located(spans, cautions(article, spans), tuple(omitted(article, spans)))


def locate_name(article: Article, name: str, paragraph: str = "") -> Located | Miss:
    """Find the first place where `name` stands in `article` (or begins in `paragraph`), spelt just so."""
    folded = plain(name)
    if not folded:
        return Miss("form", "the name is empty")
    where = f"in {paragraph}" if paragraph else "in the article"
    whole = ""
    for place in _whole(article, folded):
        if not paragraph or article.block_at(place.start) == paragraph:
            whole = _parted(article, place)
            if not whole:
                return Located(((place.start, place.end),))
    if whole:
        return Miss("cut", f"“{name}” stands {where} only as a part of “{whole}”", hint=f"write {whole}")
    message = f"“{name}” does not stand {where}"
    if alike := look_alikes(article.folded.text, folded):
        return Miss("absent", f"{message}: {alike}")
    return Miss("absent", message, difference(article, name, paragraph))


def occurrences(article: Article, folded: str) -> Iterator[tuple[int, int]]:
    """Every place, in order, where the folded words stand whole, as offsets in the canonical text."""
    return ((place.start, place.end) for place in _whole(article, folded))


class _Place(NamedTuple):
    """Where folded words stand: offsets in the canonical text and in the folded one."""

    start: int
    end: int
    folded_start: int
    folded_end: int


def _anywhere(article: Article, folded: str) -> Iterator[_Place]:
    at = article.folded.text.find(folded)
    while at >= 0:
        if article.folded.is_whole(at, at + len(folded)):
            yield _Place(*article.folded.span(at, at + len(folded)), at, at + len(folded))
        at = article.folded.text.find(folded, at + 1)


def _whole(article: Article, folded: str) -> Iterator[_Place]:
    for place in _anywhere(article, folded):
        if is_boundary(article.canonical, place.start) and is_boundary(article.canonical, place.end):
            yield place


def _quotable(article: Article, folded: str) -> Iterator[_Place]:
    """Every place where the folded words stand whole and part nothing that belongs together."""
    return (place for place in _whole(article, folded) if not _parted(article, place))


def _parted(article: Article, place: _Place) -> str:
    ends = (place.start, place.end)
    return next(filter(None, (parted(article.canonical, at, article.language) for at in ends)), "")


_DOTS = re.compile(r"\.\.|\. \.|…")
_LETTER = re.compile(r"[^\W_]")


def _within_marks_of_ours(article: Article, folded: str) -> str:
    """The words between quotation marks that stand round a quotation and not in the article."""
    inner = folded[1:-1].strip() if folded[:1] in ("'", '"') and folded[-1:] == folded[:1] else ""
    return inner if inner and any(occurrences(article, inner)) else ""


class _Ways:
    """The ways to find pieces in order with the context around them; no more than two are followed.

    `first` holds the place of each piece, nothing where there is no way; `other` is the first piece that may
    as well stand elsewhere, with that place.
    """

    def __init__(self, article: Article, pieces: Sequence[Fragment], prefix: str, suffix: str) -> None:
        self._article, self._pieces = article, pieces
        self._places = [list(_quotable(article, piece.text)) for piece in pieces]
        text = article.folded.text
        self._places[-1] = [p for p in self._places[-1] if _begins(text, p.folded_end, suffix)]
        self._leading = list(self._places)
        """Of the places of each piece those from which the pieces behind it can be found."""
        for at in range(len(pieces) - 2, -1, -1):
            self._leading[at] = [p for p in self._places[at] if next(self._behind(p, at + 1), None)]
        starts = (p for p in self._leading[0] if _ends(text, p.folded_start, prefix))
        self.first: list[_Place] = []
        self.other: tuple[int, _Place] | None = None
        for at in range(len(pieces)):
            two = list(islice(starts if at == 0 else self._behind(self.first[-1], at), 2))
            if not two:
                return
            self.first.append(two[0])
            if len(two) > 1 and self.other is None:
                self.other = (at, two[1])

    def _behind(self, before: _Place, at: int) -> Iterator[_Place]:
        """Where the piece `at` may stand behind a place of the piece before it."""
        leading, text = self._leading[at], self._article.canonical
        if self._pieces[at].join is Join.OMISSION:
            word = _LETTER.search(text, before.end)
            first = bisect_left(leading, (word.end(),)) if word else len(leading)
            return islice(leading, first, None)
        nearest = bisect_left(self._places[at], (before.end,))
        short = min(len(self._pieces[at - 1].text), len(self._pieces[at].text)) < MINIMUM
        return (
            place
            for place in self._places[at][nearest : nearest + 1]
            if at_most(text, before.end, place.start, 0 if short else INSERTION_GAP)
            and leading[bisect_left(leading, place) :][:1] == [place]
        )


def _ends(text: str, at: int, prefix: str) -> bool:
    """Whether `prefix` stands right before `at` in a folded text, a space between or not."""
    return text.endswith(prefix, 0, at) or (text[at - 1 : at] == " " and text.endswith(prefix, 0, at - 1))


def _begins(text: str, at: int, suffix: str) -> bool:
    """Whether `suffix` stands right behind `at` in a folded text, a space between or not."""
    return text.startswith(suffix, at + (text[at : at + 1] == " "))


def _ambiguous(
    article: Article, pieces: Sequence[Fragment], first: Sequence[_Place], other: tuple[int, _Place]
) -> Miss:
    at, place = other
    where = f"({article.block_at(first[at].start)}, {article.block_at(place.start)})"
    if 0 < at < len(pieces) - 1:
        reason = f"“{pieces[at].text}” stands there more than once {where}: quote more of that part"
    else:
        reason = f"found more than once {where}: add prefix or suffix, the words just before or after"
    return Miss("ambiguous", reason)


def _missed(article: Article, pieces: Sequence[Fragment], has_context: bool, paragraph: str) -> Miss:
    """Say why there is no way."""
    if has_context and _Ways(article, pieces, "", "").first:
        return Miss("context", "the words are there, but prefix or suffix is not what stands beside them")
    for piece in pieces:
        if any(_quotable(article, piece.text)):
            continue
        if whole := next((_parted(article, place) for place in _whole(article, piece.text)), ""):
            reason = f"the quotation takes a part of “{whole}”"
            return Miss("cut", reason, hint="quote the whole of it, or nothing of it")
        if within := _within_marks_of_ours(article, piece.text):
            reason = f"the article has “{within}” without these quotation marks: leave them out"
            return Miss("altered", reason)
        if _DOTS.search(piece.text):
            return Miss("altered", "words left out are written as […], and these dots are not in the article")
        if any(_anywhere(article, piece.text)):
            return Miss("cut", f"“{piece.text}” begins or ends inside a word or figure of the article")
        if alike := look_alikes(article.folded.text, piece.text):
            return Miss("altered", f"the words only look like the article's: {alike}")
        hint = difference(article, piece.text, paragraph)
        if hint:
            return Miss("altered", "the words differ from the article's", hint)
        return Miss("absent", "not in the article")
    return Miss(
        "absent",
        "each part stands in the article, but not in this order, or too far apart: an omission leaves out at"
        f" least one word; an insertion replaces at most {INSERTION_GAP} words and then needs {MINIMUM}"
        " characters on either side",
    )
