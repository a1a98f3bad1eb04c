"""Reads a page out of a web archive: WARC, WACZ, and the one of Safari."""

import io
import json
import logging
import plistlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any
from urllib.parse import unquote

from generator.ingest.oneline import clean, one_line
from generator.ingest.packed import (
    AGAIN,
    DAMAGED,
    LARGEST,
    LARGEST_ARCHIVE,
    CutError,
    Packed,
    Unpacked,
    gunzipped,
)
from generator.ingest.printed_dates import stamp_date
from generator.ingest.saved import Saved
from generator.ingest.types import CaptureError, Extract, Finding
from generator.ingest.webpage import read_page
from generator.lib.zipped import decoded

_SHOWN = 20
"""So many pages are named where one is to be chosen."""
_PAGES = "text/html", "application/xhtml+xml"
_SENT = "200", "203"
"""What a server answers that sends a page, and not a part of it."""
_LONGEST_HEAD = 1_000_000
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n")
_PLACE = re.compile(r"(?:https?://)?(?:www\.)?([^/?:#]*)(?::(?:80|443)(?=[/?#]|$))?([^#]*)", re.IGNORECASE)
"""The host in an address, and what comes after it and its port."""


@dataclass(frozen=True)
class _Page:
    """A page in an archive: what is known of it before its words are read."""

    address: str
    taken: str
    """The time as the archive writes it."""
    charset: str | None

    @property
    def key(self) -> str:
        """Its address without what makes no other page."""
        return _key(self.address)


def _key(address: str) -> str:
    """An address in one spelling: scheme, www, port, escapes, last slash and fragment make no other page."""
    found = _PLACE.match(one_line(address))
    host, rest = found.groups() if found else ("", "")
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    rest = clean(unquote(rest)).replace("/?", "?")
    return f"{host.casefold()}{rest.rstrip('/?')}"


def read_warc(data: bytes, name: str, part: str | None) -> Extract:
    """The page with the address `part` in the WARC `data`, or the only one. Raises `CaptureError`."""
    return _read([lambda: gunzipped(io.BytesIO(data), name, "", LARGEST_ARCHIVE)], name, part)


def read_wacz(data: bytes, name: str, part: str | None) -> Extract:
    """The same of a WACZ, which may list its pages. Raises `CaptureError`."""
    packed = Packed(data, name)
    archives = sorted(path for path in packed if path.endswith((".warc", ".warc.gz")))
    if not archives:
        raise CaptureError(f"{name}: {DAMAGED}.")
    listed = _listed(packed.get("pages/pages.jsonl", b""))
    if part is None and len(listed) == 1:
        part = listed[0]
    return _read([partial(packed.open, path, LARGEST_ARCHIVE) for path in archives], name, part, listed)


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


def _read(
    archives: Sequence[Callable[[], Unpacked]], name: str, part: str | None, listed: Sequence[str] = ()
) -> Extract:
    """The chosen page of the WARCs; `listed` are those that a list of pages names."""
    pages: list[_Page] = []
    warnings: tuple[str, ...] = ()
    try:
        pages += (page for page, _ in _pages(archives, name))
    except CutError as cut:
        if part is None or not _fitting(pages, part):
            raise
        warnings = (f"{cut.clause}: what came after that is missing",)
    number = _chosen(pages, part, name, listed)
    page, record = next(islice(_pages(archives, name), number, None))
    content, doubts = _content(record, f"the page {one_line(page.address)}", name)
    saved = Saved(
        _stated(page.address, "WARC-Target-URI"), _stated(stamp_date(page.taken) or "", "WARC-Date")
    )
    read = read_page(content, name, page.charset, saved)
    return replace(read, warnings=(*read.warnings, *warnings, *doubts))


def _fitting(pages: Sequence[_Page], part: str | None) -> list[int]:
    """Which of the pages are meant by `part`, a number from 1 or an address; of those spelt so, only they."""
    if part is None:
        return list(range(len(pages)))
    if part.isdecimal():
        return [number for number in range(len(pages)) if number + 1 == int(part[:9])]
    spelt = [number for number, page in enumerate(pages) if page.address == part]
    wanted = _key(part)
    return spelt or [number for number, page in enumerate(pages) if page.key == wanted]


def _chosen(pages: Sequence[_Page], part: str | None, name: str, listed: Sequence[str]) -> int:
    """The place of the page that is meant. Raises `CaptureError`, which says which there are."""
    fitting = _fitting(pages, part)
    if len(fitting) == 1:
        return fitting[0]
    if not pages:
        raise CaptureError(f"{name}: holds no web page; save the page again.")
    addresses = list({page.key: one_line(page.address) for page in reversed(pages)}.values())[::-1]
    if not fitting:
        is_listed = _key(part or "") in map(_key, listed)
        what = "lists, but does not hold, the page" if is_listed else "holds no page"
        why = f"{what} {one_line(part or '')}; it holds {_shown(addresses)}"
    elif part is None and len(addresses) > 1:
        why = f"holds {len(addresses)} pages, name one with --page: {_shown(addresses)}"
    else:
        held = [(number + 1, f"{pages[number].address} {pages[number].taken}") for number in fitting]
        named = [f"{number} ({one_line(what)})" for number, what in held]
        why = f"holds {len(named)} captures of one page, name one with --page: {_shown(named)}"
    raise CaptureError(f"{name}: {why}.")


