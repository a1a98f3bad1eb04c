"""The documentary's typeface as browsers are given it: what the theme's stylesheet names of it, as WOFF2."""

from __future__ import annotations

import io
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

STYLESHEET = Path(__file__).parent / "theme/assets/documentary/face.css"
_FACE = re.compile(
    r'url\("(?P<file>[\w-]+\.woff2)"\).*?font-weight: (?P<weight>\d+);.*?unicode-range: (?P<letters>[^;]+);',
    re.DOTALL,
)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
_CUTS = {"400": "Regular", "600": "Semibold"}
_FAMILY = "Documentary Serif"
"""Its licence keeps the name of the original, Source Serif Pro, for the original."""
_COPYRIGHT, _FAMILY_NAME, _CUT, _WHOLE_NAME, _POSTSCRIPT, _LICENCE, _LICENCE_ADDRESS = 0, 1, 2, 4, 6, 13, 14


@cache
def original(cut: str) -> bytes:
    """Source Serif Pro (SIL Open Font License) as TrueType: `cut` is “Regular” or “Semibold”."""
    return (files("font_source_serif_pro") / f"files/SourceSerifPro-{cut}.ttf").read_bytes()


@cache
def typeface() -> dict[str, bytes]:
    """Each file that the stylesheet names, with its content; the same bytes on every machine."""
    return {face["file"]: _part(_CUTS[face["weight"]], _letters(face["letters"])) for face in faces()}


def faces() -> list[dict[str, str]]:
    """What the stylesheet says of each file: `file`, `weight` and the range of its `letters`."""
    return [face.groupdict() for face in _FACE.finditer(STYLESHEET.read_text(encoding="utf-8"))]


def _letters(ranges: str) -> list[int]:
    return [
        letter
        for first, last in _RANGE.findall(ranges)
        for letter in range(int(first, 16), int(last or first, 16) + 1)
    ]


def _part(cut: str, letters: list[int]) -> bytes:
    """The given letters of a cut, under the family's own name."""
    from fontTools.subset import Options, Subsetter  # loaded late: it takes as long as checking all records
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(original(cut)), recalcTimestamp=False)
    if ord("a") not in letters:
        del font["GPOS"]  # kerning: browsers apply none between letters of two files
    kept = [_COPYRIGHT, _FAMILY_NAME, _CUT, _WHOLE_NAME, _POSTSCRIPT, _LICENCE, _LICENCE_ADDRESS]
    options = Options(hinting=False, layout_features=["ccmp", "kern", "liga", "locl"], name_IDs=kept)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    names = {
        _FAMILY_NAME: _FAMILY,
        _WHOLE_NAME: f"{_FAMILY} {cut}",
        _POSTSCRIPT: f"{_FAMILY} {cut}".replace(" ", ""),
    }
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.toUnicode())
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
