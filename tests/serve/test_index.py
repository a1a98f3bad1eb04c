from __future__ import annotations

import threading

from generator.serve import indexer
from generator.serve.indexer import Indexer
from generator.site.live.published import Published
from generator.site.live.search import make_index

PAGE = "<html lang=en><body data-pagefind-body><h1>{}</h1><p>Words of a page.</p></body></html>"


def test_the_index_follows_the_pages_and_gives_up_what_it_no_longer_has(tmp_path):
    published = Published(tmp_path / "site")
    published.replace({"a/index.html": PAGE.format("One").encode()}, [])
    assert make_index(tmp_path, published) == []
    first = {path.name for path in (tmp_path / "site/pagefind/fragment").iterdir()}
    published.replace({"a/index.html": PAGE.format("Two").encode()}, [], apart=("pagefind/", "search/"))
    assert make_index(tmp_path, published) == []
    second = {path.name for path in (tmp_path / "site/pagefind/fragment").iterdir()}
    assert len(first) == len(second) == 1
    assert first != second
    assert list((tmp_path / "build").iterdir()) == []


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
