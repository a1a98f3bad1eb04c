"""Asks the Wayback Machine for copies of pages and for new captures (Availability API, Save Page Now 2)."""

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Any, TypeVar

from generator.lib.address import requested, web_address

T = TypeVar("T")

SERVICE = "https://web.archive.org"
_LONGEST_ANSWER = 1_000_000
_KEY = "Authorization"


class WaybackError(Exception):
    """The service did not answer, or not as its API says."""


@dataclass(frozen=True)
class Copy:
    """One archived copy: its address and when it was taken (YYYY-MM-DDThh:mm:ssZ)."""

    url: str
    taken: str


@dataclass(frozen=True)
class Wayback:
    """A client of the service at `service`; `key` is `access:secret`, needed for captures only.

    No question takes longer than `timeout` seconds.
    """

    service: str = SERVICE
    key: str = ""
    timeout: float = 30.0

    def newest(self, url: str) -> Copy | None:
        """The newest archived copy of `url`, None where there is none. Raises WaybackError."""
        answer = self._ask(
            f"/wayback/available?{urllib.parse.urlencode({'url': url, 'timestamp': '99991231'})}"
        )
        found = _object(_object(answer.get("archived_snapshots")).get("closest"))
        if not found.get("available") or not found.get("url"):
            return None
        return _copy(found["url"], found.get("timestamp"))

    def ask_for(self, url: str) -> str:
        """Ask for a capture of `url` and return the name of the job. Raises WaybackError."""
        form = urllib.parse.urlencode({"url": url, "skip_first_archive": "1"}).encode()
        job = self._ask("/save", form).get("job_id")
        if not job:
            raise WaybackError("the service named no job")
        return str(job)

    def answer_of(self, job: str) -> Copy | None:
        """The copy that a job made, None while it is under way. Raises WaybackError where it failed."""
        answer = self._ask(f"/save/status/{urllib.parse.quote(job, safe='')}")
        if answer.get("status") == "pending":
            return None
        if answer.get("status") != "success":
            raise WaybackError(str(answer.get("message") or "the capture failed"))
        stamp = answer.get("timestamp")
        return _copy(f"{self.service}/web/{stamp}/{answer.get('original_url')}", stamp)

    def _ask(self, path: str, form: bytes | None = None) -> dict[str, Any]:
        headers = {"Accept": "application/json"}
        if self.key:
            headers[_KEY] = f"LOW {self.key}"
        request = urllib.request.Request(requested(self.service + path), form, headers)  # noqa: S310 - see `_OPENER`
        try:
            answer = json.loads(_within(self.timeout, lambda: _read(request, self.timeout)))
        except urllib.error.HTTPError as fault:
            fault.close()
            raise WaybackError(f"the service answered {fault.code}") from fault
        except (OSError, ValueError, HTTPException, RecursionError) as fault:
            raise WaybackError(f"the service did not answer: {fault}") from fault
        if not isinstance(answer, dict):
            raise WaybackError("the service answered something else than its API says")
        return answer


def look(url: str, timeout: float = 30.0) -> tuple[int | None, str | None]:
    """The HTTP status of a page and the address it redirects to, if another; (None, None): no answer.

    Only http and https are opened, whatever the page redirects to; it takes at most `timeout` seconds.
    """

    def status() -> tuple[int, str]:
        request = urllib.request.Request(requested(url), method="HEAD")  # noqa: S310 - see `_OPENER`
        with _OPENER.open(request, timeout=timeout) as response:
            return response.status, response.url

    try:
        code, end = _within(timeout, status)
    except urllib.error.HTTPError as fault:
        fault.close()
        return fault.code, None
    except (OSError, ValueError, HTTPException):
        return None, None
    return code, end if end != requested(url) else None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to pages of the web alone, and tells the key to no other host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        try:
            to = super().redirect_request(req, fp, code, msg, headers, requested(newurl))  # type: ignore[arg-type]
        except ValueError as fault:
            raise urllib.error.HTTPError(req.full_url, code, str(fault), headers, fp) from fault
        if to is not None and _server(to) != _server(req):
            to.remove_header(_KEY)
        return to


def _server(request: urllib.request.Request) -> tuple[str, str]:
    return urllib.parse.urlsplit(request.full_url)[:2]


def _opener() -> urllib.request.OpenerDirector:
    """Opens http and https, and no file, as urllib's own opener would."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


_OPENER = _opener()


def _read(request: urllib.request.Request, timeout: float) -> bytes:
    with _OPENER.open(request, timeout=timeout) as response:
        data: bytes = response.read(_LONGEST_ANSWER + 1)
    if len(data) > _LONGEST_ANSWER:
        raise ValueError(f"its answer is longer than {_LONGEST_ANSWER:,} bytes")
    return data


def _within(seconds: float, ask: Callable[[], T]) -> T:
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


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _copy(url: object, stamp: object) -> Copy:
    """A copy as the service names it: `stamp` is YYYYMMDDhhmmss."""
    text = str(stamp)
    if len(text) != 14 or not (text.isascii() and text.isdecimal()):
        raise WaybackError(f"“{text}” is not a time of the service")
    try:
        address = web_address(str(url))
    except ValueError as fault:
        raise WaybackError(f"the service names no copy: {fault}") from fault
    day, clock = text[:8], text[8:]
    return Copy(address, f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z")
