"""Every format of captured files that is known: how it is told, and who reads it or what to do instead.

A new format is one more line in `FORMATS`.
"""

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.ingest.book import read_book
from generator.ingest.decoding import decode
from generator.ingest.mail import is_mail, is_web_mail, read_mail, read_web_mail
from generator.ingest.ocr import Recognition
from generator.ingest.opendocument import read_flat_opendocument, read_opendocument
from generator.ingest.packed import LARGEST, Packed, gunzipped
from generator.ingest.pdf import is_pdf, read_pdf
from generator.ingest.text import read_text
from generator.ingest.transcript import is_transcript, transcript
from generator.ingest.types import CapturedArticle, CaptureError, Extract
from generator.ingest.web_archive import read_safari, read_wacz, read_warc
from generator.ingest.webpage import is_page, read_page
from generator.ingest.word import read_word

LARGEST_PACKED = 200_000_000
"""The greatest size of a file of any format, in bytes: pictures may be packed with the text."""

_ZIP, _SORT, _LONGEST_SORT = b"PK\x03\x04", "mimetype", 1000

Reading = Extract | CapturedArticle
Test = Callable[[bytes, str], bool]
"""Whether the bytes of a file, or its name, are of a format."""


@dataclass(frozen=True)
class Format:
    """One format of files: it has a reader, or a remedy."""

    name: str
    """As it stands after “is”."""
    fits: Test
    reader: Callable[[bytes, str], Reading] | None = None
    chooser: Callable[[bytes, str, str | None], Reading] | None = None
    """The reader of a format whose files hold several texts, of which one is named."""
    recognizer: Callable[[bytes, str, Recognition | None], Reading] | None = None
    """The reader of a format whose pages may be pictures of text."""
    remedy: str = ""
    """What to do, where the program does not read it."""
    largest: int = LARGEST
    """In bytes."""

    @property
    def parted(self) -> bool:
        """Whether its files hold several texts."""
        return self.chooser is not None

    def read(self, data: bytes, name: str, part: str | None, ocr: Recognition | None) -> Reading:
        """What its reader finds in `data`, the bytes of the file `name`. Raises `CaptureError`.

        `ocr` reads pages that are pictures of text; None: they are not read.
        """
        if self.recognizer:
            return self.recognizer(data, name, ocr)
        if self.chooser:
            return self.chooser(data, name, part)
        if self.reader:
            return self.reader(data, name)
        raise ValueError(f"{self.name} has no reader")


def format_of(data: bytes, name: str) -> Format:
    """The format of a file: the first in the table that fits its bytes or its name."""
    return next(each for each in FORMATS if each.fits(data, name))


def _begins(*signatures: bytes) -> Test:
    """Whether a file begins with one of the regular expressions, after white space and a byte order mark."""
    pattern = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:" + b"|".join(signatures) + b")", re.DOTALL)
    return lambda data, name: pattern.match(data[:4096]) is not None


def _packed(*signatures: bytes) -> Test:
    """Whether a file is a ZIP that holds a file of such a name, or says that it is of such a type."""
    pattern = re.compile(b"|".join(signatures))
    return lambda data, name: data.startswith(_ZIP) and pattern.search(_inside(data)) is not None


def _inside(data: bytes) -> bytes:
    """The names of the files in the ZIP `data`, and what its file `mimetype` says; of a damaged one, all."""
    try:
        packed = Packed(data, "")
        said = packed.open(_SORT, _LONGEST_SORT).readall() if _SORT in packed else b""
        return said + b"\n" + "\n".join(packed).encode("utf-8", "replace")
    except CaptureError:
        return data


def _xml(*roots: bytes) -> Test:
    """Whether a file is XML whose first element is one of these."""
    return _begins(
        rb"(?:<\?xml[^>]*>\s*)?(?><!--.{0,500}?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:"
        + b"|".join(roots)
        + rb")[\s>/]"
    )


def _called(*endings: str) -> Test:
    return lambda data, name: name.lower().endswith(endings)


def _any(*tests: Test) -> Test:
    return lambda data, name: any(test(data, name) for test in tests)


def _all(*tests: Test) -> Test:
    return lambda data, name: all(test(data, name) for test in tests)


def _is_json(data: bytes, name: str) -> bool:
    """Whether a file is JSON: one value, or one on each line."""
    if data.lstrip()[:1] not in (b"{", b"[") or len(data) > LARGEST:
        return False
    try:
        text = data.decode("utf-8-sig").strip()
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return not text[end:].strip() or text[end:].lstrip().startswith("{")


def _is_warc(data: bytes, name: str) -> bool:
    """Whether it is a WARC or an ARC, its forerunner, plain or packed by gzip."""
    try:
        start = gunzipped(io.BytesIO(data[:1000]), name, "", LARGEST).read(100)
    except CaptureError:
        return False
    return start.startswith((b"WARC/", b"filedesc://"))


def _read_plain(data: bytes, name: str) -> Extract:
    text, warnings = decode(data, name)
    return read_text(text, name, warnings)


_UNPACK = "unpack it, and name the files in it"
_AS_PDF = "save it as PDF"
_RECOGNIZE = "run text recognition on it, and take in the text"

