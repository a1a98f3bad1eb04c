"""Serves the site on this machine, with a script in each page that reloads it."""

import re
import urllib.parse
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from generator.lib.local_server import LocalHandler, LocalServer
from generator.pages.embed import FOLDER as EMBEDS
from generator.serve.board import Board

PREFIX = "/.live/"
_ASSETS = Path(__file__).parent / "assets"
_TYPES = {"live.js": "text/javascript", "live.css": "text/css"}
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_STILL_THERE = 15.0
_NO_SITE = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>No site yet</title></head><body><h1>\
No site yet</h1><p>The sources have problems, and no earlier site stands here.</p></body></html>"
)


def page_at(address: str) -> str:
    """The path in the site of the page at an address (its path, from the root of the server)."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def server(port: int, folder: Path, board: Board) -> LocalServer:
    """A server on 127.0.0.1 for the site in `folder`; raises OSError where the port is taken."""
    return LocalServer(port, partial(_Handler, folder, board))


class _Handler(LocalHandler, SimpleHTTPRequestHandler):
    def __init__(self, folder: Path, board: Board, *given: Any) -> None:
        self._folder = folder
        self._board = board
        super().__init__(*given, directory=str(folder))

    def do_GET(self) -> None:
        """Answer with a page, a file, one of our own files or the events."""
        name = urllib.parse.urlsplit(self.path).path.removeprefix(PREFIX)
        page = page_at(self.path)
        if self.path.startswith(PREFIX):
            self._own(name)
        elif page.endswith(".html"):
            self._page(page)
        elif not self._part():
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for addresses that lead nowhere."""
        if code == HTTPStatus.NOT_FOUND and self.command == "GET":
            self._page("404.html", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Have nothing kept: the next edit may change it; and say that parts of files can be had."""
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _part(self) -> bool:
        """Answer with the one range of bytes that is asked for (RFC 9110, 14): players need it to seek.

        False where none is asked for that is understood, and the whole file is the answer.
        """
        file = Path(self.translate_path(self.path))
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        if wanted is None or not any(wanted.groups()) or not file.is_file():
            return False
        size = file.stat().st_size
        first, last = (int(number) if number else None for number in wanted.groups())
        if first is None:
            first, last = max(0, size - (last or 0)), size - 1
        elif last is not None and last < first:
            return False
        last = size - 1 if last is None else min(last, size - 1)
        if first >= size:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return True
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        with file.open("rb") as opened:
            opened.seek(first)
            self.wfile.write(opened.read(last - first + 1))
        return True

    def _page(self, page: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        version = self._board.version  # before the page is read, so that no change is missed
        file = Path(self.translate_path(f"/{urllib.parse.quote(page)}"))
        html = self._board.fresh(page) or (file.read_bytes() if file.is_file() else None)
        if html is None and (self._folder / "index.html").is_file():
            if status is HTTPStatus.OK:
                self._page("404.html", HTTPStatus.NOT_FOUND)
                return
            html = b"<!doctype html><title>Not found</title><h1>Not found</h1>"
        shown = html or _NO_SITE
        if not page.startswith(EMBEDS):  # they hold no script, and their policy lets none run
            shown = with_script(shown, version)
        self._send(shown, "text/html; charset=utf-8", status)

    def _own(self, name: str) -> None:
        if name == "events":
            self._events()
        elif name in _TYPES:
            self._send((_ASSETS / name).read_bytes(), _TYPES[name])
        else:
            super().send_error(HTTPStatus.NOT_FOUND)

    def _send(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _events(self) -> None:
        """Server-sent events (HTML standard, 9.2) until the browser leaves or is told to load the page."""
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        page = page_at(query.get("page", ["/"])[0])
        version = query.get("version", ["0"])[0]
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self._board.watch(self, page)
        shown = int(version) if version.isascii() and version.isdigit() and len(version) < 20 else 0
        told = None
        try:
            while (event := self._board.next_event(page, shown, told, _STILL_THERE)) is not None:
                name, data = event
                self.wfile.write((f"event: {name}\ndata: {data}\n\n" if name else ":\n\n").encode())
                self.wfile.flush()
                told = data if name == "problems" else told
                if name == "reload":
                    return
        except OSError:
            pass  # the browser went away
        finally:
            self._board.leave(self)


def with_script(html: bytes, version: int) -> bytes:
    """The page with our script and style: files of this server, which the content policy allows."""
    style = f'<link rel="stylesheet" href="{PREFIX}live.css">'
    script = f'<script src="{PREFIX}live.js" data-version="{version}" defer></script>'
    head, end, rest = html.partition(b"</head>")
    return head + (style + script).encode() + end + rest
