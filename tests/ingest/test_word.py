"""Word documents: their text in order, their notes beside it, and what their properties only say."""

from __future__ import annotations

import pytest

from generator.ingest.capture import capture
from generator.ingest.draft import draft, labelled_text
from generator.ingest.types import CapturedArticle, CaptureError
from tests.ingest.test_packed import zip_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/></w:style>'
    for ident, name in {"Titel": "Title", "Untertitel": "Subtitle", "berschrift1": "heading 1"}.items()
)


def paragraph(text: str, style: str = "", more: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def word_of(body: str, *, core: str = "", notes: str = "") -> bytes:
    """A document with such a body, as Word packs it."""
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{sort}" Target="{sort}.xml"/>'
        for number, sort in enumerate(["styles", *(["footnotes"] if notes else [])])
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">{related}</Relationships>',
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "docProps/core.xml": '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cp='
        f'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">{core}</cp:coreProperties>',
    }
    return zip_of({name: content.encode() for name, content in files.items()})


STORY = [
    "The harbour bridge was closed on Monday after a storm, the town said.",
    "The mayor said that there had been no choice.",
]
HEAD = paragraph("Bridge closed after storm", "Titel") + paragraph("By Mara Ellwood")
BODY = "".join(map(paragraph, STORY))


def taken(body: str, **more: str) -> CapturedArticle:
    return capture(word_of(body, **more), "a.docx")


def test_title_headings_and_paragraphs_are_those_of_the_styles_in_any_language():
    heading = paragraph("What comes next", "berschrift1")
    found = taken(
        HEAD + paragraph("A storm did it", "Untertitel") + BODY + heading + paragraph("The ferry runs.")
    )
    assert [(block.label, block.text) for block in found.blocks] == [
        ("title", "Bridge closed after storm"),
        ("standfirst", "A storm did it"),
        ("p1", STORY[0]),
        ("p2", STORY[1]),
        ("h1", "What comes next"),
        ("p3", "The ferry runs."),
    ]
    assert (found.facts.authors.value, found.facts.authors.line) == (("Mara Ellwood",), 2)


def test_a_headline_without_a_style_is_told_by_its_shape():
    found = taken(paragraph("Bridge closed after storm") + BODY)
    assert [block.label for block in found.blocks] == ["title", "p1", "p2"]


def test_a_document_that_begins_with_its_text_has_no_headline():
    assert [block.label for block in taken(BODY).blocks] == ["p1", "p2"]


def test_what_the_properties_say_is_told_and_taken_for_nothing():
    core = "<dc:title>Template 7</dc:title><dc:creator>Kim Desk</dc:creator>"
    core += "<dcterms:created>2019-01-02</dcterms:created>"
    found = taken(paragraph("Bridge closed", "Titel") + BODY, core=core)
    assert (found.facts.authors.value, found.facts.published.value) == (None, None)
    record, _ = draft(found, "bridge")
    assert "authors: []  # not stated; the properties of the file say Kim Desk\n" in record
    assert "published: null  # not stated; the properties of the file say 2019-01-02\n" in record
    assert "Template 7" not in record


def test_a_title_in_the_properties_that_is_printed_is_the_headline():
    core = "<dc:title>Bridge closed, and no ferry.</dc:title>"
    found = taken(paragraph("Bridge closed, and no ferry.") + BODY, core=core)
    assert found.facts.title.value == "Bridge closed, and no ferry."


def test_a_footnote_stands_beside_the_text_and_its_mark_is_no_word():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> It was old.</w:t></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("Letter of the town, 4 March.")}</w:footnote>'
    found = taken(HEAD + paragraph("The bridge was closed.", more=mark) + BODY, notes=notes)
    assert found.blocks[1].text == "The bridge was closed. It was old."
    assert labelled_text(found).endswith("Letter of the town, 4 March.\n")


def test_a_table_of_figures_is_read_by_rows():
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    found = taken(HEAD + BODY + f"<w:tbl>{row('North pier', '1.5')}{row('South pier', '2')}</w:tbl>")
    assert [block.text for block in found.blocks][-2:] == ["North pier 1.5", "South pier 2"]


def test_what_was_deleted_while_changes_were_tracked_is_no_text():
    deleted = (
        "<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>today</w:t></w:r></w:ins>"
    )
    found = taken(HEAD + paragraph("The bridge was closed ", more=deleted + "<w:r><w:t>.</w:t></w:r>") + BODY)
    assert found.blocks[1].text == "The bridge was closed today."


@pytest.mark.parametrize(
    "body", ["<w:p><w:r>", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>&b;']
)
def test_a_damaged_document_is_refused_with_one_line(body: str):
    with pytest.raises(CaptureError) as refused:
        taken(body)
    assert str(refused.value) == "a.docx: is no Word document that can be read; save it again as .docx."
