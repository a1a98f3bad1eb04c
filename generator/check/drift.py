"""Compares locked quotations with a page of the web: which stand there, and what became of the others."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import webencodings

from generator.analysis.quotations import place_of
from generator.analysis.watched import Copy, State, WatchedPage
from generator.evidence.article import Article
from generator.evidence.match import Miss, locate, locate_name
from generator.evidence.quotation import Quotation
from generator.ingest.capture import capture
from generator.ingest.page import HIDDEN
from generator.ingest.types import CaptureError
from generator.lib.address import requested
from generator.lib.text import count
from generator.lib.visits import VisitError
from generator.lib.web import Answer
from generator.records.dataset import Dataset, Fault
from generator.records.problems import Problem

_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "": ""}
_PDF = "application/pdf"
_TOO_SHORT = 2
"""A page with less than one in so many of the words that our copy has does not show the article."""
_STAMP = re.compile(r"(https?://web\.archive\.org/web/\d{4,14})(?=/)")


@dataclass(frozen=True)
class Drift:
    """A quotation whose state is not the one that was known."""

    quotation: Quotation
    before: State | None
    """None: it was never looked for there."""
    now: State
    why: str = ""
    """How the page has it, in words of the page: for a terminal alone. Empty where the page is gone."""


@dataclass(frozen=True)
class Comparison:
    """What a page says now of the quotations of its source."""

    copy: Copy
    page: WatchedPage
    is_gone: bool
    """The server says that there is no such page any more."""
    quoted: int
    """How many quotations were looked for."""
    drifts: Sequence[Drift] = field(default_factory=tuple)

    @property
    def lost(self) -> list[Drift]:
        """The quotations that no longer stand there."""
        return [each for each in self.drifts if each.now != "found"]

    @property
    def is_bare(self) -> bool:
        """Whether none of several quotations stands there, and all of them did as far as was known."""
        return self.quoted > 1 and len(self.lost) == self.quoted


def asked(url: str) -> str:
    """The address by which a page is asked for: of a copy of the Wayback Machine the page as it was saved."""
    return _STAMP.sub(r"\1id_", url)


def compared(
    copy: Copy,
    answer: Answer,
    quoted: Sequence[Quotation],
    known: WatchedPage | None,
    words: int,
    language: str,
    day: str,
) -> Comparison:
    """What `answer` says of the quotations; `words` is how many our copy of the article has.

    Raises VisitError where the answer cannot be read as an article, or shows too little of it.
    """
    is_gone = not 200 <= answer.status < 300
    article = Article({}, language) if is_gone else _article(answer, language)
    found = {each.sha256: _sought(article, each, is_gone) for each in quoted}
    shown = len(article.word_list)
    if not is_gone and shown * _TOO_SHORT < words and any(state != "found" for state, _ in found.values()):
        raise VisitError(
            f"it shows {count(shown, 'word')} where our copy has {words:,}: it may be behind a paywall, or"
            " be made by a script"
        )
    before = known.words if known else {}
    states = {
        digest: (state, before[digest][1] if digest in before and before[digest][0] == state else day)
        for digest, (state, _) in found.items()
    }
    drifts = [
        Drift(each, before[each.sha256][0] if each.sha256 in before else None, *found[each.sha256])
        for each in quoted
        if before.get(each.sha256, ("found", ""))[0] != found[each.sha256][0]
    ]
    end = answer.url if answer.url != requested(asked(copy.url)) else None
    return Comparison(copy, WatchedPage(day, end, {**before, **states}), is_gone, len(quoted), drifts)


def _sought(article: Article, quotation: Quotation, is_gone: bool) -> tuple[State, str]:
    """Whether the words of a quotation stand on a page, and how the page has them."""
    if is_gone:
        return "gone", ""
    if quotation.kind == "quotation":
        exact, inserted = quotation.exact, quotation.inserted
        result = locate(article, exact, quotation.prefix, quotation.suffix, inserted=inserted)
    else:
        result = locate_name(article, quotation.exact)
    if not isinstance(result, Miss) or result.kind in ("ambiguous", "form"):
        return "found", ""
    difference = f"[-page-] {{+quotation+}}: {result.difference}" if result.difference else ""
    near = "; ".join(filter(None, [result.reason, difference]))
    return ("gone" if result.kind == "absent" and not result.difference else "altered"), near


def _article(answer: Answer, language: str) -> Article:
    """All that a reader of the page sees, as one article. Raises VisitError."""
    if answer.type not in _SUFFIXES and answer.type != _PDF:
        raise VisitError(f"it is {answer.type}, which is not read")
    try:
        taken = capture(_marked(answer), f"page{_SUFFIXES.get(answer.type, '')}")
    except CaptureError as fault:
        why = str(fault).partition(": ")[2].rstrip(".")
        raise VisitError(f"it cannot be read as an article: {why}") from fault
    blocks = {block.label: block.text for block in taken.blocks}
    beside = [left.text for left in taken.left_out if left.reason != HIDDEN]
    return Article({**blocks, **{f"b{n}": text for n, text in enumerate(beside, 1)}}, language)


def _marked(answer: Answer) -> bytes:
    """The bytes of the page; a text that only its server says the character set of becomes UTF-8."""
    encoding = webencodings.lookup(answer.charset) if answer.charset and answer.type != _PDF else None
    if encoding is None or encoding.name == "utf-8" or answer.data[:3] == b"\xef\xbb\xbf":
        return answer.data
    text: str = encoding.codec_info.decode(answer.data, "replace")[0]
    return b"\xef\xbb\xbf" + text.encode()


def messages(dataset: Dataset, comparison: Comparison) -> Iterator[Problem]:
    """What an editor is told of quotations that no longer stand on a page, one message each.

    Where none of several stands there any more, the page is told of once, at its source.
    """
    url, source = comparison.copy.url, comparison.copy.source
    if comparison.is_bare:
        what = "the page is gone" if comparison.is_gone else "it reads otherwise now, or is another page"
        message = f"none of the {comparison.quoted} quotations of this source stands at {url}: {what}"
        hint = "look at it; list an archived copy under “archived” where there is one"
        yield dataset.problem(Fault(source, _field_of(dataset, comparison.copy), message, hint))
        return
    for drift in comparison.lost:
        place = place_of(dataset, drift.quotation.address, _FIELDS.get(drift.quotation.kind, ""))
        if place:
            yield dataset.problem(Fault(*place, _told(drift, url), drift.why))


_FIELDS: Mapping[str, str] = {"quotation": "quote.exact"}


def _field_of(dataset: Dataset, copy: Copy) -> tuple[str | int, ...]:
    archived = [each.url for each in dataset.sources[copy.source].archived]
    return ("archived", archived.index(copy.url), "url") if copy.url in archived else ("url",)


def _told(drift: Drift, url: str) -> str:
    no = "no longer stand" if drift.before == "found" else "do not stand"
    how = " as quoted" if drift.now == "altered" else ""
    return f"these words {no}{how} at {url}"
