"""Where and when a page was saved: what browsers, SingleFile, HTTrack and web archives write into a copy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator.ingest.oneline import one_line
from generator.ingest.printed_dates import find_date, stamp_date
from generator.ingest.types import Finding
from generator.lib.address import address_fault

_HEAD = 20_000
"""Characters of a page before which those who save it say so."""
_COMMENTS = tuple(
    re.compile(rf"<!--\s*{form}", re.IGNORECASE | re.DOTALL)
    for form in (
        r"Page saved with SingleFile\s+url: (?P<url>\S{1,2000})\s+(?:saved date: (?P<day>[^\n]{1,80}))?",
        r"saved from url=\(\d+\)(?P<url>\S{1,2000})",
        r"Mirrored from (?P<url>\S{1,2000}) by HTTrack [^\n]{1,80}?\], (?P<day>[^\n]{1,60}?)\s*-->",
    )
)
_WAYBACK = re.compile(
    r"""__wm\.wombat\(\s*"(?P<url>[^"\s]{1,2000})"\s*,\s*"(?P<stamp>\d{14})"\s*,\s*"(?P<service>https?://[^"\s]+)\""""
)
_COPY = re.compile(
    r"(?P<before>https?://[^/\s]+/(?:\S*?/)?)(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<scheme>https?):/+(?P<rest>\S+)"
)
"""The address of an archived copy, as the Wayback Machine and most other archives form it."""
_ARCHIVES = re.compile(r"archive\.(?:today|ph|is|li|fo|vn|md)|perma\.cc|ghostarchive\.org", re.IGNORECASE)
"""Archives that give a copy a short address of its own."""
_TOOLBARS = ("wm-ipp-base", "wm-ipp-print", "donato")
"""The ids of what the Wayback Machine puts into a page."""


@dataclass(frozen=True)
class Saved:
    """Where a copy was saved from, and when (an EDTF day), as what holds it says."""

    address: Finding[str]
    day: Finding[str]


@dataclass(frozen=True)
class Places:
    """The page's own address, apart from that of an archived copy, and the day (EDTF) of that copy."""

    url: Finding[str]
    archived: Finding[str]
    archived_on: Finding[str]


def places(stated: Iterable[Finding[str]]) -> Places:
    """What the addresses say that are stated of a page, the surest first."""
    url, archived, day = Finding[str](), Finding[str](), Finding[str]()
    for each in stated:
        copy = _COPY.fullmatch(each.value or "")
        if copy and not archived.value:
            archived, day = each, _with(each, stamp_date(_iso(copy["stamp"])))
        own = f"{copy['scheme']}://{copy['rest']}" if copy else each.value or ""
        if address_fault(own):
            continue
        if _ARCHIVES.fullmatch(urlsplit(own).hostname or ""):
            archived = archived if archived.value else _with(each, own)
        elif not url.value:
            url = _with(each, own)
    return Places(url, archived, day)


def saved_by(text: str) -> Iterator[Saved]:
    """What the page `text` says of its saving, in its comments and in what the Wayback Machine adds."""
    for comment in _COMMENTS:
        if found := comment.search(text[:_HEAD]):
            address = found["url"] if "://" in found["url"] else f"http://{found['url']}"
            printed = find_date(found.groupdict().get("day") or "")
            stated = _found(text, found, address)
            yield Saved(stated, _with(stated, printed.edtf) if printed else Finding())
    if found := _WAYBACK.search(text):
        yield Saved(_found(text, found, f"{found['service']}web/{found['stamp']}/{found['url']}"), Finding())


def without_toolbars(tree: Any) -> None:
    """Take off the page `tree` what an archive has put into it."""
    for ident in _TOOLBARS:
        for element in tree.xpath("//*[@id=$ident]", ident=ident):
            element.drop_tree()


def _found(text: str, found: re.Match[str], value: str) -> Finding[str]:
    words = one_line(found[0].removeprefix("<!--").removesuffix("-->"))
    return Finding(value, "stated", text.count("\n", 0, found.start()) + 1, words)


def _with(stated: Finding[str], value: str | None) -> Finding[str]:
    return Finding(value, stated.basis, stated.line, stated.evidence) if value else Finding()


def _iso(stamp: str) -> str:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
