"""Joins the printed lines of a PDF into paragraphs and headings."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.boilerplate import stands_alone
from generator.ingest.hyphens import Hyphens
from generator.ingest.oneline import ends_sentence, one_line
from generator.ingest.types import Chunk

_LARGER, _CLOSE = 1.15, 1.6
"""Letters of a heading against those of the text, and the distance of its lines in sizes of its letters."""


@dataclass(frozen=True)
class Line:
    """A printed line: its text, its number in the extracted text, its height on the page and letter size."""

    text: str
    number: int
    page: int
    height: float
    size: float
    marks: tuple[str, ...]


def usual_size(lines: Sequence[Line]) -> float:
    """The letter size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def usual_gap(lines: Sequence[Line]) -> float:
    """The distance between the feet of most lines; 0 where no line stands below another."""
    gaps = [gap for gap in (_gap(before, line) for before, line in pairwise(lines)) if gap > 0]
    return statistics.median_low(gaps) if gaps else 0.0


def paragraphs(lines: list[Line], hyphens: Hyphens) -> list[Chunk]:
    """The paragraphs and headings of `lines`, which stand in the order in which they are read."""
    if not lines:
        return []
    width = statistics.quantiles([len(line.text) for line in lines] * 2, n=10)[-1]
    usual, size = usual_gap(lines), usual_size(lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_wrapped_heading(before, line, size) or _goes_on(before, line, width, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Chunk(_join(group, hyphens), group[0].number) for group in groups]


def _gap(before: Line, line: Line) -> float:
    return before.height - line.height if before.page == line.page else 0.0


def _is_wrapped_heading(before: Line, line: Line, size: float) -> bool:
    """Whether both lines are set larger than the text, of the letter size `size`, and close together."""
    is_large = before.size > size * _LARGER and abs(before.size - line.size) <= 0.5
    return is_large and 0 < _gap(before, line) < before.size * _CLOSE and not stands_alone(before.text)


def _goes_on(before: Line, line: Line, width: float, usual: float) -> bool:
    """Whether `line` goes on with the paragraph that `before` is in."""
    if abs(before.size - line.size) > 0.5 or _gap(before, line) > usual * 1.4 + 0.1:
        return False
    if stands_alone(before.text) or stands_alone(line.text):
        return False
    short = len(before.text) < width * 0.85
    return not (short and (ends_sentence(before.text) or len(before.text) < width * 0.6))


def _join(lines: list[Line], hyphens: Hyphens) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = hyphens.joined(text, line.text) or f"{text}\n{line.text}"
    return one_line(text)
