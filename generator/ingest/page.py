"""Reads a saved web page: parses it within bounds, then its markup's facts and its article."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.oneline import clean
from generator.ingest.page_body import article_pieces, beside_article
from generator.ingest.page_facts import page_facts
from generator.ingest.types import CaptureError, Reading

_MOST_TAGS = 100_000


def read_page(text: str, name: str) -> Reading:
    """The pieces of the article in the HTML `text`, and the facts that its markup states.

    Raises `CaptureError` for a page that is nested too deep or has too many tags to be an article.
    """
    tree = _parse(clean(text), name)
    return Reading(tuple(article_pieces(tree)), page_facts(tree), tuple(beside_article(tree)))


def _parse(text: str, name: str) -> Any:
    if text.count("<") > _MOST_TAGS:
        raise CaptureError(f"{name}: has too many tags to be an article.")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise CaptureError(f"{name}: no article text found.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise CaptureError(f"{name}: its tags are nested too deep to be an article.")
    return tree
