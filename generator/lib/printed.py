"""The lines that a page of a PDF prints, in the order in which they are read: from where its signs stand."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, pairwise
from typing import Any

from generator.lib.reading_order import in_reading_order, is_right_to_left

_SAME_LINE = 0.5
"""How far above or below a line's foot another sign of it stands, in sizes of the larger where the smaller is
raised, else of the smaller."""
_SPACE, _SURE_SPACE = 0.15, 0.3
"""The gap between two words, in letter sizes; the second where the page tells most places of spaces."""
_BACK, _FAR = 0.5, 1.5
"""How far back and on, in letter sizes, the next letter of a word begins at the most."""
_AGAIN = 0.1
"""How far, in letter sizes, the second print of a letter stands beside the first."""
_NEAR = 0.3
"""How far from the glyph before it another glyph of the same sign stands, in letter sizes."""
_NO_LETTER = "\ufffd"
_SMALL, _RAISED = 0.82, 0.15
_MARK = re.compile(r"(?:[\[(]?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§]+)[\])]?)+")
_POWER = re.compile(r"(?:(?<![^\W_])(?:[kcdmµn]?m|ft|in|yd|s|10)|[\d.]×10)$")
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HUNG = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]")
"""Marks of Arabic and Hebrew, which are printed in any order and height."""
_BRAHMIC = re.compile(r"[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_UNSPACED = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]{2}")
"""Two letters of scripts that write no spaces, however far apart they are set."""
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]+")
"""Ligatures and letter shapes (fi, Arabic joined forms) that a PDF prints in the place of letters."""
_TURNED_ROUND = re.compile(rf"{_HUNG.pattern}|[اأإآٱ]{_HUNG.pattern}*ل")
"""A mark before its letter, or alef before lam, of which no glyph is made."""
_NON_JOINER = "\u200c"
_PRINTS_HIDDEN = 3
"""The text rendering mode of ISO 32000 that paints nothing."""


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page; its lengths are in points."""

    text: str
    height: float
    """Of its foot above the foot of the page."""
    size: float
    """Of most of its letters."""
    marks: tuple[str, ...] = ()
    """The raised figures and signs of footnotes that stand in it, which `text` has not."""


@dataclass(frozen=True)
class PrintedPage:
    """What a page prints."""

    lines: tuple[PrintedLine, ...]
    is_hidden: bool = False
    """Most of its letters are not painted: they lie over a picture that text recognition has read."""
    is_pictured: bool = False
    """It shows a picture."""


@dataclass(slots=True)
class _Sign:
    """What a glyph stands for. Its foot is at `x`, `y`, on a page that is turned so that it is upright."""

    text: str
    x: float
    y: float
    left: float
    right: float
    size: float
    owner: int
    turned: int
    """By how many quarters of a circle it is turned, against the clock."""
    order: int
    """Its place among the signs of the page."""
    is_spaced: bool = False
    """PDFium finds a space before it."""


@dataclass
class _Line:
    """Signs on one foot; `size` is that of the largest."""

    signs: list[_Sign]
    y: float
    size: float


@dataclass(frozen=True)
class _Silent:
    """What the text objects tell that have no sign of their own."""

    reach: dict[int, tuple[float, float]] = field(default_factory=dict)
    """From where to where the glyphs of an object's signs stand, by the object."""
    gaps: tuple[tuple[float, float], ...] = ()
    """The places of signs that print nothing: spaces, and what keeps two letters unjoined."""


def printed_page(page: Any) -> PrintedPage:
    """The lines of `page`, a page of a document of pypdfium2."""
    import pypdfium2.raw as pdfium  # it takes long to load, and only PDFs need it

    text = page.get_textpage()
    codes = {pdfium.FPDFText_GetUnicode(text.raw, at) for at in range(pdfium.FPDFText_CountChars(text.raw))}
    letters = {chr(code) for code in codes}
    right = {letter for letter in letters if is_right_to_left(letter)}
    is_complex = bool(right) or any(map(_BRAHMIC.match, letters))
    signs = _Signs(pdfium, text.raw, is_complex)
    found = list(signs)
    silent = _silent(pdfium, page.raw, found) if is_complex else _Silent()
    lines = _lines(sign for sign in found if not _HUNG.match(sign.text))
    _hang([sign for sign in found if _HUNG.match(sign.text)], lines)
    sides = Counter(sign.text in right for sign in found if sign.text.isalpha())
    printed = [_printed(line, silent, sides[True] > sides[False], right) for line in lines]
    objects = range(pdfium.FPDFPage_CountObjects(page.raw))
    kinds = {pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, at)) for at in objects}
    pictured = bool(kinds & {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM})
    text.close()
    return PrintedPage(tuple(line for line in printed if line.text), signs.hidden * 2 > len(found), pictured)


