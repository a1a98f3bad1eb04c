"""Pieces of pages as well-formed XHTML for a book: every link is decided, and nothing is left that a book cannot hold."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

_SVG = "http://www.w3.org/2000/svg"
_CAPITALS = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
"""Attributes of SVG that the parser of HTML writes small."""
_ON_SCREEN_ONLY = frozenset({"acts", "hash", "headerlink", "permalink"})
"""What serves only on the site, by class."""
_NAMING = ("aria-labelledby", "aria-describedby")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINKED = ("http", "https", "mailto")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PLACE = "data-place"
"""On an element: the address from the root of the site whose matter it holds."""


@dataclass(frozen=True)
class Places:
    """Where a link leads: `held` are part and id of what the book holds, by address from the site's root.

    `address` is that of the site, empty where it is not known: what the book does not hold is then no link.
    """

    held: Mapping[str, tuple[str, str]]
    address: str

    def of(self, to: str, start: str = "") -> tuple[str, str] | str | None:
        """The part and id in the book, an address of the web, or None for no link.

        `start` is the address of the page that the link is on.
        """
        if urlsplit(to).scheme:
            return to if urlsplit(to).scheme in _LINKED else None
        place = urljoin(f"/{start}", to).removeprefix("/")
        page = place.partition("#")[0]
        found = self.held.get(place) or self.held.get(page)
        return found or (f"{self.address}{place}" if self.address else None)


@dataclass(frozen=True)
class Piece:
    """A piece of a book; `prefix` begins each of its ids, `places` are the ids of what it holds.

    `page` is the address of the page of the site that it stands for.
    """

    root: HtmlElement
    prefix: str
    page: str
    places: Mapping[str, str]

    def xhtml(self, href: Callable[[str], str | None], shift: int = 0, notes: str = "") -> str:
        """The piece as XML; `href` turns a link into that of the book, None where there is none.

        Headings move down by `shift` levels. Notes stand at the end, under the heading `notes`; without it
        each in the text, behind its number.
        """
        root = copy.deepcopy(self.root)
        _gather(root, self.prefix, notes)
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                element.tag = _HEADINGS[min(_HEADINGS.index(element.tag) + shift, 5)]
            elif "href" in element.attrib and element.tag in ("a", "area"):
                _lead(element, self._local(element.get("href")) or href(element.get("href")))
        return etree.tostring(root, encoding="unicode")

    def _local(self, to: str) -> str | None:
        return f"#{self.prefix}-{to[1:]}" if to.startswith("#") else None


def in_xml(text: str) -> str:
    """The text with a sign of its own for each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def piece(html: str, prefix: str, page: str) -> Piece:
    """The HTML as a piece of a book, whatever it holds; its links and ids are those of the page at `page`."""
    root = document_fromstring(f"<html><body>{in_xml(html)}</body></html>").body
    root.tag = "section"
    places = {page: prefix}
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            element.drop_tree()
        elif not _ON_SCREEN_ONLY.isdisjoint(element.get("class", "").split()):
            element.drop_tree()
    for number, element in enumerate(list(root.iter())):
        if element.get("id"):
            places[f"{page}#{element.get('id')}"] = f"{prefix}-{element.get('id')}"
        _settle(element, prefix)
        if place := element.attrib.pop(PLACE, None):
            name = element.get("id") or f"{prefix}-{number}"
            element.set("id", name)
            places.setdefault(urljoin(f"/{page}", place).removeprefix("/"), name)
    _mark_the_key(root, prefix)
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for element in root.iter("a"):
        to = element.get("href", "")
        if to.startswith("#") and f"{prefix}-{to[1:]}" not in ids:
            _lead(element, None)
    root.set("id", prefix)
    return Piece(root, prefix, page, places)


def _settle(element: HtmlElement, prefix: str) -> None:
    """What XML, or a reader of books, wants otherwise."""
    for name in list(element.attrib):
        if name in _CAPITALS:
            element.set(_CAPITALS[name], element.attrib.pop(name))
        elif name in ("focusable", "tabindex") or (name.startswith("data-") and name != PLACE):
            del element.attrib[name]
    if element.get("id"):
        element.set("id", f"{prefix}-{element.get('id')}")
    if element.get("lang"):
        element.set("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang"))
    if element.tag == "svg" and not any(parent.tag == "svg" for parent in element.iterancestors()):
        element.set("xmlns", _SVG)
        element.set("direction", "ltr")  # a drawing mirrors itself; a style sheet in a book must not say so
    for name, value in element.attrib.items():
        if name in _NAMING:
            element.set(name, " ".join(f"{prefix}-{each}" for each in value.split()))
        elif value.startswith("url(#"):
            element.set(name, value.replace("url(#", f"url(#{prefix}-"))
    if element.tag == "use":
        element.set("href", f"#{prefix}-{element.get('href', '#')[1:]}")
    if element.tag == "details":
        _unfold(element)


def _unfold(details: HtmlElement) -> None:
    """Have stand open what folds on the site: notes beside their passage, anything else in its sentence."""
    is_notes = "notes" in details.get("class", "").split()
    details.tag = "div" if is_notes else "span"
    for summary in list(details.iter("summary")):
        if is_notes:
            summary.drop_tree()
        summary.tag = "span"
    for words in () if is_notes else details.iter("p"):
        words.tag = "span"


def _mark_the_key(root: HtmlElement, prefix: str) -> None:
    """Draw before each stance in the key of a drawing its mark, which the site draws by a style sheet."""
    keys = [word for key in root.find_class("key") for word in key.find_class("stance")]
    marks = {element.get("id") for element in root.iter("symbol")}
    for word in keys:
        name = f"{prefix}-mark-{word.get('class').split()[-1]}"
        if name not in marks:
            continue
        svg = etree.SubElement(word, "svg", {"xmlns": _SVG, "viewBox": "0 0 16 16", "class": "sign"})
        svg.set("aria-hidden", "true")
        etree.SubElement(svg, "use", {"href": f"#{name}", "width": "16", "height": "16"})
        word.insert(0, svg)
        svg.tail, word.text = word.text, None


def _gather(root: HtmlElement, prefix: str, title: str) -> None:
    """Have the notes stand where `Piece.xhtml` says; readers of books open them where they are met."""
    notes = [note for beside in root.find_class("notes") for note in beside.iter("li")]
    for mark in root.find_class("cited"):
        for link in mark.iter("a"):
            link.set("role", "doc-noteref")
            link.set("epub:type", "noteref")
    if notes and title:
        end = etree.SubElement(root, "section", {"class": "endnotes", "role": "doc-endnotes"})
        end.set("epub:type", "endnotes")
        etree.SubElement(end, "h2").text = title
        etree.SubElement(end, "ol").extend(notes)
    elif notes:
        marks = {mark.get("id"): mark for mark in root.find_class("cited")}
        for note in notes:
            mark = marks.get(f"{prefix}-cited-{note.get('id').rpartition('-')[2]}")
            if mark is not None:
                for words in (note, *note.iter("p")):
                    words.tag = "span"
                note.set("class", "note")
                note.tail, mark.tail = mark.tail, None
                mark.addnext(note)
    for beside in root.find_class("notes"):
        beside.drop_tree()


def _lead(link: HtmlElement, to: str | None) -> None:
    """Have the link lead there, or be no link."""
    if to is not None:
        link.set("href", to)
        return
    link.attrib.pop("href", None)
    link.attrib.pop("rel", None)
    link.tag = "g" if any(parent.tag == "svg" for parent in link.iterancestors()) else "span"
