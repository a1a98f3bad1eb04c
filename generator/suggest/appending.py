"""Adds an item to a list in the text of a record; every other character stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from generator.records.yamlfile import load
from generator.suggest.yamltext import block, flow, with_missing

_BEFORE = "added"


class AppendError(ValueError):
    """The item cannot be added safely; the message says why, in the editor's words."""


def append(text: str, field: str, item: Any, missing: Mapping[str, str] | None = None) -> str:
    """`text` (YAML) with `item` at the end of the list `field`, which is made where there is none.

    `missing` says what is to be filled in at empty fields of the item; it becomes comments. The result is
    read again: AppendError where it does not hold just the old values and the item.
    """
    before, faults = load(text, "")
    if before is None or faults:
        raise AppendError("the file has faults: mend them first")
    newline = "\r\n" if "\r\n" in text else "\n"
    new = _appended(text.replace("\r\n", "\n"), field, item, missing or {}).replace("\n", newline)
    after, faults = load(new, "")
    wanted, _ = load(block({"item": [item]}), "")
    expected = {**before, field: [*(before.get(field) or []), *wanted["item"]]}
    if after != expected or faults:
        raise AppendError(f"the layout of “{field}” is not one that can be added to: write it by hand")
    return new


def _appended(text: str, field: str, item: Any, missing: Mapping[str, str]) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise AppendError("the file holds no fields")
    nodes = {key.value: (key, value) for key, value in root.value}
    if field not in nodes:
        at = nodes[_BEFORE][0].start_mark.index if _BEFORE in nodes else len(text)
        lead = "" if at == 0 or text[at - 1] == "\n" else "\n"
        return text[:at] + lead + with_missing(block({field: [item]}), missing) + text[at:]
    key, value = nodes[field]
    if isinstance(value, yaml.SequenceNode) and value.value:
        return _to_list(text, value, item, missing)
    start, end = key.end_mark.index, value.end_mark.index
    rest = re.sub(r"^:\s*(?:\[\s*\]|null|~)?$", ":", text[start:end].rstrip())
    return _after_line(text[:start] + rest + text[end:], start + len(rest), _indented(item, 2, missing))


def _to_list(text: str, value: yaml.SequenceNode, item: Any, missing: Mapping[str, str]) -> str:
    if value.flow_style:
        at = value.end_mark.index - 1
        kept = text[:at].rstrip()
        return f"{kept.removesuffix(',')}, {flow(item)}{text[len(kept) : at]}{text[at:]}"
    end = _end(value)
    return _after_line(text, len(text[:end].rstrip()), _indented(item, value.start_mark.column, missing))


def _end(node: yaml.Node) -> int:
    """Where the last single value below `node` ends, without what a block list swallows after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _after_line(text: str, at: int, added: str) -> str:
    """`added` after the line on which offset `at` stands."""
    end = text.find("\n", at)
    if end < 0:
        return f"{text}\n{added}"
    return text[: end + 1] + added + text[end + 1 :]


def _indented(item: Any, column: int, missing: Mapping[str, str]) -> str:
    lines = with_missing(block([item]), missing).splitlines()
    return "".join(f"{' ' * column}{line}\n" for line in lines)