class _Signs:
    """The signs of a page as PDFium orders them; `hidden` counts those that are not painted.

    How wide signs are is read only where `with_widths` says so: it takes as long as all else.
    """

    def __init__(self, pdfium: Any, text: Any, with_widths: bool) -> None:
        self.hidden = 0
        self._pdfium, self._text, self._with_widths = pdfium, text, with_widths
        self._owners: dict[int, tuple[float, int, bool]] = {}
        self._x, self._y, self._box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()

    def __iter__(self) -> Iterator[_Sign]:
        pdfium, text = self._pdfium, self._text
        is_spaced, high = False, 0
        for at in range(pdfium.FPDFText_CountChars(text)):
            code = pdfium.FPDFText_GetUnicode(text, at)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            if code in {9, 10, 13} or (code == 32 and pdfium.FPDFText_IsGenerated(text, at) == 1):
                is_spaced = True
                continue
            sign = self._sign(at, code)
            if sign.text == " " and self._with_widths and sign.right - sign.left < 0.01:
                is_spaced = True
                continue
            sign.is_spaced, is_spaced = is_spaced, False
            yield sign

    def _sign(self, at: int, code: int) -> _Sign:
        pdfium, text = self._pdfium, self._text
        shown = pdfium.FPDFText_GetTextObject(text, at)
        owner = ctypes.addressof(shown.contents) if shown else 0
        if owner not in self._owners or not owner:
            self._owners[owner] = self._owner(at, shown)
        size, turned, hidden = self._owners[owner]
        self.hidden += hidden
        pdfium.FPDFText_GetCharOrigin(text, at, self._x, self._y)
        x, y = _upright(self._x.value, self._y.value, turned)
        left, right = self._ends(at, turned) if self._with_widths else (x, x)
        is_lost = code == 0 or pdfium.FPDFText_HasUnicodeMapError(text, at) == 1
        letter = _NO_LETTER if is_lost else "-" if code == 2 else chr(code)
        return _Sign(letter, x, y, left, right, size, owner, turned, at)

    def _owner(self, at: int, shown: Any) -> tuple[float, int, bool]:
        """How large the letters of the text object are of which the one at `at` is; how turned; if unseen."""
        pdfium, matrix = self._pdfium, self._pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, at, ctypes.byref(matrix))
        turned = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        is_hidden = bool(shown) and pdfium.FPDFTextObj_GetTextRenderMode(shown) == _PRINTS_HIDDEN
        return pdfium.FPDFText_GetFontSize(self._text, at) * scale, turned, is_hidden

    def _ends(self, at: int, turned: int) -> tuple[float, float]:
        """Where the sign begins and where it ends, with what it is moved on by."""
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        first, second = ((box.left, box.bottom), (box.right, box.top))
        ends = _upright(*first, turned)[0], _upright(*second, turned)[0]
        return min(ends), max(ends)


def _upright(x: float, y: float, turned: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned] if turned else (x, y)


def _silent(pdfium: Any, page: Any, signs: list[_Sign]) -> _Silent:
    """What the text objects of `page` tell that have none of `signs`: Chromium prints each glyph as one."""
    sizes = {sign.owner: sign.size for sign in signs}
    reach: dict[int, tuple[float, float]] = {}
    gaps: list[tuple[float, float]] = []
    last, ends = 0, (0.0, 0.0)
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        each = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(each, *map(ctypes.byref, (left, bottom, right, top)))
        owner = ctypes.addressof(each.contents)
        if owner in sizes:
            last, ends = owner, (left.value, right.value)
        elif right.value - left.value < 0.01:
            gaps.append((left.value, bottom.value))
        elif last and left.value - ends[1] < _NEAR * sizes[last] > ends[0] - right.value:
            ends = min(ends[0], left.value), max(ends[1], right.value)
            reach[last] = ends
    return _Silent(reach, tuple(gaps))


