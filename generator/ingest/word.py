"""Reads a Word document (.docx)."""

import io
import re
from contextlib import suppress

from lxml import etree

from generator.ingest.document import FOOTNOTE, read_document
from generator.ingest.packed import Packed, xml_of
from generator.ingest.page import parse
from generator.ingest.types import CaptureError, Extract, LeftOut
from generator.ingest.word_parts import Sieve, beside, hidden_styles, named, shown_letters
from generator.lib.zipped import zipped

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
"""
_PART = re.compile(r"\.(?:xml|rels)$")
_NO_PART = re.compile(r"^(?:customXml|docProps)/|/(?:theme|charts|embeddings|media|glossary)/")
"""Parts in which no text of the document stands."""
_TEXTS = "w:document", "w:footnotes", "w:endnotes"
"""The roots of the parts with text, first that with the text itself."""
_PROPERTIES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "date": "{http://purl.org/dc/terms/}created",
}


def read_word(data: bytes, name: str) -> Extract:
    """The text of the document. Raises `CaptureError` where it is locked, damaged or unpacks to too much."""
    import mammoth  # only where such a document is read

    packed = Packed(data, name)
    try:
        parts, left_out, letters = _parts(packed, name)
        html = mammoth.convert_to_html(
            io.BytesIO(zipped(parts.items(), stored=parts)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda image: {}),
        ).value
    except CaptureError:
        raise
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
    return read_document(tree, _properties(packed, name), left_out, letters)


def _parts(packed: Packed, name: str) -> tuple[dict[str, bytes], list[LeftOut], int]:
    """The parts that the text is read from, what of them is left out, and how many letters the text has."""
    parts = {path: packed[path] for path in packed if _PART.search(path) and not _NO_PART.search(path)}
    roots = {path: xml_of(data, name) for path, data in parts.items()}
    hidden = {ident for root in roots.values() if named(root) == "w:styles" for ident in hidden_styles(root)}
    sieve = Sieve(hidden)
    letters = 0
    for path, root in roots.items():
        if words := beside(root):
            sieve.left_out += words
            del parts[path]
        if named(root) in _TEXTS:
            sieve.sift(root)
            parts[path] = etree.tostring(root)
        if named(root) == _TEXTS[0]:
            letters += shown_letters(root)
    return parts, sieve.left_out, letters


def _properties(packed: Packed, name: str) -> dict[str, str]:
    with suppress(KeyError, etree.XMLSyntaxError):
        core = xml_of(packed["docProps/core.xml"], name)
        return {field: core.findtext(path) or "" for field, path in _PROPERTIES.items()}
    return {}
