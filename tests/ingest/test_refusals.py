"""Files that cannot be taken in: each is refused with one exact line."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from generator.ingest.capture import capture, read_capture
from generator.ingest.formats import LARGEST_PACKED
from generator.ingest.packed import LARGEST
from generator.ingest.types import CaptureError

ARTICLE = (
    "The harbour bridge was closed on Monday after a storm.\n\nThe mayor said that there was no choice.\n"
)


def blank_pdf(password: str | None = None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


TEXT, PAGE, PDF = "a.txt", "a.html", "a.pdf"
BINARY = "is in no format that is read; save the article as HTML, PDF or text."
NOTHING = "no article text found."
REFUSED = {
    "empty": (b"", TEXT, "is empty."),
    "only white space": (b" \n\n\t", TEXT, "is empty."),
    "zero bytes": (b"abc\0def", TEXT, BINARY),
    "any bytes": (bytes(range(30)), TEXT, BINARY),
    "control signs": (b"abc\x01\x02\x03", TEXT, BINARY),
    "too large": (b"a " * (LARGEST // 2 + 1), TEXT, "is larger than 20 MB."),
    "wrong encoding": (
        "Die Brücke wurde geschlossen.".encode("latin-1"),
        TEXT,
        "is neither in UTF-8 nor in a character set that it declares; save it as UTF-8.",
    ),
    "encrypted PDF": (blank_pdf("secret"), PDF, "is an encrypted PDF; save a copy without a password."),
    "PDF without text": (
        blank_pdf(),
        PDF,
        "this PDF has no text (a scan?); use --ocr, which reads its pages as pictures.",
    ),
    "broken PDF": (b"%PDF-1.7\nnothing", PDF, "is not a PDF that can be read."),
    "nested HTML": (b"<html>" + b"<div>" * 5_000, PAGE, "its tags are nested too deep to be an article."),
    "many tags": (b"<html>" + b"<p>a</p>" * 150_000, PAGE, "has too many tags to be an article."),
    "many lines": (b"a b\n" * 20_000, TEXT, "has too many lines to be an article."),
    "HTML without text": (b"<html><body><script>x()</script></body></html>", PAGE, NOTHING),
    "only a comment": (b"<html><!-- a --></html>", PAGE, NOTHING),
    "no words": (b", , , ,\n\n* * *\n", TEXT, NOTHING),
    "only furniture": (b"Follow us on Twitter\n\nComments\n", TEXT, NOTHING),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_with_one_line(case: str):
    data, name, message = REFUSED[case]
    with pytest.raises(CaptureError) as refused:
        capture(data, name)
    assert str(refused.value) == f"{name}: {message}"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path):
    with pytest.raises(CaptureError, match=r"^none\.txt: there is no such file\.$"):
        read_capture(tmp_path / "none.txt")
    with pytest.raises(CaptureError, match=r"^\.: is a folder; name the files in it\.$"):
        read_capture(Path())


def test_the_size_is_checked_before_the_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST_PACKED + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(CaptureError, match="larger than 200 MB"):
        read_capture(large)


def test_a_refusal_is_one_line_even_where_the_file_name_is_not():
    with pytest.raises(CaptureError) as refused:
        capture(b"", "a\nb.txt")
    assert str(refused.value) == "a b.txt: is empty."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_marked_character_set_is_read(charset: str):
    assert (
        capture(ARTICLE.replace("storm", "Stürm").encode(charset), "a.txt").blocks[0].text.endswith("Stürm.")
    )


@pytest.mark.parametrize(
    ("charset", "word"),
    [("windows-1256", "جسر"), ("shift_jis", "港の橋"), ("iso-8859-1", "Brücke"), ("iso-2022-jp", "港の橋")],
)
def test_a_page_is_read_in_the_character_set_that_it_declares(charset: str, word: str):
    page = f'<html><head><meta charset="{charset}"></head><body><p>{word} was closed today.</p></body></html>'
    assert capture(page.encode(charset), "a.html").blocks[0].text.startswith(word)


def test_a_character_set_that_does_not_fit_is_no_way_round():
    with pytest.raises(CaptureError, match="neither in UTF-8 nor"):
        capture(b'<html><meta charset="shift_jis"><p>\xff\xfe\xfd and some more words.</p></html>', "a.html")


def test_a_few_bytes_that_are_no_characters_are_shown_and_told_with_their_line():
    text = (ARTICLE * 40).encode() + b"The storm \xff ended.\n"
    taken = capture(text, "a.txt")
    assert taken.blocks[-1].text.endswith("The storm \ufffd ended.")
    assert taken.warnings == ("what is no utf-8 stands as \ufffd, 1 times, first on line 121",)


def test_each_character_set_that_a_page_declares_is_tried():
    page = '<html><meta charset="ascii-8"><meta charset="sjis"><p>港の橋 was closed today.</p></html>'
    assert capture(page.encode("shift_jis"), "a.html").blocks[0].text.startswith("港の橋")


CUT = "the page has no end (</html>): it may be cut"


@pytest.mark.parametrize(
    ("page", "warnings"),
    [
        ("<html><body><p>The bridge was closed.</p><p>No cho", (CUT,)),
        ("<HTML><p>The bridge was closed.</p><!-- no end", (CUT,)),
        ("<html><body><p>The bridge was closed.</p></body>", ()),
        ("<html><p>The bridge was closed.</p></HTML>\n<!-- saved -->", ()),
        ("<p>The bridge was closed.</p>", ()),
    ],
)
def test_a_page_that_does_not_end_may_be_cut(page: str, warnings: tuple[str, ...]):
    assert capture(page.encode(), "a.html").warnings == warnings


def test_a_pdf_that_does_not_end_may_be_cut(make_pdf: Callable[..., bytes]):
    whole = make_pdf([[(700, 10, "The bridge was closed on Monday after the storm.")]])
    assert capture(whole, "a.pdf").warnings == ()
    cut = whole[: whole.rindex(b"%%EOF")]
    assert capture(cut, "a.pdf").warnings == ("the file has no end (%%EOF): it may be cut",)


def test_encoded_text_is_no_article():
    lines = base64.encodebytes(bytes(range(256)) * 40)
    with pytest.raises(CaptureError) as refused:
        capture(b"The bridge was closed.\n\n" + lines, "a.txt")
    assert str(refused.value) == (
        "a.txt: is for the most part encoded data, not words, from “AAECAwQFBgcICQoL…” on; "
        "decode it, and take in what it holds."
    )
    seal = "a" * 128
    assert capture(ARTICLE.encode() + f"\nIts seal is {seal}.\n".encode(), "a.txt").words