def _lines(signs: Iterable[_Sign]) -> list[_Line]:
    """`signs` in lines, each as long as the signs go on at one height."""
    lines: list[_Line] = []
    for sign in signs:
        line = lines[-1] if lines else None
        if line and _is_again(line.signs[-1], sign):
            continue
        if line is None or not _goes_on(line, sign):
            lines.append(_Line([sign], sign.y, sign.size))
            continue
        if _is_initial(line, sign):
            sign.is_spaced = False
            line.y, line.size = sign.y, sign.size
        elif sign.size > line.size * 1.05:
            line.y, line.size = sign.y, sign.size
        line.signs.append(sign)
    return lines


def _is_again(before: _Sign, sign: _Sign) -> bool:
    """Whether `sign` is printed over the same letter, as some programs do to make it bold."""
    is_same = before.text == sign.text and before.owner != sign.owner
    return is_same and max(abs(before.x - sign.x), abs(before.y - sign.y)) < _AGAIN * sign.size


def _goes_on(line: _Line, sign: _Sign) -> bool:
    if line.signs[-1].turned != sign.turned:
        return False
    is_raised = (sign.y > line.y) == (sign.size < line.size)
    sizes = sign.size, line.size
    near = abs(sign.y - line.y) <= _SAME_LINE * (max(sizes) if is_raised else min(sizes))
    return near or _is_initial(line, sign)


def _is_initial(line: _Line, sign: _Sign) -> bool:
    """Whether `line` is but the large first letter of the paragraph that begins with `sign`."""
    first = line.signs[0]
    is_alone = len(line.signs) == 1 and first.text.isalpha() and sign.text.isalpha()
    return is_alone and first.size > sign.size * 1.8 and first.y < sign.y < first.y + first.size


def _hang(marks: list[_Sign], lines: list[_Line]) -> None:
    """Put each of `marks` into the line in which it stands over or under a letter."""
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        near = [
            (abs(line.y - mark.y), number)
            for number, line in enumerate(lines)
            if abs(line.y - mark.y) < line.size
            and any(sign.left <= middle <= sign.right or sign.owner == mark.owner for sign in line.signs)
        ]
        if near:
            lines[min(near)[1]].signs.append(mark)


def _printed(line: _Line, silent: _Silent, right_to_left: bool, right: set[str]) -> PrintedLine:
    size = Counter(round(sign.size, 2) for sign in line.signs).most_common(1)[0][0]
    marks = _take_marks(line, size)
    if right_to_left or (right and any(sign.text in right for sign in line.signs)):
        text = _from_both_sides(line, size, silent, right_to_left)
    else:
        text = "".join(_from_the_left(line, size, silent))
    text = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return PrintedLine(" ".join(text.split()), line.y, size, tuple(marks))


def _take_marks(line: _Line, size: float) -> list[str]:
    """Take the marks of footnotes out of `line`; what is raised and no mark is a power, and stays as one."""
    marks: list[str] = []
    kept: list[_Sign] = []
    for is_raised, each in groupby(line.signs, lambda sign: _is_raised(sign, line, size)):
        signs = list(each)
        text = "".join(sign.text for sign in signs)
        before = "".join(sign.text for sign in kept[-6:])
        if is_raised and text.isdecimal() and _POWER.search(before):
            kept += [replace(sign, text=sign.text.translate(_POWERS)) for sign in signs]
        elif is_raised and kept and _MARK.fullmatch(text):
            marks.append(text)
        else:
            kept += signs
    line.signs = kept
    return marks


def _is_raised(sign: _Sign, line: _Line, size: float) -> bool:
    return sign.size < size * _SMALL and sign.y > line.y + size * _RAISED


