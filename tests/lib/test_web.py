"""What is opened of the web, and that nothing of this machine is where only the public web may be."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import URLError

import pytest

from generator.lib import web
from generator.lib.web import FAILURES, NotPublicError, fetch

ASKED: list[str] = []


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        ASKED.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=windows-1252")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")


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
