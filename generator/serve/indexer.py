"""Makes the search index in a thread of its own, once edits have stopped for a moment."""

import threading
from collections.abc import Callable

from generator.records.problems import Problem

QUIET = 1.0
"""Seconds without an edit after which the index is made."""


class Indexer(threading.Thread):
    """Calls `make` after the last `wake`; `report` is given what is wrong with the index."""

    def __init__(self, make: Callable[[], list[Problem]], report: Callable[[list[Problem]], None]) -> None:
        super().__init__(daemon=True, name="search index")
        self._make = make
        self._report = report
        self._woken = threading.Event()
        self._ended = threading.Event()

    def wake(self) -> None:
        """The pages changed."""
        self._woken.set()

    def end(self) -> None:
        """Make no more index; returns when the one under way is done."""
        self._ended.set()
        self._woken.set()
        self.join()

    def run(self) -> None:
        """Wait for edits and for quiet after them."""
        while not self._ended.is_set():
            self._woken.wait()
            while self._woken.is_set() and not self._ended.is_set():
                self._woken.clear()
                self._ended.wait(QUIET)
            if not self._ended.is_set():
                problems = self._make()
                if not self._ended.is_set():
                    self._report(problems)
