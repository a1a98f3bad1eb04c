"""Reads a saved web page: its article, the facts that it states, and where it was saved."""

import re

from generator.ingest.decoding import decode
from generator.ingest.page import Page, parse
from generator.ingest.page_facts import Head, page_facts, printed_facts, stated_titles
from generator.ingest.saved import Saved, saved_by, without_toolbars
from generator.ingest.second_reading import described_paragraphs, share_of
from generator.ingest.types import Chunk, Extract, PieceKind

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGIN, _END = re.compile(r"<html\b", re.IGNORECASE), re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_PRINTED = 0.5
"""A page that has less of the text that it describes does not print it."""


def is_page(data: bytes, name: str) -> bool:
    """Whether a file is a web page, by its name or its first tag."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_PAGE.match(data[:8000]))


def read_page(data: bytes, name: str, charset: str | None = None, holder: Saved | None = None) -> Extract:
    """The article of the page `data` and what it states; `holder` and `charset` are what holds it says of it.

    Raises `CaptureError` for what is too deep or too large to be an article, or in an unknown character set.
    """
    text, warnings = decode(data, name, page=True, charset=charset)
    if _BEGIN.search(text) and not _END.search(text):
        warnings += ("the page has no end (</html>): it may be cut",)
    tree = parse(text, name)
    without_toolbars(tree)
    saved = [*saved_by(text), *([holder] if holder else [])]
    head = Head.of(tree)
    parted = Page(tree)
    pieces, left_out = parted.read([each.value or "" for each in stated_titles(head, tree)])
    described = described_paragraphs(head.body)
    printed = " ".join([*(piece.text for piece in pieces), *(left.text for left in left_out)])
    if share_of(" ".join(described), printed) < _PRINTED:
        pieces = [piece for piece in pieces if piece.kind is PieceKind.TITLE]
        pieces += [Chunk(text, head.line, tagged=True) for text in described]
        warnings += ("the page does not print its article: the text is that of its description (JSON-LD)",)
    facts = page_facts(head, tree, parted, saved)
    return Extract(
        tuple(pieces),
        facts.or_else(printed_facts(parted.head)),
        tuple(left_out),
        warnings=warnings,
        described="\n".join(described),
        page=text,
    )
