"""The EPUB is valid, whatever its texts and its language are, and its bytes depend on them alone."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from lxml import etree
from PIL import Image

from generator.lib.language import speaking
from generator.pages.booklet import Booklet, booklet
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.pages.typeface import typeface
from generator.records.dataset import Dataset
from generator.site.finish.epub import epub

from ...epubcheck import complaints
from ..test_hostile import HOSTILE, attacked

NS = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "x": "http://www.w3.org/1999/xhtml",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}


def packed(dataset: Dataset, address: str = "") -> bytes:
    with speaking(dataset.documentary.language):
        return epub(booklet(Renderer(Site(dataset, address))), typeface())


def opened(book: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(book))


def package(book: bytes) -> etree._Element:
    return etree.fromstring(opened(book).read("EPUB/package.opf"))


def speaking_persian(dataset: Dataset) -> Dataset:
    return replace(dataset, documentary=dataset.documentary.model_copy(update={"language": "fa"}))


@pytest.fixture(scope="module")
def book(dataset: Dataset) -> bytes:
    return packed(dataset, "https://site.example/a/")


@pytest.mark.npm
@pytest.mark.parametrize("about", ["sample", "at no address", "Persian", "hostile"])
def test_epubcheck_finds_no_fault(dataset: Dataset, tmp_path: Path, about: str) -> None:
    made = {
        "sample": lambda: packed(dataset, "https://site.example/a/"),
        "at no address": lambda: packed(dataset),
        "Persian": lambda: packed(speaking_persian(dataset)),
        "hostile": lambda: packed(attacked(dataset, 0)),
    }[about]()
    (tmp_path / "book.epub").write_bytes(made)
    assert complaints(tmp_path / "book.epub") == []


@pytest.mark.npm
def test_epubcheck_finds_a_fault(book: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.epub", "w") as broken:
        for entry in opened(book).infolist():
            data = opened(book).read(entry)
            broken.writestr(entry, data.replace(b"<h1>", b"<h1 id='a b'>"))
    assert any("ERROR" in each for each in complaints(tmp_path / "book.epub"))


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), len(HOSTILE) // 3))
def test_hostile_texts_leave_every_file_well_formed_and_run_nothing(dataset: Dataset, turn: int) -> None:
    book = opened(packed(attacked(dataset, turn)))
    for name in book.namelist():
        if name.endswith((".xhtml", ".opf", ".ncx")):
            root = etree.fromstring(book.read(name))
            tags = {etree.QName(element).localname for element in root.iter(etree.Element)}
            assert tags.isdisjoint({"script", "iframe", "img", "style", "object", "form", "base"}), name
            names = {
                etree.QName(each).localname for element in root.iter(etree.Element) for each in element.attrib
            }
            assert not [each for each in names if each.startswith("on") or each == "style"], name
            for to in root.xpath("//@href"):
                assert urlsplit(to).scheme in ("", "http", "https", "mailto"), to


def test_it_begins_with_its_type_uncompressed(book: bytes) -> None:
    first = opened(book).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book[38:58] == b"application/epub+zip"


def test_the_same_records_give_the_same_bytes_and_others_another_identifier(
    dataset: Dataset, book: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert packed(dataset, "https://site.example/a/") == book
    other = replace(dataset, documentary=dataset.documentary.model_copy(update={"subtitle": "Another"}))
    ids = {package(each).findtext(".//dc:identifier", namespaces=NS) for each in (book, packed(other))}
    assert len(ids) == 2
    assert all(re.fullmatch("urn:uuid:[0-9a-f-]{36}", str(each)) for each in ids)


def test_its_day_is_that_of_the_newest_record(book: bytes) -> None:
    (modified,) = package(book).xpath("//opf:meta[@property='dcterms:modified']/text()", namespaces=NS)
    assert modified == "2031-06-10T00:00:00Z"


def test_everything_in_it_is_listed_and_nothing_is_fetched(book: bytes) -> None:
    items = package(book).xpath("//opf:item/@href", namespaces=NS)
    inside = {name.removeprefix("EPUB/") for name in opened(book).namelist() if name.startswith("EPUB/")}
    assert {*items, "package.opf"} == inside
    for name in opened(book).namelist():
        if name.endswith((".xhtml", ".css")):
            text = opened(book).read(name).decode()
            assert not re.search(r'src="|url\((?!"serif-|#)|@import', text), name


def test_every_link_within_it_arrives(book: bytes) -> None:
    held = opened(book)
    texts = {n: etree.fromstring(held.read(n)) for n in held.namelist() if n.endswith((".xhtml", ".ncx"))}
    for name, root in texts.items():
        for to in (*root.xpath("//@href"), *root.xpath("//@src")):
            path, fragment = urldefrag(to)
            if urlsplit(to).scheme or path == "book.css":
                continue
            goal = texts[posixpath.join("EPUB", path) if path else name]
            assert not fragment or goal.xpath("//*[@id=$at]", at=fragment), (name, to)


def test_contents_and_spine_have_every_text_in_order(book: bytes) -> None:
    nav = etree.fromstring(opened(book).read("EPUB/nav.xhtml"))
    ncx = etree.fromstring(opened(book).read("EPUB/toc.ncx"))
    listed = [*dict.fromkeys(nav.xpath("//x:nav[1]//x:a/@href", namespaces=NS))]
    assert listed == [*dict.fromkeys(ncx.xpath("//ncx:content/@src", namespaces=NS))]
    items = {item.get("id"): item.get("href") for item in package(book).iterfind(".//opf:item", NS)}
    spine = [items[each] for each in package(book).xpath("//opf:itemref/@idref", namespaces=NS)]
    assert spine == ["cover.xhtml", "nav.xhtml", *listed]
    assert len(nav.xpath("//x:nav", namespaces=NS)) == 2


def test_language_and_direction_are_those_of_the_documentary(dataset: Dataset) -> None:
    persian = packed(speaking_persian(dataset))
    assert package(persian).xpath("//opf:spine/@page-progression-direction", namespaces=NS) == ["rtl"]
    assert package(persian).findtext(".//dc:language", namespaces=NS) == "fa"
    page = etree.fromstring(opened(persian).read("EPUB/cover.xhtml"))
    assert (page.get("lang"), page.get("dir")) == ("fa", "rtl")


def test_a_cover_is_drawn_unless_the_type_lacks_its_letters(dataset: Dataset, book: bytes) -> None:
    assert opened(book).read("EPUB/cover.png").startswith(b"\x89PNG")
    title = dataset.documentary.model_copy(update={"title": "فرو ریختن پل"})
    assert "EPUB/cover.png" not in opened(packed(replace(dataset, documentary=title))).namelist()


def test_readers_are_told_how_it_can_be_read(book: bytes) -> None:
    modes = package(book).xpath("//opf:meta[@property='schema:accessModeSufficient']/text()", namespaces=NS)
    assert modes == ["textual"]
    assert package(book).xpath(
        "//opf:meta[@property='schema:accessibilityHazard']/text()", namespaces=NS
    ) == ["none"]


def test_pictures_of_the_story_are_in_it_once_each_in_a_form_that_every_reader_shows_and_with_words(
    illustrated: Booklet, night: str
) -> None:
    book = epub(illustrated, typeface())
    items = {
        each.get("href"): each.get("media-type")
        for each in package(book).iterfind(".//opf:item", NS)
        if each.get("href").startswith("media/")
    }
    shown = re.findall(r'<img src="([^"]*)" alt="([^"]+)"', night)
    assert dict(shown).keys() == items.keys() == illustrated.pictures.keys()
    sheet = dict(shown)["media/minutes-of-the-office/page-1-960.jpg"]
    assert sheet == "Page 1 of Minutes of the bridge office"
    second = dict(shown)["media/minutes-of-the-office/page-2-960.jpg"]
    assert second == "Page 2 of Minutes of the bridge office"
    assert {href.split("/")[1] for href in items} == {
        "bridge-at-noon",
        "letter-of-the-lamplighter",
        "minutes-of-the-office",
    }
    for href, form in items.items():
        with Image.open(io.BytesIO(opened(book).read(f"EPUB/{href}"))) as image:
            assert Image.MIME[str(image.format)] == form
            assert image.width <= 1200
    assert epub(illustrated, typeface()) == book


def test_what_bears_a_warning_is_not_shown_but_named_with_the_way_to_it(night: str) -> None:
    told = {words[0]: words for each in night.split('<figure class="medium')[1:] if (words := _said(each))}
    pier = told["It shows the place where people died."]
    assert "It is not shown in the booklet." in pier
    assert "See it at site.example" in pier
    assert "It is not shown in the booklet." in told["It shows people in danger."]
    assert "pier-after-the-fall/" not in "".join(re.findall(r'src="[^"]*"', night))
    assert "Show it all the same" not in night


def test_of_a_recording_its_name_its_length_and_the_way_to_it_are_told(night: str) -> None:
    (radio,) = (each for each in night.split("<figure") if "The minister on the radio" in each)
    assert 'href="https://site.example/a/media/minister-on-the-radio/"' in radio
    assert re.search(r'<span class="fine">\d+:\d\d</span>', radio)
    assert "See it at site.example" in radio
    (memorial,) = (each for each in night.split("<figure") if "Film of the memorial" in each)
    assert 'href="https://video.example/memorial"' in memorial


def _said(html: str) -> list[str]:
    """The texts of a piece, one after the other."""
    return [words.strip() for words in re.sub(r"<[^>]*>", "\n", f"<{html}").split("\n") if words.strip()]


@pytest.mark.npm
def test_epubcheck_finds_no_fault_in_an_epub_with_pictures(illustrated: Booklet, tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(epub(illustrated, typeface()))
    assert complaints(tmp_path / "book.epub") == []
