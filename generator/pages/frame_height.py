"""How high a frame must be for what it shows, whichever of the usual widths it is given.

A frame has one height, set where it is shown. It is reckoned from the text, with letters somewhat wider than
those of common typefaces: what is left over stands as empty space above the foot. The sizes are those of
`templates/embed/style.css.j2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from unicodedata import east_asian_width

import lxml.html
from lxml.html import HtmlElement

_WIDTHS = {320: 15.0, 480: 17.0, 640: 19.0}
"""The widths of a frame in pixels, each with the size of its letters."""
_SIZES = {
    "h1": (1.35, 1.2),
    "of": (1.0, 1.35),
    "caption": (1.0, 1.35),
    "words": (1.1, 1.4),
    "translation": (1.0, 1.45),
    **dict.fromkeys(("what", "standing", "who", "route", "wording", "fine", "more", "footer"), (0.85, 1.45)),
    **dict.fromkeys(("th", "td"), (0.85, 1.45)),
}
"""Size and height of the lines of what has such a class or name."""
_TEXT = (1.0, 1.45)
_BETWEEN = 0.35
_APART = {"card": 1.3, "moment": 0.9, "table": 1.3, "footer": 1.3, "onward": 0.5, "accounts": 0.35}
"""What stands between the lines that end one piece and begin the next, and between two pieces."""
_LINES = ("h1", "p", "caption", "tr")
_AROUND = 1.8
_BESIDE = 2.0
_INDENT = 0.95
_INDENTED = frozenset(["indirect", "translation", "disclosed"])
_HEAD = 0.34
"""The part of a table's width that its first column has."""
_BOLD = frozenset(["of", "caption", "th", "more"])
_HEAVIER = 1.06
_NARROW, _BROAD = frozenset("ijltfrI.,;:'’‘|!()[]"), frozenset("mwMW@—…%")
_SPACE = 0.28
_MORE = 16
"""For borders and what is rounded."""


def frame_height(html: str) -> int:
    """The height in pixels of a frame for an embed, the largest that it needs at any of the usual widths."""
    page = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    rows = [_row(each) for each in page.body.iter(*_LINES)]
    apart = sum(_APART[name] for each in page.body.iter() for name in _names(each) if name in _APART)
    svgs = [float(each.get("height", 0)) for each in page.body.iter("svg")]
    fixed = apart + _AROUND + _BETWEEN * len(svgs)
    return ceil(
        max(
            (sum(_high(row, width / size - _BESIDE) for row in rows) + fixed) * size + sum(svgs) + _MORE
            for width, size in _WIDTHS.items()
        )
    )


@dataclass(frozen=True)
class _Piece:
    """Text that is wrapped: its words' widths, in the height of its letters.

    `size` and `line` are the heights of its letters and lines, `share` is its part of the room, less `less`;
    all in the unit of the style sheet.
    """

    words: list[float]
    size: float
    line: float
    share: float
    less: float
    breaks: int
    """How many lines end before the room does."""


def _row(element: HtmlElement) -> list[_Piece]:
    """The pieces that stand beside each other."""
    if element.tag != "tr":
        return [_piece(element, 1.0, 0.0)]
    return [
        _piece(cell, _HEAD, 0.6) if n == 0 else _piece(cell, 1 - _HEAD, 0.0) for n, cell in enumerate(element)
    ]


def _piece(element: HtmlElement, share: float, less: float) -> _Piece:
    above = element.getparent()
    named = [
        name for each in (element, above, above.getparent()) if each is not None for name in _names(each)
    ]
    size, height = next((_SIZES[name] for name in named if name in _SIZES), _TEXT)
    if not _INDENTED.isdisjoint(named):
        less += _INDENT
    wider = _HEAVIER if not _BOLD.isdisjoint(named) else 1.0
    text = element.text_content() + " —" * len(element.find_class("stance"))
    words = [width * wider for word in text.split() for width in _widths(word)]
    return _Piece(words, size, size * height, share, less, sum(1 for _ in element.iter("br")))


def _high(row: list[_Piece], room: float) -> float:
    """The height of pieces beside each other with the space before them, in the unit of the style sheet."""
    lines = (
        (_wrapped(each.words, (room * each.share - each.less) / each.size) + each.breaks) * each.line
        for each in row
    )
    return max(lines) + _BETWEEN


def _names(element: HtmlElement) -> list[str]:
    """The classes of an element and its name; of a comment none."""
    return [*(element.get("class") or "").split(), element.tag] if isinstance(element.tag, str) else []


def _wrapped(words: list[float], room: float) -> int:
    """How many lines words of these widths take in so much room."""
    lines, at = 1, 0.0
    for word in words:
        if at and at + word > room:
            lines, at = lines + 1, 0.0
        if word > room:
            lines += int(word // room)
            at, word = 0.0, word % room
        at += word + _SPACE
    return lines


@lru_cache(maxsize=20_000)
def _widths(word: str) -> tuple[float, ...]:
    """The width of a word; letters between which a line may end are each a word."""
    if word.isascii() or not any(east_asian_width(sign) in "WF" for sign in word):
        return (sum(map(_letter, word)),)
    return tuple(1.0 if east_asian_width(sign) in "WF" else _letter(sign) for sign in word)


def _letter(sign: str) -> float:
    if sign in _NARROW:
        return 0.36
    if sign in _BROAD:
        return 0.95
    return 0.74 if sign.isupper() else 0.58
