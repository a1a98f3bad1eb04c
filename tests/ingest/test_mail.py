"""Letters, and pages that are saved as letters are."""

from __future__ import annotations

import base64
import gzip
import re
from email.message import EmailMessage

import pytest

from generator.ingest.capture import capture
from generator.ingest.draft import draft
from generator.ingest.types import CapturedArticle, CaptureError

PLAIN = (
    "Dear Tom,\n\nThe harbour bridge was closed on Monday, the town said.\n\nThere was no choice – none.\n"
)
PAGE = "<html><body><p>The harbour bridge was closed.</p><p>There was no choice – none.</p></body></html>"


def letter(plain: str | None = PLAIN, page: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Märta Ellwood <marta@alder.example>",
        "To": "Tom Hare <tom@hare.example>",
        "Date": "Thu, 04 Mar 2021 23:30:00 -0500",
        "Subject": "Bridge closed – at last",
        **headers,
    }.items():
        if value:
            message[name] = value
    if plain is not None:
        message.set_content(plain, charset="iso-8859-15" if "–" not in plain else "utf-8")
    if page is not None and plain is not None:
        message.add_alternative(page, subtype="html")
    elif page is not None:
        message.set_content(page, subtype="html")
    return message


def taken(message: EmailMessage | bytes, name: str = "a.eml") -> CapturedArticle:
    return capture(message if isinstance(message, bytes) else message.as_bytes(), name)


def test_the_headers_say_who_wrote_a_letter_when_and_on_what():
    facts = taken(letter()).facts
    assert (facts.title.value, facts.authors.value) == ("Bridge closed – at last", ("Märta Ellwood",))
    assert (facts.published.value, facts.published.basis) == ("2021-03-04", "stated")
    record, _ = draft(taken(letter()), "letter")
    assert "authors: [person:marta-ellwood]  # stated from the header From\n" in record


def test_the_words_of_a_letter_are_read_through_its_encoding():
    assert [block.text for block in taken(letter()).blocks][-1] == "There was no choice – none."
    latin = letter("Die Brücke wurde am Montag geschlossen.\n")
    assert b"Br=FCcke" in latin.as_bytes() or b"iso-8859-15" in latin.as_bytes()
    assert taken(latin).blocks[-1].text == "Die Brücke wurde am Montag geschlossen."


def test_the_plain_text_goes_before_the_page_unless_it_only_points_to_it():
    assert taken(letter(PLAIN, PAGE)).blocks[1].text == "Dear Tom,"
    pointing = taken(letter("See the web.\n", PAGE))
    assert [block.text for block in pointing.blocks][1:] == [
        "The harbour bridge was closed.",
        "There was no choice – none.",
    ]
    assert taken(letter(None, PAGE)).blocks[1].text == "The harbour bridge was closed."


def test_an_address_without_a_name_is_no_author():
    assert taken(letter(From="press@alder.example")).facts.authors.value is None


def test_lines_that_the_letter_program_broke_are_one_paragraph():
    flowed = letter(
        "The harbour bridge was closed \non Monday, the town said.\nThe ferry runs. \n \nIt is old.\n"
    )
    flowed.set_param("format", "flowed")
    assert [block.text for block in taken(flowed).blocks][1:] == [
        "The harbour bridge was closed on Monday, the town said.",
        "The ferry runs.",
        "It is old.",
    ]


def test_what_is_attached_is_told():
    message = letter()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    assert taken(message).warnings == (
        "what is attached is not read, “report.pdf”: save it, and take it in by itself",
    )


def test_a_letter_of_nothing_but_an_attachment_is_refused():
    message = letter(None)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename="a.pdf")
    with pytest.raises(CaptureError) as refused:
        taken(message)
    assert str(refused.value) == (
        "a.eml: is a letter without a text; save what is attached, and take in that."
    )


def test_damaged_headers_say_nothing():
    data = letter().as_bytes().replace(b"04 Mar 2021", b"99 Xyz 0000")
    facts = taken(data).facts
    assert (facts.published.value, facts.title.value) == (None, "Bridge closed – at last")


def saved(**headers: str) -> bytes:
    """A page as Chromium saves it, with a frame and a picture."""
    lines = {
        "From": "<Saved by Blink>",
        "Snapshot-Content-Location": "https://alder.example/bridge?id=1#top",
        "Subject": "=?utf-8?Q?Bridge=20closed?=",
        "Date": "Thu, 4 Mar 2021 10:00:00 -0000",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"',
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    page = (
        "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The har=\r\n"
    )
    page += (
        "bour bridge was closed =E2=80=93 on Monday.</p><p>There was no choice.</p></article></body></html>"
    )
    return (
        f"{head}\r\n------b\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://alder.example/bridge?id=1\r\n\r\n"
        f"{page}\r\n------b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n"
        "<p>An advertisement of the ferry.</p>\r\n------b\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------b--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.txt"])
