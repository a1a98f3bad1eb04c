"""Loaded words: those that stand only inside quotation marks, in records and on hand-written pages alike."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.check.rules.walk import all_records, rule
from generator.evidence.visible import pairs
from generator.lib.text import line_and_column, replaced
from generator.records.dataset import Dataset, Fault
from generator.records.model import Cited, Entity, Glossary, Record, Source
from generator.records.model.documentary import LOADED, Words
from generator.records.model.record import leaves
from generator.records.problems import Problem
from generator.records.reader import THE_GLOSSARY
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath, Offset

HINT = "put it in quotation marks with its speaker, or say it in other words"

_CODE = re.compile(r"^ {0,3}```.*?^ {0,3}```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"\]\([^()\n]*\)")
_BLOCK = re.compile(r".+(?:\n.+)*")
_QUOTED_LINE = re.compile(r"^ {0,3}>.*$", re.MULTILINE)
_OF_THE_SOURCES = frozenset(
    {"quote", "as_named", "described_as", "hedge", "names", "search_as", "stub", "remark"}
)
"""Fields that hold what sources print, or what no reader sees."""


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
    texts: list[tuple[Ref, Record | Glossary]] = [*all_records(dataset), (THE_GLOSSARY, dataset.glossary)]
    for ref, record in texts:
        for path, value in leaves(record):
            if isinstance(value, str) and _is_ours(record, path):
                for offset, word in unquoted(value, dataset.words):
                    place = (*path, Offset(offset)) if isinstance(value, Cited) else path
                    yield Fault(ref, place, message(word), HINT)


def _is_ours(record: Record | Glossary, path: FieldPath) -> bool:
    printed = {Source: {"title", "subtitle"}, Entity: {"name"}}
    of_kind = next((fields for kind, fields in printed.items() if isinstance(record, kind)), set())
    return path[0] not in of_kind and _OF_THE_SOURCES.isdisjoint(path)
