"""Walks the element that holds an article: paragraphs, headings, standfirst and author notes, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree

from generator.ingest.oneline import one_line
from generator.ingest.types import Kind, Piece


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER = _set(
    "script style noscript template svg math button select option textarea form iframe object nav "
    "aside footer figure figcaption picture video audio rt rp head dialog menu"
)
_BLOCKS = _set(
    "p div section article main header blockquote li ul ol dl dt dd pre td th tr table tbody address "
    "center hr body h1 h2 h3 h4 h5 h6"
)
_HEADINGS = _set("h1 h2 h3 h4 h5 h6")
_EMPHASIS = _set("em i strong b")
_FURNITURE = _set(
    "share sharing social related newsletter comments promo advert advertisement ads sidebar nav "
    "navbar navigation menu footer breadcrumb breadcrumbs caption credit cookie cookies subscribe "
    "subscription donate donation paywall tags topics recommended recirculation trending widget "
    "toolbar byline timestamp pagination signup banner"
)
_NOTES_ON_AUTHORS = re.compile(
    r"author-?_?(bio|note|info|description)|about-?_?(the-?_?)?author|bio(graphy)?$", re.I
)
_INLINE = _set("script style noscript template svg math button rt rp")
_STANDFIRST = _set("standfirst dek deck subtitle subheadline strapline sottotitolo chapeau")
_TOKEN = re.compile(r"[a-z]+")


def names(element: Any) -> set[str]:
    """The words in the class and id of `element`."""
    return set(_TOKEN.findall(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


def short_text(element: Any) -> str:
    """The text of `element`, of which only the beginning is read: enough for a headline or a byline."""
    return one_line("".join(islice(element.itertext(), 60))[:2000])


def is_standfirst(element: Any) -> bool:
    """Whether `element` is named as a standfirst is, or is the `h2` right below the headline."""
    if element.tag == "h2":
        previous = element.getprevious()
        return previous is not None and previous.tag == "h1"
    return not names(element).isdisjoint(_STANDFIRST)


@dataclass
class Walk:
    """Walks an element without recursion and gathers the text between the ends of blocks."""

    weights: dict[Any, int]
    whole: int
    parts: list[tuple[str, bool]] = field(default_factory=list)
    line: int | None = None
    kinds: list[Kind] = field(default_factory=list)
    emphasis: int = 0
    breaks: int = 0

    def pieces(self, container: Any) -> list[Piece]:
        """The pieces in `container`."""
        found: list[Piece] = []
        walker = etree.iterwalk(container, events=("start", "end"))
        skipped: Any = None
        for event, element in walker:
            if event == "start" and element is not container and self._is_furniture(element):
                walker.skip_subtree()
                skipped = element
                found += () if element.tag in _INLINE else self._flush()
            elif event == "start":
                found += self._opens(element)
            else:
                found += () if element is skipped else self._closes(element)
                if element is not container and element.tail:
                    self._text(element.tail, element.sourceline)
        found += self._flush()
        return found

    def _opens(self, element: Any) -> Iterator[Piece]:
        if element.tag in _BLOCKS:
            yield from self._flush()
            self.line = element.sourceline
        if self.kinds and self.kinds[-1] is Kind.AUTHOR_NOTE:
            self.kinds.append(Kind.AUTHOR_NOTE)
        elif is_standfirst(element):
            self.kinds.append(Kind.STANDFIRST)
        elif element.tag in _HEADINGS:
            self.kinds.append(Kind.TITLE if element.tag == "h1" else Kind.HEADING)
        elif _NOTES_ON_AUTHORS.search(element.get("class") or "") and not self._is_most(element):
            self.kinds.append(Kind.AUTHOR_NOTE)
        else:
            self.kinds.append(self.kinds[-1] if self.kinds else Kind.TEXT)
        self.emphasis += element.tag in _EMPHASIS
        if element.tag == "br":
            self.breaks += 1
            if self.breaks > 1:
                yield from self._flush()
            self.parts.append(("\n", False))
        if element.text:
            self._text(element.text, element.sourceline)

    def _closes(self, element: Any) -> Iterator[Piece]:
        if element.tag in _BLOCKS:
            yield from self._flush()
        self.kinds.pop()
        self.emphasis -= element.tag in _EMPHASIS

    def _text(self, text: str, line: int | None) -> None:
        if text.strip():
            self.breaks = 0
            self.line = self.line or line
        self.parts.append((text, self.emphasis > 0))

    def _flush(self) -> Iterator[Piece]:
        text = one_line("".join(part for part, _ in self.parts))
        emphasised = all(set_off for part, set_off in self.parts if part.strip())
        kind = self.kinds[-1] if self.kinds else Kind.TEXT
        if text:
            yield Piece(text, self.line or 1, kind, emphasised, tagged=True)
        self.parts, self.line, self.breaks = [], None, 0

    def _is_furniture(self, element: Any) -> bool:
        if not isinstance(element.tag, str) or element.tag in _NEVER or element.get("hidden") is not None:
            return True
        if "display:none" in (element.get("style") or "").replace(" ", "").lower():
            return True
        return bool(names(element) & _FURNITURE) and not self._is_most(element)

    def _is_most(self, element: Any) -> bool:
        return self.weights.get(element, 0) > self.whole * 0.4
