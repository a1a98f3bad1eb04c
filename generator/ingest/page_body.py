"""Finds the article in a page: the element that holds it, its headline and its standfirst."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.ingest.oneline import count_words, one_line
from generator.ingest.page_walk import Walk, is_standfirst, names, short_text
from generator.ingest.types import Kind, LeftOut, Piece

_BODY_NAMES = re.compile(r"articleBody|(article|story|post|entry|content)[-_]*(body|content|text)\b", re.I)
_BESIDE = frozenset({"figcaption", "footer", "address", "byline", "caption", "credit"})
"""Tags, and words of a class or id, that set something beside the article."""
_ONE = frozenset({"p", "li"})
_NEARLY_ALL, _MOST = 0.9, 0.7


def article_pieces(tree: Any) -> list[Piece]:
    """The headline, the standfirst, paragraphs and section headings of the article in `tree`."""
    weights = _paragraph_weights(tree)
    container = _container(tree, weights)
    pieces = Walk(weights, weights.get(container, 0)).pieces(container)
    if any(piece.kind is Kind.TITLE for piece in pieces):
        return pieces
    above = _above(tree, container)
    shown = {piece.text for piece in above}
    return above + [piece for piece in pieces if piece.text not in shown]


def beside_article(tree: Any) -> Iterator[LeftOut]:
    """The captions, bylines and feet of the page; an element within another of them is told with it."""
    for element in tree.iter(etree.Element):
        if _is_beside(element) and not any(map(_is_beside, element.iterancestors())):
            text = one_line(element.text_content())
            if text:
                yield LeftOut(text, element.sourceline or 1, "caption, byline or foot of the page")


def _is_beside(element: Any) -> bool:
    return element.tag in _BESIDE or not _BESIDE.isdisjoint(names(element))


def _above(tree: Any, container: Any) -> list[Piece]:
    """The headline nearest above `container`, and the standfirst between the two."""
    title: list[Piece] = []
    standfirst: list[Piece] = []
    for element in tree.iter("h1", "h2", "p", "div", "span", container.tag):
        if element is container:
            break
        text = short_text(element) if element.tag == "h1" or is_standfirst(element) else ""
        if element.tag == "h1" and count_words(text) > 1:
            title, standfirst = [Piece(text, element.sourceline or 1, Kind.TITLE, tagged=True)], []
        elif 3 < count_words(text) < 80:
            standfirst = [Piece(text, element.sourceline or 1, Kind.STANDFIRST, tagged=True)]
    return title + (standfirst if title else [])


def _paragraph_weights(tree: Any) -> dict[Any, int]:
    """For each element the number of characters in the paragraphs inside it."""
    weights: dict[Any, int] = {}
    for element in reversed(list(tree.iter(etree.Element))):
        own = len(one_line(element.text_content())) if element.tag == "p" else weights.get(element, 0)
        parent = element.getparent()
        if own:
            weights[element] = own
        if own and parent is not None:
            weights[parent] = weights.get(parent, 0) + own
    return weights


def _container(tree: Any, weights: dict[Any, int]) -> Any:
    """The innermost element that holds the article: one that says so, else most of the paragraphs' text."""
    in_order = [
        element for element in tree.iter(etree.Element) if element in weights and element.tag not in _ONE
    ]
    named = [element for element in in_order if _says_article(element)]
    most = max((weights[element] for element in named), default=0)
    if most:
        return [element for element in named if weights[element] >= most * _NEARLY_ALL][-1]
    most = max(weights.values(), default=0)
    body = tree.find("body")
    holding = [element for element in in_order if weights[element] >= most * _MOST]
    return holding[-1] if holding else (body if body is not None else tree)


def _says_article(element: Any) -> bool:
    if element.tag in {"article", "main"} or element.get("role") in {"main", "article"}:
        return True
    return element.tag != "body" and bool(
        _BODY_NAMES.search(f"{element.get('itemprop') or ''} {element.get('class') or ''}")
    )
