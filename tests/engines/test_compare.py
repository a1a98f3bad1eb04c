from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .compare import differences, read

PAGE = """<!doctype html><html><head><title>Walls</title></head><body><p>Skeleton</p>
<article><h1 id="a-wall">A wall</h1><p>It <em>fell</em>. <a href="../b/#c">More</a></p></article>"""


def pages(folder: Path, **files: str) -> Mapping[str, list[str]]:
    for name, html in files.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(html, encoding="utf-8")
    return read(folder)


def compared(tmp_path: Path, page: str) -> list[str]:
    return list(differences(pages(tmp_path / "one", a=PAGE), pages(tmp_path / "two", a=page)))


def test_pages_that_read_the_same_do_not_differ(tmp_path: Path) -> None:
    assert compared(tmp_path, PAGE.replace("Skeleton", "Bones")) == []


def test_a_link_to_the_same_address_written_otherwise_does_not_differ(tmp_path: Path) -> None:
    assert compared(tmp_path, PAGE.replace("../b/#c", "/b/#c")) == []


def test_another_word_is_told_with_the_words_after_it(tmp_path: Path) -> None:
    found = compared(tmp_path, PAGE.replace("fell", "stood"))
    assert found == ["a/index.html: “stood . href /b/#c More” stands where “fell . href /b/#c More” should"]


def test_a_word_that_is_coloured_in_parts_does_not_differ(tmp_path: Path) -> None:
    assert compared(tmp_path, PAGE.replace("fell", "<span>f</span>el<span>l</span>")) == []


def test_words_that_are_coloured_apart_are_two(tmp_path: Path) -> None:
    assert len(compared(tmp_path, PAGE.replace("fell", "<span>f</span> <span>ell</span>"))) == 1


def test_another_link_is_told(tmp_path: Path) -> None:
    assert len(compared(tmp_path, PAGE.replace("../b/", "../d/"))) == 1


def test_another_anchor_is_told(tmp_path: Path) -> None:
    assert len(compared(tmp_path, PAGE.replace("a-wall", "a-wall_1"))) == 1


def test_another_title_is_told(tmp_path: Path) -> None:
    assert len(compared(tmp_path, PAGE.replace("Walls", "Fences"))) == 1


def test_words_that_are_missing_at_the_end_are_told(tmp_path: Path) -> None:
    assert compared(tmp_path, PAGE.replace("More", "")) == [
        "a/index.html: “nothing” stands where “More” should"
    ]


def test_a_page_of_one_site_only_is_told(tmp_path: Path) -> None:
    found = differences(pages(tmp_path / "one", a=PAGE, b=PAGE), pages(tmp_path / "two", a=PAGE, c=PAGE))
    assert list(found) == ["b/index.html: missing", "c/index.html: only here"]
