"""Reads a PDF's text into pieces: running heads dropped, hyphens removed, lines joined into paragraphs."""

import io
import re
import statistics
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.ingest.boilerplate import stands_alone
from generator.ingest.oneline import ends_sentence, has_letters, one_line
from generator.ingest.types import CaptureError, Chunk, Extract, Finding, Findings

_MOST_PAGES, _MOST_CHARACTERS = 300, 3_000_000
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]+")
"""Ligatures and letter shapes (fi, Arabic joined forms) that a PDF prints in the place of letters."""
_HYPHEN = re.compile(r"[^\W\d_][-\u2010]$")
_EDGE = 2
"""Lines at the head and at the foot of a page that may be running heads."""


@dataclass(frozen=True)
class PrintedLine:
    """A printed line: its text, its number in the extracted text, its height on the page and letter size."""

    text: str
    number: int
    page: int
    height: float
    size: float


def read_pdf(data: bytes, name: str) -> Extract:
    """The pieces of the PDF `data`. Raises `CaptureError` where it is encrypted, broken or has no text."""
    import pypdf  # takes a third of a second to load: only where a PDF is read

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted
        pages = 0 if locked else len(reader.pages)
        lines = _lines(reader) if 0 < pages <= _MOST_PAGES else []
        title = None if locked else (reader.metadata.title if reader.metadata else None)
    except Exception as error:
        raise CaptureError(f"{name}: is not a PDF that can be read.") from error
    if locked:
        raise CaptureError(f"{name}: is an encrypted PDF; save a copy without a password.")
    if pages > _MOST_PAGES:
        raise CaptureError(f"{name}: has {pages} pages, more than an article's {_MOST_PAGES}.")
    if not any(has_letters(line.text) for line in lines):
        raise CaptureError(f"{name}: this PDF has no text (a scan?); run text recognition on it first.")
    pieces = _paragraphs(_without_running_heads(lines))
    return Extract(tuple(pieces), Findings(title=_printed(title, pieces)))


def _lines(reader: Any) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    total = 0
    for page, content in enumerate(reader.pages):
        parts: list[tuple[str, float, float]] = []

        def visit(text: str, cm: Any, tm: Any, font: Any, size: Any, parts: list[Any] = parts) -> None:
            scale = abs(float(tm[3]) * float(cm[3])) or 1.0
            height = float(tm[5]) * float(cm[3]) + float(cm[5])
            parts.append((text, height, float(size or 0) * scale))

        content.extract_text(visitor_text=visit)
        for text, height, size in _printed_lines(parts):
            total += len(text)
            lines.append(PrintedLine(text, len(lines) + 1, page, height, size))
        if total > _MOST_CHARACTERS:
            break
    return lines


def _printed_lines(parts: list[tuple[str, float, float]]) -> list[tuple[str, float, float]]:
    """The lines of one page, each with the height and the size of its first letters."""
    lines: list[tuple[str, float, float]] = []
    text, height, size = "", 0.0, 0.0
    for part, at, letters in parts:
        for index, chunk in enumerate(part.split("\n")):
            if index:
                lines.append((text, height, size))
                text = ""
            if chunk.strip() and not text.strip():
                height, size = at, letters
            text += chunk
    lines.append((text, height, size))
    return [(_letters(line), at, letters) for line, at, letters in lines if line.strip()]


def _letters(text: str) -> str:
    return one_line(_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))


def _without_running_heads(lines: list[PrintedLine]) -> list[PrintedLine]:
    """`lines` without page numbers and without what the edges of most pages repeat."""
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: each[:_EDGE] + each[_EDGE:][-_EDGE:] for page, each in pages.items()}
    repeats = Counter(shape for each in edges.values() for shape in {_shape(line) for line in each})
    dropped = {
        line.number
        for each in edges.values()
        for line in each
        if (len(pages) > 1 and repeats[_shape(line)] > len(pages) / 2) or not has_letters(line.text)
    }
    return [line for line in lines if line.number not in dropped]


def _shape(line: PrintedLine) -> str:
    return re.sub(r"\d+", "0", line.text)


def _paragraphs(lines: list[PrintedLine]) -> list[Chunk]:
    if not lines:
        return []
    width = statistics.quantiles([len(line.text) for line in lines] * 2, n=10)[-1]
    gaps = [gap for gap in (_gap(before, line) for before, line in pairwise(lines)) if gap > 0]
    usual = statistics.median_low(gaps) if gaps else 0.0
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _goes_on(before, line, width, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Chunk(_join(group), group[0].number) for group in groups]


def _gap(before: PrintedLine, line: PrintedLine) -> float:
    return before.height - line.height if before.page == line.page else 0.0


def _goes_on(before: PrintedLine, line: PrintedLine, width: float, usual: float) -> bool:
    """Whether `line` goes on with the paragraph that `before` is in."""
    if abs(before.size - line.size) > 0.5 or _gap(before, line) > usual * 1.4 + 0.1:
        return False
    if stands_alone(before.text) or stands_alone(line.text):
        return False
    short = len(before.text) < width * 0.85
    return not (short and (ends_sentence(before.text) or len(before.text) < width * 0.6))


def _join(lines: list[PrintedLine]) -> str:
    parts = [lines[0].text]
    for line in lines[1:]:
        if _HYPHEN.search(parts[-1]) and line.text[:1].islower():
            parts[-1] = parts[-1][:-1]
            parts.append(line.text)
        else:
            parts += ["\n", line.text]
    return one_line("".join(parts))


def _printed(title: str | None, pieces: list[Chunk]) -> Finding[str]:
    """The title that the file's properties give, where the first page prints it too."""
    words = one_line(title or "")
    found = next((piece for piece in pieces[:12] if piece.text == words), None)
    return Finding(words, "stated", found.line, found.text) if found else Finding()
