"""Reads plain text and Markdown into pieces, parted by blank lines, hard line breaks and headings."""

import re
import string
from collections.abc import Iterator

import yaml

from generator.ingest.boilerplate import stands_alone
from generator.ingest.fields import author_names
from generator.ingest.oneline import clean, one_line
from generator.ingest.printed_dates import stamp_date
from generator.ingest.types import CaptureError, Chunk, Extract, Finding, Findings, PieceKind

_WRAPPED_AT = 120
"""A block with a longer line than this was not wrapped by hand: each of its lines is a paragraph."""
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_MOST_LINES, _FRONT_MATTER_LINES = 20_000, 80
_KEY = re.compile(r"([A-Za-z_-]{2,20}):(?:\s|$)")
_LONGEST_ENTRY = 2_000  # the YAML library crashes on what is nested too deep
_NULL = "tag:yaml.org,2002:null"

_HIDE = {ord(sign): 0xFDD0 + number for number, sign in enumerate(string.punctuation)}
"""The 32 signs that may be escaped, on the 32 noncharacters, which no text holds."""
_SHOW = {hidden: chr(sign) for sign, hidden in _HIDE.items()}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|\[\d*\])")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_STARS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+)(?<=[^\s*])\1(?![\w*])")
_LINE_BELOW = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_]+)(?<=[^\s_])\1(?![\w_])")
_ALL_OF_IT = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]+\1")
_HEADING = re.compile(r"(#{1,6})\s")
_ITEM = re.compile(r"(?:>\s?|[-*+•]\s+)+")
_DEFINITION = re.compile(r"\[[^\[\]]+\]:\s*\S+.*")

NumberedLine = tuple[int, str]
"""Its number from 1, and its text."""


def read_text(text: str, name: str, warnings: tuple[str, ...] = ()) -> Extract:
    """The pieces of a plain text or Markdown file, the facts of its front matter, and the `warnings` given.

    Raises `CaptureError` for a file of more lines than an article has.
    """
    lines = list(enumerate(clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1))
    if len(lines) > _MOST_LINES:
        raise CaptureError(f"{name}: has too many lines to be an article.")
    matter, rest = _front_matter(lines)
    pieces = [piece for block in _blocks(rest) for piece in _pieces(block)]
    return Extract(tuple(pieces), _matter_facts(matter), warnings=warnings)


def _blocks(lines: list[NumberedLine]) -> Iterator[list[NumberedLine]]:
    block: list[NumberedLine] = []
    for number, line in lines:
        if line.strip() and not _DEFINITION.fullmatch(line.strip()):
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _pieces(block: list[NumberedLine]) -> Iterator[Chunk]:
    wrapped = max(len(line) for _, line in block) <= _WRAPPED_AT
    held: list[NumberedLine] = []
    for number, line in block:
        if held and _UNDERLINE.fullmatch(line.strip()):
            yield _joined(held, PieceKind.TITLE if line.lstrip().startswith("=") else PieceKind.HEADING)
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
    if _ITEM.match(line.lstrip()) or _HEADING.match(line.strip()) or _HEADING.match(before.strip()):
        return False
    return not any(stands_alone(one_line(plain(each))) for each in (before, line))


def _joined(lines: list[NumberedLine], kind: PieceKind = PieceKind.TEXT) -> Chunk:
    first = lines[0][1].strip()
    heading = _HEADING.match(first)
    if heading:
        kind = PieceKind.TITLE if len(heading[1]) == 1 else PieceKind.HEADING
        first = first[heading.end() :].rstrip("#").strip()
    item = _ITEM.match(first)
    parts = [first[item.end() :] if item else first, *(line for _, line in lines[1:])]
    marked = one_line("\n".join(part.rstrip("\\") for part in parts))
    return Chunk(
        one_line(plain(marked)),
        lines[0][0],
        kind,
        emphasised=bool(_ALL_OF_IT.fullmatch(marked)),
        tagged=kind is PieceKind.TEXT and item is not None,
        listed=item is not None and not first.startswith(">"),
    )


def plain(text: str) -> str:
    """`text` as a reader sees it: links as their words, no emphasis marks, no escapes, no images."""
    text = _ESCAPED.sub(lambda found: found[1].translate(_HIDE), text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _AUTOLINK.sub(r"\1", text)
    for _ in range(3):
        text = _LINE_BELOW.sub(r"\2", _STARS.sub(r"\2", text))
    return text.translate(_SHOW)


def _front_matter(lines: list[NumberedLine]) -> tuple[list[NumberedLine], list[NumberedLine]]:
    if lines[0][1].strip() == "---":
        for index in range(1, min(len(lines), _FRONT_MATTER_LINES)):
            if lines[index][1].strip() == "---":
                return lines[1:index], lines[index + 1 :]
    return [], lines


def _matter_facts(matter: list[NumberedLine]) -> Findings:
    found: dict[str, Finding[str]] = {}
    entries: list[list[NumberedLine]] = []
    for number, line in matter:
        if _KEY.match(line):
            entries.append([])
        if entries:
            entries[-1].append((number, line))
    for entry in entries:
        key, value = _entry("\n".join(line for _, line in entry))
        evidence = one_line("\n".join(line for _, line in entry))
        found.setdefault(key.lower(), Finding(value, "stated", entry[0][0], evidence))

    def first(*keys: str) -> Finding[str]:
        return next((found[key] for key in keys if key in found and found[key].value), Finding())

    written, dated = first("author", "authors", "byline"), first("published", "date", "date_published")
    names = author_names(written.value or "")
    day = stamp_date(dated.value or "")
    return Findings(
        title=first("title", "headline"),
        authors=Finding(names, "stated", written.line, written.evidence) if names else Finding(),
        publisher=first("publisher", "site", "site_name"),
        published=Finding(day, "stated", dated.line, dated.evidence) if day else Finding(),
        language=first("lang", "language"),
        url=first("url", "source", "link"),
    )


def _entry(text: str) -> tuple[str, str]:
    """The key and the value of an entry of front matter, of which each is YAML, or nearly so."""
    key, _, rest = text.partition(":")
    if len(text) > _LONGEST_ENTRY:
        return key, one_line(rest)
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
        value = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    except (yaml.YAMLError, RecursionError):
        return key, one_line(rest)
    values = value.value if isinstance(value, yaml.SequenceNode) else [value]
    said = (each for each in values if isinstance(each, yaml.ScalarNode) and each.tag != _NULL)
    return key, ", ".join(one_line(each.value) for each in said)
