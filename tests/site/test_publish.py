"""The site in its place: every web server can read it, and every system can store it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.records.refs import unstorable
from generator.site.engine import Engine
from generator.site.publish import publish

from .clean import project


@pytest.fixture
def _closed() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_closed")
def test_a_web_server_reads_the_site_whatever_new_files_are_closed_to(tmp_path: Path) -> None:
    master, site = tmp_path / "master", tmp_path / "site"
    (master / "claims/a").mkdir(parents=True)
    for path in ("index.html", "claims/a/index.html"):
        (master / path).write_text("x", encoding="utf-8")
    publish(master, site, ["index.html", "claims/a/index.html"], tmp_path / "spare")
    modes = {path.relative_to(site).as_posix(): path.stat().st_mode & 0o777 for path in site.rglob("*")}
    assert set(modes.values()) == {0o755, 0o644}
    assert site.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    "path", ["con.md", "about/NUL", "a:b.md", "a?.txt", "x./y.md", "a .md/b", "com1.tar.gz"]
)
def test_names_that_windows_cannot_store_are_known(path: str) -> None:
    assert unstorable(path) == (
        f"Windows cannot store a file or folder called “{_bad(path)}”" if _bad(path) else ""
    )


def _bad(path: str) -> str:
    return {"about/NUL": "NUL", "x./y.md": "x.", "a .md/b": ""}.get(path, path)


@pytest.mark.parametrize("path", ["a.md", "console.md", "com.md", ".htaccess", "about/پل.md", "com10x.txt"])
def test_other_names_are_fine(path: str) -> None:
    assert unstorable(path) == ""


@pytest.mark.site
def test_pages_by_hand_that_some_systems_cannot_tell_apart_are_problems(sample: Path) -> None:
    root = project(sample)
    for name in ("con.md", "about/Reading.md", "about/plan?.txt"):
        (root / "docs" / name).write_text("# By hand\n\nWritten.\n", encoding="utf-8")
    found = {(p.path, p.message) for p in Engine(root).update(search=False).problems}
    assert ("docs/con.md", "Windows cannot store a file or folder called “con.md”") in found
    assert ("docs/about/plan?.txt", "Windows cannot store a file or folder called “plan?.txt”") in found
    assert any(
        "on Windows and macOS this and" in message and "reading.md" in f"{path}{message}".lower()
        for path, message in found
    )
