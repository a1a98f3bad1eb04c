"""Reads a YAML record: every value as text, every fault in an editor's words, every field with its place.

A small, strict part of YAML: mappings, lists and texts. Only unquoted `true`, `false`, `null`, `~` and
nothing at all are not text. What may be read in two ways (repeated keys, anchors, tags, tabs) is a fault.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

import yaml

from generator.records.problems import Problem
from generator.records.yamlfile.faults import Cursor, visible
from generator.records.yamlfile.slips import broken
from generator.records.yamlfile.tree import Collection, Entry, Tree, plain

FieldPath = tuple[str | int, ...]


class Offset(int):
    """The last step of a path into a long text: the character, from 0, that is meant."""


def load(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Read the YAML `text` of the file `path`; `first_line` is the line of the file that `text` begins on.

    Returns the mapping it holds and all faults found, sorted. Of a repeated key the first value counts. The
    mapping is `None` where the text cannot be read to its end or holds no mapping.
    """
    root, problems = tree_of(text, path, first_line)
    return plain(root) if root else None, problems


def tree_of(text: str, path: str, first_line: int = 1) -> tuple[Collection | None, list[Problem]]:
    """The same, the mapping as a tree; without problems the places in it are those of `text`."""
    clean, invisible = visible(text)
    tree = Tree(clean)
    problems = tree.problems + invisible
    told = {(each.line, each.column) for each in problems}
    if tree.broken and not invisible and (tree.broken.line, tree.broken.column) not in told:
        problems.append(tree.broken)  # else what is invisible may well have broken it
    root = tree.root if isinstance(tree.root, Collection) and tree.root.mapping and not tree.broken else None
    if root is None and not tree.broken:
        message = "the record is empty" if plain(tree.root) is None else "the record has no fields"
        problems.append(Problem("", 1, 1, "", message, "write each field on a line, as name: value"))
    return root, sorted(replace(each, path=path, line=each.line + first_line - 1) for each in problems)


def syntax_faults(text: str, path: str) -> list[Problem]:
    """Why the `text` of the file `path`, which may be any YAML, cannot be read to its end."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        return [replace(broken(text, error), path=path)]
    return []


def position(text: str, field: FieldPath) -> Cursor:
    """Return the line and column, from 1, of the value at `field` in `text`.

    An empty value has the place of its key; a missing field has that of its nearest parent's key.
    """
    found: Entry | None = None
    node = root = _tree(text).root
    for step in field:
        entry = node.entry(step) if isinstance(node, Collection) else None
        if entry is None:
            return (found.key or found.value).place if found else root.place
        found, node = entry, entry.value
    return found.place if found else root.place


@lru_cache(maxsize=16)
def _tree(text: str) -> Tree:
    return Tree(visible(text)[0])
