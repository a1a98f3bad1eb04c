"""Asks the Wayback Machine for copies of pages and for new captures (Availability API, Save Page Now 2)."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

SERVICE = "https://web.archive.org"


class WaybackError(Exception):
    """The service did not answer, or not as its API says."""


@dataclass(frozen=True)
class Copy:
    """One archived copy: its address and when it was taken (YYYY-MM-DDThh:mm:ssZ)."""

    url: str
    taken: str


@dataclass(frozen=True)
class Wayback:
    """A client of the service at `service`; `key` is `access:secret`, needed for captures only."""

    service: str = SERVICE
    key: str = ""
    timeout: float = 30.0

    def newest(self, url: str) -> Copy | None:
        """The newest archived copy of `url`, None where there is none. Raises WaybackError."""
        answer = self._ask(
            f"/wayback/available?{urllib.parse.urlencode({'url': url, 'timestamp': '99991231'})}"
        )
        found = (answer.get("archived_snapshots") or {}).get("closest") or {}
        if not found.get("available") or not found.get("url"):
            return None
        return Copy(str(found["url"]), _time(str(found.get("timestamp", ""))))

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
        stamp, original = str(answer["timestamp"]), str(answer["original_url"])
        return Copy(f"{self.service}/web/{stamp}/{original}", _time(stamp))

    def _ask(self, path: str, form: bytes | None = None) -> dict[str, Any]:
        headers = {"Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"LOW {self.key}"
        request = urllib.request.Request(self.service + path, form, headers)  # noqa: S310 - http(s), see `Wayback`
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:  # noqa: S310
                answer = json.load(response)
        except urllib.error.HTTPError as fault:
            raise WaybackError(f"the service answered {fault.code}") from fault
        except (OSError, ValueError) as fault:
            raise WaybackError(f"the service did not answer: {fault}") from fault
        if not isinstance(answer, dict):
            raise WaybackError("the service answered something else than its API says")
        return answer


def look(url: str, timeout: float = 30.0) -> tuple[int | None, str | None]:
    """The HTTP status of a page and the address it redirects to, if another; (None, None): no answer."""
    request = urllib.request.Request(url, method="HEAD")  # noqa: S310 - addresses are http(s) by a rule
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:  # noqa: S310
            return response.status, response.url if response.url != url else None
    except urllib.error.HTTPError as fault:
        return fault.code, None
    except OSError:
        return None, None


def _time(stamp: str) -> str:
    """A Wayback timestamp (YYYYMMDDhhmmss) as ISO 8601."""
    if len(stamp) != 14 or not stamp.isdigit():
        raise WaybackError(f"“{stamp}” is not a time of the service")
    day, clock = stamp[:8], stamp[8:]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z"