FORMATS = (
    # What begins with a signature and is read.
    Format("a PDF", lambda data, name: is_pdf(data), recognizer=read_pdf),
    Format("a Word document", _packed(rb"word/document\w*\.xml"), read_word, largest=LARGEST_PACKED),
    Format(
        "an OpenDocument text",
        _packed(rb"application/vnd\.oasis\.opendocument\.text"),
        read_opendocument,
        largest=LARGEST_PACKED,
    ),
    Format(
        "an OpenDocument text",
        _all(_xml(rb"office:document"), lambda data, name: b"<office:text" in data),
        read_flat_opendocument,
        largest=LARGEST_PACKED,
    ),
    Format("a Hangul document", _packed(rb"application/hwp\+zip"), remedy="save it as .docx"),
    Format(
        "a book (EPUB)",
        _packed(rb"application/epub\+zip", rb"META-INF/container\.xml"),
        chooser=read_book,
        largest=LARGEST_PACKED,
    ),
    Format("a web archive (WARC)", _is_warc, chooser=read_warc, largest=LARGEST_PACKED),
    Format(
        "a web archive (WACZ)", _packed(rb"archive/[^/]*\.warc"), chooser=read_wacz, largest=LARGEST_PACKED
    ),
    Format(
        "a web archive of Safari",
        lambda data, name: data.startswith(b"bplist00") and b"WebMainResource" in data,
        read_safari,
        largest=LARGEST_PACKED,
    ),
    # What begins with a signature and is not read.
    Format(
        "a spreadsheet",
        _packed(rb"xl/workbook\.", rb"opendocument\.spreadsheet"),
        remedy="`import` takes in tables; save an article as PDF",
    ),
    Format("a presentation", _packed(rb"ppt/presentation\.", rb"opendocument\.presentation"), remedy=_AS_PDF),
    Format(
        "a document of Pages", _packed(rb"Index/Document\.iwa", rb"QuickLook/"), remedy="export it as Word"
    ),
    Format("a ZIP", _begins(rb"PK\x03\x04", rb"PK\x05\x06"), remedy=_UNPACK),
    Format(
        "an old Word document (.doc), or a file of Office with a password",
        _begins(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        remedy="save it as .docx without a password",
    ),
    Format("RTF", _begins(rb"\{\\rtf"), remedy="save it as .docx or .odt"),
    Format(
        "a picture",
        _any(
            _begins(rb"\x89PNG", rb"\xff\xd8\xff", rb"GIF8[79]a", rb"II\*\x00", rb"MM\x00\*"),
            _begins(rb"RIFF.{4}WEBP", rb"BM.{4}\x00{4}", rb"\x00{3}\x0cjP"),
            _begins(rb".{4}ftyp(?:avi|hei|mif|msf)"),
            _xml(rb"svg"),
        ),
        remedy=_RECOGNIZE,
    ),
    Format("DjVu", _begins(rb"AT&TFORM"), remedy=_RECOGNIZE),
    Format(
        "a recording",
        _begins(
            *(rb"ID3[\x02-\x04]", rb"\xff[\xf1-\xf3\xf9-\xfb]", rb".{4}ftyp", rb"OggS\x00", rb"fLaC\x00"),
            *(rb"RIFF.{4}(?:WAVE|AVI )", rb"\x1a\x45\xdf\xa3", rb"\x00\x00\x01[\xb3\xba]", rb"FORM.{4}AIF"),
        ),
        remedy="take in its subtitles (.vtt or .srt)",
    ),
    Format("a book for Kindle", _begins(rb".{60}(?:BOOKMOBI|TEXtREAd)"), remedy="convert it to EPUB"),
    Format(
        "a packed file",
        _begins(
            *(rb"\x1f\x8b", rb"BZh[1-9]1AY", rb"\xfd7zXZ\x00", rb"7z\xbc\xaf\x27\x1c", rb"Rar!\x1a\x07"),
            *(rb"\x28\xb5\x2f\xfd", rb".{257}ustar"),
        ),
        remedy=_UNPACK,
    ),
    Format("PostScript", _begins(rb"%!PS"), remedy=_AS_PDF),
    # What is told by its words.
    Format(
        "TeX",
        _any(_begins(rb"(?:%[^\n]*\n\s*)*\\document(?:class|style)\b"), _called(".tex", ".latex")),
        remedy="make a PDF of it, and take in that",
    ),
    Format(
        "a web feed",
        _xml(rb"rss", rb"feed", rb"rdf:RDF"),
        remedy="save the page of the article, and take in that",
    ),
    Format("JSON", _is_json, remedy="save the page of the article, or its text"),
    Format("subtitles", is_transcript, transcript),
    Format("a saved page (MHTML)", is_web_mail, read_web_mail, largest=LARGEST_PACKED),
    Format("a letter (EML)", is_mail, read_mail, largest=LARGEST_PACKED),
    Format(
        "a mailbox",
        _begins(rb"From \S+ +(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [^\n]{3,60}\n>?[\w-]+: "),
        remedy="save each letter by itself (.eml)",
    ),
    Format("a web page", is_page, read_page),
    Format("XML", _begins(rb"<\?xml\b"), remedy="save the article as HTML, PDF or text"),
    Format("text", lambda data, name: True, _read_plain),
)
"""The first that fits is the format of a file."""
