"""Finds the article in a saved web page: its headline, standfirst, paragraphs and section headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.oneline import clean, count_words, one_line
from generator.ingest.types import CaptureError, Chunk, LeftOut, PieceKind
from generator.lib.files import listed_beside

_MOST_TAGS = 100_000
_BODY_NAMES = re.compile(r"articleBody|(article|story|post|entry|content)[-_]*(body|content|text)\b", re.I)
_ONE = frozenset({"p", "li"})
_NEARLY_ALL, _MOST = 0.9, 0.7


_NOTES_ON_AUTHORS = re.compile(
    r"author-?_?(bio|note|info|description)|about-?_?(the-?_?)?author|bio(graphy)?$", re.I
)
_TOKEN = re.compile(r"[a-z]+")
_LISTED = {name: frozenset(words.split()) for name, words in listed_beside(__file__).items()}
"""Tags and words by their use, as `page.yml` explains them."""


def parse(text: str, name: str) -> Any:
    """The tree of the page `text`; comments are left out.

    Raises `CaptureError` for a page that is nested too deep or has too many tags to be an article.
    """
    text = clean(text)
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


def _names(element: Any) -> set[str]:
    """The words in the class and id of `element`."""
    return set(_TOKEN.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


def short_text(element: Any) -> str:
    """The text of `element`, of which only the beginning is read: enough for a headline or a byline."""
    return one_line("".join(islice(element.itertext(), 60))[:2000])


def _is_standfirst(element: Any) -> bool:
    """Whether `element` is named as a standfirst is, or is the `h2` right below the headline."""
    if element.tag == "h2":
        previous = element.getprevious()
        return previous is not None and previous.tag == "h1"
    return not _names(element).isdisjoint(_LISTED["standfirst"])


def line_of(element: Any) -> int:
    """The line on which `element` begins."""
    return int(element.sourceline or 1)


def article_pieces(tree: Any) -> list[Chunk]:
    """The headline, the standfirst, paragraphs and section headings of the article in `tree`."""
    weights = _paragraph_weights(tree)
    container = _container(tree, weights)
    pieces = _Walk(weights, weights.get(container, 0)).pieces(container)
    if any(piece.kind is PieceKind.TITLE for piece in pieces):
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
                yield LeftOut(text, line_of(element), "caption, byline or foot of the page")


def _is_beside(element: Any) -> bool:
    return element.tag in _LISTED["beside"] or not _LISTED["beside"].isdisjoint(_names(element))


def _above(tree: Any, container: Any) -> list[Chunk]:
    """The headline nearest above `container`, and the standfirst between the two."""
    title: list[Chunk] = []
    standfirst: list[Chunk] = []
    for element in tree.iter("h1", "h2", "p", "div", "span", container.tag):
        if element is container:
            break
        text = short_text(element) if element.tag == "h1" or _is_standfirst(element) else ""
        if element.tag == "h1" and count_words(text) > 1:
            title, standfirst = [Chunk(text, line_of(element), PieceKind.TITLE, tagged=True)], []
        elif 3 < count_words(text) < 80:
            standfirst = [Chunk(text, line_of(element), PieceKind.STANDFIRST, tagged=True)]
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


@dataclass
class _Walk:
    """Walks an element without recursion and gathers the text between the ends of blocks."""

    weights: dict[Any, int]
    whole: int
    parts: list[tuple[str, bool]] = field(default_factory=list)
    line: int | None = None
    kinds: list[PieceKind] = field(default_factory=list)
    emphasis: int = 0
    breaks: int = 0

    def pieces(self, container: Any) -> list[Chunk]:
        """The pieces in `container`."""
        found: list[Chunk] = []
        walker = etree.iterwalk(container, events=("start", "end"))
        skipped: Any = None
        for event, element in walker:
            if event == "start" and element is not container and self._is_boilerplate(element):
                walker.skip_subtree()
                skipped = element
                found += () if element.tag in _LISTED["inline"] else self._flush()
            elif event == "start":
                found += self._opens(element)
            else:
                found += () if element is skipped else self._closes(element)
                if element is not container and element.tail:
                    self._text(element.tail, element.sourceline)
        found += self._flush()
        return found

    def _opens(self, element: Any) -> Iterator[Chunk]:
        if element.tag in _LISTED["blocks"]:
            yield from self._flush()
            self.line = element.sourceline
        if self.kinds and self.kinds[-1] is PieceKind.AUTHOR_NOTE:
            self.kinds.append(PieceKind.AUTHOR_NOTE)
        elif _is_standfirst(element):
            self.kinds.append(PieceKind.STANDFIRST)
        elif element.tag in _LISTED["headings"]:
            self.kinds.append(PieceKind.TITLE if element.tag == "h1" else PieceKind.HEADING)
        elif _NOTES_ON_AUTHORS.search(element.get("class") or "") and not self._is_most(element):
            self.kinds.append(PieceKind.AUTHOR_NOTE)
        else:
            self.kinds.append(self.kinds[-1] if self.kinds else PieceKind.TEXT)
        self.emphasis += element.tag in _LISTED["emphasis"]
        if element.tag == "br":
            self.breaks += 1
            if self.breaks > 1:
                yield from self._flush()
            self.parts.append(("\n", False))
        if element.text:
            self._text(element.text, element.sourceline)

    def _closes(self, element: Any) -> Iterator[Chunk]:
        if element.tag in _LISTED["blocks"]:
            yield from self._flush()
        self.kinds.pop()
        self.emphasis -= element.tag in _LISTED["emphasis"]

    def _text(self, text: str, line: int | None) -> None:
        if text.strip():
            self.breaks = 0
            self.line = self.line or line
        self.parts.append((text, self.emphasis > 0))

    def _flush(self) -> Iterator[Chunk]:
        text = one_line("".join(part for part, _ in self.parts))
        emphasised = all(set_off for part, set_off in self.parts if part.strip())
        kind = self.kinds[-1] if self.kinds else PieceKind.TEXT
        if text:
            yield Chunk(text, self.line or 1, kind, emphasised, tagged=True)
        self.parts, self.line, self.breaks = [], None, 0

    def _is_boilerplate(self, element: Any) -> bool:
        if (
            not isinstance(element.tag, str)
            or element.tag in _LISTED["never"]
            or element.get("hidden") is not None
        ):
            return True
        if "display:none" in (element.get("style") or "").replace(" ", "").lower():
            return True
        return bool(_names(element) & _LISTED["boilerplate"]) and not self._is_most(element)

    def _is_most(self, element: Any) -> bool:
        return self.weights.get(element, 0) > self.whole * 0.4
