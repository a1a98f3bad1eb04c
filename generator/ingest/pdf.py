"""Reads a PDF's text into pieces: running heads left out, hyphens removed, lines joined into paragraphs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.ingest.hyphens import SOFT, Hyphens
from generator.ingest.legibility import illegible
from generator.ingest.ocr import Recognition
from generator.ingest.oneline import has_letters, one_line
from generator.ingest.paragraphs import Line, paragraphs
from generator.ingest.running_heads import printed_address, without_running_heads
from generator.ingest.types import CaptureError, Chunk, Extract, Finding, Findings, LeftOut
from generator.lib.printed import PrintedLine, PrintedPage, printed_page

_END, _LAST = b"%%EOF", 2048
"""What ends a PDF, within so many of its last bytes."""
_MOST_PAGES, _MOST_CHARACTERS = 300, 3_000_000
_ILLEGIBLE = 0.05
"""So many of a text's words may be illegible that it is still worth reading."""
_UNSURE = 70
"""Text recognition that is less sure of its words, of 100, is told."""
_SHOWN = 5
"""The most words that a warning shows."""
_PERSIAN, _PERSIAN_WORDS = re.compile(r"\S*[پچژگ]\S*"), 10
_UNKNOWN = "an unknown program"


@dataclass
class _Read:
    """The pages of a PDF as they are read; numbers of pages are from 1."""

    pages: list[PrintedPage] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    """The pages that text recognition read here."""
    unsure: list[str] = field(default_factory=list)
    """Those of them, with how sure it was, where that is little."""

    def which(self, is_so: Callable[[PrintedPage], bool]) -> list[int]:
        """The numbers of the pages that are so."""
        return [number for number, page in enumerate(self.pages, 1) if is_so(page)]


