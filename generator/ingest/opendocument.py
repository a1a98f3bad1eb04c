"""Reads an OpenDocument text (.odt, .fodt).

Its elements are those of HTML by other names. The one library for it, odfpy, had its last release in 2020 and
makes HTML with styles, numbers and notes that would have to be taken out again.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.document import FOOTNOTE, read_document
from generator.ingest.oneline import one_line
from generator.ingest.packed import DAMAGED, Packed, xml_of
from generator.ingest.types import CaptureError, Extract, LeftOut

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _OFFICE, _STYLE = (f"{{{_OASIS}:{name}:1.0}}" for name in ("text", "office", "style"))
_TABLE, _DRAW, _META, _FO, _SVG = (
    f"{{{_OASIS}:{name}:1.0}}" for name in ("table", "drawing", "meta", "xsl-fo-compatible", "svg-compatible")
)
_DC = "{http://purl.org/dc/elements/1.1/}"
_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_TAGS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}list-header": "li",
    f"{_TEXT}note-body": "div",
    f"{_TEXT}line-break": "br",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
    f"{_DRAW}text-box": "div",
}
_NEVER = {
    f"{_TEXT}tracked-changes": "deleted while changes were tracked",
    f"{_TEXT}ruby-text": "ruby",
    f"{_TEXT}table-of-content": "table of contents",
    f"{_OFFICE}annotation": "comment",
    _MATH: "formula",
    f"{_TEXT}note-citation": "",
    f"{_TEXT}sequence-decls": "",
    f"{_TEXT}script": "",
    f"{_OFFICE}forms": "",
    f"{_OFFICE}binary-data": "",
    f"{_SVG}title": "",
    f"{_SVG}desc": "",
}
"""Elements that are left out, and why; those without a reason hold no words of the document."""
_HIDDEN = "hidden text"
_UNSPOKEN = {f"{_OFFICE}change-info", f"{_DC}creator", f"{_DC}date", f"{_META}date-string"}
"""Elements, in those that are left out, that hold no words."""
_OF_PAGES = tuple(f"{_STYLE}{name}" for name in ("header", "footer"))
_SPACES = {f"{_TEXT}s", f"{_TEXT}tab"}
_DEEPEST = 200
_OBJECT = re.compile(r"[^/]+/content\.xml")
"""The content of what is set into a document, such as a formula."""
_STYLES = {"Title": "h1", "Subtitle": "p"}


def read_opendocument(data: bytes, name: str) -> Extract:
    """The text of the document. Raises `CaptureError` where it is locked, damaged or unpacks to too much."""
    packed = Packed(data, name)
    if b"encryption-data" in packed.get("META-INF/manifest.xml", b""):
        raise CaptureError(f"{name}: is encrypted; save a copy without a password.")
    beside = [packed.xml(path) for path in ("meta.xml", "styles.xml") if path in packed]
    beside += [packed.xml(path) for path in packed if _OBJECT.fullmatch(path)]
    return _read(packed.xml("content.xml"), beside, name)


def read_flat_opendocument(data: bytes, name: str) -> Extract:
    """The same of a document in one XML file. Raises `CaptureError`."""
    try:
        root = xml_of(data, name)
    except etree.XMLSyntaxError as error:
        raise CaptureError(f"{name}: {DAMAGED}.") from error
    return _read(root, [root], name)


def _read(content: Any, beside: list[Any], name: str) -> Extract:
    """The text in `content`; `beside` is what says something of it, or is shown round it or in it."""
    text = next(content.iter(f"{_OFFICE}text"), None)
    if text is None:
        raise CaptureError(f"{name}: {DAMAGED}.")
    body = lxml_html.Element("body")
    copy = _Copy(content, beside)
    copy.into(body, text, name)
    said = {"title": f"{_DC}title", "author": f"{_META}initial-creator", "date": f"{_META}creation-date"}
    properties = {
        what: next((each.text or "" for root in beside for each in root.iter(path)), "")
        for what, path in said.items()
    }
    return read_document(body, properties, [*copy.left_out, *_left_out(beside)])


def _left_out(beside: list[Any]) -> Iterator[LeftOut]:
    for root in beside:
        if root.tag == _MATH:
            yield from _of(root, "formula")
        for each in root.iter(etree.Element):
            if each.tag.startswith(_OF_PAGES):
                yield from _of(each, "running head or foot")


def _of(element: Any, reason: str, line: int = 1) -> Iterator[LeftOut]:
    """The words of an element that is left out."""
    words = one_line(_words(element))
    if words:
        yield LeftOut(words, line, reason, beside=False)


def _words(element: Any) -> str:
    if element.tag in _UNSPOKEN:
        return ""
    inner = (f"{_words(each)}{each.tail or ''}" for each in element.iterchildren(etree.Element))
    space = " " if element.tag in {f"{_TEXT}p", f"{_TEXT}h", *_SPACES} else ""
    return f"{element.text or ''}{''.join(inner)}{space}"


class _Copy:
    """Copies elements of OpenDocument as those of HTML; `left_out` is what it does not copy."""

    def __init__(self, content: Any, beside: list[Any]) -> None:
        self.left_out: list[LeftOut] = []
        self._line = 0
        styles = list(content.iter(f"{_STYLE}style"))
        self._parents = {each.get(f"{_STYLE}name"): each.get(f"{_STYLE}parent-style-name") for each in styles}
        self._emphatic = {each.get(f"{_STYLE}name") for each in styles if _is_emphatic(each)}
        common = [each for root in beside for each in root.iterfind(f"{_OFFICE}styles/{_STYLE}style")]
        self._displays = {each.get(f"{_STYLE}name"): _display(each) for each in (*common, *styles)}

    def into(self, target: Any, source: Any, name: str, depth: int = 0) -> None:
        """Append the content of the element `source` to the HTML element `target`."""
        if depth > _DEEPEST:
            raise CaptureError(f"{name}: its tags are nested too deep to be an article.")
        _add(target, source.text)
        for each in source.iterchildren(etree.Element):
            self._line += each.tag in {f"{_TEXT}p", f"{_TEXT}h"}
            reason = _HIDDEN if self._is_hidden(each) else _NEVER.get(each.tag)
            if each.tag in _SPACES:
                _add(target, " ")
            elif reason:
                self.left_out += _of(each, reason, max(self._line, 1))
            elif reason is None:
                inner = target
                for tag, attributes in self._tags(each):
                    inner = etree.SubElement(inner, tag, attributes)
                self.into(inner, each, name, depth + 1)
            _add(target, each.tail)

    def _is_hidden(self, source: Any) -> bool:
        """Whether an element is not shown: by itself, by its condition or by its style."""
        display: str = source.get(f"{_TEXT}display", "")
        hides: bool = source.get(f"{_TEXT}is-hidden") == "true"
        if source.tag == f"{_TEXT}section":
            return display == "none" or (display == "condition" and hides)
        if source.tag == f"{_TEXT}hidden-text":
            return hides
        if source.tag == f"{_TEXT}p" and any(
            each.get(f"{_TEXT}is-hidden") == "true" for each in source.iter(f"{_TEXT}hidden-paragraph")
        ):
            return True
        style, seen = source.get(f"{_TEXT}style-name"), set[str]()
        while style in self._displays and style not in seen:
            seen.add(style)
            display, style = self._displays[style]
            if display:
                return display == "none"
        return False

    def _tags(self, source: Any) -> Iterator[tuple[str, dict[str, str]]]:
        """The HTML elements, one in the other, that stand for `source`."""
        style = source.get(f"{_TEXT}style-name")
        named = self._parents.get(style) or style
        tag = _TAGS.get(source.tag)
        if source.tag == f"{_TEXT}h":
            level = source.get(f"{_TEXT}outline-level") or "1"
            yield f"h{min(int(level) if level.isdecimal() else 1, 6) or 1}", {}
        elif tag == "p" and named in _STYLES:
            yield _STYLES[named], {"class": named.lower()}
        elif tag:
            yield tag, {"class": FOOTNOTE} if source.tag == f"{_TEXT}note-body" else {}
        if style in self._emphatic:
            yield "b", {}


def _display(style: Any) -> tuple[str, str | None]:
    """What a style says of whether its text is shown, empty where it says nothing; and the style above it."""
    kept = style.find(f"{_STYLE}text-properties")
    said = "" if kept is None else kept.get(f"{_TEXT}display") or ""
    return said, style.get(f"{_STYLE}parent-style-name")


def _is_emphatic(style: Any) -> bool:
    kept = style.find(f"{_STYLE}text-properties")
    return kept is not None and (
        kept.get(f"{_FO}font-weight") == "bold" or kept.get(f"{_FO}font-style") == "italic"
    )


def _add(target: Any, text: str | None) -> None:
    """Append `text` to what stands in `target`."""
    if not text:
        return
    last = target[-1] if len(target) else None
    if last is None:
        target.text = (target.text or "") + text
    else:
        last.tail = (last.tail or "") + text
