"""Asks the Wayback Machine for copies of pages and for new captures (Availability API, Save Page Now 2)."""

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from generator.lib.address import requested, web_address
from generator.lib.web import FAILURES, KEY, OPENER, read_up_to, within

SERVICE = "https://web.archive.org"
_LONGEST_ANSWER = 1_000_000


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
            headers[KEY] = f"LOW {self.key}"
        request = urllib.request.Request(requested(self.service + path), form, headers)  # noqa: S310 - see `OPENER`
        try:
            answer = json.loads(within(self.timeout, lambda: _read(request, self.timeout)))
        except urllib.error.HTTPError as fault:
            fault.close()
            raise WaybackError(f"the service answered {fault.code}") from fault
        except (*FAILURES, RecursionError) as fault:
            raise WaybackError(f"the service did not answer: {fault}") from fault
        if not isinstance(answer, dict):
            raise WaybackError("the service answered something else than its API says")
        return answer


def look(url: str, timeout: float = 30.0) -> tuple[int | None, str | None]:
    """The HTTP status of a page and the address it redirects to, if another; (None, None): no answer.

    Only http and https are opened, whatever the page redirects to; it takes at most `timeout` seconds.
    """

    def status() -> tuple[int, str]:
        request = urllib.request.Request(requested(url), method="HEAD")  # noqa: S310 - see `OPENER`
        with OPENER.open(request, timeout=timeout) as response:
            return response.status, response.url

    try:
        code, end = within(timeout, status)
    except urllib.error.HTTPError as fault:
        fault.close()
        return fault.code, None
    except FAILURES:
        return None, None
    return code, end if end != requested(url) else None


def _read(request: urllib.request.Request, timeout: float) -> bytes:
    with OPENER.open(request, timeout=timeout) as response:
        return read_up_to(response, _LONGEST_ANSWER)


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
