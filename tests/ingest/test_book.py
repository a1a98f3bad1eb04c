"""Electronic books: whole, or one chapter of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.ingest import packed
from generator.ingest.capture import capture
from generator.ingest.draft import draft, labelled_text
from generator.ingest.types import CaptureError
from tests.ingest.test_packed import TOO_LARGE, zip_of

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="text/book.opf"/></rootfiles></container>'
)
_DC = (
    "<dc:title>The Bridge of Varrow</dc:title><dc:creator>Mara Ellwood</dc:creator>"
    '<dc:creator opf:role="trl">Tom Hare</dc:creator>'
    "<dc:publisher>Alder House</dc:publisher><dc:language>en-GB</dc:language>"
    '<dc:date opf:event="creation">2018</dc:date><dc:date>2021-03-04</dc:date>'
)
CHAPTERS = {
    "one.xhtml": "<h1>The storm</h1><p>The harbour bridge was closed on Monday after a storm.</p>"
    '<p>No ship was in the harbour.<a epub:type="noteref" href="#n">1</a></p>'
    '<aside epub:type="footnote" id="n"><p>A letter of the town.</p></aside>',
    "two%20b.xhtml": "<h1>The ferry</h1><p>The ferry ran twice as often until the summer, she said.</p>",
}


def epub_of(
    chapters: Mapping[str, str] = CHAPTERS, *, without: str = "", creator: str = "Mara Ellwood",
    title: str = "The Bridge of Varrow", apart: str = "", **more: str,
) -> bytes:  # fmt: skip
    """A book with these documents, after a cover and a table of contents."""
    said = _DC.replace("Mara Ellwood", creator).replace("The Bridge of Varrow", title)
    html = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
    items = {"cover.xhtml": "<img src='a.png'/>", "nav.xhtml": "<nav><a href='one.xhtml'>The storm</a></nav>"}
    items |= chapters
    listed = "".join(
        f'<item id="i{number}" href="{path}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if path == 'nav.xhtml' else ''}/>"
        for number, path in enumerate(items)
    )
    order = "".join(
        f'<itemref idref="i{number}" linear="{"no" if path == apart else "yes"}"/>'
        for number, path in enumerate(items)
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "text/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{said}</metadata>'
        f"<manifest>{listed}</manifest><spine>{order}</spine></package>",
        **{f"text/{path.replace('%20', ' ')}": f"{html}{text}</body></html>" for path, text in items.items()},
        **{f"META-INF/{name}.xml": text for name, text in more.items()},
    }
    return zip_of({name: text.encode() for name, text in files.items() if name != without})


def texts(part: str | None = None) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in capture(epub_of(), "a.epub", part).blocks]


def test_a_book_is_read_whole_in_its_order():
    assert texts() == [
        ("title", "The Bridge of Varrow"),
        ("h1", "The storm"),
        ("p1", "The harbour bridge was closed on Monday after a storm."),
        ("p2", "No ship was in the harbour."),
        ("h2", "The ferry"),
        ("p3", "The ferry ran twice as often until the summer, she said."),
    ]


def test_a_book_states_its_author_publisher_and_day():
    record, _ = draft(capture(epub_of(), "a.epub"), "bridge")
    assert "authors: [person:mara-ellwood]  # stated from the book's own data, dc:creator\n" in record
    assert "publisher: organization:alder-house  # stated" in record
    assert '  edtf: "2021-03-04"' in record or "edtf: 2021-03-04" in record
    assert "language: en-GB  # stated" in record
    assert "type: book  # inferred from the format of the file\n" in record


@pytest.mark.parametrize("part", ["2", "The ferry", "the FERRY", "two b.xhtml"])
def test_a_chapter_is_chosen_by_number_heading_or_file(part: str):
    assert texts(part) == [
        ("title", "The ferry"),
        ("p1", "The ferry ran twice as often until the summer, she said."),
    ]


def test_a_chapter_names_the_book_that_it_stands_in():
    record, _ = draft(capture(epub_of(), "a.epub", "1"), "storm")
    assert "title: The storm  # stated" in record
    assert "container: The Bridge of Varrow  # stated from the book's own data, dc:title\n" in record
    assert "type: chapter  # inferred from the format of the file\n" in record


def test_a_footnote_stands_beside_the_text_and_its_mark_is_no_word():
    assert labelled_text(capture(epub_of(), "a.epub")).endswith("[b1] A letter of the town.\n")


_LOCK = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="text/{}"/></encryption>'
)
_ONLY = {"one.xhtml": "<p>x</p>"}


@pytest.mark.parametrize(
    ("data", "part", "message"),
    [
        (epub_of(), "9", "has no chapter “9”; its chapters are: 1 The storm; 2 The ferry."),
        (
            epub_of(without="text/one.xhtml"),
            None,
            "lacks text/one.xhtml, which it lists; get or save it again.",
        ),
        (epub_of(without="text/book.opf"), None, "is damaged; get or save it again."),
        (epub_of(without="META-INF/container.xml"), None, "is damaged; get or save it again."),
        (
            epub_of({"../../etc/hostname": "<p>x</p>"}),
            None,
            "lacks ../etc/hostname, which it lists; get or save it again.",
        ),
        (
            epub_of(encryption=_LOCK.format("one.xhtml")),
            None,
            "is protected against copying (DRM); get a copy without protection.",
        ),
        (epub_of({"one.xhtml": ""}), None, "no article text found."),
    ],
)
def test_a_damaged_or_protected_book_is_refused_with_one_line(data: bytes, part: str | None, message: str):
    with pytest.raises(CaptureError) as refused:
        capture(data, "a.epub", part)
    assert str(refused.value) == f"a.epub: {message}"


def test_what_a_program_writes_where_it_was_told_nothing_is_nothing():
    data = epub_of(creator="Unknown", title="Untitled")
    assert capture(data, "a.epub").facts.authors.value is None
    assert capture(data, "a.epub").facts.title.value != "Untitled"


def test_letters_that_are_locked_alone_lock_no_book():
    assert capture(epub_of(encryption=_LOCK.format("letters.otf")), "a.epub").words


def test_chapters_that_together_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "_LARGEST_TOGETHER", 3_000_000)
    chapters = {f"{number}.xhtml": f"<p>The bridge was closed.</p>{' ' * 1_000_000}" for number in range(3)}
    with pytest.raises(CaptureError) as refused:
        capture(epub_of(chapters), "a.epub")
    assert str(refused.value) == f"a.epub: {TOO_LARGE.replace('20', '3')}"


def test_of_two_chapters_of_one_name_one_is_chosen_by_its_file():
    chapters = {
        "one.xhtml": "<h1>Storm</h1><p>The bridge was closed on Monday.</p>",
        "two.xhtml": "<h1>Storm</h1><p>The ferry ran twice as often.</p>",
        "part/one.xhtml": "<h1>2</h1><p>The mayor said that there was no choice.</p>",
    }
    book = epub_of(chapters)
    for part, told in (
        ("storm", "text/one.xhtml (1 Storm); text/two.xhtml (2 Storm)"),
        ("2", "text/two.xhtml (2 Storm); text/part/one.xhtml (3 2)"),
        ("one.xhtml", "text/one.xhtml (1 Storm); text/part/one.xhtml (3 2)"),
    ):
        with pytest.raises(CaptureError) as refused:
            capture(book, "a.epub", part)
        assert str(refused.value) == f"a.epub: has 2 chapters “{part}”, name one by its file: {told}."
    for part, text in (
        ("1", "The bridge"),
        ("text/one.xhtml", "The bridge"),
        ("text/part/one.xhtml", "The m"),
    ):
        assert capture(book, "a.epub", part).blocks[-1].text.startswith(text)


def test_what_a_book_does_not_show_is_no_text_and_is_counted():
    chapters = {
        **CHAPTERS,
        "three.xhtml": "<p hidden='hidden'>It <b style='display: none'>all</b> burned.</p>"
        "<p>The end came.</p><aside hidden='' epub:type='footnote'>By hand.</aside>"
        "<p style='display: none'>All of it.</p>",
    }
    book = epub_of(chapters, apart="three.xhtml")
    assert capture(book, "a.epub").blocks[-1].text.startswith("The ferry ran")
    told = [(left.text, left.reason) for left in capture(book, "a.epub").left_out if not left.beside]
    assert told == [
        ("The storm", "table of contents"),
        ("The end came.", "not in the order of reading"),
        ("It all burned.", "not in the order of reading"),
        ("All of it.", "not in the order of reading"),
        ("By hand.", "not in the order of reading"),
    ]
    found = capture(epub_of(chapters), "a.epub")
    assert found.blocks[-1].text == "The end came."
    assert found.all_words - found.words == 15
    assert labelled_text(found).endswith("[b1] By hand.\n\n[b2] A letter of the town.\n")
