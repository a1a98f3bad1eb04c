"""Opens pages of the web: http and https alone, in a given time and size and, where asked, in public only."""

import socket
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from ipaddress import ip_address
from typing import IO, Any, TypeVar
from urllib.error import HTTPError
from urllib.parse import urlsplit

from generator.lib.address import is_public, requested
from generator.lib.zipped import BROKEN, decoded

T = TypeVar("T")

KEY = "Authorization"
"""The header that is told to no other host than the one it was meant for."""
FAILURES = (OSError, ValueError, HTTPException)
"""What a server that cannot be reached, or answers amiss, raises; HTTPError is one of them."""


@dataclass(frozen=True)
class Answer:
    """What a server answered: the HTTP status, where it stands in the end, and its bytes with their type."""

    status: int
    url: str
    data: bytes
    type: str
    """The media type, such as `text/html`; empty where none is named."""
    charset: str
    """The character set as the server names it; empty where it names none."""


class NotPublicError(OSError):
    """An address leads to this machine or its own network."""


def fetch(url: str, *, agent: str, timeout: float, largest: int, local: bool = False) -> Answer:
    """The answer to GET, whatever its status; redirects are followed.

    Raises one of `FAILURES`: also where it takes longer than `timeout` seconds or is longer than `largest`
    bytes, and, unless `local`, where it leads to an address that is not public.
    """
    request = urllib.request.Request(requested(url), headers={"User-Agent": agent})  # noqa: S310 - see `opener`
    using = OPENER if local else _PUBLIC

    def ask() -> Answer:
        try:
            response = using.open(request, timeout=timeout)
        except HTTPError as fault:
            response = fault  # an answer too
        with response:
            data = read_up_to(response, largest)
            told = response.headers
            kind = told.get_content_type() if told.get("Content-Type") else ""
            return Answer(response.status, response.url, data, kind, told.get_content_charset("") or "")

    return within(timeout, ask)


def read_up_to(response: Any, largest: int) -> bytes:
    """The bytes of an answer, unpacked where its server has packed them though nobody asked.

    Raises ValueError where there are more, or they cannot be unpacked, IncompleteRead where it was cut.
    """
    data: bytes = response.read(largest + 1)
    missing = getattr(response, "length", None)
    if missing and len(data) <= largest:
        raise IncompleteRead(data, missing)
    packings = ",".join(response.headers.get_all("Content-Encoding", [])).lower().split(",")
    for packing in reversed([each.strip() for each in packings]):
        if len(data) <= largest and data and packing not in ("", "identity"):
            data = _unpacked(data, packing, largest + 1)
    if len(data) > largest:
        raise ValueError(f"its answer is longer than {largest:,} bytes")
    return data


def _unpacked(data: bytes, packing: str, most: int) -> bytes:
    """The first bytes, at most so many, or a few more, of what is packed as a `Content-Encoding` says."""
    stream = decoded(data, packing)
    if stream is None:
        raise ValueError(f"its answer is packed as “{packing}”, which is not read")
    made = bytearray()
    try:
        while len(made) < most and (part := stream.read1(most)):
            made += part
    except EOFError as fault:
        raise ValueError(f"its answer is packed as “{packing}”, and was cut") from fault
    except BROKEN as fault:
        raise ValueError(f"its answer is packed as “{packing}”, and damaged") from fault
    return bytes(made)


def within(seconds: float, ask: Callable[[], T]) -> T:
    """What `ask` gives; TimeoutError after so many seconds, however slowly a server goes on answering.

    Time limits of a socket begin anew with each byte.
    """
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(ask())
        except BaseException as fault:  # noqa: BLE001 - raised again where it was asked
            raised.append(fault)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    if not given:
        raise TimeoutError(f"no whole answer within {seconds:g} seconds")
    return given[0]


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to pages of the web alone, and tells the key to no other host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        try:
            to = super().redirect_request(req, fp, code, msg, headers, requested(newurl))  # type: ignore[arg-type]
        except ValueError as fault:
            raise HTTPError(req.full_url, code, str(fault), headers, fp) from fault
        if to is not None and _server(to) != _server(req):
            to.remove_header(KEY)
        return to


def _server(request: urllib.request.Request) -> tuple[str, str]:
    return urlsplit(request.full_url)[:2]


def _public(connection: type[HTTPConnection], host: str, **settings: Any) -> HTTPConnection:
    """A connection that sends nothing to an address that is not public, whatever name led there."""

    def connect(*given: Any) -> socket.socket:
        made = socket.create_connection(*given)
        peer = str(made.getpeername()[0]).partition("%")[0]
        if not ip_address(peer).is_global:
            made.close()
            raise NotPublicError(f"{peer} is no address of the public web")
        return made

    found = connection(host, **settings)
    found._create_connection = connect  # type: ignore[attr-defined]
    return found


class _PublicHttp(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_guarded(HTTPConnection, req), req)


class _PublicHttps(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_guarded(HTTPSConnection, req), req)


def _guarded(connection: type[HTTPConnection], request: urllib.request.Request) -> Any:
    """What makes connections for a request; where a proxy opens it, the name alone is looked at."""
    if request.host == urlsplit(request.full_url).netloc:
        return partial(_public, connection)
    host = urlsplit(request.full_url).hostname or ""
    if not is_public(host):
        raise NotPublicError(f"{host} is no address of the public web")
    return connection


def _opener(*protocols: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    """Opens http and https, and no file, as urllib's own opener would."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        *protocols,
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


OPENER = _opener(urllib.request.HTTPHandler(), urllib.request.HTTPSHandler())
"""Opens any address of the web, those of this machine and its own network too."""
_PUBLIC = _opener(_PublicHttp(), _PublicHttps())