def is_pdf(data: bytes) -> bool:
    """Whether `data`, a file or at least its first 1024 bytes, is a PDF."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, name: str, ocr: Recognition | None = None) -> Extract:
    """The pieces of the PDF `data`; `ocr` reads the pages that have no text, or none that can be read.

    Raises `CaptureError` where it cannot be opened or read, or has no text.
    """
    import pypdfium2  # takes long to load: only where a PDF is read

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}:
            raise CaptureError(f"{name}: is an encrypted PDF; save a copy without a password.") from error
        raise CaptureError(f"{name}: is not a PDF that can be read.") from error
    try:
        if len(document) > _MOST_PAGES:
            raise CaptureError(f"{name}: has {len(document)} pages, more than an article's {_MOST_PAGES}.")
        read = _read(document, name, ocr)
        title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError as error:
        raise CaptureError(f"{name}: is not a PDF that can be read.") from error
    finally:
        document.close()
    found = _extract(read, name, title, ocr)
    if _END not in data[-_LAST:]:
        cut = "the file has no end (%%EOF): it may be cut"
        return replace(found, warnings=(*found.warnings, cut))
    return found


def _read(document: Any, name: str, ocr: Recognition | None) -> _Read:
    read = _Read()
    total = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        printed = printed_page(page)
        if ocr and (printed.is_hidden or _is_illegible(printed) or not _has_text(printed)):
            printed = _recognised(page, number, name, ocr, read)
        page.close()
        read.pages.append(printed)
        total += sum(len(line.text) for line in printed.lines)
        if total > _MOST_CHARACTERS:
            raise CaptureError(
                f"{name}: has more than {_MOST_CHARACTERS:,} characters, too many for an article."
            )
    return read


def _recognised(page: Any, number: int, name: str, ocr: Recognition, read: _Read) -> PrintedPage:
    try:
        lines, sure = ocr.read(page)
    except CaptureError as error:
        raise CaptureError(f"{name}: {error}") from error
    if lines:
        read.recognised.append(number)
    if sure < _UNSURE:
        read.unsure.append(f"{number} ({sure:.0f} of 100)")
    return PrintedPage(lines)


def _has_text(page: PrintedPage) -> bool:
    return any(has_letters(line.text) for line in page.lines)


def _words(lines: Sequence[PrintedLine]) -> list[str]:
    return [word for line in lines for word in line.text.split()]


def _is_illegible(page: PrintedPage) -> bool:
    words = _words(page.lines)
    return len(illegible(words)) > len(words) * _ILLEGIBLE


def _extract(read: _Read, name: str, title: str, ocr: Recognition | None) -> Extract:
    if _is_illegible(PrintedPage(tuple(line for page in read.pages for line in page.lines))):
        raise CaptureError(
            f"{name}: the fonts of {_listed(read.which(_is_illegible))} do not tell which letters they are; "
            "take in another copy (a web page, text), or use --ocr, which reads the pages as pictures."
        )
    if not any(map(_has_text, read.pages)):
        what = "and text recognition found none" if ocr else "use --ocr, which reads its pages as pictures"
        raise CaptureError(f"{name}: this PDF has no text (a scan?); {what}.")
    body, heads = without_running_heads(_numbered(read.pages))
    hyphens = Hyphens([line.text for line in body])
    pieces = paragraphs(body, hyphens)
    left_out = [LeftOut(line.text, line.number, "running head or foot") for line in heads]
    left_out += [LeftOut(mark, line.number, "mark of a footnote") for line in body for mark in line.marks]
    hidden = read.which(lambda page: page.is_hidden)
    return Extract(
        tuple(pieces),
        Findings(title=_printed(title, pieces), url=printed_address(heads)),
        tuple(left_out),
        warnings=tuple(_warnings(read, hidden, hyphens)),
        ocr=str(ocr) if read.recognised else _UNKNOWN if hidden else "",
        ocr_pages=_listed(read.recognised or hidden),
    )


def _numbered(pages: Sequence[PrintedPage]) -> list[Line]:
    printed = ((number, line) for number, page in enumerate(pages, 1) for line in page.lines)
    texts = ((number, line, one_line(re.sub("\xad$", SOFT, line.text))) for number, line in printed)
    shown = enumerate(((page, line, text) for page, line, text in texts if text), 1)
    return [
        Line(text, number, page, line.height, line.size, line.marks) for number, (page, line, text) in shown
    ]


def _listed(numbers: Sequence[int]) -> str:
    """Numbers of pages in words: `page 1`, `pages 1, 3–5`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    listed = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {listed}" if numbers else ""


def _warnings(read: _Read, hidden: list[int], hyphens: Hyphens) -> Iterator[str]:
    for number, page in enumerate(read.pages, 1):
        if words := illegible(_words(page.lines)):
            yield f"the fonts of page {number} do not tell all letters of {_shown(words)}"
    empty = read.which(lambda page: page.is_pictured and not _has_text(page))
    if empty and not read.recognised:
        yield f"no text on {_listed(empty)} (a scan?): --ocr reads pages as pictures"
    if hidden:
        yield f"the text of {_listed(hidden)} lies unseen over a picture: text recognition has read it"
    if read.unsure:
        yield f"text recognition was not sure of page {', '.join(read.unsure)}: compare every quotation"
    words = _words([line for page in read.pages for line in page.lines])
    if sum(map(bool, map(_PERSIAN.search, words))) > _PERSIAN_WORDS and "\u200c" not in "".join(words):
        yield "the file has no zero-width non-joiners, as Persian words need (می‌شود)"
    if hyphens.doubtful:
        yield f"hyphens at a line's end were taken out of {_shown(hyphens.doubtful)}"


def _shown(words: Sequence[str]) -> str:
    once = list(dict.fromkeys(words))
    more = f" and {len(once) - _SHOWN} more" if len(once) > _SHOWN else ""
    return ", ".join(f"“{word}”" for word in once[:_SHOWN]) + more


def _printed(title: str | None, pieces: list[Chunk]) -> Finding[str]:
    """The title that the file's properties give, where the first page prints it too."""
    words = one_line(title or "")
    found = next((piece for piece in pieces[:12] if piece.text == words), None)
    return Finding(words, "stated", found.line, found.text) if found else Finding()
