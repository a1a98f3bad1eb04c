"""Where a record is named in the text of another, and that text with the name changed."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.editing.nodes import Entry, Group, Text, nodes
from generator.records.model import Prose, Record, leaves
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.yamlfile import load, position

Field = tuple[str | int, ...]
Rewrite = Callable[[str], str]

_FRONT = re.compile(r"\A---[ ]*\r?\n(?P<front>.*?\n)---[ ]*(?:\r?\n|\Z)", re.DOTALL)


class Renaming:
    """The change of one reference: `old` becomes `new`."""

    def __init__(self, old: Ref, new: Ref) -> None:
        self.old, self.new = old, new
        ident = rf"{re.escape(old.id)}(?![\w-])"
        cited = rf"|(?<![\w:/-]){ident}(?=\s+(?:title|standfirst|[ph]\d+)\b)" if old.kind == "source" else ""
        self._field = re.compile(rf"(?<![\w:-])({old.kind}:)?{ident}")
        self._prose = re.compile(rf"(?<![\w:-])({old.kind}:){ident}{cited}")
        alone = "?" if "-" in old.id else ""
        self._word = re.compile(rf"(?<![\w:-])(?:{old.kind}:){alone}{ident}")

    def in_field(self, text: str) -> str:
        """The reference in a field with the new id; it keeps its kind, or does without."""
        return self._field.sub(self._put, text)

    def in_prose(self, text: str) -> str:
        """Running text with the new id in links and references; that of a source also before a paragraph."""
        return self._prose.sub(self._put, text)

    def stands_in(self, text: str) -> bool:
        """Whether the text names the old id: with its kind, or alone where it is no plain word (`flood`)."""
        return bool(self._word.search(text))

    def _put(self, match: re.Match[str]) -> str:
        return (match[1] or "") + self.new.id


def renamed(text: str, path: str, record: Record, change: Renaming) -> tuple[str, list[Problem]]:
    """The text of a record's file with every reference changed and nothing else.

    A reference in a form that cannot be changed in its place is a problem; the text is then as it was.
    """
    parts = _FRONT.match(text) if path.endswith(".md") else None
    if parts is None:
        return _yaml(text, path, 1, record, change)
    front, problems = _yaml(parts["front"], path, 2, record, change)
    return text[: parts.start("front")] + front + change.in_prose(text[parts.end("front") :]), problems


def _yaml(
    text: str, path: str, first_line: int, record: Record, change: Renaming
) -> tuple[str, list[Problem]]:
    naming = list(_naming(record, change))
    if not naming:
        return text, []
    value, root = load(text, path)[0], nodes(text)
    made, problems = text, []
    # from the last to the first, so that the places of those to come stay right
    for field, rewrite in sorted(naming, key=lambda found: -_at(root, found[0]).start):
        node = _at(root, field)
        after = made[: node.start] + rewrite(made[node.start : node.end]) + made[node.end :]
        wanted = copy.deepcopy(value)
        _rewrite_value(wanted, field, rewrite)
        if load(after, path)[0] == wanted:
            made, value = after, wanted
            continue
        line, column = position(text, field)
        dotted = ".".join(map(str, field))
        message = f"{change.old} stands here in a form that cannot be renamed"
        hint = "write the reference on one line and without codes"
        problems.append(Problem(path, line + first_line - 1, column, dotted, message, hint))
    return text if problems else made, problems


def _naming(record: Record, change: Renaming) -> Iterator[tuple[Field, Rewrite]]:
    """Every field of the front that names the record, with what renames it there."""
    for field, value in leaves(record):
        if field[0] == "notes":
            continue
        if value == change.old:
            yield field, change.in_field
        elif isinstance(value, Prose) and change.in_prose(value) != value:
            yield field, change.in_prose


def _at(root: Group, field: Field) -> Text:
    found: Text | Group = root
    for step in field:
        assert isinstance(found, Group)  # noqa: S101 - the record was read from this text
        found = _entry(found, step).value
    assert isinstance(found, Text)  # noqa: S101 - as above
    return found


def _entry(group: Group, step: str | int) -> Entry:
    if isinstance(step, int):
        return group.entries[step]
    return next(entry for entry in group.entries if entry.key and entry.key.value == step)


def _rewrite_value(value: Any, field: Field, rewrite: Rewrite) -> None:
    for step in field[:-1]:
        value = value[step]
    value[field[-1]] = rewrite(value[field[-1]])
