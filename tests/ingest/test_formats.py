"""Every file is known by its bytes: what is not read is refused with what to do instead."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.ingest.capture import capture
from generator.ingest.formats import FORMATS, format_of
from generator.ingest.types import CaptureError
from tests.ingest.test_packed import zip_of

REFUSED = {
    "rtf": (rb"{\rtf1\ansi Bridge closed.}", "is RTF; save it as .docx or .odt."),
    "doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
        "is an old Word document (.doc), or a file of Office with a password; "
        "save it as .docx without a password.",
    ),
    "xlsx": (
        zip_of({"xl/workbook.xml": b"<a/>"}),
        "is a spreadsheet; `import` takes in tables; save an article as PDF.",
    ),
    "ods": (
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "is a spreadsheet; `import` takes in tables; save an article as PDF.",
    ),
    "pptx": (zip_of({"ppt/presentation.xml": b"<a/>"}), "is a presentation; save it as PDF."),
    "pages": (zip_of({"Index/Document.iwa": b"a"}), "is a document of Pages; export it as Word."),
    "zip": (zip_of({"bridge.txt": b"Closed."}), "is a ZIP; unpack it, and name the files in it."),
    "png": (
        b"\x89PNG\r\n\x1a\n" + bytes(30),
        "is a picture; run text recognition on it, and take in the text.",
    ),
    "jpg": (
        b"\xff\xd8\xff\xe0" + bytes(30),
        "is a picture; run text recognition on it, and take in the text.",
    ),
    "heic": (
        bytes(4) + b"ftypheic" + bytes(9),
        "is a picture; run text recognition on it, and take in the text.",
    ),
    "svg": (
        b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
        "is a picture; run text recognition on it, and take in the text.",
    ),
    "djvu": (b"AT&TFORM\0\0\0\0DJVM", "is DjVu; run text recognition on it, and take in the text."),
    "mp3": (b"ID3\x04" + bytes(30), "is a recording; take in its subtitles (.vtt or .srt)."),
    "mp4": (b"\0\0\0\x20ftypisom" + bytes(30), "is a recording; take in its subtitles (.vtt or .srt)."),
    "vtt": (b"\x1a\x45\xdf\xa3" + bytes(30), "is a recording; take in its subtitles (.vtt or .srt)."),
    "mobi": (b"Bridge".ljust(60, b"\0") + b"BOOKMOBI", "is a book for Kindle; convert it to EPUB."),
    "gz": (gzip.compress(b"The bridge."), "is a packed file; unpack it, and name the files in it."),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(30), "is a packed file; unpack it, and name the files in it."),
    "ps": (b"%!PS-Adobe-3.0\n", "is PostScript; save it as PDF."),
    "tex": (b"% a\n\\documentclass{article}\n", "is TeX; make a PDF of it, and take in that."),
    "xml": (
        b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
        "is a web feed; save the page of the article, and take in that.",
    ),
    "json": (b'{"headline": "Bridge closed"}', "is JSON; save the page of the article, or its text."),
    "jsonl": (b'{"a": 1}\n{"a": 2}\n', "is JSON; save the page of the article, or its text."),
    "mbox": (
        b"From mara@alder.example Thu Mar  4 10:00:00 2021\nFrom: Mara\nDate: x\n\nHello.\n",
        "is a mailbox; save each letter by itself (.eml).",
    ),
    "nitf": (b'<?xml version="1.0"?><nitf/>', "is XML; save the article as HTML, PDF or text."),
}


@pytest.mark.parametrize("ending", REFUSED)
@pytest.mark.parametrize("is_named", [True, False])
def test_what_is_not_read_is_told_by_its_bytes_with_what_to_do(ending: str, is_named: bool):
    data, message = REFUSED[ending]
    name = f"a.{ending}" if is_named else "a.txt"
    with pytest.raises(CaptureError) as refused:
        capture(data, name)
    assert str(refused.value) == f"{name}: {message}"


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\n\nThe bridge was closed on Monday.",
        "[1] The bridge was closed on Monday.\n\n[2] The ferry runs.",
        "{The bridge} was closed on Monday.",
        "ID3 is the name of the bridge. It was closed.",
        "From Monday on the bridge is closed.\nAll: of it.",
        "<p>The bridge was closed on Monday.",
        "Title: Bridge closed\nDate: 4 March 2021\n\nThe bridge was closed on Monday.",
    ],
)
def test_a_text_that_only_begins_like_another_format_is_text(text: str):
    assert format_of(text.encode(), "a.txt").name == "text"


def test_each_format_has_a_reader_or_a_remedy_and_not_both():
    for form in FORMATS:
        readers = (form.reader, form.chooser, form.recognizer)
        assert sum(each is not None for each in readers) + bool(form.remedy) == 1, form.name


def test_a_page_is_named_only_where_a_file_holds_several():
    with pytest.raises(
        CaptureError, match=r"^a\.txt: is text, which has no pages or chapters to choose from\.$"
    ):
        capture(b"The bridge was closed on Monday.", "a.txt", "2")


def test_no_format_is_loaded_before_a_file_of_it_comes():
    import subprocess
    import sys

    script = (
        "import sys, generator.ingest.capture; sys.exit('mammoth' in sys.modules or 'warcio' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=Path.cwd()).returncode == 0
