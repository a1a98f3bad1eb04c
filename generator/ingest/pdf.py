"""Reads a PDF's text into pieces: running heads left out, hyphens removed, lines joined into paragraphs."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from generator.ingest.boilerplate import stands_alone
from generator.ingest.hyphens import SOFT, Hyphens
from generator.ingest.legibility import illegible
from generator.ingest.ocr import Recognition
from generator.ingest.oneline import ends_sentence, has_letters, one_line
from generator.ingest.types import CaptureError, Chunk, Extract, Finding, Findings, LeftOut
from generator.lib.printed import PrintedLine, PrintedPage, printed_page

_MOST_PAGES, _MOST_CHARACTERS = 300, 3_000_000
_EDGE = 2
"""Lines at the head and at the foot of a page that may be running heads."""
_SMALLER, _APART, _HEAD_WORDS = 0.95, 1.8, 15
"""A running head of one page: its letters against those of the text, its distance in lines, its words."""
_LARGER = 1.15
"""Letters of a heading against those of the text."""
_ILLEGIBLE = 0.05
"""So many of a text's words may be illegible that it is still worth reading."""
_UNSURE = 70
"""Text recognition that is less sure of its words, of 100, is told."""
_SHOWN = 5
_PRINTOUT = re.compile(
    r"(?P<url>(?:https?|file)://\S+)(?: \d{1,4}\s?/\s?\d{1,4})?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}\b.*"
)
"""What a browser prints over and under a page: when, its title, its address."""


@dataclass(frozen=True)
class _Line:
    """A printed line: its text, its number in the extracted text, its height on the page and letter size."""

    text: str
    number: int
    page: int
    height: float
    size: float
    marks: tuple[str, ...]


@dataclass
class _Pages:
    """The pages of a PDF as they are read; numbers of pages are from 1."""

    pages: list[PrintedPage]
    unsure: list[str]
    """The pages, with how sure of 100 text recognition was, where that is little."""
    recognised: list[int]


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
        title, maker = (document.get_metadata_value(key) for key in ("Title", "Creator"))
    except pypdfium2.PdfiumError as error:
        raise CaptureError(f"{name}: is not a PDF that can be read.") from error
    finally:
        document.close()
    return _extract(read, name, title, maker, ocr)


def _read(document: Any, name: str, ocr: Recognition | None) -> _Pages:
    read = _Pages([], [], [])
    total = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        printed = printed_page(page)
        if ocr and (printed.is_hidden or _is_illegible(printed.lines) or not _has_text(printed)):
            try:
                lines, sure = ocr.read(page)
            except CaptureError as error:
                raise CaptureError(f"{name}: {error}") from error
            printed = PrintedPage(lines)
            read.recognised.append(number)
            if sure < _UNSURE:
                read.unsure.append(f"{number} ({sure:.0f} of 100)")
        page.close()
        read.pages.append(printed)
        total += sum(len(line.text) for line in printed.lines)
        if total > _MOST_CHARACTERS:
            break
    return read


def _has_text(page: PrintedPage) -> bool:
    return any(has_letters(line.text) for line in page.lines)


def _is_illegible(lines: Sequence[PrintedLine]) -> bool:
    words = [word for line in lines for word in line.text.split()]
    return len(illegible(words)) > len(words) * _ILLEGIBLE


def _extract(read: _Pages, name: str, title: str, maker: str, ocr: Recognition | None) -> Extract:
    lines = [line for page in read.pages for line in page.lines]
    if _is_illegible(lines):
        pages = _listed([number for number, page in enumerate(read.pages, 1) if _is_illegible(page.lines)])
        raise CaptureError(
            f"{name}: its fonts do not tell which letters {pages} prints; take in another copy of the article "
            "(a web page, text), or use --ocr, which reads the pages as pictures."
        )
    if not any(map(_has_text, read.pages)):
        raise CaptureError(
            f"{name}: this PDF has no text (a scan?); "
            + ("nor did text recognition find any." if ocr else "use --ocr, which reads its pages as pictures.")
        )
    numbered = _numbered(read.pages)
    body, heads = _without_running_heads(numbered)
    hyphens = Hyphens([line.text for line in body])
    pieces = _paragraphs(body, hyphens)
    marks = [LeftOut(mark, line.number, "mark of a footnote") for line in body for mark in line.marks]
    left_out = [LeftOut(line.text, line.number, "running head or foot") for line in heads]
    address = next((line for line in heads if (found := _PRINTOUT.fullmatch(line.text)) and found["url"]), None)
    facts = Findings(title=_printed(title, pieces))
    if address and (found := _PRINTOUT.fullmatch(address.text)) and found["url"].startswith("http"):
        facts = replace(facts, url=Finding(found["url"], "stated", address.number, address.text))
    hidden = [number for number, page in enumerate(read.pages, 1) if page.is_hidden]
    return Extract(
        tuple(pieces),
        facts,
        (*left_out, *marks),
        warnings=tuple(_warnings(read, hidden, hyphens)),
        ocr=str(ocr) if ocr and read.recognised else (maker or "unknown") if hidden else "",
        ocr_pages=_listed(read.recognised or hidden),
    )


