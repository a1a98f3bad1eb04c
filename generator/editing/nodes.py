"""The values of a YAML text with the place of each, and room for the comments that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Scalar = str | bool | None


@dataclass(slots=True)
class Text:
    """A single value; `start` and `end` are its code points in the text, with its quotation marks."""

    value: str
    start: int
    end: int
    style: str = ""
    """`"`, `'`, `|` or `>`; empty where it stands plain."""


@dataclass(slots=True)
class Entry:
    """A field of a mapping (with its key) or an item of a list, with the comments that go where it goes."""

    key: Text | None
    value: Text | Group
    group: Group
    lead: list[str] = field(default_factory=list)
    """Comments on lines of their own above it; an empty text is an empty line."""
    trail: list[str] = field(default_factory=list)
    """Comments at the end of its line."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.key.start if self.key else self.value.start


@dataclass(slots=True)
class Group:
    """A mapping or a list; `column` counts from 0. `foot` holds the comments below its last entry."""

    mapping: bool
    flow: bool
    start: int
    column: int
    end: int = 0
    owner: Entry | None = None
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)


def nodes(text: str) -> Group:
    """Read a YAML text that `yamlfile.load` reads without a problem; it holds a mapping."""
    root = Group(True, False, 0, 0)
    within: list[Group] = []
    key: Text | None = None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionEndEvent):
            within.pop().end = _place(event.end_mark)[0]
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            continue
        node = _node(event)
        if isinstance(node, Text) and within and within[-1].mapping and key is None:
            key = node
            continue
        if within:
            entry = Entry(key, node, within[-1])
            within[-1].entries.append(entry)
            if isinstance(node, Group):
                node.owner = entry
        elif isinstance(node, Group):
            root = node
        key = None
        if isinstance(node, Group):
            within.append(node)
    return root


def _node(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Text | Group:
    start, column = _place(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        return Text(event.value, start, _place(event.end_mark)[0], event.style or "")
    mapping = isinstance(event, yaml.MappingStartEvent)
    return Group(mapping, bool(event.flow_style), start, column)


def _place(mark: Any) -> tuple[int, int]:
    """The code points before one of the parser's marks, and its column from 0."""
    return mark.index, mark.column


def entries(group: Group) -> Iterator[Entry]:
    """Every entry below `group` in the order of the text, the outer before the inner."""
    for entry in group.entries:
        yield entry
        if isinstance(entry.value, Group):
            yield from entries(entry.value)


def texts(group: Group) -> Iterator[Text]:
    """Every key and single value below `group` in the order of the text."""
    for entry in entries(group):
        if entry.key:
            yield entry.key
        if isinstance(entry.value, Text):
            yield entry.value
