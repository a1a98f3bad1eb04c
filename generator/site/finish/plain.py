"""A finished page as plain Markdown (llmstxt.org): what it says and who says so, without what is round it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

SUFFIX = ".md"
"""What follows the name of the page's file in that of the Markdown beside it."""
_BEGIN, _END = "<article", "</article>"
_CUT = re.compile(r'<details class="cite[^>]*>.*?</details>|<dl class="facts path">.*?</dl>', re.DOTALL)
_DROPPED = frozenset(
    [
        *("audio", "button", "footer", "form", "input", "nav", "script", "select", "style", "svg"),
        *("template", "video"),
    ]
)
_DROPPED_CLASSES = frozenset(
    ["headerlink", "cite", "cite-line", "permalink", "back", "path", "paper-only", "terms-here"]
)
"""What serves the page on a screen or is said elsewhere: its citations, the way from copy to original."""
_BLANK = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(r"[\t\r\n\f]|  ")
_MAY_BE_MARKUP = re.compile(r"[\\`*<_\]&]")
_MARKUP = re.compile(r"[\\`*<]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])|&(?=#?\w+;)")
"""What would be Markdown within a line; all else stays as it is, so that quotations do letter for letter."""
_AT_START = re.compile(r"(\d*)(#{1,6}(?= |$)|>|[+-](?=[ -]|$)|~~~|(?<=\d)[.)](?= |$))")
"""What would be Markdown at the beginning of a line: it is escaped behind its digits."""
_BOXES = (
    *("address", "article", "aside", "dd", "details", "div", "figcaption", "figure", "header", "hgroup"),
    *("li", "main", "p", "section"),
)
_IN_BRACKETS = re.compile("[ ()]")
_ELSEWHERE = re.compile(r"[#/]|[\w.+-]+:")
"""How an address begins that does not lead on from the page."""
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_TERM = "term"
"""The class of a button whose words are part of the text: it opens what they mean."""
_BADGES = ("badge", "verdict")
"""The classes of words that a screen sets in a box of their own."""
_AROUND = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}


def plain(html: str, root: str) -> str:
    """The article of the finished page `html`; empty where it has none.

    `root` is the address of the page, with a slash at its end: links in the text lead on from there. Empty:
    they stay relative.
    """
    begin, end = html.find(_BEGIN), html.rfind(_END)
    if begin < 0 or end < 0:
        return ""
    article = _CUT.sub("", html[begin:end])  # most of what is dropped, before it is parsed
    tree = etree.fromstring(article, etree.HTMLParser(remove_comments=True))
    return "\n\n".join(_Page(root).blocks(tree.find("body"))) + "\n"


