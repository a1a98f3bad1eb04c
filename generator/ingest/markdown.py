"""Markdown without its marks: links, emphasis, escapes, list and quotation signs."""

from __future__ import annotations

import re
import string

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


def plain(text: str) -> str:
    """`text` as a reader sees it: links as their words, no emphasis marks, no escapes, no images."""
    text = _ESCAPED.sub(lambda found: found[1].translate(_HIDE), text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _AUTOLINK.sub(r"\1", text)
    for _ in range(3):
        text = _LINE_BELOW.sub(r"\2", _STARS.sub(r"\2", text))
    return text.translate(_SHOW)


def is_emphasised(text: str) -> bool:
    """Whether one pair of emphasis marks holds all of `text`."""
    return bool(_ALL_OF_IT.fullmatch(text.strip()))


def heading(line: str) -> tuple[int, str]:
    """The level (1–6, or 0 for none) and the words of a heading line (`## Words`)."""
    line = line.strip()
    found = _HEADING.match(line)
    return (len(found[1]), line[found.end() :].rstrip("#").strip()) if found else (0, line)


def begins_item(line: str) -> bool:
    """Whether a list item or a quotation begins on `line`."""
    return bool(_ITEM.match(line.lstrip()))


def without_item_sign(line: str) -> str:
    """`line` without the sign of a list item or a quotation."""
    line = line.lstrip()
    sign = _ITEM.match(line)
    return line[sign.end() :] if sign else line


def is_definition(line: str) -> bool:
    """Whether `line` only says where a numbered link leads."""
    return bool(_DEFINITION.fullmatch(line.strip()))
