"""Compares locked quotations with a page of the web: which stand there, and what became of the others.

Nothing is said of the words where what came is, as it seems, not the page of the source.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin, urlsplit

import webencodings

from generator.analysis.quotations import place_of
from generator.analysis.watched import Absence, Copy, State, WatchedPage
from generator.evidence.article import Article
from generator.evidence.leaks import runs
from generator.evidence.match import Miss, locate, locate_name
from generator.evidence.quotation import Quotation
from generator.evidence.words import word_keys
from generator.ingest.capture import capture
from generator.ingest.page import HIDDEN
from generator.ingest.types import CaptureError
from generator.lib.address import address_fault, requested
from generator.lib.text import count
from generator.lib.visits import VisitError
from generator.lib.web import Answer
from generator.records.dataset import Dataset, Fault
from generator.records.kinds import KINDS
from generator.records.problems import Problem
from generator.records.refs import Ref, parse_ref

_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "": ""}
_PDF = "application/pdf"
_TOO_SHORT = 2
"""A page with less than one in so many of the words that our copy has does not show the article."""
_RUN = 4
"""How many words in a row a page and a quotation share, for the page to be that of the source."""
_PART = 0.25
"""Which part of our copy stands on a page that is that of the source though no quotation does."""
_COPY = r"https?://web\.archive\.org/web/\d{4,14}"
_STAMP = re.compile(rf"({_COPY})(?=/)")
_ARCHIVED = re.compile(rf"{_COPY}(?:id_)?/(?=https?:)")


@dataclass(frozen=True)
class Drift:
    """A quotation that does not stand on its page, or whose state is not the one that was known."""

    quotation: Quotation
    before: State | None
    """None: it was never looked for there."""
    now: State
    since: str
    """The day since which it is known to be so."""
    why: str = ""
    """How the page has it, in words of the page: for a terminal alone. Empty where that is not known."""

    @property
    def is_new(self) -> bool:
        """Whether it was not known before."""
        return self.before != self.now


@dataclass(frozen=True)
class Comparison:
    """What a page says now of the quotations of its source, or what comes instead of it."""

    copy: Copy
    page: WatchedPage
    drifts: Sequence[Drift] = field(default_factory=tuple)
    came: str = ""
    """What came instead of the page, in words."""
    status: int = 200
    """What the server answered."""
    is_news: bool = False
    """Whether it was not known before that the page is absent."""

    @property
    def lost(self) -> list[Drift]:
        """The quotations that do not stand there; nothing is said of them where another page came."""
        return [] if self.page.absent else [each for each in self.drifts if each.now != "found"]


def asked(url: str) -> str:
    """The address by which a page is asked for: of a copy of the Wayback Machine the page as it was saved."""
    return _STAMP.sub(r"\1id_", url)


def compared(
    copy: Copy,
    answer: Answer,
    quoted: Sequence[Quotation],
    known: WatchedPage | None,
    words: int,
    ours: Article | None,
    language: str,
    day: str,
) -> Comparison:
    """What `answer` says of the quotations.

    `words` is how many our copy of the article has, `ours` that copy itself, where it is at hand. Raises
    VisitError where the answer cannot be read as an article, or shows too little of it.
    """
    if not 200 <= answer.status < 300:
        return _absent(copy, known, day, "gone", f"its server answers {answer.status}", answer)
    end = answer.url if answer.url != requested(asked(copy.url)) else None
    try:
        article, body, canonical = _article(answer, language)
    except VisitError:
        if _is_at(answer.url, copy.url):
            raise
        return _absent(
            copy, known, day, "another", f"it leads on to {end}, which has no such article", answer
        )
    found = {each.sha256: _sought(article, each) for each in quoted}
    missing = sum(state != "found" for state, _ in found.values())
    elsewhere = not _is_at(answer.url, copy.url) and not (canonical and _is_at(canonical, copy.url))
    if missing and not _is_article(article, quoted, found, ours, elsewhere=elsewhere):
        if end and elsewhere:
            why = f"it leads on to {end}, where {_of_them(quoted, found)}"
            return _absent(copy, known, day, "another", why, answer)
        _refuse_little(body, words)
        why = f"{_of_them(quoted, found)} there, nor four words in a row of any"
        return _absent(copy, known, day, "another", why, answer)
    if missing:
        _refuse_little(body, words)
    before = known.words if known else {}
    states = {
        digest: (state, before[digest][1] if digest in before and before[digest][0] == state else day)
        for digest, (state, _) in found.items()
    }
    page = WatchedPage(day, end, {**before, **states})
    return Comparison(copy, page, tuple(_drifts(quoted, before, page, found)))


def as_known(copy: Copy, known: WatchedPage, quoted: Sequence[Quotation]) -> Comparison:
    """What was known of a page that cannot be looked at now."""
    came = {
        "gone": "its server answered that there is no such page",
        "another": f"it led on to {known.leads_to}"
        if known.leads_to
        else "none of the quotations stood there",
    }
    drifts = tuple(_drifts(quoted, known.words, known, {}))
    return Comparison(copy, known, drifts, came[known.absent[0]] if known.absent else "")


def _drifts(
    quoted: Sequence[Quotation],
    before: Mapping[str, tuple[State, str]],
    page: WatchedPage,
    found: Mapping[str, tuple[State, str]],
) -> Iterator[Drift]:
    for each in quoted:
        was = before[each.sha256][0] if each.sha256 in before else None
        now, since = page.words.get(each.sha256, ("found", page.read or ""))
        if now != "found" or was not in (None, "found"):
            yield Drift(each, was, now, since, found.get(each.sha256, ("found", ""))[1])


def _absent(
    copy: Copy, known: WatchedPage | None, day: str, how: Absence, came: str, answer: Answer
) -> Comparison:
    """The page of the source is not there: what was known of its words stays."""
    page = known or WatchedPage(None)
    is_news = page.absent is None or page.absent[0] != how
    since = day if page.absent is None or is_news else page.absent[1]
    elsewhere = answer.url if how == "another" and answer.url != requested(asked(copy.url)) else None
    page = replace(page, leads_to=elsewhere, absent=(how, since))
    return Comparison(copy, page, came=came, status=answer.status, is_news=is_news)


def _is_at(url: str, wanted: str) -> bool:
    """Whether two addresses are those of one page, whatever the server calls itself and adds to them."""
    (host, path, query), (host_wanted, path_wanted, query_wanted) = map(_place, (url, wanted))
    return (host, path) == (host_wanted, path_wanted) and query_wanted in ("", query)


def _place(url: str) -> tuple[str, str, str]:
    parts = urlsplit(requested(_ARCHIVED.sub("", url)))
    return parts.netloc.lower().removeprefix("www."), unquote(parts.path).rstrip("/"), parts.query


def _is_article(
    article: Article,
    quoted: Sequence[Quotation],
    found: Mapping[str, tuple[State, str]],
    ours: Article | None,
    *,
    elsewhere: bool,
) -> bool:
    """Whether a page is plausibly that of the source: of one at another address more is asked.

    Names, titles and what stands in a title prove nothing, since other pages have them too, unless nothing
    else is quoted.
    """
    if ours and (kept := runs(ours)):
        part = len(kept & runs(article)) / len(kept)
        if part >= (2 * _PART if elsewhere else _PART):
            return True
    telling = _telling(quoted)
    stand = sum(found[each.sha256][0] == "found" for each in telling)
    if elsewhere:
        return 2 * stand > len(telling)
    there = _words(article.canonical)
    for headline in _headlines(quoted):
        there = there.replace(headline, " ")
    return stand > 0 or any(_has_run_of(there, each.exact) for each in telling)


def _telling(quoted: Sequence[Quotation]) -> Sequence[Quotation]:
    headlines = _headlines(quoted)
    own = [each for each in quoted if each.kind == "quotation"]
    return [each for each in own if not any(_words(each.exact) in one for one in headlines)] or quoted


def _headlines(quoted: Sequence[Quotation]) -> list[str]:
    return [_words(each.exact) for each in quoted if each.address.startswith("source:")]


def _of_them(quoted: Sequence[Quotation], found: Mapping[str, tuple[State, str]]) -> str:
    telling = _telling(quoted)
    stand = sum(found[each.sha256][0] == "found" for each in telling)
    if len(telling) == 1:
        return "the one quotation of this source does not stand"
    verb = "stands" if stand < 2 else "stand"
    return f"{stand or 'none'} of the {len(telling)} quotations of this source {verb}"


def _has_run_of(there: str, exact: str) -> bool:
    keys = word_keys(exact)
    runs_of = (keys[at : at + _RUN] for at in range(len(keys) - _RUN + 1))
    return any(f" {' '.join(run)} " in there for run in runs_of)


def _words(text: str) -> str:
    return f" {' '.join(word_keys(text))} "


def _refuse_little(body: int, words: int) -> None:
    """Raise VisitError for a page that shows too little of the article to say anything of its words."""
    if body * _TOO_SHORT < words:
        raise VisitError(
            f"it shows {count(body, 'word')} where our copy has {words:,}: it may be behind a paywall, or"
            " be made by a script"
        )


def _sought(article: Article, quotation: Quotation) -> tuple[State, str]:
    """Whether the words of a quotation stand on a page, and how the page has them."""
    if quotation.kind == "quotation":
        paragraph = quotation.paragraph if quotation.paragraph in article.blocks else ""
        beside = quotation.prefix, quotation.suffix
        result = locate(article, quotation.exact, *beside, paragraph, quotation.inserted)
    else:
        result = locate_name(article, quotation.exact)
    if not isinstance(result, Miss) or result.kind in ("ambiguous", "form", "paragraph"):
        return "found", ""
    difference = f"[-page-] {{+quotation+}}: {result.difference}" if result.difference else ""
    near = "; ".join(filter(None, [result.reason, difference]))
    return ("gone" if result.kind == "absent" and not result.difference else "altered"), near


def _article(answer: Answer, language: str) -> tuple[Article, int, str]:
    """All that a reader of the page sees, as one article, the words of its body, and its own address.

    The last is empty where the page names none. Raises VisitError.
    """
    if answer.type not in _SUFFIXES and answer.type != _PDF:
        raise VisitError(f"it is {answer.type}, which is not read")
    try:
        taken = capture(_marked(answer), f"page{_SUFFIXES.get(answer.type, '')}")
    except CaptureError as fault:
        why = str(fault).partition(": ")[2].rstrip(".")
        raise VisitError(f"it cannot be read as an article: {why}") from fault
    blocks = {block.label: block.text for block in taken.blocks}
    beside = [left.text for left in taken.left_out if left.reason != HIDDEN]
    article = Article({**blocks, **{f"b{n}": text for n, text in enumerate(beside, 1)}}, language)
    canonical = urljoin(answer.url, taken.facts.url.value) if taken.facts.url.value else ""
    return article, taken.words, "" if address_fault(canonical) else canonical


def _marked(answer: Answer) -> bytes:
    """The bytes of the page; a text that only its server says the character set of becomes UTF-8."""
    encoding = webencodings.lookup(answer.charset) if answer.charset and answer.type != _PDF else None
    if encoding is None or encoding.name == "utf-8" or answer.data[:3] == b"\xef\xbb\xbf":
        return answer.data
    text: str = encoding.codec_info.decode(answer.data, "replace")[0]
    return b"\xef\xbb\xbf" + text.encode()


def messages(dataset: Dataset, comparison: Comparison) -> Iterator[Problem]:
    """What an editor is told of what is not as the records say and not settled, one message each.

    Where the page of the source is not there it is told of once, at its source, and its words are not.
    """
    url, source = comparison.copy.url, comparison.copy.source
    if comparison.page.absent:
        how, since = comparison.page.absent
        if not is_settled(dataset, source, source, since):
            what = "the page is gone" if how == "gone" else "another page came instead, as it seems"
            message = f"{what}: {url}: {comparison.came}{_known(since, comparison.is_news)}"
            hint = "look at it; write where the article is now, or list an archived copy under “archived”"
            yield dataset.problem(Fault(source, _field_of(dataset, comparison.copy), message, hint))
        return
    for drift in unsettled(dataset, comparison):
        place = place_of(dataset, drift.quotation.address, _FIELDS.get(drift.quotation.kind, ""))
        if place:
            yield dataset.problem(Fault(*place, _told(drift, url), drift.why))


def unsettled(dataset: Dataset, comparison: Comparison) -> list[Drift]:
    """The quotations that do not stand on the page, but for those of which a correction tells readers."""
    source = comparison.copy.source
    return [
        each
        for each in comparison.lost
        if not is_settled(dataset, source, record_of(each.quotation), each.since)
    ]


def record_of(quotation: Quotation) -> Ref:
    """The record that gives a quotation."""
    return parse_ref(quotation.address.partition("/")[0], tuple(KINDS))


def is_settled(dataset: Dataset, source: Ref, record: Ref, since: str) -> bool:
    """Whether a correction of that day or later, which is published, affects the source and the record."""
    day = datetime.date.fromisoformat(since)
    return any(
        each.date.latest is not None
        and datetime.date(*each.date.latest) >= day
        and {source, record} <= set(each.affects)
        for each in dataset.corrections.values()
    )


def _known(since: str, is_new: bool) -> str:
    return "" if is_new else f", as is known since {since}"


_FIELDS: Mapping[str, str] = {"quotation": "quote.exact"}


def _field_of(dataset: Dataset, copy: Copy) -> tuple[str | int, ...]:
    archived = [each.url for each in dataset.sources[copy.source].archived]
    return ("archived", archived.index(copy.url), "url") if copy.url in archived else ("url",)


def _told(drift: Drift, url: str) -> str:
    no = "no longer stand" if drift.before == "found" else "do not stand"
    how = " as quoted" if drift.now == "altered" else ""
    return f"these words {no}{how} at {url}{_known(drift.since, drift.is_new)}"
