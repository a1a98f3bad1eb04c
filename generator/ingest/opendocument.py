"""Reads an OpenDocument text (.odt, .fodt).

Its elements are those of HTML by other names. The one library for it, odfpy, had its last release in 2020 and
makes HTML with styles, numbers and notes that would have to be taken out again.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.document import FOOTNOTE, read_document
from generator.ingest.packed import DAMAGED, Packed, xml_of
from generator.ingest.types import CaptureError, Extract

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _OFFICE, _STYLE = (f"{{{_OASIS}:{name}:1.0}}" for name in ("text", "office", "style"))
_TABLE, _DRAW, _META, _FO, _SVG = (
    f"{{{_OASIS}:{name}:1.0}}" for name in ("table", "drawing", "meta", "xsl-fo-compatible", "svg-compatible")
)
_DC = "{http://purl.org/dc/elements/1.1/}"
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
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note-citation",
    f"{_TEXT}ruby-text",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}table-of-content",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
    f"{_SVG}title",
    f"{_SVG}desc",
}
_SPACES = {f"{_TEXT}s", f"{_TEXT}tab"}
_DEEPEST = 200
_STYLES = {"Title": "h1", "Subtitle": "p"}


def read_opendocument(data: bytes, name: str) -> Extract:
    """The text of the document. Raises `CaptureError` where it is locked, damaged or unpacks to too much."""
    packed = Packed(data, name)
    if b"encryption-data" in packed.get("META-INF/manifest.xml", b""):
        raise CaptureError(f"{name}: is encrypted; save a copy without a password.")
    meta = [packed.xml("meta.xml")] if "meta.xml" in packed else []
    return _read(packed.xml("content.xml"), meta, name)


def read_flat_opendocument(data: bytes, name: str) -> Extract:
    """The same of a document in one XML file. Raises `CaptureError`."""
    try:
        root = xml_of(data)
    except etree.XMLSyntaxError as error:
        raise CaptureError(f"{name}: {DAMAGED}.") from error
    return _read(root, [root], name)


def _read(content: Any, meta: list[Any], name: str) -> Extract:
    text = next(content.iter(f"{_OFFICE}text"), None)
    if text is None:
        raise CaptureError(f"{name}: {DAMAGED}.")
    body = lxml_html.Element("body")
    _Copy(content).into(body, text, name)
    said = {"title": f"{_DC}title", "author": f"{_META}initial-creator", "date": f"{_META}creation-date"}
    properties = {
        what: next((each.text or "" for root in meta for each in root.iter(path)), "")
        for what, path in said.items()
    }
    return read_document(body, properties)


class _Copy:
    """Copies elements of OpenDocument as those of HTML."""

    def __init__(self, content: Any) -> None:
        styles = list(content.iter(f"{_STYLE}style"))
        self._parents = {each.get(f"{_STYLE}name"): each.get(f"{_STYLE}parent-style-name") for each in styles}
        self._emphatic = {each.get(f"{_STYLE}name") for each in styles if _is_emphatic(each)}

    def into(self, target: Any, source: Any, name: str, depth: int = 0) -> None:
        """Append the content of the element `source` to the HTML element `target`."""
        if depth > _DEEPEST:
            raise CaptureError(f"{name}: its tags are nested too deep to be an article.")
        _add(target, source.text)
        for each in source.iterchildren(etree.Element):
            if each.tag in _SPACES:
                _add(target, " ")
            elif each.tag not in _NEVER:
                inner = target
                for tag, attributes in self._tags(each):
                    inner = etree.SubElement(inner, tag, attributes)
                self.into(inner, each, name, depth + 1)
            _add(target, each.tail)

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