def test_a_saved_page_is_read_with_its_address_and_the_day(name: str):
    found = taken(saved(), name)
    assert [block.text for block in found.blocks] == [
        "Bridge closed",
        "The harbour bridge was closed – on Monday.",
        "There was no choice.",
    ]
    assert found.facts.url.value == "https://alder.example/bridge?id=1#top"
    assert (found.facts.published.value, found.facts.authors.value) == (None, None)
    record, _ = draft(found, "bridge")
    assert "note: null  # saved on 2021-03-04 from the header Date\n" in record


def test_a_page_that_another_browser_saved_has_the_address_of_its_part():
    data = saved(**{"Snapshot-Content-Location": "", "From": '"Saved by Windows Internet Explorer 8"'})
    assert taken(data, "a.mht").facts.url.value == "https://alder.example/bridge?id=1"


def test_a_saved_page_without_a_page_is_refused():
    data = saved().replace(b"text/html\r\n", b"text/css\r\n")
    with pytest.raises(CaptureError, match=r"^a\.mhtml: holds no page; save the page again as HTML\.$"):
        taken(data, "a.mhtml")


def of(body: bytes, coding: str, name: str = "a.eml") -> bytes:
    head = "From: <mara@alder.example>\r\nDate: Thu, 04 Mar 2021 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
    sort = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return f"{head}{sort}".encode() + body


TEXT = PLAIN.encode() * 2
CODED = base64.encodebytes(TEXT)
CUT = {
    "a letter in parts": (
        letter(PLAIN, PAGE).as_bytes()[:-80],
        f"is cut after line {letter(PLAIN, PAGE).as_bytes()[:-80].count(10) + 1}: "
        "nothing marks the end of its parts; get or save it again.",
    ),
    "a letter without its parts": (
        letter(PLAIN, PAGE).as_bytes().partition(b"\n\n")[0] + b"\n\n",
        "is cut after line 8: nothing marks the end of its parts; get or save it again.",
    ),
    "base64 after two signs of four": (
        of(CODED[:-7], "base64"),
        "its text is cut or damaged: it is no base64 after N bytes; get or save it again.",
    ),
    "base64 after one sign of four": (
        of(CODED[:61], "base64"),
        "its text is cut or damaged: it is no base64 after N bytes; get or save it again.",
    ),
    "base64 with other signs in it": (
        of(CODED[:80] + b"!?%" + CODED[80:], "base64"),
        "its text is cut or damaged: it is no base64 after N bytes; get or save it again.",
    ),
    "base64 of a gzip": (
        of(base64.encodebytes(gzip.compress(TEXT)), "base64"),
        "is in no format that is read; save the article as HTML, PDF or text.",
    ),
    "quoted-printable": (
        of(b"The bridge was closed =E2=80", "quoted-printable").removesuffix(b"0"),
        "is cut: its text ends within a sign, “The bridge was closed =E2=8”; get or save it again.",
    ),
    "another encoding": (
        of(b"begin 644 a", "x-uuencode"),
        "its text is in the encoding “x-uuencode”, which is not read; save it as HTML.",
    ),
}


@pytest.mark.parametrize("case", CUT)
def test_a_letter_that_is_cut_or_encoded_badly_is_refused(case: str):
    data, message = CUT[case]
    with pytest.raises(CaptureError) as refused:
        taken(data)
    assert re.sub(r"after \d+ bytes", "after N bytes", str(refused.value)) == f"a.eml: {message}"


@pytest.mark.parametrize("end", [-4, -300, -500])
def test_a_saved_page_that_is_cut_is_refused(end: int):
    data = saved()[:end]
    with pytest.raises(CaptureError) as refused:
        taken(data, "a.mhtml")
    lines = len(data.splitlines())
    said = f"a.mhtml: is cut after line {lines}: nothing marks the end of its parts; get or save it again."
    assert str(refused.value) == said


def test_what_is_cut_in_its_headers_is_no_text():
    for name, data, said in (
        ("a.mhtml", saved()[:150], "holds no page; save the page again as HTML"),
        ("a.mhtml", saved()[:28], "is cut or damaged in its headers; get or save it again"),
        ("a.eml", letter().as_bytes()[:60], "is cut or damaged in its headers; get or save it again"),
        ("a.eml", letter().as_bytes()[:90], "no article text found"),
    ):
        with pytest.raises(CaptureError) as refused:
            taken(data, name)
        assert str(refused.value) == f"{name}: {said}."


def test_parts_in_a_part_that_have_no_end_are_told():
    message = letter(PLAIN, PAGE)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    data = message.as_bytes()
    inner = message.get_payload()[0].get_boundary()
    found = taken(data.replace(f"\n--{inner}--\n".encode(), b"\n"))
    assert found.blocks[1].text == "Dear Tom,"
    assert found.warnings[-1] == (
        "nothing marks the end of the parts of multipart/alternative in it: they may be cut"
    )


def test_signs_of_quoted_printable_that_encode_nothing_are_told():
    found = taken(of(b"The bridge =E2=80=93 it fell.\r\n\r\nSee a=b and x =\r\n= y.\r\n", "quoted-printable"))
    assert [block.text for block in found.blocks] == ["The bridge – it fell.", "See a=b and x = y."]
    assert found.warnings == ("“=” encodes nothing 2 times, first on line 3 of the text: it stands as it is",)
