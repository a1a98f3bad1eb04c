"""Reads a page out of a web archive: WARC, WACZ, and the one of Safari."""

import io
import json
import plistlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from generator.ingest.oneline import one_line
from generator.ingest.packed import DAMAGED, Packed
from generator.ingest.printed_dates import stamp_date
from generator.ingest.saved import Saved
from generator.ingest.types import CaptureError, Extract, Finding
from generator.ingest.webpage import read_page

_SHOWN = 20
"""So many pages are named where one is to be chosen."""
_LARGEST, _MOST = 20_000_000, 2_000_000_000
"""The most bytes of a page, and of all records of an archive when they are unpacked."""
_PAGES = "text/html", "application/xhtml+xml"


@dataclass(frozen=True)
class _Page:
    """A page in an archive: what is known of it before its words are read."""

    address: str
    taken: str
    """The time as the archive writes it."""
    charset: str | None
    record: Any

    @property
    def key(self) -> str:
        """Its address without what makes no other page."""
        return _key(self.address)


def _key(address: str) -> str:
    bare = unquote(address.strip()).partition("#")[0].rstrip("/")
    return bare.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def read_warc(data: bytes, name: str, part: str | None) -> Extract:
    """The page with the address `part` in the WARC `data`, or the only one. Raises `CaptureError`."""
    return _read([data], name, part)


def read_wacz(data: bytes, name: str, part: str | None) -> Extract:
    """The same of a WACZ, which may list its pages. Raises `CaptureError`."""
    packed = Packed(data, name)
    archives = sorted(path for path in packed if path.endswith((".warc", ".warc.gz")))
    if not archives:
        raise CaptureError(f"{name}: {DAMAGED}.")
    listed = _listed(packed.get("pages/pages.jsonl", b""))
    if part is None and len(listed) == 1:
        part = listed[0]
    return _read((packed[path] for path in archives), name, part, listed)


def read_safari(data: bytes, name: str) -> Extract:
    """The page in a web archive of Safari. Raises `CaptureError`."""
    try:
        page = plistlib.loads(data)["WebMainResource"]
        content, address = bytes(page["WebResourceData"]), str(page.get("WebResourceURL") or "")
        charset = str(page.get("WebResourceTextEncodingName") or "") or None
    except Exception as error:
        raise CaptureError(f"{name}: {DAMAGED}.") from error
    return read_page(content, name, charset, Saved(_stated(address, "WebResourceURL"), Finding()))


def _listed(lines: bytes) -> list[str]:
    """The addresses in a list of pages (`pages.jsonl`)."""
    found = []
    for line in lines.splitlines():
        with suppress(ValueError, RecursionError):
            page = json.loads(line)
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                found.append(page["url"])
    return list(dict.fromkeys(found))


def _stated(value: str, where: str) -> Finding[str]:
    return Finding(value, "stated", None, where) if value else Finding()


def _read(archives: Iterable[bytes], name: str, part: str | None, listed: list[str] | None = None) -> Extract:
    """The chosen page of the WARCs; `listed` are those that a list of pages names."""
    wanted, held = _key(part) if part is not None else None, dict[str, str]()
    chosen: tuple[_Page, bytes] | None = None
    for archive in archives:
        for page in _pages(archive, name):
            is_other = page.key not in held
            held.setdefault(page.key, page.address)
            if wanted == page.key or (wanted is None and is_other and len(held) == 1):
                chosen = page, _content(page, name)
    if chosen is None or (wanted is None and len(held) > 1):
        raise CaptureError(f"{name}: {_choice(part, [*(listed or ()), *held.values()])}.")
    page, content = chosen
    day = stamp_date(page.taken)
    return read_page(
        content,
        name,
        page.charset,
        Saved(_stated(page.address, "WARC-Target-URI"), _stated(day or "", "WARC-Date")),
    )


def _choice(part: str | None, held: list[str]) -> str:
    """Why no page was taken, and which there are."""
    pages = list({_key(address): one_line(address) for address in reversed(held)}.values())[::-1]
    if not pages:
        return "holds no web page; save the page again"
    more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
    shown = f"{' '.join(pages[:_SHOWN])}{more}"
    if part is not None:
        return f"holds no page {one_line(part)}; it holds {shown}"
    return f"holds {len(pages)} pages, name one with --page: {shown}"


def _pages(archive: bytes, name: str) -> Iterator[_Page]:
    """The web pages in a WARC."""
    from warcio.archiveiterator import ArchiveIterator  # only where such an archive is read
    from warcio.exceptions import ArchiveLoadFailed

    total = 0
    try:
        for record in ArchiveIterator(io.BytesIO(archive), arc2warc=True):
            total += int(record.rec_headers.get_header("Content-Length") or 0)
            if total > _MOST:
                raise CaptureError(f"{name}: holds more than {_MOST // 1_000_000} MB when it is unpacked.")
            if page := _page(record):
                yield page
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise CaptureError(f"{name}: {DAMAGED}.") from error


def _page(record: Any) -> _Page | None:
    """The page in a record, where it is one that a server sent without an error."""
    http, address = record.http_headers, record.rec_headers.get_header("WARC-Target-URI") or ""
    is_sent = record.rec_type == "response" and http is not None and http.get_statuscode().startswith("2")
    if not address.startswith(("http://", "https://")) or not (is_sent or record.rec_type == "resource"):
        return None
    sort = (http if is_sent else record.rec_headers).get_header("Content-Type") or ""
    kind, _, parameters = sort.partition(";")
    if kind.strip().lower() not in _PAGES:
        return None
    charset = parameters.lower().partition("charset=")[2].strip(" \"';") or None
    return _Page(address, record.rec_headers.get_header("WARC-Date") or "", charset, record)


def _content(page: _Page, name: str) -> bytes:
    content: bytes = page.record.content_stream().read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise CaptureError(f"{name}: {one_line(page.address)} is larger than {_LARGEST // 1_000_000} MB.")
    return content
