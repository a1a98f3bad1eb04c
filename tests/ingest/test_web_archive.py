"""Web archives: the one page in them, or that which is named; where and when it was taken."""

from __future__ import annotations

import gzip
import json
import plistlib
from collections.abc import Iterable

import pytest

from generator.ingest.capture import capture
from generator.ingest.draft import draft
from generator.ingest.types import CaptureError
from tests.ingest.test_packed import zip_of

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


def _record(sort: str, address: str, kind: str, block: bytes) -> bytes:
    head = {
        "WARC-Type": sort,
        "WARC-Date": "2021-03-04T10:00:00Z",
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
    assert "note: null  # saved on 2021-03-04: stated from WARC-Date\n" in record


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
        (warc_of([BRIDGE], packed=False)[:-40], None, None),
        (b"WARC/1.0\r\nnothing", None, "holds no web page; save the page again."),
        (
            zip_of({"archive/a.warc": b"nothing", "datapackage.json": b"{}"}),
            None,
            "is damaged; get or save it again.",
        ),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_one_line(data: bytes, part: str | None, message: str | None):
    if message is None:  # what is cut at its end is read as far as it goes
        assert capture(data, "a.warc", part).words
        return
    with pytest.raises(CaptureError) as refused:
        capture(data, "a.warc", part)
    assert str(refused.value) == f"a.warc: {message}"


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
