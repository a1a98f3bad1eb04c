"""A booklet of which the story has media set in: pictures, a page, recordings, and what bears a warning."""

from __future__ import annotations

import shutil

import pytest

from generator.pages.booklet import Booklet, booklet
from generator.pages.render import Renderer
from generator.pages.renditions import Renditions
from generator.pages.site import Site
from generator.records.reader import read

from ...conftest import SAMPLE

_SET_IN = """
![From the *north* bank](media:bridge-at-noon)

![](media:letter-of-the-lamplighter)

![](media:minutes-of-the-office)

![](media:minutes-of-the-office#page=2)

![](media:pier-after-the-fall)

![](media:film-of-the-fall)

![](media:minister-on-the-radio)

![](media:memorial-film)

![](media:closing-order-paper)
"""


@pytest.fixture(scope="session")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> Booklet:
    """The booklet of the sample with every sort of medium in a chapter of its story."""
    root = tmp_path_factory.mktemp("illustrated")
    shutil.copytree(SAMPLE / "sources", root / "sources")
    chapters = sorted((root / "sources/chapters").iterdir())
    with chapters[0].open("a", encoding="utf-8") as chapter:
        chapter.write(_SET_IN)
    dataset, problems = read(root)
    assert dataset is not None
    assert problems == []
    renderer = Renderer(Site(dataset, "https://site.example/a/"))
    return booklet(renderer, Renditions(root / "sources/media", root / "build/media"))


@pytest.fixture(scope="session")
def night(illustrated: Booklet) -> str:
    """The chapter with the media, as XHTML."""
    (part,) = (part for part in illustrated.parts if part.piece.pictures)
    return str(illustrated.text(part, lambda name, at: f"{name}#{at}"))
