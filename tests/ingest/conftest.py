"""Makes small PDFs, line by line, for the tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF of pages, each a list of lines."""
    return pdf_of


Line = tuple[int, int, str]
"""Height on the page and letter size, both in points, and the text."""


def pdf_of(pages: list[list[Line]], title: str = "", encoding: str = "WinAnsiEncoding") -> bytes:
    """A PDF whose pages print the given lines in Helvetica, with `title` in its properties."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /{encoding} >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 72 {y} Tm ({_safe(text)}) Tj ET" for y, size, text in lines
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< /Title ({_safe(title)}) >>")
    return _file(objects)


def _safe(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[str]) -> bytes:
    parts, offsets, at = ["%PDF-1.4\n"], [], 9
    for number, body in enumerate(objects, 1):
        offsets.append(at)
        parts.append(f"{number} 0 obj\n{body}\nendobj\n")
        at += len(parts[-1])
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}")
    parts.append(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n")
    parts.append(f"startxref\n{at}\n%%EOF\n")
    return "".join(parts).encode("latin-1")
