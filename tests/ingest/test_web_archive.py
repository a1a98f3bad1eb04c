"""Web archives: the one page in them, or that which is named; where and when it was taken."""

from __future__ import annotations

import gzip
import json
import plistlib
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import brotli
import pytest

from generator.ingest import web_archive
from generator.ingest.capture import capture
from generator.ingest.draft import draft
from generator.ingest.packed import LARGEST
from generator.ingest.types import CaptureError
from tests.ingest.test_packed import TOO_LARGE, zip_of

BRIDGE, FERRY = "https://alder.example/bridge", "https://alder.example/ferry"


def page_of(headline: str) -> bytes:
    return (
        f"<html><body><article><h1>{headline}</h1><p>The harbour bridge was closed on Monday – after a storm."
        "</p><p>The mayor said that there was no choice.</p></article></body></html>"
    ).encode()


def warc_of(
    addresses: Iterable[str],
    *,
    packed: bool = True,
    sort: str = "text/html; charset=utf-8",
    status: str = "200 OK",
) -> bytes:
    """An archive with a picture, a redirection, and a page for each address."""
    answers = [("https://alder.example/a.png", "200 OK", "image/png", b"\x89PNG")]
    answers += [("https://alder.example/", "301 Moved", "text/html", b"<p>Moved.</p>")]
    answers += [(address, status, sort, page_of(f"All of {address[22:]}")) for address in addresses]
    records = [_record("warcinfo", "", "application/warc-fields", b"software: made up\r\n")]
    for address, said, kind, body in answers:
        head = f"HTTP/1.1 {said}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        records.append(_record("response", address, "application/http; msgtype=response", head + body))
    return b"".join(gzip.compress(record) if packed else record for record in records)


def sent(
    address: str, body: bytes, *, taken: str = "2021-03-04T10:00:00Z", truncated: str = "", **headers: str
) -> bytes:
    """The record of a page that a server sent with such headers."""
    said = {"Content-Type": "text/html", **{name.replace("_", "-"): text for name, text in headers.items()}}
    head = "".join(f"{name}: {text}\r\n" for name, text in said.items())
    block = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body
    more = {"WARC-Date": taken} | ({"WARC-Truncated": truncated} if truncated else {})
    return _record("response", address, "application/http; msgtype=response", block, more)


