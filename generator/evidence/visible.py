"""The text a reader sees on a page, with the parts that stand in quotation marked."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import HTMLParser

_QUOTING = {"blockquote", "q"}
_HIDDEN = {"script", "style"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
    *("ins", "kbd", "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
    *("button", "var", "wbr"),
}
_PARTING = {"br", "q"}
_PRINTED_ATTRIBUTES = ("alt", "aria-label", "content", "title")
_BREAK = "\n\n"

# Opening and closing marks as they stand against words; a ’ within a word is an apostrophe.
_OPENING = re.compile(r"[“„«»]|(?<!\w)[\"‘]")
_PAIR = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«"
    r"|\"(?=\S)[^\"]*(?<=\S)\"(?!\w)"
    r"|‘(?:[^‘’]|(?<=\w)’(?=\w)|‘[^‘’]*’)*+(?:’(?!\w)|(?P<open>))"
)
# Within single marks that nothing closes, others close at once or, for the same reason, never.
_PAIR_WITHIN = re.compile(r"‘[^‘’]*’(?!\w)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]]*\]")
_QUOTED_LINES = re.compile(r"(?:^ {0,3}>.*(?:\n|\Z))+", re.MULTILINE)
_MARKS = re.compile("[“”]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Segments:
    """Visible text and its quoted regions: sorted, disjoint ranges (start, end) of code points."""

    text: str
    quoted: tuple[tuple[int, int], ...]


def pairs(text: str) -> Iterator[re.Match[str]]:
    """What stands between a pair of quotation marks, with them, in order and apart."""
    at = open_until = 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        is_within = opening[0] == "‘" and start < open_until
        pair = (_PAIR_WITHIN if is_within else _PAIR).match(text, start)
        at = start + 1
        if pair and pair.lastgroup:
            open_until = pair.end()
        elif pair:
            at = pair.end()
            yield pair


def visible_text(html: str) -> Segments:
    """What a reader gets from an HTML page or fragment, entities decoded, blocks apart by a blank line.

    Quoted are ``q`` and ``blockquote`` elements and what stands between a pair of quotation marks within one
    block. Labels and whatever else stands in attributes counts as text, and so do comments and data for
    programs; scripts and styles do not.
    """
    page = _VisibleText()
    parser = HTMLParser(target=page, huge_tree=True)
    parser.feed(html)
    parser.close()
    return page.segments()


def visible_plain(text: str) -> Segments:
    """The same for a text without any marks of its own."""
    return _with_quotations(_BLANK_LINE.sub(_BREAK, text.replace("\r\n", "\n")), [])


def visible_json(text: str) -> Segments:
    """The same for JSON, of which every text is a block; what is no JSON is read as plain text.

    Quoted is also the text of a schema.org Quotation.
    """
    try:
        return _with_quotations(_BREAK.join(_texts(json.loads(text))), [])
    except (ValueError, RecursionError):
        return visible_plain(text)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if data.get("@type") == "Quotation":
            words = "\n".join(_texts(data.pop("text", "")))
            yield from (f"“{_MARKS.sub('', each)}”" for each in words.splitlines())
        data = [part for pair in data.items() for part in pair]
    for part in data if isinstance(data, list) else ():
        yield from _texts(part)
    if isinstance(data, str):
        yield data


def visible_markdown(source: str) -> Segments:
    """The same for Markdown with HTML in it: ``>`` lines are quoted, link targets are no text."""
    without_targets = _FOOTNOTE_MARK.sub("", _LINK.sub(r"\1", source))
    quoted = _QUOTED_LINES.sub(_as_blockquote, without_targets)
    return visible_text(_BLANK_LINE.sub("\n<p>\n", quoted))


def _as_blockquote(lines: re.Match[str]) -> str:
    inner = re.sub(r"^ {0,3}> ?", "", lines.group(), flags=re.MULTILINE)
    return f"<blockquote>\n{inner}</blockquote>\n"


class _VisibleText:
    """Collects the text of a page and the ranges of its quoting elements, as the target of a parser."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []
        self._hidden = 0
        self._quoted: list[tuple[int, int]] = []
        self._labels: list[str] = []
        self._data: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if attributes:
            self._labels += [
                text
                for name, text in attributes.items()
                if name in _PRINTED_ATTRIBUTES or text.count(" ") > 5
            ]
        self._separate(tag)
        if tag in _QUOTING:
            self._open.append((tag, self._length))
        self._hidden += tag in _HIDDEN
        if tag == "script" and attributes.get("type", "").endswith("json"):
            self._data = []

    def end(self, tag: str) -> None:
        """An element ends, by its tag or, as in a browser, because another does."""
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag == "script" and self._data is not None:
            self._labels.append(visible_json("".join(self._data)).text)
            self._data = None
        if self._open and self._open[-1][0] == tag:
            self._quoted.append((self._open.pop()[1], self._length))
        self._separate(tag)

    def data(self, data: str) -> None:
        """Text within the element that began last."""
        if self._data is not None:
            self._data.append(data)
        if not self._hidden and not (data.isspace() and self._at_break()):
            self._add(data.replace("\r", " ").replace("\n", " "))

    def comment(self, text: str) -> None:
        """A comment, which stands in the page for anybody to read."""
        self._labels.append(text)

    def _separate(self, tag: str) -> None:
        if tag not in _INLINE:
            if not self._at_break():
                self._add(_BREAK)
        elif tag in _PARTING:
            self._add(" ")

    def _at_break(self) -> bool:
        return not self._parts or self._parts[-1] == _BREAK

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def close(self) -> None:
        """The page ends."""

    def segments(self) -> Segments:
        """The page's text, then its labels."""
        text = _BREAK.join(["".join(self._parts), *self._labels])
        return _with_quotations(text, self._quoted)


def _with_quotations(text: str, elements: list[tuple[int, int]]) -> Segments:
    """The text with what stands between marks quoted, beside the quoting `elements`."""
    quoted = list(elements)
    start = 0
    for block in text.split(_BREAK):
        quoted += [(start + pair.start(), start + pair.end()) for pair in pairs(block)]
        start += len(block) + len(_BREAK)
    return Segments(text, _united(quoted))


def _united(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges sorted, overlapping ones made one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif start < end:
            united.append((start, end))
    return tuple(united)
