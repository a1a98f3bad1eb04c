"""Pieces of pages as well-formed XHTML for a book, in which every link is decided."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from generator.lib.language import gettext as _

_SVG = "http://www.w3.org/2000/svg"
_CAPITALS = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
"""Attributes of SVG that the parser of HTML writes small."""
_ON_SCREEN_ONLY = frozenset({"acts", "hash", "headerlink", "letters", "permalink"})
"""What serves only on the site, by class."""
_NAMING = ("id", "aria-labelledby", "aria-describedby")
_FETCHED = frozenset({"audio", "embed", "iframe", "object", "script", "style", "video"})
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
class BookPiece:
    """A piece of a book; `prefix` begins each of its ids, `places` are the ids of what it holds.

    `page` is the address of the page of the site that it stands for.
    """

    root: HtmlElement
    prefix: str
    page: str
    places: Mapping[str, str]

    def xhtml(self, href: Callable[[str], str | None], shift: int = 0) -> str:
        """The piece as XML; `href` turns a link into that of the book, None where there is none.

        Headings move down by `shift` levels.
        """
        root = copy.deepcopy(self.root)
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                element.tag = _HEADINGS[min(_HEADINGS.index(element.tag) + shift, 5)]
            elif "href" in element.attrib and element.tag in ("a", "area"):
                _lead(element, self._local(element.get("href")) or href(element.get("href")))
        return str(etree.tostring(root, encoding="unicode"))

    @property
    def pictures(self) -> list[str]:
        """The addresses of the pictures in it."""
        return [image.get("src") for image in self.root.iter("img")]

    def _local(self, to: str) -> str | None:
        return f"#{self.prefix}-{to[1:]}" if to.startswith("#") else None


def in_xml(text: str) -> str:
    """The text with a sign of its own for each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def piece(html: str, prefix: str, page: str, pictures: Collection[str] = ()) -> BookPiece:
    """The HTML as a piece of a book, whatever it holds; its links and ids are those of the page at `page`.

    The book has the `pictures`, by their addresses from the root of the site; of another its words remain.
    """
    root = document_fromstring(f"<html><body>{in_xml(html)}</body></html>").body
    root.tag = "section"
    places = {page: prefix}
    for element in list(root.iter()):
        is_comment = not isinstance(element.tag, str)
        if is_comment or not _ON_SCREEN_ONLY.isdisjoint(element.get("class", "").split()):
            element.drop_tree()
        else:
            _fetch_nothing(element, page, pictures)
    for number, element in enumerate(list(root.iter())):
        if element.get("id"):
            places[f"{page}#{element.get('id')}"] = f"{prefix}-{element.get('id')}"
        _settle(element, prefix)
        if place := element.attrib.pop(PLACE, None):
            name = element.get("id") or f"{prefix}-{number}"
            element.set("id", name)
            places.setdefault(urljoin(f"/{page}", place).removeprefix("/"), name)
    _mark_the_key(root, prefix)
    _gather(root)
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for element in root.iter("a"):
        to = element.get("href", "")
        if to.startswith("#") and f"{prefix}-{to[1:]}" not in ids:
            _lead(element, None)
    root.set("id", prefix)
    return BookPiece(root, prefix, page, places)


def _fetch_nothing(element: HtmlElement, page: str, pictures: Collection[str]) -> None:
    """Leave out what is fetched but the pictures of the book; of others the words remain."""
    if element.tag in _FETCHED:
        element.drop_tree()
    elif element.tag in ("picture", "source"):  # the parser has a picture stand within its sources
        element.drop_tag()
    elif element.tag == "img":
        src = urljoin(f"/{page}", element.get("src", "")).removeprefix("/")
        words = element.get("alt", "")
        element.attrib.clear()
        if src in pictures:
            element.attrib.update({"src": src, "alt": words})
        else:
            element.tag, element.text = "span", words


def _settle(element: HtmlElement, prefix: str) -> None:
    """What XML, or a reader of books, wants otherwise."""
    for name, value in list(element.attrib.items()):
        if name in _CAPITALS:
            element.set(_CAPITALS[name], element.attrib.pop(name))
        elif name in ("focusable", "tabindex") or (name.startswith("data-") and name != PLACE):
            del element.attrib[name]
        elif name in _NAMING:
            element.set(name, " ".join(f"{prefix}-{each}" for each in value.split()))
        elif value.startswith("url(#"):
            element.set(name, value.replace("url(#", f"url(#{prefix}-"))
        elif name == "lang":
            element.set("{http://www.w3.org/XML/1998/namespace}lang", value)
    if element.tag == "svg" and not any(parent.tag == "svg" for parent in element.iterancestors()):
        element.set("xmlns", _SVG)
        element.set("direction", "ltr")  # a drawing mirrors itself; a style sheet in a book must not say so
    elif element.tag == "use":
        element.set("href", f"#{prefix}-{element.get('href', '#')[1:]}")
    elif element.tag == "details":
        _unfold(element)


def _unfold(details: HtmlElement) -> None:
    """Have what folds on the site stand open: the notes to be gathered, anything else in its sentence."""
    if "sidenotes" in details.get("class", "").split():
        details.tag = "div"
        return
    for inner in (details, *details.iter("summary", "p")):
        inner.tag = "span"
    details[0].tail = _(": ")


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


def _gather(root: HtmlElement) -> None:
    """Have all notes stand at the end, as readers of books find them, and open them where they are met."""
    notes = [note for beside in root.find_class("sidenotes") for note in beside.iter("li")]
    for link in (link for mark in root.find_class("cited") for link in mark.iter("a")):
        link.set("role", "doc-noteref")
        link.set("epub:type", "noteref")
    if notes:
        end = etree.SubElement(root, "section", {"class": "endnotes", "role": "doc-endnotes"})
        end.set("epub:type", "endnotes")
        etree.SubElement(end, "h2").text = _("Notes")
        etree.SubElement(end, "ul").extend(notes)  # each says its own number
    for beside in root.find_class("sidenotes"):
        beside.drop_tree()


def _lead(link: HtmlElement, to: str | None) -> None:
    """Have the link lead there, or be no link."""
    if to is not None:
        link.set("href", to)
        return
    link.attrib.pop("href", None)
    link.attrib.pop("rel", None)
    link.tag = "g" if any(parent.tag == "svg" for parent in link.iterancestors()) else "span"
