"""Parts the lines at the edges of pages, which repeat or tell of the print, from the article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.ingest.boilerplate import stands_alone
from generator.ingest.oneline import ends_sentence, has_letters
from generator.ingest.paragraphs import Line, usual_gap, usual_size
from generator.ingest.types import Finding

_EDGE = 2
"""Lines at the head and at the foot of a page that may be running heads."""
_SMALLER, _APART, _WORDS, _LEAST_LINES = 0.95, 1.8, 15, 4
"""A running head of one page: its letters against those of the text, its distance in lines, its words."""
_PRINTOUT = re.compile(
    r"(?P<url>https?://\S+)(?: \d{1,4}\s?/\s?\d{1,4})?|file://.*"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}\b.*"
)
"""What a browser prints over and under a page: its address; when it was printed, and its title."""


def without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of running heads and feet, of each but the first.

    Running heads are what more than half of the pages repeat, what browsers print, and page numbers.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: _edges(each) for page, each in pages.items()}
    repeats = Counter(shape for each in edges.values() for shape in {_shape(line) for line in each})
    dropped = {
        line.number
        for each in edges.values()
        for line in each
        if (len(pages) > 1 and repeats[_shape(line)] > len(pages) / 2)
        or not has_letters(line.text)
        or _PRINTOUT.fullmatch(line.text)
    }
    if len(pages) == 1:
        dropped |= {line.number for line in _set_apart(lines)}
    worded = [line for line in lines if line.number in dropped and has_letters(line.text)]
    heads = {_shape(line): line for line in reversed(worded)}
    kept = [line for line in lines if line.number not in dropped]
    return kept, sorted(heads.values(), key=lambda line: line.number)


def printed_address(heads: Sequence[Line]) -> Finding[str]:
    """The address that a browser prints at the edge of a page."""
    for line in heads:
        found = _PRINTOUT.fullmatch(line.text)
        if found and found["url"]:
            return Finding(found["url"], "stated", line.number, line.text)
    return Finding()


def _edges(lines: list[Line]) -> list[Line]:
    """The outer lines of a page, of which some programs print both edges before or after the text."""
    high = sorted(lines, key=lambda line: -line.height)
    outer = [*lines[:_EDGE], *lines[-_EDGE:], high[0], high[-1]]
    return list({line.number: line for line in outer}.values())


def _set_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The first and the last line of a page where they are smaller than the text and far from it."""
    if len(lines) < _LEAST_LINES:
        return
    usual, size = usual_gap(lines), usual_size(lines)
    high = sorted(lines, key=lambda line: -line.height)
    for edge, beside in ((high[0], high[1]), (high[-1], high[-2])):
        is_far = abs(edge.height - beside.height) > usual * _APART > 0
        is_small = edge.size <= size * _SMALLER and len(edge.text.split()) <= _WORDS
        if is_far and is_small and not stands_alone(edge.text) and not ends_sentence(edge.text):
            yield edge


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)
