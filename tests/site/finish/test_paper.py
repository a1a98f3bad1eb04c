"""The PDF that the browser prints has contents with numbers, bookmarks, tags, its own fonts and no clock."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.pages.booklet import Booklet, booklet
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.pages.typeface import typeface
from generator.records.dataset import Dataset
from generator.site.finish.paper import NotPrintedError, browser, paper, pdf

from ...browser.conftest import browser_path as browser_path


@pytest.fixture(scope="module")
def book(dataset: Dataset) -> Booklet:
    return booklet(Renderer(Site(dataset)))


@pytest.fixture(scope="module")
def printed(book: Booklet, browser_path: str) -> bytes:
    return pdf(book, typeface(), browser_path)


@pytest.fixture(scope="module")
def reader(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


def test_the_page_for_paper_can_run_and_fetch_nothing(book: Booklet) -> None:
    html = paper(book)
    etree.fromstring(html)
    assert "default-src 'none'; style-src file:; font-src file:; img-src file:" in html
    assert "<script" not in html


@pytest.mark.browser
def test_title_language_and_tags_are_in_the_file(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "The Collapse of the Lantern Bridge"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a value of PDF
    assert "/StructTreeRoot" in root


@pytest.mark.browser
def test_the_bookmarks_are_the_headings(reader: PdfReader, book: Booklet) -> None:
    flat = list(_flat(reader.outline))
    titles = [each.title for each in flat]
    assert set(titles) > {part.title for section in book.sections for part in section.parts[:-1]}
    assert "Questions" in titles


def _flat(outline: list[object]) -> list[Destination]:
    return [each for part in outline for each in (_flat(part) if isinstance(part, list) else [part])]  # type: ignore[misc]


@pytest.mark.browser
def test_the_contents_give_the_page_on_which_a_part_begins(reader: PdfReader, book: Booklet) -> None:
    contents = reader.pages[1].extract_text()
    for part in book.parts:
        if part.title in contents.replace("\n", " "):
            number = re.search(rf"{re.escape(part.title)}\s+(\d+)", contents)
            assert number is not None, part.title
            heading = " ".join(reader.pages[int(number[1]) - 1].extract_text().split())
            assert part.title in heading


@pytest.mark.browser
def test_every_font_is_embedded_and_pages_are_a4(reader: PdfReader) -> None:
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            held = inner.get("/FontDescriptor", {})
            type3 = inner.get("/Subtype") == "/Type3"
            assert type3 or {"/FontFile", "/FontFile2", "/FontFile3"} & set(held)


@pytest.mark.browser
def test_no_page_is_empty(reader: PdfReader) -> None:
    assert all(len(page.extract_text().split()) > 10 for page in reader.pages)


@pytest.mark.browser
def test_the_same_booklet_gives_the_same_bytes(book: Booklet, printed: bytes, browser_path: str) -> None:
    assert pdf(book, typeface(), browser_path) == printed


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("#!/bin/sh\nexit 21\n", "it ended with exit status 21"),
        (
            '#!/bin/sh\nfor a; do case $a in --print*) echo no > "${a#*=}";; esac; done\n',
            "what it wrote is no PDF",
        ),
        ("no program", "Exec format error"),
    ],
)
def test_a_browser_that_does_not_print_is_told_of(
    book: Booklet, tmp_path: Path, script: str, told: str
) -> None:
    false = tmp_path / "chromium"
    false.write_text(script)
    false.chmod(0o755)
    with pytest.raises(NotPrintedError, match=told):
        pdf(book, {}, str(false))


def test_the_browser_is_the_one_that_is_named_else_the_first_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert browser() is None
    for name in ("google-chrome", "mine"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert browser() == str(tmp_path / "google-chrome")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "mine"))
    assert browser() == str(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    assert browser() is None


@pytest.mark.browser
def test_the_pictures_of_the_story_are_printed(illustrated: Booklet, browser_path: str) -> None:
    printed = PdfReader(io.BytesIO(pdf(illustrated, typeface(), browser_path)))
    drawn = {image.name for page in printed.pages for image in page.images}
    assert len(drawn) >= len(illustrated.pictures)
