"""Reads a YAML record: every value as text, every fault in an editor's words, every field with its place.

A small, strict part of YAML: mappings, lists and texts. Only unquoted `true`, `false`, `null`, `~` and
nothing at all are not text. What may be read in two ways (repeated keys, anchors, tags, tabs) is a fault.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.records.problems import Problem
from generator.records.yamlfile.characters import visible
from generator.records.yamlfile.tree import Path, Place, Tree, read

__all__ = ["load", "position"]


def load(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Read the YAML `text` of the file `path`; `first_line` is the line of the file that `text` begins on.

    Returns the mapping it holds and all faults found, sorted. Of a repeated key the first value counts. The
    mapping is `None` where the text cannot be read to its end or holds no mapping.
    """
    clean, invisible = visible(text)
    tree = read(clean)
    problems = tree.problems + invisible
    if tree.broken and not invisible:  # else what is invisible may well have broken it
        problems.append(tree.broken)
    value = tree.root if isinstance(tree.root, dict) and not tree.broken else None
    if value is None and not tree.broken:
        message = "the record is empty" if tree.root is None else "the record has no fields"
        problems.append(Problem("", 1, 1, "", message, "write each field on a line, as name: value"))
    return value, sorted(replace(each, path=path, line=each.line + first_line - 1) for each in problems)


def position(text: str, field: Path, *, key: bool = False) -> Place:
    """Return the line and column, from 1, of the value at `field` in `text`; with `key`, those of its key.

    An empty value has the place of its key; a missing field has that of its nearest parent's key.
    """
    places = _tree(text).places
    if field in places:
        return places[field][0 if key else 1]
    while field and field not in places:
        field = field[:-1]
    return places.get(field, ((1, 1), (1, 1)))[0]


@lru_cache(maxsize=16)
def _tree(text: str) -> Tree:
    return read(visible(text)[0])
