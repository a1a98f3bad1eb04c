"""Reads plain text and Markdown into pieces, parted by blank lines, hard line breaks and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest import markdown
from generator.ingest.boilerplate import rule_for
from generator.ingest.fields import author_names, head_facts, line_facts
from generator.ingest.oneline import clean, one_line
from generator.ingest.printed_dates import stamp_date
from generator.ingest.types import CaptureError, Facts, Field, Kind, Piece, Reading

_WRAPPED_AT = 120
"""A block with a longer line than this was not wrapped by hand: each of its lines is a paragraph."""
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_MOST_LINES, _FRONT_MATTER_LINES = 20_000, 80
_KEY = re.compile(r"([A-Za-z_-]{2,20}):\s*(\S.*)")

Line = tuple[int, str]
"""Its number from 1, and its text."""


def read_text(text: str, name: str) -> Reading:
    """The pieces of a plain text or Markdown file, and the facts of its front matter, if it has one.

    Raises `CaptureError` for a file of more lines than an article has.
    """
    lines = list(enumerate(clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1))
    if len(lines) > _MOST_LINES:
        raise CaptureError(f"{name}: has too many lines to be an article.")
    matter, rest = _front_matter(lines)
    pieces = [piece for block in _blocks(rest) for piece in _pieces(block)]
    return Reading(tuple(pieces), _matter_facts(matter))


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for number, line in lines:
        if line.strip() and not markdown.is_definition(line):
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _pieces(block: list[Line]) -> Iterator[Piece]:
    wrapped = max(len(line) for _, line in block) <= _WRAPPED_AT
    held: list[Line] = []
    for number, line in block:
        if held and _UNDERLINE.fullmatch(line.strip()):
            yield _joined(held, Kind.TITLE if line.lstrip().startswith("=") else Kind.HEADING)
            held = []
            continue
        if held and not (wrapped and _continues(held[-1][1], line)):
            yield _joined(held)
            held = []
        held.append((number, line))
    if held:
        yield _joined(held)


def _continues(before: str, line: str) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if before.endswith(("  ", "\\")) or line.startswith("\u3000") or before.strip() == line.strip():
        return False
    if markdown.begins_item(line) or markdown.heading(line)[0] or markdown.heading(before)[0]:
        return False
    return not (_stands_alone(before) or _stands_alone(line))


def _stands_alone(line: str) -> bool:
    words = one_line(markdown.plain(line))
    return bool(rule_for(words) or line_facts(words) or head_facts(words))


def _joined(lines: list[Line], kind: Kind = Kind.TEXT) -> Piece:
    level, first = markdown.heading(lines[0][1])
    if level:
        kind = Kind.TITLE if level == 1 else Kind.HEADING
    parts = [markdown.without_item_sign(first).rstrip("\\"), *(line.rstrip("\\") for _, line in lines[1:])]
    marked = one_line("\n".join(parts))
    return Piece(
        one_line(markdown.plain(marked)),
        lines[0][0],
        kind,
        markdown.is_emphasised(marked),
        tagged=kind is Kind.TEXT and markdown.begins_item(first),
    )


def _front_matter(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    if lines[0][1].strip() == "---":
        for index in range(1, min(len(lines), _FRONT_MATTER_LINES)):
            if lines[index][1].strip() == "---":
                return lines[1:index], lines[index + 1 :]
    return [], lines


def _matter_facts(matter: list[Line]) -> Facts:
    found: dict[str, Field[str]] = {}
    for number, line in matter:
        key = _KEY.fullmatch(line.strip())
        if key:
            value = one_line(key[2].strip("\"'[] "))
            found.setdefault(key[1].lower(), Field(value, "stated", number, one_line(line)))

    def first(*keys: str) -> Field[str]:
        return next((found[key] for key in keys if key in found and found[key].value), Field())

    written, dated = first("author", "authors", "byline"), first("published", "date", "date_published")
    names = author_names(written.value or "")
    day = stamp_date(dated.value or "")
    return Facts(
        title=first("title", "headline"),
        authors=Field(names, "stated", written.line, written.evidence) if names else Field(),
        publisher=first("publisher", "site", "site_name"),
        published=Field(day, "stated", dated.line, dated.evidence) if day else Field(),
        language=first("lang", "language"),
        url=first("url", "source", "link"),
    )
