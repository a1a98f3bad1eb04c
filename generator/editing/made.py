"""Writes plain data as YAML in the layout of the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.editing.layout import laid_out
from generator.editing.nodes import Entry, Group, Text

_WORDS = ("true", "false", "null", "~", "")
"""Texts that are no texts where they stand plain."""


def as_yaml(data: Mapping[str, Any]) -> str:
    """A mapping of texts, numbers, words of logic, lists and mappings as YAML; what is small on one line."""
    return laid_out(_group(data, None), None)


def _group(data: Mapping[str, Any] | list[Any], owner: Entry | None) -> Group:
    items = list(data.items()) if isinstance(data, Mapping) else [(None, item) for item in data]
    small = owner is not None and all(not isinstance(item, list | Mapping) for _, item in items)
    group = Group(isinstance(data, Mapping), small, 0, 0, owner=owner)
    for key, item in items:
        entry = Entry(Text(str(key), 0, 0) if key is not None else None, Text("", 0, 0), group)
        entry.value = _group(item, entry) if isinstance(item, list | Mapping) else _text(item)
        group.entries.append(entry)
    return group


def _text(value: Any) -> Text:
    if value is None or isinstance(value, bool):
        return Text({None: "null", True: "true", False: "false"}[value], 0, 0)
    return Text(str(value), 0, 0, '"' if value in _WORDS else "")