def _shown(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{' '.join(names[:_SHOWN])}{more}"


def _pages(archives: Iterable[Callable[[], Unpacked]], name: str) -> Iterator[tuple[_Page, Any]]:
    """The web pages in WARCs, each with its record, which can be read until the next one is asked for."""
    for archive in archives:
        for record in _records(archive(), name):
            if page := _page(record):
                yield page, record


class _Reader:
    """What the library for such archives reads from: it knows where it is, and heads have an end."""

    def __init__(self, stream: Unpacked) -> None:
        self._file = io.BufferedReader(stream)
        self.at = 0
        self.head = 0
        """The bytes of the lines that were read since this was set to 0."""

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end."""
        data = self._file.read(size)
        self.at += len(data)
        return data

    def readline(self, size: int = _LONGEST_HEAD) -> bytes:
        """The next line; none at the end. Raises `ValueError` in a head that is too long to be one."""
        line = self._file.readline(min(size, _LONGEST_HEAD))
        self.at += len(line)
        self.head += len(line)
        if self.head >= _LONGEST_HEAD:
            raise ValueError
        return line

    def tell(self) -> int:
        """The bytes that were read."""
        return self.at


def _records(stream: Unpacked, name: str) -> Iterator[Any]:
    """The records of a WARC or an ARC. Raises `CutError` for one that is shorter than it says."""
    from warcio.exceptions import ArchiveLoadFailed  # only where such an archive is read
    from warcio.recordloader import ArcWarcRecordLoader

    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it tells the terminal of what is mended
    reader, loader = _Reader(stream), ArcWarcRecordLoader(arc2warc=True)
    form, start = "", 0
    while True:
        try:
            line = b"\n"
            while line and not line.strip():
                start, line = reader.at, reader.readline()
            if not line:
                return
            form = form or ("warc" if line.startswith(b"WARC/") else "arc")
            record = loader.parse_record_stream(reader, line, form)
            if (left := record.raw_stream) is reader:
                raise EOFError
        except CaptureError:
            raise
        except Exception as error:  # what the library raises for a damaged head is told nowhere
            if not isinstance(error, ArchiveLoadFailed) and not reader.read(1):
                why = f"{stream.what}is cut: the record at byte {start:,} has no end"
                raise CutError(name, why) from error
            raise CaptureError(f"{name}: {stream.what}is damaged at byte {start:,}; {AGAIN}.") from error
        yield record
        while left.read(65_536):
            pass
        at = f"the record at byte {start:,}"
        _be_whole(left, f"{stream.what}is cut: {at}", name)
        reader.head = 0
        if form == "warc" and reader.readline().strip():
            raise CaptureError(f"{name}: {stream.what}is damaged: {at} goes on behind its end; {AGAIN}.")


def _be_whole(block: Any, what: str, name: str) -> None:
    """Raises `CutError` where something is missing of a block that was read to its end."""
    if block.limit:
        whole = block.tell() + block.limit
        raise CutError(name, f"{what} has {block.tell():,} of the {whole:,} bytes that it says")


def _page(record: Any) -> _Page | None:
    """The page in a record, where it is one that a server sent whole and without an error."""
    http, address = record.http_headers, record.rec_headers.get_header("WARC-Target-URI") or ""
    is_sent = record.rec_type == "response" and http is not None and http.get_statuscode() in _SENT
    if not address.startswith(("http://", "https://")) or not (is_sent or record.rec_type == "resource"):
        return None
    sort = (http if is_sent else record.rec_headers).get_header("Content-Type") or ""
    kind, _, parameters = sort.partition(";")
    if kind.strip().lower() not in _PAGES:
        return None
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    return _Page(address, record.rec_headers.get_header("WARC-Date") or "", charset)


def _content(record: Any, what: str, name: str) -> tuple[bytes, list[str]]:
    """The bytes of the page in a record, unpacked, and what is doubtful about them; `what` names the page."""
    sent: bytes = record.raw_stream.read(LARGEST + 1)
    if len(sent) > LARGEST:
        raise CaptureError(f"{name}: {what} is larger than {LARGEST // 1_000_000} MB.")
    _be_whole(record.raw_stream, f"{what} is cut: its record", name)
    doubts = []
    if why := record.rec_headers.get_header("WARC-Truncated"):
        doubts.append(f"{what} was cut when it was archived (WARC-Truncated: {one_line(why)})")
    if (http := record.http_headers) is None:
        return sent, doubts
    if (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        sent = _unchunked(sent, what, name)
    elif (stated := http.get_header("Content-Length") or "").isdecimal() and len(sent) < int(stated[:12]):
        doubts.append(f"{what} has {len(sent):,} of the {int(stated[:12]):,} bytes that its server stated")
    for coding in reversed((http.get_header("Content-Encoding") or "").lower().split(",")):
        sent = _decoded(sent, coding.strip(), what, name)
    return sent, doubts


def _unchunked(sent: bytes, what: str, name: str) -> bytes:
    """What was sent in chunks, without their marks, which some archives have taken off already."""
    chunks: list[bytes] = []
    at = 0
    while mark := _CHUNK.match(sent, at):
        size = int(mark[1], 16)
        if not size:
            return b"".join(chunks)
        chunks.append(sent[mark.end() : mark.end() + size])
        at = mark.end() + size + len(b"\r\n")
    if chunks:
        raise CutError(name, f"{what} is cut: nothing ends it after {sum(map(len, chunks)):,} bytes")
    return sent


def _decoded(sent: bytes, coding: str, what: str, name: str) -> bytes:
    """What was packed by a content coding, which some archives have taken off already."""
    if coding in ("", "identity") or sent.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"", b"<"):
        return sent
    if stream := decoded(sent, coding):
        return Unpacked(stream, name, what, LARGEST).readall()
    how = f"in the coding “{one_line(coding)}”, which is not read"
    raise CaptureError(f"{name}: {what} is {how}; save it as HTML.")
