"""How one value is written in YAML: plain, in quotation marks or folded over lines."""

import json
import re
from functools import lru_cache

import yaml

from generator.records.yamlfile import load

WIDTH = 120
"""The most characters of a line."""

_ON_ITS_LINE = ("k: {}\n", "k:\n  - {}\n")
_IN_BRACKETS = ("k: [{}, 0]\n", "k: {{k: {}, n: 0}}\n")
_BREAK = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@lru_cache(maxsize=4096)
def spelled(text: str, *, quoted: bool = False, in_brackets: bool = False) -> str:
    """`text` on one line: plain where the loader reads the same text then, else in quotation marks.

    `in_brackets` says that it stands inside `[…]` or `{…}`, where commas part values; `quoted` that an
    editor put it in quotation marks: they stay where other readers of YAML take it for no text.
    """
    if _stays_plain(text, _IN_BRACKETS if in_brackets else _ON_ITS_LINE) and not (
        quoted and _is_no_text_elsewhere(text)
    ):
        return text
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    marked = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", marked)


def folded(text: str, indent: int) -> list[str] | None:
    """`text` as the head (`>-`) and the lines of a folded block, None where folding would change it."""
    body = text.removesuffix("\n")
    if not body or any(line != line.strip() for line in body.split("\n")) or "\t" in text:
        return None
    if body.startswith("\n") or body.endswith("\n") or not (_BREAK.search(body) or "\n" in text):
        return None
    paragraphs = re.split("(\n+)", body)
    lines: list[str] = []
    for paragraph, breaks in zip(paragraphs[::2], [*paragraphs[1::2], ""], strict=True):
        lines += [" " * indent + line for line in _wrapped(paragraph, WIDTH - indent)]
        lines += [""] * len(breaks)
    return [">" if text != body else ">-", *lines]


def _wrapped(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in _BREAK.split(paragraph):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _stays_plain(text: str, places: tuple[str, ...]) -> bool:
    """Whether the loader reads the text itself where it stands plain in these places."""
    meant = [{"k": value} for value in (text, [text], [text, "0"], {"k": text, "n": "0"})]
    return (
        "\n" not in text
        and text != ""
        and all(load(place.format(text), "") in [(value, []) for value in meant] for place in places)
    )


def _is_no_text_elsewhere(text: str) -> bool:
    """Whether stock YAML reads a number, a date or a word of logic."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return node is not None and node.tag != "tag:yaml.org,2002:str"
