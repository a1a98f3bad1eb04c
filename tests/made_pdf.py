"""Makes small PDFs for the tests: line by line in Helvetica, or glyph by glyph in any script."""

from __future__ import annotations

from collections.abc import Sequence

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


Glyph = tuple[float, float, float, str | list[str]]
"""Place from the left and the foot of the page, letter size, and what it stands for; a list is a row."""


def glyphs_of(pages: list[list[Glyph]], mode: int = 0) -> bytes:
    """A PDF whose pages print the given glyphs, one by one.

    `mode` is the text rendering mode: 3 paints nothing.
    """
    named = [each for page in pages for *_, text in page for each in _each(text)]
    texts = list(dict.fromkeys(named))
    codes = {text: code for code, text in enumerate(texts, 33)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    told = "\n".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for text, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{told}\nendbfchar\n"
        "endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 33 "
        f"/LastChar {32 + len(codes)} /Widths 5 0 R /ToUnicode 4 0 R >>",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
        f"[{' '.join(['600'] * len(codes))}]",
    ]
    for number, glyphs in enumerate(pages):
        drawn = "\n".join(
            f"BT {mode} Tr /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{shown.hex()}> Tj ET"
            for x, y, size, text in glyphs
            for shown in [bytes(codes[each] for each in _each(text))]
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects.append("<< >>")
    return _file(objects)


def _each(text: str | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else text


def row(glyphs: Sequence[str], y: float = 700, size: float = 10, x: float = 72) -> list[Glyph]:
    """Glyphs from left to right on one foot; a space is a gap."""
    return [(x + at * size * 0.6, y, size, glyph) for at, glyph in enumerate(glyphs) if glyph != " "]
