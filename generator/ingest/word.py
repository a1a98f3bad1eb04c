"""Reads a Word document (.docx)."""

import io
from contextlib import suppress

from lxml import etree

from generator.ingest.document import FOOTNOTE, read_document
from generator.ingest.packed import Packed, xml_of
from generator.ingest.page import parse
from generator.ingest.types import CaptureError, Extract

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
"""
_PROPERTIES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "date": "{http://purl.org/dc/terms/}created",
}


def read_word(data: bytes, name: str) -> Extract:
    """The text of the document. Raises `CaptureError` where it is locked, damaged or unpacks to too much."""
    packed = Packed(data, name)
    import mammoth  # only where such a document is read

    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
        ).value
    except Exception as error:
        raise CaptureError(
            f"{name}: is no Word document that can be read; save it again as .docx."
        ) from error
    tree = parse(f"<html><body>{html}</body></html>", name)
    for mark in tree.xpath("//a[starts-with(@id, 'footnote-ref-') or starts-with(@id, 'endnote-ref-')]"):
        mark.drop_tree()
    for back in tree.xpath(
        "//a[starts-with(@href, '#footnote-ref-') or starts-with(@href, '#endnote-ref-')]"
    ):
        back.drop_tree()
    for note in tree.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        note.set("class", FOOTNOTE)
    return read_document(tree, _properties(packed))


def _properties(packed: Packed) -> dict[str, str]:
    with suppress(KeyError, etree.XMLSyntaxError):
        core = xml_of(packed["docProps/core.xml"])
        return {name: core.findtext(path) or "" for name, path in _PROPERTIES.items()}
    return {}
