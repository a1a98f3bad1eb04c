"""Writes a tree of values and comments as YAML, in one layout for all records."""

from __future__ import annotations

from generator.editing.nodes import Entry, Group, Text, entries
from generator.editing.spelling import WIDTH, folded, spelled
from generator.records.schema_tree import Piece


def laid_out(root: Group, piece: Piece | None) -> str:
    """The mapping `root` as YAML text, its fields in the order of `piece` (None: as they stand)."""
    head = _take_head(root)
    lines = [*head, *_block(root, piece, 0)]
    return "\n".join([*_single_empty_lines(lines), ""])


def _take_head(root: Group) -> list[str]:
    """The comment at the top of the file that an empty line parts from the first field: it stays there."""
    lead = root.entries[0].lead if root.entries else []
    end = max((n for n, line in enumerate(lead, 1) if not line), default=0)
    head, lead[:end] = lead[:end], []
    return _comments(head, 0)


def _single_empty_lines(lines: list[str]) -> list[str]:
    """Empty lines one at a time, none at the start or the end."""
    kept: list[str] = []
    for line in lines:
        if line != _EMPTY or (kept and kept[-1] != _EMPTY):
            kept.append(line)
    while kept and kept[-1] == _EMPTY:
        kept.pop()
    return ["" if line == _EMPTY else line for line in kept]


_EMPTY = "\n"
"""An empty line between entries, told from one inside a folded text."""


def _block(group: Group, piece: Piece | None, indent: int) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(_ordered(group, piece)):
        written = _entry(entry, piece, indent)
        lead = _comments(entry.lead, indent)
        while not number and indent and lead and lead[0] == _EMPTY:
            lead.pop(0)
        lines += [*lead, *written]
    return lines + _comments(group.foot, indent)


def _ordered(group: Group, piece: Piece | None) -> list[Entry]:
    if not group.mapping:
        return group.entries
    ranks = {field.name: rank for rank, field in enumerate(piece.fields if piece else ())}
    return sorted(
        group.entries, key=lambda entry: ranks.get(entry.key.value if entry.key else "", len(ranks))
    )


def _below(piece: Piece | None, key: Text | None) -> Piece | None:
    """The fields of the value of `key`; the items of a list have those of the list."""
    return piece.below(key.value) if piece and key else piece


def _comments(words: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else _EMPTY for line in words]


def _entry(entry: Entry, piece: Piece | None, indent: int) -> list[str]:
    """The lines of an entry without the comments above it, except those that have no other place."""
    spaces = " " * indent
    mark = f"{_name(entry.key)}:" if entry.key else "-"
    inner = _below(piece, entry.key)
    one = _one_line(entry.value, inner)
    if one is not None and len(spaces) + len(mark) + 1 + len(one) <= WIDTH:
        return _with_trail(f"{spaces}{mark} {one}".rstrip(), entry, spaces)
    if isinstance(entry.value, Text):
        block = folded(entry.value.value, indent + 2) or [spelled(entry.value.value)]
        return [*_with_trail(f"{spaces}{mark} {block[0]}", entry, spaces), *block[1:]]
    lines = _block(entry.value, inner, indent + 2)
    if entry.key:
        return [*_with_trail(spaces + mark, entry, spaces), *lines]
    return _item(lines, entry, indent)


def _item(lines: list[str], entry: Entry, indent: int) -> list[str]:
    """A list item that is a mapping or list itself: its first line follows the hyphen."""
    spaces = " " * indent
    above = list(entry.trail)
    while lines[0] == _EMPTY or lines[0].lstrip().startswith("#"):
        above.append(lines.pop(0).strip())
    return [*(spaces + comment for comment in above if comment), f"{spaces}- {lines[0].lstrip()}", *lines[1:]]


def _with_trail(line: str, entry: Entry, spaces: str) -> list[str]:
    """The line with the comment at its end; of several the first ones stand above it."""
    if not entry.trail:
        return [line]
    return [*(spaces + comment for comment in entry.trail[:-1]), f"{line}  {entry.trail[-1]}"]


def _one_line(value: Text | Group, piece: Piece | None, *, in_brackets: bool = False) -> str | None:
    """The value on one line, None where it was not written so or has comments inside."""
    if isinstance(value, Text):
        return None if "\n" in value.value and folded(value.value, 2) else _word(value, in_brackets)
    if not value.entries and not value.foot:
        return "{}" if value.mapping else "[]"
    if not value.flow or _has_comments(value):
        return None
    parts = []
    for entry in _ordered(value, piece):
        inner = _below(piece, entry.key)
        one = _one_line(entry.value, inner, in_brackets=True)
        if one is None:
            return None
        key = f"{_name(entry.key, in_brackets=True)}: " if entry.key else ""
        parts.append(key + (one or "null"))
    return f"{{{', '.join(parts)}}}" if value.mapping else f"[{', '.join(parts)}]"


def _name(key: Text, *, in_brackets: bool = False) -> str:
    return spelled(key.value, quoted=bool(key.style), in_brackets=in_brackets)


def _word(value: Text, in_brackets: bool) -> str:
    """A word that is not text (`true`, `null`, nothing at all) stays as it is, but for `~`."""
    if not value.style and value.value in ("true", "false", "null", "~", ""):
        return "null" if value.value == "~" else value.value
    return spelled(value.value, quoted=value.style in ("'", '"'), in_brackets=in_brackets)


def _has_comments(group: Group) -> bool:
    return bool(group.foot) or any(
        entry.trail or any(entry.lead) or (isinstance(entry.value, Group) and entry.value.foot)
        for entry in entries(group)
    )
