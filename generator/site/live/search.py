"""The search index, made in the background of a snapshot of the pages: it needs all of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.records.problems import Problem
from generator.site.finish.search import FACETS, FOLDER, index
from generator.site.live.published import Published

SEARCH = (f"{FOLDER}/", FACETS)
"""What the search index consists of, by the beginning of the path in the site."""


def make_index(root: Path, published: Published) -> list[Problem]:
    """Bring the search index of the site to its pages; the site may change meanwhile.

    The pages are linked into a folder below `build/` of `root`, where the index is made, and only a whole
    index takes the place of the one before.
    """
    (root / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root / "build", prefix="search-") as name:
        snapshot = Path(name) / published.folder.name
        published.link_pages(snapshot)
        if problems := index(snapshot):
            return problems
        made = {
            path.relative_to(snapshot).as_posix(): path.read_bytes()
            for path in snapshot.rglob("*")
            if path.is_file() and path.relative_to(snapshot).as_posix().startswith(SEARCH)
        }
    published.replace(made, (), only=SEARCH)
    return []
