"""What the live site watches."""

from __future__ import annotations

import json

from generator.serve.board import Board
from generator.serve.run import Live
from generator.site.writer import MANIFEST

from .test_watch import first


def test_pages_by_hand_are_watched_wherever_they_stand_and_thousands_of_made_ones_are_not(tmp_path):
    docs = tmp_path / "docs"
    for path in ("claims/a/index.md", "claims/b/index.md", "editors/fields/index.md"):
        (docs / path).parent.mkdir(parents=True)
        (docs / path).write_text("made")
    (docs / MANIFEST).write_text(
        json.dumps({p.relative_to(docs).as_posix(): "0" for p in docs.rglob("*.md")})
    )
    for path in ("about/deep/page.md", "editors/index.md", "claims/b/note.md", ".hidden/x.md"):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text("by hand")
    live = Live(tmp_path, Board(), print, print)
    with live.watch() as watch:
        live.edit(None)
        (docs / "claims/a/index.md").write_text("made again")
        (docs / ".hidden/x.md").write_text("x")
        for path in ("about/deep/page.md", "editors/index.md", "claims/b/note.md"):
            (docs / path).write_text("x")
            assert first(watch, docs / path) == {docs / path}
        (docs / "new").mkdir()
        assert first(watch, docs / "new") is None


def test_nothing_is_to_be_found_where_no_site_was_ever_made(tmp_path):
    live = Live(tmp_path, Board(), print, print)
    live.edit(None)
    assert live.find() == []