def _from_the_left(line: _Line, size: float, silent: _Silent) -> Iterator[str]:
    """The signs of `line` in the order of the file, and its spaces."""
    before, reached = line.signs[0], -math.inf
    for sign in line.signs:
        both = before.text[-1:] + sign.text
        is_one = _BRAHMIC.search(both) and reached > sign.left - _SPACE * size
        is_far = not -_BACK * size < sign.x - before.x < _FAR * max(size, before.size)
        if (sign.is_spaced or is_far) and not is_one and not _UNSPACED.fullmatch(both):
            yield " "
        yield sign.text
        before = sign
        reached = max(reached, sign.right, silent.reach.get(sign.owner, (0, reached))[1])


def _from_both_sides(line: _Line, size: float, silent: _Silent, right_to_left: bool) -> str:
    """The text of `line`, in which letters are, or may be, written from right to left."""
    glyphs = _glyphs(line.signs, silent)
    letters = Counter(is_right_to_left(glyph.text) for glyph in glyphs if glyph.text[0].isalpha())
    if letters[True] > letters[False]:
        right_to_left = True
    elif glyphs and not letters[True]:
        right_to_left = right_to_left and glyphs[0].text in set(".,:;!?،؛؟")
    gaps = [x for x, y in silent.gaps if abs(y - line.y) < size * _SAME_LINE]
    reached = list(accumulate((glyph.right for glyph in glyphs), max))
    wide = [glyph.x - end for end, glyph in zip(reached, glyphs[1:], strict=False)]
    between = [[x for x in gaps if before.x < x < glyph.x + 0.01] for before, glyph in pairwise(glyphs)]
    is_told = sum(map(bool, between)) * 2 >= sum(gap > _SPACE * size for gap in wide)
    least = (_SURE_SPACE if is_told else _SPACE) * size
    signs = [glyph.text for glyph in glyphs[:1]]
    for (before, glyph), gap, told in zip(pairwise(glyphs), wide, between, strict=True):
        if gap > least or any(glyph.x - x > _SPACE * size / 2 for x in told):
            signs.append(" ")
        elif told and is_right_to_left(before.text) and is_right_to_left(glyph.text):
            signs.append(_NON_JOINER)
        signs.append(glyph.text)
    return in_reading_order(signs, right_to_left)


def _glyphs(signs: list[_Sign], silent: _Silent) -> list[_Sign]:
    """What each glyph of a line stands for, letters with their marks, from left to right."""
    together: dict[tuple[int, float, float, bool], list[_Sign]] = {}
    for sign in sorted(signs, key=lambda sign: sign.order):
        place = sign.owner, round(sign.x, 1), round(sign.y, 1), sign.text == _NON_JOINER
        together.setdefault(place, []).append(sign)
    owners = Counter(owner for owner, *_ in together)
    glyphs: list[_Sign] = []
    hung: list[_Sign] = []
    for (owner, *_), each in together.items():
        left, right = min(sign.left for sign in each), max(sign.right for sign in each)
        if owners[owner] == 1:
            left, right = silent.reach.get(owner, (left, right))
        glyph = replace(each[0], text=_in_order(each), left=left, right=right)
        (hung if _HUNG.match(glyph.text) else glyphs).append(glyph)
    glyphs.sort(key=lambda glyph: glyph.x - (glyph.text == _NON_JOINER) * glyph.size / 20)
    for mark in hung:
        middle = (mark.left + mark.right) / 2
        under = min(glyphs, key=lambda glyph: abs((glyph.left + glyph.right) / 2 - middle), default=None)
        if under is not None:
            at = 1 if len(under.text) > 1 and middle * 2 > under.left + under.right else len(under.text)
            under.text = under.text[:at] + mark.text + under.text[at:]
    return glyphs


def _in_order(signs: list[_Sign]) -> str:
    """The letters of one glyph as they are read: PDFium turns some round, and sets others side by side."""
    if not any(is_right_to_left(sign.text) for sign in signs):
        return "".join(sign.text for sign in signs)
    side_by_side = len({sign.left for sign in signs}) == len(signs)
    ordered = sorted(signs, key=lambda sign: -sign.left if side_by_side else -sign.order)
    text = "".join(sign.text for sign in ordered)
    return text[::-1] if _TURNED_ROUND.match(text) else text
