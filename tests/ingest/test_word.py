"""Word documents: their text in order, their notes beside it, and what their properties only say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

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


def word_of(
    body: str,
    *,
    core: str = "",
    notes: str = "",
    styles: str = "",
    parts: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
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
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}{styles}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "docProps/core.xml": '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cp='
        f'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">{core}</cp:coreProperties>',
        **parts,
    }
    return zip_of({name: content.encode() for name, content in files.items()})


STORY = [
    "The harbour bridge was closed on Monday after a storm, the town said.",
    "The mayor said that there had been no choice.",
]
HEAD = paragraph("Bridge closed after storm", "Titel") + paragraph("By Mara Ellwood")
BODY = "".join(map(paragraph, STORY))


def taken(body: str, **more: Any) -> CapturedArticle:
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


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def boxed(text: str) -> str:
    return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"


_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
LEFT_OUT = {
    "deleted while changes were tracked": [
        deleted("It burned."),
        f"<w:moveFrom>{run('It burned.')}</w:moveFrom>",
        f"</w:p><w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('It burned.')}</w:tc></w:tr></w:tbl>"
        "<w:p>",
    ],
    "hidden text": [
        run("It burned.", "<w:vanish/>"),
        run("It burned.", '<w:rStyle w:val="Hidden"/>'),
        run("It burned.", '<w:rStyle w:val="AsHidden"/>'),
        f'</w:p><w:p><w:pPr><w:pStyle w:val="HiddenParagraph"/></w:pPr>{run("It burned.")}',
    ],
    "formula": [f"<m:oMathPara {_M}><m:oMath><m:r><m:t>It burned.</m:t></m:r></m:oMath></m:oMathPara>"],
    "drawing": ['<w:r><w:drawing><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">It '
                "burned.</a:t></w:drawing></w:r>"],
    "ruby": ["<w:r><w:ruby><w:rt><w:r><w:t>It burned.</w:t></w:r></w:rt></w:ruby></w:r>"],
    "another form of what is taken in": [
        f"<w:r><mc:AlternateContent {_MC}><mc:Choice><w:drawing>{boxed('It burned.')}</w:drawing></mc:Choice>"
        "<mc:Fallback><w:t> </w:t><w:t> .</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    ],
}  # fmt: skip
STYLES = (
    '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="AsHidden"><w:basedOn w:val="Hidden"/></w:style>'
    '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Hidden"/><w:rPr><w:vanish w:val="0"/>'
    '</w:rPr></w:style><w:style w:type="paragraph" w:styleId="HiddenParagraph"><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>'
)


@pytest.mark.parametrize(
    ("reason", "content"), [(reason, each) for reason, all_of in LEFT_OUT.items() for each in all_of]
)
def test_what_is_not_shown_is_no_text_and_is_counted(reason: str, content: str):
    found = taken(HEAD + paragraph(STORY[0], more=content) + paragraph(STORY[1]), styles=STYLES)
    assert [block.text.removesuffix(" .") for block in found.blocks][1:] == STORY
    said = [(left.text, left.reason) for left in found.left_out if "Ellwood" not in left.text]
    assert said == [("It burned.", reason)]
    assert found.all_words - found.words >= 2
    assert "burned" not in labelled_text(found)
    assert found.warnings == ()


SHOWN = {
    "inserted": f"<w:ins>{run(' It burned.')}</w:ins>",
    "moved here": f"<w:moveTo>{run(' It burned.')}</w:moveTo>",
    "a field": f'<w:fldSimple w:instr="DATE">{run(" It burned.")}</w:fldSimple>',
    "from right to left": f'<w:bdo w:val="rtl"><w:dir w:val="rtl">{run(" It burned.")}</w:dir></w:bdo>',
    "under ruby": f"<w:r><w:ruby><w:rubyBase>{run(' It burned.')}</w:rubyBase></w:ruby></w:r>",
    "shown against its style": run(" It burned.", '<w:rStyle w:val="Hidden"/><w:vanish w:val="false"/>'),
    "shown by its style": run(" It burned.", '<w:rStyle w:val="Shown"/>'),
    "in a circle of styles": run(" It burned.", '<w:rStyle w:val="Circle"/>'),
    "in an older form": f"<w:r><mc:AlternateContent {_MC}><mc:Choice><w:t> It burned.</w:t></mc:Choice>"
    "<mc:Fallback><w:t> It burned.</w:t></mc:Fallback></mc:AlternateContent></w:r>",
    "in a form alone": f"<w:r><mc:AlternateContent {_MC}><mc:Choice><w:t> It burned.</w:t></mc:Choice>"
    "</mc:AlternateContent></w:r>",
}


@pytest.mark.parametrize("case", SHOWN)
def test_what_is_shown_is_text_however_it_is_marked(case: str):
    found = taken(HEAD + paragraph(STORY[0], more=SHOWN[case]) + paragraph(STORY[1]), styles=STYLES)
    assert found.blocks[1].text == f"{STORY[0]} It burned."
    assert [left.text for left in found.left_out] == ["By Mara Ellwood"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:drawing><w:inline>{boxed('A box.')}</w:inline></w:drawing>",
        f"<w:pict><v:oval {_V}><v:textbox>{boxed('A box.')}</v:textbox></v:oval></w:pict>",
        f"<mc:AlternateContent {_MC}><mc:Choice><w:drawing>{boxed('A box.')}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{boxed('A box.')}</w:pict></mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent {_MC}><mc:Choice><w:drawing>{boxed('A box.')}</w:drawing></mc:Choice>"
        "<mc:Fallback/></mc:AlternateContent>",
    ],
)
def test_the_words_in_a_box_are_text(drawing: str):
    found = taken(HEAD + paragraph(STORY[0], more=f"<w:r>{drawing}</w:r>") + paragraph(STORY[1]))
    assert [block.text for block in found.blocks][1:] == [STORY[0], "A box.", STORY[1]]
    inner = f"<w:r><w:drawing>{boxed('A box.')}</w:drawing></w:r>"
    nested = (
        f"<w:r><w:drawing><w:txbxContent>{paragraph('Outer.', more=inner)}</w:txbxContent></w:drawing></w:r>"
    )
    found = taken(HEAD + paragraph(STORY[0], more=nested) + paragraph(STORY[1]))
    assert [block.text for block in found.blocks][1:] == [STORY[0], "Outer.", "A box.", STORY[1]]
    assert found.warnings == ()


def test_comments_heads_of_pages_and_diagrams_are_counted():
    parts = {
        "word/comments.xml": f"<w:comments {_W}><w:comment>{paragraph('Check this.')}"
        "</w:comment></w:comments>",
        "word/header1.xml": f"<w:hdr {_W}>{paragraph('Alder Post')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_W}>{paragraph('7')}</w:ftr>",
        "word/diagrams/data1.xml": '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/'
        'diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Harbour</a:t>'
        "</dgm:dataModel>",
    }
    found = taken(BODY, parts=parts)
    assert [(left.text, left.reason) for left in found.left_out] == [
        ("Check this.", "comment"),
        ("Alder Post", "running head or foot"),
        ("Harbour", "diagram"),
    ]
    assert labelled_text(found) == f"[p1] {STORY[0]}\n\n[p2] {STORY[1]}\n"


def test_words_that_are_read_nowhere_are_told():
    last = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('It burned.')}</w:p>"
    assert taken(BODY + last).warnings == ("8 of the 99 letters of the document are not read: compare them",)


@pytest.mark.parametrize(
    "body", ["<w:p><w:r>", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>&b;']
)
def test_a_damaged_document_is_refused_with_one_line(body: str):
    with pytest.raises(CaptureError) as refused:
        taken(body)
    assert str(refused.value) == "a.docx: is no Word document that can be read; save it again as .docx."
