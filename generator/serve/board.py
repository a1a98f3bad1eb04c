"""What the browsers are told: which pages changed, and the problems of the last edit."""

import json
import threading
import time
from collections.abc import Collection, Mapping, Sequence

from generator.records.problems import Problem
from generator.records.report import place

_OF_EVERY_PAGE = (".css", ".js", ".svg")


class Board:
    """Shared by the session, which writes on it, and the threads that serve browsers."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        # A page from an earlier run of the server is older than anything of this one.
        self._version = self._all_changed = time.time_ns() // 1_000_000
        self._changed: dict[str, int] = {}
        self._problems: list[dict[str, str]] = []
        self._fresh: dict[str, bytes] = {}
        self._viewed: dict[object, str] = {}
        self._closed = False

    @property
    def version(self) -> int:
        """The number of the last change."""
        return self._version

    def show(self, pages: Mapping[str, bytes]) -> None:
        """Serve these pages, by their paths in the site, before they stand on disk."""
        with self._news:
            self._fresh = dict(pages)
        self._tell(pages.keys())

    def done(self, changed: Collection[str], problems: Sequence[Problem]) -> None:
        """An edit is through: the paths that changed in the site, or the problems that kept it as it was."""
        with self._news:
            shown, self._fresh = self._fresh, {}
            self._problems = [
                {"place": place(problem), "message": problem.message, "hint": problem.hint}
                for problem in problems
            ]
        # A page that was shown beforehand is not loaded again, unless the site did not become so.
        self._tell(shown.keys() if problems else changed - shown.keys())

    def fresh(self, path: str) -> bytes | None:
        """The page at `path` in the site, where it is done and not yet on disk."""
        return self._fresh.get(path)

    def viewed(self) -> set[str]:
        """The pages that browsers show now, by their paths in the site."""
        return set(self._viewed.values())

    def watch(self, viewer: object, path: str) -> None:
        """A browser shows the page at `path`."""
        self._viewed[viewer] = path

    def leave(self, viewer: object) -> None:
        """A browser no longer shows its page."""
        self._viewed.pop(viewer, None)

    def close(self) -> None:
        """Send every browser away."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def next_event(self, path: str, version: int, told: str | None, timeout: float) -> tuple[str, str] | None:
        """What a browser that shows `path` as of `version` is told next: an event and its data.

        `told` are the problems it was told last. An event without a name means that nothing happened for
        `timeout` seconds, None that the server ends.
        """
        with self._news:
            if not self._closed and not self._event(path, version, told)[0]:
                self._news.wait(timeout)
            return None if self._closed else self._event(path, version, told)

    def _event(self, path: str, version: int, told: str | None) -> tuple[str, str]:
        if max(self._changed.get(path, 0), self._all_changed) > version:
            return "reload", ""
        problems = json.dumps(self._problems)
        return ("problems", problems) if problems != (told or "[]") else ("", "")

    def _tell(self, paths: Collection[str]) -> None:
        with self._news:
            self._version += 1
            self._changed.update(dict.fromkeys(paths, self._version))
            if any(path.endswith(_OF_EVERY_PAGE) for path in paths):
                self._all_changed = self._version
            self._news.notify_all()
