from __future__ import annotations

import threading

from generator.serve import indexer
from generator.serve.indexer import Indexer


def test_an_index_is_made_after_edits_and_not_after_the_end(monkeypatch):
    monkeypatch.setattr(indexer, "QUIET", 0)
    made, done = [], threading.Event()

    def make():
        made.append(1)
        done.set()
        return []

    thread = Indexer(make, lambda problems: None)
    thread.start()
    thread.wake()
    assert done.wait(30)
    thread.end()
    thread.wake()
    assert made == [1]
    assert not thread.is_alive()
