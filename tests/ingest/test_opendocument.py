"""OpenDocument texts, packed and flat: text in order, notes beside it, no comments and no deletions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.ingest.capture import capture
from generator.ingest.draft import draft, labelled_text
from generator.ingest.types import CapturedArticle, CaptureError
from tests.ingest.test_packed import zip_of

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta",
        "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_STYLES = (
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    "</office:automatic-styles>"
)
_META = (
    "<office:meta><dc:title>Bridge</dc:title><meta:initial-creator>Kim Desk</meta:initial-creator>"
    "<meta:creation-date>2019-01-02T10:00:00</meta:creation-date></office:meta>"
)
STORY = [
    "The harbour bridge was closed on Monday after a storm, the town said.",
    "The mayor said that there had been no choice.",
]
BODY = (
    "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
    '<text:p text:style-name="P1">Bridge'
    '<text:s text:c="2"/>closed</text:p>\n<text:p text:style-name="Subtitle">A storm did it</text:p>\n'
    f"<text:p>By Mara Ellwood</text:p><text:p>{STORY[0]}<office:annotation><dc:creator>Kim</dc:creator>"
    "<text:p>Check this.</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation>"
    f"<text:note-body><text:p>A letter of the town.</text:p></text:note-body></text:note></text:p>"
    f"<text:p>{STORY[1]}</text:p>"
    '<text:h text:outline-level="2">What comes next</text:h><text:list><text:list-item><text:p>The '
    '<text:span text:style-name="T1">ferry</text:span> runs.</text:p></text:list-item></text:list>'
    "<table:table>"
    "<table:table-row><table:table-cell><text:p>North pier</text:p></table:table-cell><table:table-cell>"
    "<text:p>1.5</text:p></table:table-cell></table:table-row></table:table><text:p><draw:frame>"
    "<svg:desc>A sea.</svg:desc></draw:frame></text:p>"
)


def odt_of(body: str, manifest: str = "<a/>", *, styles: str = "", header: str = "", **objects: str) -> bytes:
    """A document with such a body, as LibreOffice packs it."""
    content = f"<office:document-content {_SPACES}>{_STYLES}<office:body><office:text>{body}</office:text>"
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{content}</office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_SPACES}>{_META}</office:document-meta>",
        "META-INF/manifest.xml": manifest,
        "styles.xml": f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles><style:master-page><style:header><text:p>{header}</text:p></style:header>"
        "</style:master-page></office:master-styles></office:document-styles>",
        **{f"{name}/content.xml": text for name, text in objects.items()},
    }
    return zip_of({name: text.encode() for name, text in files.items()})


def flat_of(body: str) -> bytes:
    """The same in one file."""
    text = f"{_META}{_STYLES}<office:body><office:text>{body}</office:text></office:body>"
    return f'<?xml version="1.0"?>\n<office:document {_SPACES}>{text}</office:document>'.encode()


@pytest.fixture(params=[odt_of, flat_of])
def taken(request: pytest.FixtureRequest) -> CapturedArticle:
    return capture(request.param(BODY), "a.odt")


def test_the_text_is_read_in_order_and_nothing_else(taken: CapturedArticle):
    assert [(block.label, block.text) for block in taken.blocks] == [
        ("title", "Bridge closed"),
        ("standfirst", "A storm did it"),
        ("p1", STORY[0]),
        ("p2", STORY[1]),
        ("h1", "What comes next"),
        ("p3", "The ferry runs."),
        ("p4", "North pier 1.5"),
    ]


def test_byline_and_footnote_stand_beside_it(taken: CapturedArticle):
    text = labelled_text(taken)
    assert text.endswith("[b1] By Mara Ellwood\n\n[b2] A letter of the town.\n")


def test_what_the_file_says_of_itself_is_told_and_taken_for_nothing(taken: CapturedArticle):
    assert taken.facts.authors.value == ("Mara Ellwood",)
    record, _ = draft(taken, "bridge")
    assert "published: null  # not stated; the properties of the file say 2019-01-02T10:00:00\n" in record
    assert "Kim" not in record


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (odt_of(BODY, "<a><encryption-data/></a>"), "is encrypted; save a copy without a password."),
        (odt_of("<text:p>"), "is damaged; get or save it again."),
        (flat_of("<text:p>"), "is damaged; get or save it again."),
        (
            odt_of("<text:span>" * 250 + "</text:span>" * 250),
            "its tags are nested too deep to be an article.",
        ),
    ],
)
def test_a_locked_or_damaged_document_is_refused_with_one_line(data: bytes, message: str):
    with pytest.raises(CaptureError) as refused:
        capture(data, "a.odt")
    assert str(refused.value) == f"a.odt: {message}"


HIDING = (
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="T9" style:parent-style-name="Gone"/>'
)
LEFT_OUT = {
    "deleted while changes were tracked": "<text:tracked-changes><text:changed-region><text:deletion>"
    "<office:change-info><dc:creator>Kim Desk</dc:creator></office:change-info><text:p>It burned.</text:p>"
    "<text:p>All of it.</text:p></text:deletion></text:changed-region></text:tracked-changes>",
    "comment": "<office:annotation><dc:creator>Kim Desk</dc:creator><text:p>It burned.</text:p>"
    "<text:p>All of it.</text:p></office:annotation>",
    "formula": '<draw:object><math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mi>It burned. '
    "</math:mi><math:mi>All of it.</math:mi></math:math></draw:object>",
    "table of contents": "<text:table-of-content><text:p>It burned.</text:p><text:p>All of it.</text:p>"
    "</text:table-of-content>",
    "hidden text": '<text:span text:style-name="T9">It burned.<text:s/>All of it.</text:span>',
}
HIDDEN = [
    '<text:section text:display="none"><text:p>It burned. All of it.</text:p></text:section>',
    '<text:section text:display="condition" text:is-hidden="true"><text:p>It burned. All of it.</text:p>'
    "</text:section>",
    '<text:p text:style-name="Gone">It burned. All of it.</text:p>',
    '<text:p>It burned.<text:hidden-paragraph text:is-hidden="true"/> All of it.</text:p>',
    '<text:p><text:hidden-text text:is-hidden="true">It burned. All of it.</text:hidden-text></text:p>',
]


@pytest.mark.parametrize("of", [odt_of, flat_of])
@pytest.mark.parametrize(
    ("reason", "element"), [*LEFT_OUT.items(), *(("hidden text", each) for each in HIDDEN)]
)
def test_what_is_not_shown_is_no_text_and_is_counted(of: Callable[[str], bytes], reason: str, element: str):
    inner = element if element.startswith(("<text:p", "<text:sec", "<text:tr", "<text:ta")) else ""
    body = f"<text:p>{STORY[0]}{'' if inner else element}</text:p>{inner}<text:p>{STORY[1]}</text:p>"
    data = of(body).replace(b"<office:automatic-styles>", b"<office:automatic-styles>" + HIDING.encode())
    if of is odt_of:
        data = odt_of(body, styles=HIDING)
    found = capture(data, "a.odt")
    assert [block.text for block in found.blocks] == STORY
    assert [(left.text, left.reason) for left in found.left_out] == [("It burned. All of it.", reason)]
    assert (found.words, found.all_words) == (22, 27)
    assert "burned" not in labelled_text(found)
    assert found.warnings == ()


def test_what_is_shown_on_a_condition_that_holds_is_text():
    body = (
        f"<text:p>{STORY[0]}</text:p>"
        '<text:section text:display="condition" text:is-hidden="false"><text:p>It burned.</text:p>'
        "</text:section>"
        '<text:p>All<text:hidden-text text:is-hidden="false"> of it</text:hidden-text>'
        '<text:hidden-paragraph text:is-hidden="false"/>.</text:p>'
    )
    found = capture(odt_of(body), "a.odt")
    assert [block.text for block in found.blocks] == [STORY[0], "It burned.", "All of it."]


def test_formulas_and_heads_of_pages_in_files_of_their_own_are_counted():
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>speed</mi></math>'
    found = capture(odt_of(f"<text:p>{STORY[0]}</text:p>", header="Alder Post", Object=formula), "a.odt")
    assert [(left.text, left.reason) for left in found.left_out] == [
        ("Alder Post", "running head or foot"),
        ("speed", "formula"),
    ]


def test_a_picture_in_a_flat_document_is_no_text():
    picture = "<draw:frame><draw:image><office:binary-data>iVBORw0KGgoAAAANSUhEUg==</office:binary-data>"
    found = capture(flat_of(f"<text:p>{STORY[0]}{picture}</draw:image></draw:frame></text:p>"), "a.fodt")
    assert [block.text for block in found.blocks] == [STORY[0]]
