"""Loaded words: those that stand only inside quotation marks, in records and on hand-written pages alike."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.check.rules.walk import rule, texts
from generator.evidence.visible import pairs
from generator.lib.text import line_and_column, replaced
from generator.records.dataset import Dataset, Fault
from generator.records.model import Cited, Entity, Source
from generator.records.model.documentary import LOADED, Words
from generator.records.problems import Problem
from generator.records.yamlfile import Offset

HINT = "put it in quotation marks with its speaker, or say it in other words"

_CODE = re.compile(r"^ {0,3}```.*?^ {0,3}```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"\]\([^()\n]*\)")
_BLOCK = re.compile(r".+(?:\n.+)*")
_QUOTED_LINE = re.compile(r"^ {0,3}>.*$", re.MULTILINE)
_PRINTED: list[tuple[type, set[str]]] = [(Source, {"title", "subtitle"}), (Entity, {"name"})]
"""Fields of a kind that hold what sources print."""


def unquoted(text: str, words: Words) -> Iterator[tuple[int, str]]:
    """The loaded words that stand outside quotation marks in `text`, which may be Markdown: offset and word.

    Code and the targets of links are no text. A pair of marks stands in one paragraph.
    """
    loaded = _pattern(tuple(words[LOADED].words) if LOADED in words else ())
    if loaded is None or not loaded.search(text):
        return
    for pattern in (_CODE, _TARGET, _QUOTED_LINE):
        text = pattern.sub(_blank, text)
    text = _BLOCK.sub(lambda block: replaced(block[0], pairs(block[0]), _blank), text)
    for match in loaded.finditer(text):
        yield match.start(), match[0]


@cache
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds every form in the list; an entry of it holds several with commas between."""
    forms = [form for entry in entries for part in entry.split(",") if (form := part.strip())]
    every = "|".join(map(re.escape, forms))
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE) if forms else None


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"\S", " ", match[0])


def loaded_on_pages(dataset: Dataset, pages: Mapping[str, bytes]) -> list[Problem]:
    """A problem for each loaded word outside quotation marks on hand-written `pages`, by their paths."""
    return [
        Problem(path, *line_and_column(text, offset), message=message(word), hint=HINT)
        for path, data in sorted(pages.items())
        for text in [data.decode("utf-8-sig", errors="replace")]
        for offset, word in unquoted(text, dataset.words)
    ]


def message(word: str) -> str:
    """What is wrong with a loaded word of our own."""
    return f"the loaded word “{word}” stands outside quotation marks"


@rule
def loaded_word(dataset: Dataset) -> Iterator[Fault]:
    """A word of the list `loaded` in `words.yml` stands only inside quotation marks in our own texts."""
    for ref, record, path, text in texts(dataset):
        if not any(isinstance(record, kind) and path[0] in fields for kind, fields in _PRINTED):
            for offset, word in unquoted(text, dataset.words):
                place = (*path, Offset(offset)) if isinstance(text, Cited) else path
                yield Fault(ref, place, message(word), HINT)