class _Page:
    """Turns the elements of one page into Markdown."""

    def __init__(self, root: str) -> None:
        steps = root.split("/")[:-1]  # scheme, nothing and host are no folders
        self._above = ["/".join([*steps[:n], ""]) for n in range(len(steps), 2, -1)]
        self._block: dict[str, Callable[[Any], list[str]]] = {
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(("ul", "ol"), self._list),
            "dl": self._definitions,
            **dict.fromkeys(_BOXES, self.blocks),
            **dict.fromkeys(("dt", "summary", "caption", "legend"), self._label),
            "blockquote": self._quotation,
            "table": self._table,
            "pre": self._verbatim,
            "hr": lambda element: ["---"],
        }

    def blocks(self, element: Any) -> list[str]:
        """The blocks that the element holds."""
        found: list[str] = []
        line: list[str] = []
        if element.text:
            line.append(_escaped(element.text))
        for child in element:
            if not _is_dropped(child):
                block = self._block.get(child.tag)
                if block is None:
                    line.append(self._inline(child))
                else:
                    _end(line, found)
                    found += block(child)
            if child.tail:
                line.append(_escaped(child.tail))
        _end(line, found)
        return found

    def _line(self, element: Any) -> str:
        """All that the element holds, in one line."""
        return _one_line(self._text(element))

    def _text(self, element: Any) -> str:
        found = [_escaped(element.text)] if element.text else []
        for child in element:
            if not _is_dropped(child):
                inside = self._inline(child)
                found.append(f" {inside} " if child.tag in self._block else inside)
            if child.tail:
                found.append(_escaped(child.tail))
        return "".join(found)

    def _inline(self, element: Any) -> str:
        tag = element.tag
        if tag == "br":
            return " "
        if tag == "img":
            alternative = _escaped(element.get("alt") or "")
            return f"![{alternative}]({self._way(element.get('src', ''))})" if alternative else ""
        text = self._text(element)
        if not text or text.isspace():
            return text
        if tag == "a" and (to := element.get("href")):
            return f"[{text.strip()}]({self._way(to)})"
        if tag == "sup" and element.get("class") == "cited":
            return f"[^{''.join(element.itertext()).strip()}]"
        if tag == "span" and (element.get("class") or "").startswith(_BADGES):
            return f"({text.strip()})"
        if mark := _AROUND.get(tag):
            return f"{mark}{text.strip()}{mark}"
        return text

    def _way(self, to: str) -> str:
        """The address that a link leads to."""
        if _IN_BRACKETS.search(to):
            to = to.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        if not self._above or _ELSEWHERE.match(to):
            return to
        up = 0
        while to.startswith("../", 3 * up):
            up += 1
        return self._above[min(up, len(self._above) - 1)] + to[3 * up :].removeprefix("./")

    def _heading(self, element: Any) -> list[str]:
        text = self._line(element)
        return [f"{_HEADINGS[element.tag]} {text}"] if text else []

    def _label(self, element: Any) -> list[str]:
        text = self._line(element)
        return [f"**{text}**"] if text else []

    def _quotation(self, element: Any) -> list[str]:
        inside = "\n\n".join(self.blocks(element))
        return ["\n".join(f"> {line}".rstrip() for line in inside.split("\n"))] if inside else []

    def _list(self, element: Any) -> list[str]:
        entries = []
        for number, entry in enumerate(element.iterchildren("li"), 1):
            inside = "\n\n".join(self.blocks(entry))
            name = entry.get("id", "")
            mark = (
                f"[^{name[5:]}]:"
                if name.startswith("note-")
                else f"{number}."
                if element.tag == "ol"
                else "-"
            )
            if inside:
                entries.append(_entry(mark, inside))
        tight = all("\n\n" not in entry for entry in entries)
        return ["\n".join(entries) if tight else "\n\n".join(entries)] if entries else []

    def _definitions(self, element: Any) -> list[str]:
        entries: list[str] = []
        for part in element.iter("dt", "dd"):
            inside = self._line(part) if part.tag == "dt" else "\n\n".join(self.blocks(part))
            if part.tag == "dt":
                entries.append(f"- **{inside}**")
            elif inside and entries:
                entries[-1] += _entry(":", inside)
        return ["\n".join(entries)] if entries else []

    def _table(self, element: Any) -> list[str]:
        rows = [
            [self._line(cell).replace("|", "\\|") for cell in row.iterchildren("th", "td")]
            for row in element.iter("tr")
        ]
        rows = [row for row in rows if any(row)]
        if not rows:
            return []
        wide = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (wide - len(row))])} |" for row in rows]
        titles = [text for caption in element.iterchildren("caption") for text in self._label(caption)]
        return [*titles, "\n".join([lines[0], f"|{' --- |' * wide}", *lines[1:]])]

    def _verbatim(self, element: Any) -> list[str]:
        text = "".join(element.itertext()).strip("\n")
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
        return [f"{fence}\n{text}\n{fence}"]


def _entry(mark: str, inside: str) -> str:
    """An entry of a list: what it holds stands in from its mark."""
    return f"{mark} " + inside.replace("\n", "\n    ").replace("\n    \n", "\n\n")


def _is_dropped(element: Any) -> bool:
    classes: str | None = element.get("class")
    if element.tag in _DROPPED:
        return classes != _TERM
    return classes is not None and not _DROPPED_CLASSES.isdisjoint(classes.split())


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text) if _MAY_BE_MARKUP.search(text) else text


def _one_line(text: str) -> str:
    return (_BLANK.sub(" ", text) if _WIDE.search(text) else text).strip()


def _end(line: list[str], found: list[str]) -> None:
    """Have the pieces of a line join the blocks, and empty it."""
    if not line:
        return
    text = _one_line("".join(line))
    line.clear()
    if text:
        found.append(_AT_START.sub(r"\1\\\2", text, count=1) if _AT_START.match(text) else text)
