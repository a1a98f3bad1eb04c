"""Documents (PDF): how many pages they have, and each page as a picture; read by PDFium.

Nothing of the file itself is published: no script, attachment or metadata of it, and no text unless asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from generator.lib.media.facts import Facts, MediaError
from generator.lib.printed import printed_page

if TYPE_CHECKING:
    from PIL import Image

MOST_PAGES = 200
WIDTH = 1200
"""The width of the picture of a page, in pixels."""
_MOST_LETTERS = 20_000
"""Letters of the text of one page."""
_SLIMMEST = 5
"""How many times as high as wide, or the other way round, a page may be."""
_WHOLE = "put the whole file in its place, saved as PDF without a password"


def read(data: bytes) -> Facts:
    """The facts of a PDF. Raises `MediaError`."""
    with _opened(data) as document:
        pages = len(document)
        if pages > MOST_PAGES:
            hint = f"at most {MOST_PAGES} are allowed: divide it, or keep the pages that matter"
            raise MediaError(f"the PDF has {pages} pages", hint)
        sizes = tuple(document.get_page_size(number) for number in range(pages))
        texts = tuple(_lines(page) for page in document)
    for number, (width, height) in enumerate(sizes, 1):
        is_size = math.isfinite(width) and math.isfinite(height) and min(width, height) >= 1
        if not is_size or max(width, height) > _SLIMMEST * min(width, height):
            raise MediaError(f"page {number} of the PDF has the size {width:.0f} × {height:.0f}", _WHOLE)
    if not sizes:
        raise MediaError("the PDF has no page", _WHOLE)
    rounded = tuple((round(width, 2), round(height, 2)) for width, height in sizes)
    return Facts("pdf", sheets=rounded, texts=texts)


def size_of(sheet: tuple[float, float]) -> tuple[int, int]:
    """The size of the picture of a page, in pixels."""
    return WIDTH, max(1, math.ceil(sheet[1] * WIDTH / sheet[0]))


def drawn(data: bytes) -> Iterator[Image.Image]:
    """Each page as a picture on white."""
    with _opened(data) as document:
        for page in document:
            made = page.render(scale=WIDTH / page.get_width(), draw_annots=False).to_pil()
            size = size_of(page.get_size())
            image = made.convert("RGB")
            yield image if image.size == size else image.resize(size)
            page.close()


def _lines(page: Any) -> tuple[str, ...]:
    lines = [line.text for line in printed_page(page).lines]
    ends = accumulate(map(len, lines))
    return tuple(line for line, end in zip(lines, ends, strict=True) if end <= _MOST_LETTERS)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    import pypdfium2  # it takes long to load, and only a documentary with documents needs it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise MediaError("the PDF is encrypted, cut off or damaged", _WHOLE) from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise MediaError("the PDF is damaged", _WHOLE) from error
    finally:
        document.close()
