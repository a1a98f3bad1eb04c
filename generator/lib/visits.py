"""Visits pages of others politely: one at a time, with a name, a pause and an ear for robots.txt."""

import time
from dataclasses import dataclass, field
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from generator.lib.address import requested
from generator.lib.web import FAILURES, Answer, NotPublicError, fetch

ROBOT = "documentary-generator"
"""The name by which `robots.txt` may speak to the program."""
_LARGEST_RULES = 500_000
_TOO_MANY, _SERVER_FAULT = 429, 500


class VisitError(Exception):
    """A page cannot be seen; the message says why, in one line."""


@dataclass
class Visitor:
    """Asks each page once and tries nothing again.

    `contact` is the address that the name of the program gives to those who run servers, empty for none. No
    answer takes longer than `timeout` seconds or is larger than `largest` bytes; between two requests to one
    host lie `pause` seconds. Unless `local`, only addresses of the public web are opened. A host that asks
    for fewer requests (429, 503) gets no more of them.
    """

    contact: str = ""
    timeout: float = 30.0
    largest: int = 20_000_000
    pause: float = 1.0
    local: bool = False
    _rules: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _weary: set[str] = field(default_factory=set)

    @property
    def agent(self) -> str:
        """What servers are told of who asks."""
        return f"{ROBOT} (+{self.contact})" if self.contact else ROBOT

    def see(self, url: str) -> Answer:
        """The answer of the page at `url`, which may be that it is gone (404, 410). Raises VisitError."""
        host = urlsplit(url).netloc
        if host in self._weary:
            raise VisitError("its server asked for fewer requests")
        rules = self._rules_of(url)
        if rules is None:
            raise VisitError("the robots.txt of its server cannot be read")
        if not rules.can_fetch(ROBOT, requested(url)):
            raise VisitError("the robots.txt of its server asks programs to stay away")
        answer = self._ask(url, self.largest)
        if answer.status in (_TOO_MANY, 503):
            self._weary.add(host)
        if 300 <= answer.status < 400:
            raise VisitError("its server leads on, and not to a page of the web")
        if answer.status not in (200, 203, 404, 410):  # of the others 206 is a part of the page
            raise VisitError(f"its server answered {answer.status}")
        return answer

    def _rules_of(self, url: str) -> RobotFileParser | None:
        """What programs may ask at the host of `url`; None where its server cannot say."""
        parts = urlsplit(url)
        at = f"{parts.scheme}://{parts.netloc}"
        if at not in self._rules:
            rules = RobotFileParser()
            answer = self._ask(f"{at}/robots.txt", _LARGEST_RULES)
            found = answer.data.decode("utf-8", "replace") if 200 <= answer.status < 300 else ""
            broken = answer.status >= _SERVER_FAULT or answer.status == _TOO_MANY
            try:
                rules.parse(found.splitlines())
            except ValueError:  # an address or a number that is none
                broken = True
            self._rules[at] = None if broken else rules
        return self._rules[at]

    def _ask(self, url: str, largest: int) -> Answer:
        host = urlsplit(url).netloc
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + self.pause - time.monotonic()))
        try:
            return fetch(url, agent=self.agent, timeout=self.timeout, largest=largest, local=self.local)
        except FAILURES as fault:
            raise VisitError(_told(fault)) from fault
        finally:
            self._asked[host] = time.monotonic()


def _told(fault: BaseException) -> str:
    """Why there is no answer, in one line."""
    why = fault.reason if isinstance(fault, URLError) else fault
    text = getattr(why, "strerror", None) or str(why) or type(why).__name__
    hint = "; --local opens it" if isinstance(why, NotPublicError) else ""
    return f"no answer that can be read: {' '.join(text.split())}{hint}"