def _numbered(pages: Sequence[PrintedPage]) -> list[_Line]:
    lines: list[_Line] = []
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            text = one_line(re.sub("\xad$", SOFT, line.text))
            if text:
                lines.append(_Line(text, len(lines) + 1, number, line.height, round(line.size, 1), line.marks))
    return lines


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


def _warnings(read: _Pages, hidden: list[int], hyphens: Hyphens) -> Iterator[str]:
    for number, page in enumerate(read.pages, 1):
        words = illegible([word for line in page.lines for word in line.text.split()])
        if words:
            shown = ", ".join(f"“{word}”" for word in words[:_SHOWN])
            yield f"page {number} has words of which the font does not tell all letters: {shown}"
    empty = [number for number, page in enumerate(read.pages, 1) if page.is_pictured and not _has_text(page)]
    if empty and not read.recognised:
        yield f"{_listed(empty)} has no text (a scan?): --ocr reads its picture"
    if hidden:
        yield f"the text of {_listed(hidden)} is not that of the file but what text recognition made of pictures"
    if read.unsure:
        yield f"text recognition was not sure of page {', '.join(read.unsure)}: compare every quotation"
    text = " ".join(line.text for page in read.pages for line in page.lines)
    if len(re.findall(r"\w*[پچژگکی]\w*", text)) > 40 and "\u200c" not in text and re.search("[پچژگ]", text):
        yield "the file has no zero-width non-joiners: compare words such as می‌شود"
    if hyphens.doubtful:
        words = list(dict.fromkeys(hyphens.doubtful))
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        yield f"a hyphen at a line's end was taken out of {', '.join(words[:_SHOWN])}{more}"


def _without_running_heads(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """`lines` without what stands at the edges of pages beside the text; and that, of each but the first."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: each[:_EDGE] + each[_EDGE:][-_EDGE:] for page, each in pages.items()}
    repeats = Counter(shape for each in edges.values() for shape in {_shape(line) for line in each})
    dropped = {
        line.number
        for each in edges.values()
        for line in each
        if (len(pages) > 1 and repeats[_shape(line)] > len(pages) / 2)
        or not has_letters(line.text)
        or _PRINTOUT.fullmatch(line.text)
    }
    if len(pages) == 1:
        dropped |= {line.number for line in _set_apart(lines)}
    heads = {_shape(line): line for line in reversed(lines) if line.number in dropped and has_letters(line.text)}
    return [line for line in lines if line.number not in dropped], sorted(
        heads.values(), key=lambda line: line.number
    )


def _set_apart(lines: list[_Line]) -> Iterator[_Line]:
    """The first and the last line of a page where they are smaller than the text and far from it."""
    if len(lines) < 4:
        return
    usual, size = _usual_gap(lines), _usual_size(lines)
    for edge, beside in ((lines[0], lines[1]), (lines[-1], lines[-2])):
        is_far = abs(edge.height - beside.height) > usual * _APART
        is_small = edge.size <= size * _SMALLER and len(edge.text.split()) <= _HEAD_WORDS
        if usual and is_far and is_small and not stands_alone(edge.text) and not ends_sentence(edge.text):
            yield edge


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _usual_size(lines: Sequence[_Line]) -> float:
    """The letter size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _usual_gap(lines: Sequence[_Line]) -> float:
    gaps = [gap for gap in (_gap(before, line) for before, line in pairwise(lines)) if gap > 0]
    return statistics.median_low(gaps) if gaps else 0.0


def _paragraphs(lines: list[_Line], hyphens: Hyphens) -> list[Chunk]:
    if not lines:
        return []
    width = statistics.quantiles([len(line.text) for line in lines] * 2, n=10)[-1]
    usual, size = _usual_gap(lines), _usual_size(lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_wrapped_heading(before, line, size) or _goes_on(before, line, width, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Chunk(_join(group, hyphens), group[0].number) for group in groups]


def _gap(before: _Line, line: _Line) -> float:
    return before.height - line.height if before.page == line.page else 0.0


def _is_wrapped_heading(before: _Line, line: _Line, size: float) -> bool:
    """Whether both lines are set larger than the text, of the letter size `size`, and close together."""
    is_large = before.size > size * _LARGER and abs(before.size - line.size) <= 0.5
    return is_large and 0 < _gap(before, line) < before.size * 1.6 and not stands_alone(before.text)


def _goes_on(before: _Line, line: _Line, width: float, usual: float) -> bool:
    """Whether `line` goes on with the paragraph that `before` is in."""
    if abs(before.size - line.size) > 0.5 or _gap(before, line) > usual * 1.4 + 0.1:
        return False
    if stands_alone(before.text) or stands_alone(line.text):
        return False
    short = len(before.text) < width * 0.85
    return not (short and (ends_sentence(before.text) or len(before.text) < width * 0.6))


def _join(lines: list[_Line], hyphens: Hyphens) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = hyphens.joined(text, line.text) or f"{text}\n{line.text}"
    return one_line(text)


def _printed(title: str | None, pieces: list[Chunk]) -> Finding[str]:
    """The title that the file's properties give, where the first page prints it too."""
    words = one_line(title or "")
    found = next((piece for piece in pieces[:12] if piece.text == words), None)
    return Finding(words, "stated", found.line, found.text) if found else Finding()
