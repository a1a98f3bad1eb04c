"""How high a frame must be for what it shows, whichever of the usual widths it is given.

A frame has one height, set where it is shown. It is reckoned from the text, with letters somewhat wider than
those of common typefaces: what is left over stands as empty space above the foot. The sizes are those of
`templates/embed/style.css.j2`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from unicodedata import east_asian_width

import lxml.html
from lxml.html import HtmlElement

_WIDTHS = {320: 15.0, 400: 16.0, 480: 17.0, 640: 19.0}
"""The widths of a frame in pixels, each with the size of its letters."""
_SIZES = {
    "h1": (1.35, 1.2),
    "h2": (1.0, 1.35),
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
_LINES = ("h1", "h2", "p", "caption", "tr")
_AROUND = 1.8
_BESIDE = 2.0
_INDENT = 0.95
_HEAD = 0.34
"""The part of a table's width that its first column has."""
_BOLD = frozenset(["h2", "of", "caption", "th", "more"])
_HEAVIER = 1.06
_NARROW, _BROAD = frozenset("ijltfrI.,;:'’‘|!()[]"), frozenset("mwMW@—…%")
_MORE = 16
"""For borders and what is rounded."""


def frame_height(html: str) -> int:
    """The height in pixels of a frame for an embed, the largest that it needs at any of the usual widths."""
    page = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    body = page.body
    return ceil(max(_height(body, width, size) for width, size in _WIDTHS.items()))


def _height(body: HtmlElement, width: int, size: float) -> float:
    room = width / size - _BESIDE
    lines = sum(_room_of(each, room) for each in body.iter(*_LINES))
    apart = sum(more for each in body.iter() for name, more in _APART.items() if name in _names(each))
    drawn = sum(float(each.get("height", 0)) + _BETWEEN * size for each in body.iter("svg"))
    return (lines + apart + _AROUND) * size + drawn + _MORE


def _room_of(element: HtmlElement, room: float) -> float:
    """The height of a piece of text with the space before it, in the unit of the style sheet."""
    if element.tag == "tr":
        head, *others = element
        rows = [(head, room * _HEAD - 0.6), *((cell, room * (1 - _HEAD)) for cell in others)]
        return max(_lines(cell, width) for cell, width in rows) + 0.3
    return _lines(element, room) + _BETWEEN


def _lines(element: HtmlElement, room: float) -> float:
    near = [element, *list(element.iterancestors())[:2]]
    named = [name for each in near for name in _names(each)]
    size, height = next((_SIZES[name] for name in named if name in _SIZES), _TEXT)
    if {"indirect", "translation", "disclosed"} & set(named):
        room -= _INDENT
    marks = " —" * len(element.find_class("stance"))
    wider = _HEAVIER if _BOLD.intersection(named) else 1.0
    return _wrapped(element.text_content() + marks, room / size / wider) * size * height


def _names(element: HtmlElement) -> list[str]:
    """The classes of an element and its name; of a comment none."""
    return [*(element.get("class") or "").split(), element.tag] if isinstance(element.tag, str) else []


def _wrapped(text: str, room: float) -> int:
    """How many lines the text takes in so many of its own letters' heights."""
    lines, at = 1, 0.0
    for word in _words(text):
        if at and at + word > room:
            lines, at = lines + 1, 0.0
        lines += int(word // room)
        at = (at if word <= room else 0.0) + word % room + 0.28
    return lines


def _words(text: str) -> Iterator[float]:
    """The widths of the words; letters between which a line may end are each a word."""
    for word in text.split():
        wide = [east_asian_width(sign) in "WF" for sign in word]
        if any(wide):
            yield from (1.0 if is_wide else _letter(sign) for sign, is_wide in zip(word, wide, strict=True))
        else:
            yield sum(map(_letter, word))


def _letter(sign: str) -> float:
    if sign in _NARROW:
        return 0.36
    if sign in _BROAD:
        return 0.95
    return 0.74 if sign.isupper() else 0.58
