"""The lock of the drift watch: when quoted words last stood at an address, and since when some do not.

It holds no word of a page: states, days and digests alone.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints, TypeAdapter

from generator.analysis.captures import Captures, WebAddress
from generator.analysis.quotations import quotations
from generator.evidence.quotation import Quotation
from generator.lib.lines import read, written
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import read_lines
from generator.records.refs import Ref

WATCHED = "sources/watch.lock.jsonl"

State = Literal["found", "altered", "gone"]
"""Whether quoted words stand at an address: as quoted, with other words, or not at all."""


Absence = Literal["gone", "another"]
"""What comes instead of the page: an answer that there is none (any more), or, as it seems, another page."""


@dataclass(frozen=True)
class WatchedPage:
    """What was last seen at one address.

    `read` is the day (ISO 8601) on which the page of the source was last read there, None for never;
    `leads_to` the address that it led on to, if another; `words` the state of each quotation on that day, by
    its SHA-256, with the day since which it is so; `absent` what comes now instead, with the day since which.
    """

    read: str | None
    leads_to: str | None = None
    words: Mapping[str, tuple[State, str]] = field(default_factory=dict)
    absent: tuple[Absence, str] | None = None


Watched = Mapping[str, WatchedPage]
"""Pages by address."""


@dataclass(frozen=True)
class Copy:
    """A page on which the words of a source are to stand: live, or an archived copy."""

    url: str
    source: Ref
    is_live: bool


def copies(dataset: Dataset, captures: Captures, only: Collection[str] = ()) -> list[Copy]:
    """The pages to compare, source by source: the live one, then the archived ones; `only` of some sources.

    Where no editor lists an archived copy, the newest that `archive` found counts.
    """
    found = []
    for ref, source in dataset.sources.items():
        if only and ref.id not in only:
            continue
        by_program = captures.get(source.url) if source.url else None
        archived = [copy.url for copy in source.archived]
        if not archived and by_program and by_program.copy:
            archived = [by_program.copy]
        urls = dict.fromkeys([*([source.url] if source.url else []), *archived])
        found += [Copy(url, ref, url == source.url) for url in urls]
    return found


def locked(dataset: Dataset) -> dict[str, list[Quotation]]:
    """The quotations of the lock by the id of their source."""
    entries = dataset.lock.entries if dataset.lock else {}
    found: dict[str, list[Quotation]] = {}
    for quotation in quotations(dataset):
        if quotation.address in entries:
            found.setdefault(quotation.source, []).append(quotation)
    return found


def pruned(watched: Watched, dataset: Dataset, captures: Captures) -> Watched:
    """The lock without what the records no longer have: quotations, and pages that none of them is on."""
    wanted: dict[str, set[str]] = {}
    quoted = locked(dataset)
    for copy in copies(dataset, captures):
        digests = (each.sha256 for each in quoted.get(copy.source.id, ()))
        wanted.setdefault(copy.url, set()).update(digests)
    kept = {
        url: replace(page, words={key: told for key, told in page.words.items() if key in wanted[url]})
        for url, page in watched.items()
        if url in wanted
    }
    return {url: page for url, page in kept.items() if page.words or page.absent}


def last_seen(watched: Watched, dataset: Dataset) -> dict[str, str]:
    """By the id of each source the day on which all quotations from it last stood at its address.

    A source of which one quotation does not stand there now, or was never looked for, is left out; so is one
    whose page is not there now.
    """
    found = {}
    for ident, quoted in locked(dataset).items() if watched else ():
        source = dataset.sources.get(Ref("source", ident))
        page = watched.get(source.url) if source and source.url else None
        words = page.words if page else {}
        stands = {digest for digest, (state, _) in words.items() if state == "found"}
        if page and page.read and not page.absent and all(each.sha256 in stands for each in quoted):
            found[ident] = page.read
    return found


def to_lines(watched: Watched) -> str:
    """The lock as text: one page or quotation a line, sorted."""
    return written(_entries(watched))


def _entries(watched: Watched) -> Iterator[tuple[str | None, ...]]:
    for url, page in watched.items():
        if page.absent:
            yield "page", url, page.read, page.leads_to, *page.absent
        else:
            yield ("page", url, page.read, *([page.leads_to] if page.leads_to else []))
        for digest, (state, since) in page.words.items():
            yield "words", url, digest, state, since


def from_lines(text: str) -> dict[str, WatchedPage]:
    """Read what `to_lines` wrote, in any order; raises LinesError for anything else.

    Of two lines about the same, which a merge may leave, the one of the later day counts.
    """
    pages: dict[str, WatchedPage] = {}
    words: dict[str, dict[str, tuple[str, State]]] = {}
    for kind, url, *told in read(text, _KINDS):
        if kind == "page":
            day, leads_to, *absent = (*told, None)[: max(2, len(told))]
            page = WatchedPage(day, leads_to, absent=(absent[0], absent[1]) if absent else None)
            pages[url] = max(pages.get(url, page), page, key=_age)
        else:
            digest, state, since = told
            of_page = words.setdefault(url, {})
            of_page[digest] = max(of_page.get(digest, (since, state)), (since, state))
    return {
        url: replace(
            page, words={digest: (state, since) for digest, (since, state) in words.get(url, {}).items()}
        )
        for url, page in pages.items()
    }


def _age(page: WatchedPage) -> tuple[str, str, str]:
    since = page.absent[1] if page.absent else ""
    return max(page.read or "", since), since, page.leads_to or ""


def _day(text: str) -> str:
    return datetime.date.fromisoformat(text).isoformat()


_Day = Annotated[str, AfterValidator(_day)]
_Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "page": TypeAdapter(
        tuple[Literal["page"], WebAddress, _Day]
        | tuple[Literal["page"], WebAddress, _Day, WebAddress]
        | tuple[Literal["page"], WebAddress, _Day | None, WebAddress | None, Absence, _Day]
    ),
    "words": TypeAdapter(tuple[Literal["words"], WebAddress, _Digest, State, _Day]),
}


def read_watched(root: Path) -> tuple[dict[str, WatchedPage], list[Problem]]:
    """The lock of the documentary in `root`, which may be none, and what is wrong with it."""
    hint = "take the committed one, or delete it and watch again"
    return read_lines(root, WATCHED, from_lines, {}, "the lock of the watch is damaged", hint)