def _record(
    sort: str, address: str, kind: str, block: bytes, more: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    head = {
        "WARC-Type": sort,
        "WARC-Date": "2021-03-04T10:00:00Z",
        **more,
        **({"WARC-Target-URI": address} if address else {}),
        "WARC-Record-ID": "<urn:uuid:12345678-1234-5678-1234-567812345678>",
        "Content-Type": kind,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def wacz_of(addresses: list[str], pages: list[str] | None = None) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": each} for each in pages or [])]
    listed = "\n".join(map(json.dumps, lines)).encode()
    files = {"archive/data.warc.gz": warc_of(addresses), "datapackage.json": b"{}"}
    return zip_of(files | ({"pages/pages.jsonl": listed} if pages else {}))


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", ["a.warc.gz", "a.txt"])
def test_the_one_page_is_read_with_its_address_and_the_day(packed: bool, name: str):
    found = capture(warc_of([BRIDGE], packed=packed), name)
    assert [block.text for block in found.blocks][:2] == [
        "All of bridge",
        "The harbour bridge was closed on Monday – after a storm.",
    ]
    record, _ = draft(found, "bridge")
    assert f"url: {BRIDGE}  # stated from WARC-Target-URI\n" in record
    assert "note: null  # saved on 2021-03-04 from WARC-Date\n" in record


@pytest.mark.parametrize("part", [FERRY, "http://alder.example/ferry/", "alder.example/ferry#top"])
def test_of_several_pages_the_named_one_is_read(part: str):
    assert capture(warc_of([BRIDGE, FERRY]), "a.warc", part).facts.title.value == "All of ferry"
    assert capture(wacz_of([BRIDGE, FERRY]), "a.wacz", part).facts.title.value == "All of ferry"


def test_of_several_pages_the_one_that_the_archive_lists_is_read():
    assert capture(wacz_of([BRIDGE, FERRY], [FERRY]), "a.wacz").facts.title.value == "All of ferry"


@pytest.mark.parametrize(
    ("data", "part", "message"),
    [
        (warc_of([BRIDGE, FERRY]), None, f"holds 2 pages, name one with --page: {BRIDGE} {FERRY}."),
        (wacz_of([BRIDGE, FERRY]), None, f"holds 2 pages, name one with --page: {BRIDGE} {FERRY}."),
        (warc_of([BRIDGE]), FERRY, f"holds no page {FERRY}; it holds {BRIDGE}."),
        (warc_of([]), None, "holds no web page; save the page again."),
        (warc_of([BRIDGE], sort="application/json"), None, "holds no web page; save the page again."),
        (warc_of([BRIDGE], status="404 Not Found"), None, "holds no web page; save the page again."),
        (
            b"WARC/1.0\r\nnothing",
            None,
            "is cut: the record at byte 0 has no end; get or save it again.",
        ),
        (
            zip_of({"archive/a.warc": b"nothing", "datapackage.json": b"{}"}),
            None,
            "archive/a.warc in it is damaged at byte 0; get or save it again.",
        ),
        (warc_of([BRIDGE, FERRY]), "3", f"holds no page 3; it holds {BRIDGE} {FERRY}."),
        (
            wacz_of([BRIDGE, FERRY], [f"{BRIDGE}/none"]),
            None,
            f"lists, but does not hold, the page {BRIDGE}/none; it holds {BRIDGE} {FERRY}.",
        ),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_one_line(data: bytes, part: str | None, message: str):
    with pytest.raises(CaptureError) as refused:
        capture(data, "a.warc", part)
    assert str(refused.value) == f"a.warc: {message}"


WHOLE = warc_of([BRIDGE, FERRY], packed=False)
LAST = WHOLE.rindex(b"WARC/1.0")
"""Where the record of the last page begins."""


CUT_PACKED = "is cut: what is packed ends after N unpacked bytes, without the mark of its end"


def refusal(data: bytes, name: str = "a.warc", part: str | None = None) -> str:
    """Why it is refused; how much came out of a gzip before its cut depends on the library."""
    with pytest.raises(CaptureError) as refused:
        capture(data, name, part)
    return re.sub(r"after [\d,]+ unpacked", "after N unpacked", str(refused.value))


CUT = {
    "in a page": (
        WHOLE[:-40],
        f"is cut: the record at byte {LAST:,} has 222 of the 258 bytes that it says",
    ),
    "in the headers of a server": (
        WHOLE[: WHOLE.rindex(b"HTTP/1.1") + 30],
        f"is cut: the record at byte {LAST:,} has 30 of the 258 bytes that it says",
    ),
    "before the headers of a server": (
        WHOLE[: WHOLE.rindex(b"HTTP/1.1")],
        f"is cut: the record at byte {LAST:,} has no end",
    ),
    "in the head of a record": (WHOLE[: LAST + 30], f"is cut: the record at byte {LAST:,} has no end"),
    "in a gzip": (
        warc_of([BRIDGE, FERRY])[:-40],
        CUT_PACKED,
    ),
    "at the mark of the end of a gzip": (
        warc_of([BRIDGE, FERRY])[:-4],
        CUT_PACKED,
    ),
    "in a gzip of all records": (
        gzip.compress(WHOLE)[:-20],
        CUT_PACKED,
    ),
}


@pytest.mark.parametrize("case", CUT)
def test_an_archive_that_is_cut_is_refused(case: str):
    data, clause = CUT[case]
    assert refusal(data) == f"a.warc: {clause}; get or save it again."
    packed = zip_of({"archive/data.warc": data, "datapackage.json": b"{}"})
    assert refusal(packed, "a.wacz") == f"a.wacz: archive/data.warc in it {clause}; get or save it again."


def test_a_page_that_is_cut_is_refused_when_it_is_named():
    said = f"a.warc: the page {FERRY} is cut: its record has 222 of the 258 bytes that it says"
    assert refusal(CUT["in a page"][0], part=FERRY) == f"{said}; get or save it again."
    assert refusal(CUT["in a gzip"][0], part=FERRY) == f"a.warc: {CUT_PACKED}; get or save it again."


def test_of_an_archive_that_is_cut_a_page_before_the_cut_can_be_named_and_the_cut_is_told():
    data, clause = CUT["in a page"]
    found = capture(data, "a.warc", BRIDGE)
    assert found.facts.title.value == "All of bridge"
    assert found.warnings == (f"{clause}: what came after that is missing",)


def test_a_record_that_is_longer_than_it_says_is_refused_and_nothing_else_is_printed(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    data = WHOLE[:LAST] + WHOLE[LAST:].replace(b"Content-Length: 258", b"Content-Length: 158")
    assert refusal(data) == (
        f"a.warc: is damaged: the record at byte {LAST:,} goes on behind its end; get or save it again."
    )
    spaced = warc_of(["https://alder.example/all of bridge"])
    assert capture(spaced, "a.warc").facts.url.value == "https://alder.example/all%20of%20bridge"
    assert (capfd.readouterr(), caplog.records) == (("", ""), [])


PAGE = page_of("Bridge closed")
CHUNKS = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE[:99], PAGE[99:]))
DEFLATED = zlib.compress(PAGE)
CODED = {
    "gzip": sent(BRIDGE, gzip.compress(PAGE), Content_Encoding="gzip"),
    "gzip that was unpacked": sent(BRIDGE, PAGE, Content_Encoding="gzip"),
    "deflate": sent(BRIDGE, DEFLATED, Content_Encoding="deflate"),
    "deflate as some send it": sent(BRIDGE, DEFLATED[2:-4], Content_Encoding="deflate"),
    "br": sent(BRIDGE, brotli.compress(PAGE), Content_Encoding="br"),
    "gzip in two parts": sent(
        BRIDGE, gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), Content_Encoding="gzip"
    ),
    "chunks": sent(BRIDGE, CHUNKS + b"0\r\n\r\n", Transfer_Encoding="chunked"),
    "chunks that were joined": sent(BRIDGE, PAGE, Transfer_Encoding="chunked"),
    "br that was unpacked": sent(BRIDGE, PAGE, Content_Encoding="br"),
}


@pytest.mark.parametrize("case", CODED)
def test_a_page_is_read_in_whatever_its_server_packed_it(case: str):
    found = capture(CODED[case], "a.warc")
    assert [block.text for block in found.blocks][-1] == "The mayor said that there was no choice."
    assert found.warnings == ()


LONG = sent(BRIDGE, PAGE, Content_Language="a" * 1_000_000)


def test_a_record_whose_head_has_no_end_or_no_address_is_refused():
    for data in (LONG, WHOLE + b"WARC/1.0\r\n" + bytes(1_000_001), WHOLE + b"WARC/1.0\r\na: b" * 90_000):
        start = 0 if data is LONG else len(WHOLE)
        assert refusal(data) == f"a.warc: is damaged at byte {start:,}; get or save it again."
    nameless = warc_of([""], packed=False)
    assert refusal(nameless) == "a.warc: is damaged at byte 857; get or save it again."


DAMAGED = {
    "gzip that is cut": (
        sent(BRIDGE, gzip.compress(PAGE)[:-30], Content_Encoding="gzip"),
        f"{CUT_PACKED}; get or save it again",
    ),
    "gzip that is damaged": (
        sent(BRIDGE, gzip.compress(PAGE)[:30] + bytes(200), Content_Encoding="gzip"),
        "is damaged; get or save it again",
    ),
    "deflate that is cut": (
        sent(BRIDGE, DEFLATED[:-30], Content_Encoding="deflate"),
        f"{CUT_PACKED}; get or save it again",
    ),
    "chunks that are cut": (
        sent(BRIDGE, CHUNKS, Transfer_Encoding="chunked"),
        f"is cut: nothing ends it after {len(PAGE)} bytes; get or save it again",
    ),
    "br that is cut": (
        sent(BRIDGE, brotli.compress(PAGE)[:-30], Content_Encoding="br"),
        f"{CUT_PACKED}; get or save it again",
    ),
    "br that is damaged": (
        sent(BRIDGE, b"\xff" * 200, Content_Encoding="br"),
        "is damaged; get or save it again",
    ),
    "zstd": (
        sent(BRIDGE, b"\x28\xb5\x2f\xfd", Content_Encoding="zstd"),
        "is in the coding “zstd”, which is not read; save it as HTML",
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_page_that_is_packed_badly_is_refused(case: str):
    data, clause = DAMAGED[case]
    assert refusal(data) == f"a.warc: the page {BRIDGE} {clause}."


def test_a_page_that_was_cut_when_it_was_archived_is_told():
    assert capture(sent(BRIDGE, PAGE, truncated="length"), "a.warc").warnings == (
        f"the page {BRIDGE} was cut when it was archived (WARC-Truncated: length)",
    )
    assert capture(sent(BRIDGE, PAGE, Content_Length="9000"), "a.warc").warnings == (
        f"the page {BRIDGE} has {len(PAGE)} of the 9,000 bytes that its server stated",
    )
    part = warc_of([BRIDGE], status="206 Partial Content")
    assert refusal(part) == "a.warc: holds no web page; save the page again."


LATER = "2022-05-06T10:00:00Z"
TWICE = sent(BRIDGE, page_of("Bridge closed")) + sent(BRIDGE, page_of("Bridge open"), taken=LATER)


def test_of_two_captures_of_one_address_one_is_chosen_by_its_number():
    packed = zip_of({"archive/data.warc": TWICE, "datapackage.json": b"{}"})
    for part, name, data in ((None, "a.warc", TWICE), (BRIDGE, "a.warc", TWICE), (BRIDGE, "a.wacz", packed)):
        assert refusal(data, name, part) == (
            f"{name}: holds 2 captures of one page, name one with --page: "
            f"1 ({BRIDGE} 2021-03-04T10:00:00Z) 2 ({BRIDGE} {LATER})."
        )
    for part, title, day in (("1", "Bridge closed", "2021-03-04"), ("2", "Bridge open", "2022-05-06")):
        found = capture(TWICE, "a.warc", part)
        assert (found.facts.title.value, found.facts.saved.value) == (title, day)
        assert found.name == f"a.warc#{part}"


def test_of_two_spellings_of_an_address_the_one_that_is_named_exactly_is_read():
    plain = BRIDGE.replace("https", "http")
    data = sent(BRIDGE, page_of("Bridge closed")) + sent(plain, page_of("Bridge open"))
    assert capture(data, "a.warc", BRIDGE).facts.title.value == "Bridge closed"
    assert capture(data, "a.warc", plain).facts.title.value == "Bridge open"
    assert "holds 2 captures of one page" in refusal(data, part="alder.example/bridge")


@pytest.mark.parametrize(
    ("held", "named"),
    [
        ("https://alder.example/bridge/", "HTTP://www.Alder.example:80/bridge?#top"),
        ("https://alder.example/br%C3%BCcke", "https://alder.example/brücke"),
        ("https://alder.example/bru\u0308cke", "https://alder.example/br%c3%bccke"),
        ("https://xn--brcke-lva.example/a%20b", "https://brücke.example/a b"),
        ("https://alder.example/?id=1", "alder.example?id=1"),
        ("https://alder.example/a%23b", "https://alder.example/a%23b"),
    ],
)
def test_an_address_is_found_in_another_spelling(held: str, named: str):
    assert capture(warc_of([held, FERRY]), "a.warc", named).facts.saved.value == "2021-03-04"


@pytest.mark.parametrize("named", ["https://alder.example/a", "https://alder.example/a%23c", "a/a%23b"])
def test_another_address_is_not_taken_for_it(named: str):
    held = "https://alder.example/a%23b"
    assert refusal(warc_of([held]), part=named) == f"a.warc: holds no page {named}; it holds {held}."


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(web_archive, "LARGEST_ARCHIVE", 3_000_000)
    said = TOO_LARGE.replace("20", "3")
    bomb = warc_of([BRIDGE]) + gzip.compress(_record("resource", BRIDGE, "image/png", bytes(3_000_000)))
    assert refusal(bomb, "a.warc.gz", BRIDGE) == f"a.warc.gz: {said}"
    held = zip_of({"archive/a.warc.gz": bomb, "datapackage.json": b"{}"})
    assert refusal(held, "a.wacz") == f"a.wacz: archive/a.warc.gz in it {said}"


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_a_page_that_unpacks_to_too_much_is_refused(coding: str, pack: Callable[[bytes], bytes]):
    bomb = sent(BRIDGE, pack(b" " * (LARGEST + 1)), Content_Encoding=coding)
    assert refusal(bomb) == f"a.warc: the page {BRIDGE} {TOO_LARGE}"


def test_a_long_list_of_pages_is_cut():
    with pytest.raises(CaptureError, match=r"^a\.warc: holds 30 pages, .* and 10 more\.$"):
        capture(warc_of(f"{BRIDGE}/{number}" for number in range(30)), "a.warc")


def test_a_damaged_gzip_is_refused_with_one_line():
    data = bytearray(warc_of([BRIDGE]))
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    with pytest.raises(CaptureError) as refused:
        capture(bytes(data), "a.warc.gz")
    assert len(str(refused.value).splitlines()) == 1


def test_a_page_of_the_wayback_machine_in_an_archive_has_both_addresses():
    found = capture(warc_of([f"https://web.archive.org/web/20200104100000/{BRIDGE}"]), "a.warc").facts
    assert (found.url.value, found.archived_on.value) == (BRIDGE, "2020-01-04")


def test_an_archive_in_the_older_format_is_read():
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_of("All of bridge")
    head = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://a.arc 127.0.0.1 20210304100000 text/plain %d\n%s\n" % (len(head), head)
    data += f"{BRIDGE} 127.0.0.1 20210304100000 text/html {len(body)}\n".encode() + body + b"\n"
    found = capture(data, "a.arc").facts
    assert (found.url.value, found.saved.value) == (BRIDGE, "2021-03-04")


def test_a_web_archive_of_safari_is_read():
    main = {
        "WebResourceData": page_of("Bridge closed"),
        "WebResourceURL": BRIDGE,
        "WebResourceTextEncodingName": "UTF-8",
    }
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    found = capture(data, "a.webarchive").facts
    assert (found.title.value, found.url.value) == ("Bridge closed", BRIDGE)
    with pytest.raises(CaptureError, match=r"^a\.webarchive: is damaged; get or save it again\.$"):
        capture(data[:-20] + b"WebMainResource", "a.webarchive")
