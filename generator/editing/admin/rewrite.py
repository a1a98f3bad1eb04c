"""Writes changed values into a YAML record and leaves every other line as it is, comments included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.editing.comments import comments
from generator.editing.nodes import nodes
from generator.records.schema_tree import Field, Piece
from generator.records.yamlfile import load, position

Values = Mapping[str, Any]


class _Indented(yaml.SafeDumper):
    """Writes list items further in than the field that holds them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def rewritten(text: str, before: Values, after: Values, piece: Piece) -> str:
    """The YAML `text`, whose fields are `before`, with the fields `after`.

    A field that is the same in both keeps its lines, and so does an item of a changed list or a field of a
    changed item. New fields stand in the order of the model. Brackets that changed are written as blocks.
    """
    order = [field.name for field in piece.fields]
    blocks = _blocks(text)
    if blocks is None:
        return _dumped({name: after[name] for name in order if name in after})
    head, parts, foot = blocks
    made = {
        name: lines for name, lines in parts.items() if before.get(name) == after.get(name) or name in after
    }
    for field in piece.fields:
        name = field.name
        if name not in after or before.get(name) == after[name]:
            continue
        if name in parts:
            made[name] = _comments(parts[name]) + _changed(field, parts[name], before.get(name), after[name])
        else:
            made = _inserted(made, name, _dumped({name: after[name]}), order)
    return head + "".join(made.values()) + foot


def _blocks(text: str) -> tuple[str, dict[str, str], str] | None:
    """The lines before the first field, those of each with the comments above it, comments at the end."""
    data = load(text, "")[0] if text else None
    if not data:
        return None
    starts = [position(text, (name,), key=True) for name in data]
    if any(column != 1 for _, column in starts) or len({line for line, _ in starts}) < len(starts):
        return None
    lines = text.splitlines(keepends=True)
    if not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return _cut(lines, dict(zip(data, (line - 1 for line, _ in starts), strict=True)))


def _cut(lines: list[str], starts: Mapping[str, int]) -> tuple[str, dict[str, str], str]:
    first, foot = min(starts.values()), _above(lines, len(lines), max(starts.values()) + 1)
    above = {name: _above(lines, at, first) for name, at in starts.items()}
    ends = [*list(above.values())[1:], foot]
    found = {name: "".join(lines[start:end]) for (name, start), end in zip(above.items(), ends, strict=True)}
    return "".join(lines[:first]), found, "".join(lines[foot:])


def _above(lines: list[str], at: int, first: int) -> int:
    """Where the comments begin that stand directly above the line `at`."""
    while at > first and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _comments(lines: str) -> str:
    """The comments above a field."""
    return "".join(line for line in lines.splitlines(keepends=True) if line.startswith("#"))


def _changed(field: Field, lines: str, before: Any, after: Any) -> str:
    """The field with its new value; of a list of parts only what changed in it is written anew."""
    if field.piece and not field.many and (inner := _inner(field.name, lines)):
        return f"{field.name}:\n" + _indented(rewritten(inner, before, after, field.piece))
    items = _items(field.name, lines, before) if field.piece and field.many else None
    if items is None or field.piece is None:
        return _with_remark(lines, _dumped({field.name: after}))
    known = list(zip(before, items, strict=True))
    made: list[str | None] = []
    for value in after:
        same = next((at for at, (old, _) in enumerate(known) if old == value), None)
        made.append(known.pop(same)[1] if same is not None else None)
    if len(known) == made.count(None):  # what is left was neither added nor taken away: it changed
        left = [value for value, text in zip(after, made, strict=True) if text is None]
        pairs = zip(left, known, strict=True)
        anew = iter([_item(rewritten(_inside(text), old, new, field.piece)) for new, (old, text) in pairs])
    else:
        anew = iter([_dumped([v], indent=2) for v, text in zip(after, made, strict=True) if text is None])
    return f"{field.name}:\n" + "".join(next(anew) if text is None else text for text in made)


def _with_remark(lines: str, made: str) -> str:
    """What was made of a field, with the comment that stood at the end of its single line."""
    body = "".join(line for line in lines.splitlines(keepends=True) if not line.startswith("#"))
    found = comments(body, nodes(body)) if body.count("\n") == 1 else []
    remark = next((comment.words for comment in found if not comment.own), "")
    if not remark:
        return made
    return f"{made[:-1]}  {remark}\n" if made.count("\n") == 1 else f"{remark}\n{made}"


def _inner(name: str, lines: str) -> str:
    """The mapping that a field holds, without its indentation; empty where it stands in brackets."""
    first, *rest = [line for line in lines.splitlines(keepends=True) if not line.startswith("#")]
    is_block = first.strip() == f"{name}:" and all(line.startswith("  ") or not line.strip() for line in rest)
    return "".join(line[2:] or "\n" for line in rest) if is_block else ""


def _indented(mapping: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in mapping.splitlines(keepends=True))


def _inside(item: str) -> str:
    """The mapping that is an item of a list: without the hyphen, and without the spaces of the list."""
    first, *rest = item.splitlines(keepends=True)
    return first[4:] + "".join(line.lstrip() if line[:4].strip() else line[4:] or "\n" for line in rest)


def _item(mapping: str) -> str:
    lines = "".join(f"    {line}" if line.strip() else line for line in mapping.splitlines(keepends=True))
    return f"  - {lines[4:]}"


def _items(name: str, lines: str, before: Any) -> list[str] | None:
    """The lines of each item of a list, None where they do not begin on lines of their own, two spaces in."""
    body = "".join(line for line in lines.splitlines(keepends=True) if not line.startswith("#"))
    if not isinstance(before, list) or not before:
        return None
    rows = body.splitlines(keepends=True)
    starts = [n for n, row in enumerate(rows) if row.startswith("  - ")]
    if len(starts) != len(before) or starts[0] != 1 or rows[0].strip() != f"{name}:":
        return None
    return ["".join(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _inserted(made: dict[str, str], name: str, lines: str, order: Sequence[str]) -> dict[str, str]:
    """The fields with one more, before the first that comes later in the order."""
    later = order[order.index(name) + 1 :]
    found = next((known for known in made if known in later), None)
    pairs = list(made.items())
    at = [known for known, _ in pairs].index(found) if found else len(pairs)
    return dict([*pairs[:at], (name, lines), *pairs[at:]])


def _dumped(value: Any, indent: int = 0) -> str:
    text = yaml.dump(value, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=10**6)
    return "".join(" " * indent + line for line in text.splitlines(keepends=True))
