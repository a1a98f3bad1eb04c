from __future__ import annotations

import pytest

from generator.site.finish.styles import ASSETS, in_one
from generator.site.live.styles import LiveStyles

LINK = f'<link rel="stylesheet" href="../{ASSETS}{{}}.css">'


class Folder:
    """A site whose pages ask for stylesheets: `live` joins them step by step, `clean` all at once."""

    def __init__(self, path):
        self.path = path
        self.styles = LiveStyles()
        self.static = {f"{ASSETS}{name}.css": path / f"{name}.css" for name in ("page", "marks", "map")}
        for name, file in self.static.items():
            file.write_text(f".{name} {{}}\n")
        self.published = {}

    def live(self, kept, **ready):
        pages = {f"{name}.html": html.encode() for name, html in ready.items()}
        kept = {f"{name}.html" for name in kept}
        made = self.styles.join(pages, self.static, kept, self.published.__getitem__)
        keeps = {path: data for path, data in self.published.items() if path in kept}
        self.published = keeps | made
        return made

    def clean(self, **pages):
        folder = self.path / "clean"
        (folder / ASSETS).mkdir(parents=True, exist_ok=True)
        for name, file in self.static.items():
            (folder / name).write_bytes(file.read_bytes())
        made = {f"{name}.html": in_one(html, folder).encode() for name, html in pages.items()}
        joined = {f"{ASSETS}{path.name}": path.read_bytes() for path in (folder / ASSETS).glob("style-*")}
        return made | joined


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


A = LINK.format("page") + LINK.format("marks")
B = A + LINK.format("map") + "<p>B"


def test_pages_made_step_by_step_are_those_made_at_once(folder):
    folder.live("ab", a=A, b=B)
    assert folder.published == folder.clean(a=A, b=B)
    folder.live("abc", c=A)
    assert folder.published == folder.clean(a=A, b=B, c=A)


def test_a_changed_stylesheet_changes_the_pages_that_use_it_and_only_these(folder):
    folder.live("ab", a=A, b=B)
    (folder.path / "map.css").write_text(".other {}")
    made = folder.live("ab")
    assert {path for path in made if path.endswith(".html")} == {"b.html"}
    clean = folder.clean(a=A, b=B)
    assert {path: folder.published[path] for path in clean} == clean


def test_a_joined_stylesheet_without_a_page_is_no_longer_made(folder):
    folder.live("ab", a=A, b=B)
    made = folder.live("a")
    assert len([path for path in made if path.endswith(".css")]) == 1


def test_a_page_is_shown_with_the_stylesheets_that_are_there_already(folder):
    assert folder.styles.as_before(A.encode()) == A.encode()
    folder.live("a", a=A)
    assert folder.styles.as_before(A.encode()) == folder.published["a.html"]


def test_stylesheets_of_which_one_is_not_there_stay_apart(folder):
    folder.live("a", a=A + LINK.format("none"))
    assert folder.published == {"a.html": (A + LINK.format("none")).encode()}
    assert folder.clean(a=A + LINK.format("none"))["a.html"] == folder.published["a.html"]
