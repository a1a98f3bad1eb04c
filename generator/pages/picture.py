"""The picture of a shared link: a page's title in the documentary's type, as PNG."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.lib.files import write as write_whole
from generator.lib.language import gettext as _
from generator.lib.text import capitalized, unclosed
from generator.pages.citation import abstract
from generator.pages.metadata import PICTURE_SIZE, who_says
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.typeface import original
from generator.records.kinds import KINDS

if TYPE_CHECKING:  # it takes long to load, and only a site that knows its address has pictures
    from PIL import Image, ImageFont

_WIDTH = PICTURE_SIZE[0]
_MARGIN = 84
_PAPER, _INK, _ACCENT = (251, 250, 246), (28, 27, 25), (11, 92, 99)
_COVER, _COVER_TOP = (_WIDTH, 1800), 420
_PAPER_GREY = 14
"""The grey of paper where ink is 0; with the accent they fit the four bits of a pixel."""
_RULE = 522
_LEADING = 1.18
_QUIET = 5
"""The grey of what stands back."""
_MOST_LINES = {76: 3, 66: 4, 56: 5, 48: 5, 40: 6}
"""For each size of the title, the largest first, how many lines of it fit."""
_LONGEST_WORD = 28
_VERSION = b"4"
"""Raise it when pictures of the same words look different."""


class Pictures:
    """Draws pictures and keeps them in the folder `cache` under a digest of their words."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache

    def of(self, site: Site, page: Page) -> bytes | None:
        """The picture of a page, or None where its type has no letters for the title."""
        documentary = site.dataset.documentary.title
        above = who_says(site, page) or (_(capitalized(page.kind)) if page.kind in KINDS else "")
        foot = documentary if page.title != documentary else ""
        return self.png(above, page.title, abstract(site, page), foot)

    def png(self, above: str, title: str, below: str, foot: str) -> bytes | None:
        """The picture (1200 × 630 pixels), or None where its type has no letters for the title.

        `above` is the sort of page, or of a claim who says so, `below` a line under the title, `foot` the
        documentary's title.
        """
        words = _drawable_words(above, title, below, foot)
        if words is None:
            return None
        digest = hashlib.sha256(_VERSION + "\0".join(words).encode()).hexdigest()
        kept = self.cache / f"{digest}.png"
        if kept.is_file():
            return kept.read_bytes()
        data = draw(*words)
        write_whole(kept, data)
        return data


def cover(above: str, title: str, below: str, foot: str) -> bytes | None:
    """The same as the cover of a book (1200 × 1800 pixels)."""
    words = _drawable_words(above, title, below, foot)
    return draw(*words, size=_COVER, top=_COVER_TOP) if words else None


def _drawable_words(above: str, title: str, below: str, foot: str) -> tuple[str, str, str, str] | None:
    """The words without what the type does not have; None where little is left of the title."""
    known = drawable(title)
    if sum(map(str.isalpha, known)) * 2 < sum(map(str.isalpha, title)) or not known:
        return None
    return drawable(above), known, drawable(below), drawable(foot)


def drawable(text: str) -> str:
    """The text without the characters that the type does not have, and without brackets left empty."""
    known = "".join(c if _has(c) else " " for c in text)
    return " ".join(re.sub(r"[(\[]\s*[)\]]", " ", known).split())


def draw(
    above: str, title: str, below: str, foot: str, *, size: tuple[int, int] = PICTURE_SIZE, top: int = 0
) -> bytes:
    """Draw a picture, its words from `top` down; the same words give the same bytes."""
    from PIL import Image, ImageDraw

    image = Image.new("L", size, _PAPER_GREY)
    pen = ImageDraw.Draw(image)

    def write(lines: list[str], top: int, weight: str, size: int, grey: int = 0) -> int:
        for line in lines:
            at = _MARGIN
            for character in line:
                form, (right, down), width = _letter(weight, size, character)
                pen.draw.draw_bitmap((at + right, top + down), form, grey)
                at += width
            top += round(size * _LEADING)
        return top

    write(_shortened(_lines(above, "Semibold", 30), 1), top + 66, "Semibold", 30)
    lines, letters = _fitted(title)
    end = write(lines, top + 132, "Semibold", letters) + 18
    room = max(1, (top + _RULE - end) // round(32 * _LEADING))
    write(_shortened(_lines(below, "Regular", 32), room), end, "Regular", 32, _QUIET)
    pen.line([(_MARGIN, top + _RULE), (_WIDTH - _MARGIN, top + _RULE)], 0, 2)
    write(_shortened(_lines(foot, "Regular", 30), 1), top + _RULE + 20, "Regular", 30)
    image.paste(_PAPER_GREY + 1, (0, 0, _WIDTH, 14))
    return _png(image)


def _png(image: Image.Image) -> bytes:
    """The picture as PNG with four bits a pixel."""
    greys = [
        (ink * (_PAPER_GREY - n) + paper * n) // _PAPER_GREY
        for n in range(_PAPER_GREY + 1)
        for ink, paper in zip(_INK, _PAPER, strict=True)
    ]
    image.putpalette([*greys, *_ACCENT])
    out = io.BytesIO()
    image.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return out.getvalue()


def _fitted(title: str) -> tuple[list[str], int]:
    """The title in lines, in the largest size at which it fits."""
    for size, most in _MOST_LINES.items():
        lines = _lines(title, "Semibold", size)
        if len(lines) <= most:
            break
    return _shortened(lines, most), size


def _lines(text: str, weight: str, size: int) -> list[str]:
    """The text broken into lines about equally long, as few as can be."""
    words = [
        word[at : at + _LONGEST_WORD] for word in text.split() for at in range(0, len(word), _LONGEST_WORD)
    ]
    widths = [sum(_letter(weight, size, character)[2] for character in word) for word in words]
    space = _letter(weight, size, " ")[2]
    widest = _WIDTH - 2 * _MARGIN
    fewest = len(_broken(words, widths, space, widest))
    low, high = widest // 2, widest
    while fewest > 1 and high - low > 8:
        middle = (low + high) // 2
        if len(_broken(words, widths, space, middle)) > fewest:
            low = middle
        else:
            high = middle
    return _broken(words, widths, space, high)


def _broken(words: list[str], widths: list[int], space: int, room: int) -> list[str]:
    lines: list[list[str]] = []
    used = room
    for word, width in zip(words, widths, strict=True):
        if lines and used + space + width <= room:
            lines[-1].append(word)
            used += space + width
        else:
            lines.append([word])
            used = width
    return [" ".join(line) for line in lines]


def _shortened(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    kept = [*lines[: most - 1], lines[most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.·–") + " …"]
    kept[-1] += unclosed(" ".join(kept))
    return kept


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The documentary's typeface, laid out alike whatever the machine has."""
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(original(weight)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _letter(weight: str, size: int, character: str) -> tuple[Any, tuple[int, int], int]:
    """The form of a letter, where it stands beside the pen, and how far the pen then moves.

    The basic layout knows no kerning: letters one by one are the line as a whole, and drawn only once.
    """
    font = _font(weight, size)
    form, place = font.getmask2(character, "L", anchor="la")
    return form, place, int(font.getlength(character))


@cache
def _has(character: str) -> bool:
    font = _font("Regular", 30)
    return character.isspace() or bytes(font.getmask(character)) != _missing()


@cache
def _missing() -> bytes:
    return bytes(_font("Regular", 30).getmask("\U0010fffe"))
