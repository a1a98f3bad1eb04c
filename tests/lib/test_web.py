"""What is opened of the web, and that nothing of this machine is where only the public web may be."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import URLError

import brotli
import pytest

from generator.lib import web
from generator.lib.web import FAILURES, NotPublicError, fetch

ASKED: list[str] = []
TEXT = b"The pier stood until the flood came. " * 3
BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
PACKED = {
    "gzip": gzip.compress(TEXT),
    "X-GZip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "identity": TEXT,
    "x-gzip": gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]),
    "gzip, br": brotli.compress(gzip.compress(TEXT)),
}
ANSWERS = {
    **{f"/packed/{number}": (name, data) for number, (name, data) in enumerate(PACKED.items())},
    "/bare": ("deflate", BARE.compress(TEXT) + BARE.flush()),
    "/empty": ("gzip", b""),
    "/zstd": ("zstd", TEXT),
    "/damaged/gzip": ("gzip", TEXT),
    "/damaged/br": ("br", TEXT),
    "/cut/gzip": ("gzip", gzip.compress(TEXT)[:-12]),
    "/cut/br": ("br", brotli.compress(TEXT)[:-5]),
    "/bomb/gzip": ("gzip", gzip.compress(bytes(5_000_000))),
    "/bomb/br": ("br", brotli.compress(bytes(5_000_000))),
}


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        ASKED.append(self.path)
        packing, data = ANSWERS.get(self.path, ("", b"ok"))
        self.send_response(200)
        if packing:
            self.send_header("Content-Encoding", packing)
        self.send_header("Content-Type", "text/plain; charset=windows-1252")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        proxied(monkeypatch, "")
        yield server.server_port
        server.shutdown()


def proxied(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    """Have the web asked by way of a proxy; empty: by none."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    if proxy:
        monkeypatch.setenv("http_proxy", proxy)
    monkeypatch.setattr(web, "_PUBLIC", web._opener(web._PublicHttp(), web._PublicHttps()))


def get(url: str, **options: Any) -> Any:
    return fetch(url, agent="a", timeout=10, **{"largest": 100, **options})


def test_an_answer_comes_with_its_type_and_character_set(port: int) -> None:
    found = get(f"http://127.0.0.1:{port}/a", local=True)
    assert (found.status, found.data) == (200, b"ok")
    assert (found.type, found.charset) == ("text/plain", "windows-1252")


@pytest.mark.parametrize("path", [*(path for path in ANSWERS if path.startswith("/packed/")), "/bare"])
def test_an_answer_that_its_server_packs_though_nobody_asked_is_unpacked(port: int, path: str) -> None:
    assert get(f"http://127.0.0.1:{port}{path}", local=True, largest=1000).data == TEXT


def test_of_nothing_there_is_nothing_to_unpack(port: int) -> None:
    assert get(f"http://127.0.0.1:{port}/empty", local=True).data == b""


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/zstd", "packed as “zstd”, which is not read"),
        ("/damaged/gzip", "packed as “gzip”, and damaged"),
        ("/damaged/br", "packed as “br”, and damaged"),
        ("/cut/gzip", "packed as “gzip”, and was cut"),
        ("/cut/br", "packed as “br”, and was cut"),
        ("/bomb/gzip", "longer than 6,000 bytes"),
        ("/bomb/br", "longer than 6,000 bytes"),
    ],
)
def test_what_cannot_be_unpacked_or_is_larger_than_allowed_is_refused(port: int, path: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        get(f"http://127.0.0.1:{port}{path}", local=True, largest=6000)


def test_a_longer_answer_than_allowed_is_refused(port: int) -> None:
    with pytest.raises(ValueError, match="longer than 1 bytes"):
        get(f"http://127.0.0.1:{port}/a", local=True, largest=1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_where_only_the_public_web_may_be_opened_this_machine_is_asked_nothing(port: int, host: str) -> None:
    with pytest.raises(URLError, match="no address of the public web"):
        get(f"http://{host}:{port}/a")
    assert ASKED == []


def test_a_public_name_that_leads_to_this_machine_is_asked_nothing(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: here)
    with pytest.raises(URLError, match="no address of the public web"):
        get(f"http://ledger.example:{port}/a")
    assert ASKED == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "[::1]", "169.254.169.254", "router", "a.internal"]
)
def test_no_proxy_is_asked_for_an_address_of_its_own_network(
    port: int, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxied(monkeypatch, f"http://127.0.0.1:{port}")
    with pytest.raises(NotPublicError):
        get(f"http://{host}/a")
    assert ASKED == []
    assert get("http://ledger.example/a").data == b"ok"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/b", "a"])
def test_nothing_but_pages_of_the_web_is_opened(url: str) -> None:
    with pytest.raises(FAILURES):
        get(url, local=True)
