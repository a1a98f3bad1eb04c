"""Writes a tree of values and comments as YAML: all of it in one layout, or only what has no lines yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.records.document.spelling import WIDTH, folded, spelled
from generator.records.schema_tree import Piece
from generator.records.yamlfile.tree import WORDS, Collection, Comment, Entry, Text, entries

_EMPTY = "\n"
"""An empty line between entries, told from one inside a folded text."""


@dataclass(frozen=True)
class Noted:
    """A value to be written with a remark at the end of its line."""

    value: Any
    remark: str


def made(data: Mapping[str, Any] | list[Any], owner: Entry | None = None) -> Collection:
    """The tree of plain data, numbers as texts; what holds single values only stands in brackets."""
    items = list(data.items()) if isinstance(data, Mapping) else [(None, item) for item in data]
    small = owner is not None and not any(isinstance(item, list | Mapping) for _, item in items)
    group = Collection(isinstance(data, Mapping), small, owner=owner)
    for key, item in items:
        group.entries.append(made_entry(None if key is None else str(key), item, group))
    return group


def made_entry(key: str | None, value: Any, group: Collection) -> Entry:
    """An entry of `group`, which it does not enter; its key is None in a list."""
    entry = Entry(Text(key) if key is not None else None, Text(""), group)
    if isinstance(value, Noted):
        entry.trail, value = [f"# {value.remark}"], value.value
    entry.value = made(value, entry) if isinstance(value, list | Mapping) else _text(value)
    return entry


def _text(value: Any) -> Text:
    if value is None or isinstance(value, bool):
        return Text({None: "null", True: "true", False: "false"}[value])
    return Text(str(value), '"' if value in WORDS else "")


def laid_out(root: Collection, piece: Piece | None) -> str:
    """The mapping `root` as YAML text, its fields in the order of `piece` (None: as they stand)."""
    return _Writer(keep=False).text(root, piece)


def kept(root: Collection) -> str:
    """The mapping `root` as YAML text: what has lines of its own keeps them, and all keeps its place."""
    return _Writer(keep=True).text(root, None)


def rank(piece: Piece | None, entry: Entry) -> int:
    """The place of a field among those of `piece`; the others come last."""
    names = [field.name for field in piece.fields] if piece and entry.key else []
    return names.index(entry.key.value) if entry.key and entry.key.value in names else len(names)


class _Writer:
    def __init__(self, *, keep: bool) -> None:
        self.keep = keep

    def text(self, root: Collection, piece: Piece | None) -> str:
        lines = [*self._comments(root.head, 0), *self._block(root, piece, 0)]
        return "\n".join([*_single_empty_lines(lines), ""])

    def _comments(self, comments: Sequence[Comment], indent: int) -> list[str]:
        return [
            comment.line
            if self.keep and comment.line is not None
            else " " * indent + comment.words
            if comment.words
            else _EMPTY
            for comment in comments
        ]

    def _block(self, group: Collection, piece: Piece | None, indent: int) -> list[str]:
        lines: list[str] = []
        for number, entry in enumerate(self._ordered(group, piece)):
            lead = self._comments(entry.lead, indent)
            while not number and indent and lead and lead[0] == _EMPTY:
                lead.pop(0)
            own = entry.lines if self.keep and not group.flow else None
            lines += [*lead, *(own or self._entry(entry, piece, indent))]
        return lines + self._comments(group.foot, indent)

    def _ordered(self, group: Collection, piece: Piece | None) -> list[Entry]:
        by_rank = group.mapping and not self.keep
        return sorted(group.entries, key=lambda entry: rank(piece, entry)) if by_rank else group.entries

    def _entry(self, entry: Entry, piece: Piece | None, indent: int) -> list[str]:
        """The lines of an entry without the comments above it, except those that have no other place."""
        spaces = " " * indent
        mark = f"{_name(entry.key)}:" if entry.key else "-"
        inner = _below(piece, entry.key)
        one = self._one_line(entry.value, inner)
        if one is not None and len(spaces) + len(mark) + 1 + len(one) <= WIDTH:
            return _with_trail(f"{spaces}{mark} {one}".rstrip(), entry, spaces)
        if isinstance(entry.value, Text):
            block = folded(entry.value.value, indent + 2) or [spelled(entry.value.value)]
            return [*_with_trail(f"{spaces}{mark} {block[0]}", entry, spaces), *block[1:]]
        has_place = self.keep and not entry.value.flow and entry.value.column >= 0
        lines = self._block(entry.value, inner, entry.value.column if has_place else indent + 2)
        if entry.key:
            return [*_with_trail(spaces + mark, entry, spaces), *lines]
        return _item(lines, entry, indent)

    def _one_line(
        self, value: Text | Collection, piece: Piece | None, *, in_brackets: bool = False
    ) -> str | None:
        """The value on one line, None where it was not written so or has comments inside."""
        if isinstance(value, Text):
            return None if "\n" in value.value and folded(value.value, 2) else _word(value, in_brackets)
        if not value.entries and not value.foot:
            return "{}" if value.mapping else "[]"
        if not value.flow or _has_comments(value):
            return None
        parts = []
        for entry in self._ordered(value, piece):
            one = self._one_line(entry.value, _below(piece, entry.key), in_brackets=True)
            if one is None:
                return None
            key = f"{_name(entry.key, in_brackets=True)}: " if entry.key else ""
            parts.append(key + (one or "null"))
        return f"{{{', '.join(parts)}}}" if value.mapping else f"[{', '.join(parts)}]"


def _single_empty_lines(lines: list[str]) -> list[str]:
    """Empty lines one at a time, none at the start or the end."""
    found: list[str] = []
    for line in lines:
        if line != _EMPTY or (found and found[-1] != _EMPTY):
            found.append(line)
    while found and found[-1] == _EMPTY:
        found.pop()
    return ["" if line == _EMPTY else line for line in found]


def _below(piece: Piece | None, key: Text | None) -> Piece | None:
    """The fields of the value of `key`; the items of a list have those of the list."""
    return piece.below(key.value) if piece and key else piece


def _item(lines: list[str], entry: Entry, indent: int) -> list[str]:
    """A list item that is a mapping or list itself: its first line follows the hyphen."""
    spaces = " " * indent
    above = list(entry.trail)
    while lines[0] == _EMPTY or lines[0].lstrip().startswith("#"):
        above.append(lines.pop(0).strip())
    return [
        *(spaces + comment for comment in above if comment),
        f"{spaces}-{lines[0][indent + 1 :]}",
        *lines[1:],
    ]


def _with_trail(line: str, entry: Entry, spaces: str) -> list[str]:
    """The line with the comment at its end; of several the first ones stand above it."""
    if not entry.trail:
        return [line]
    return [*(spaces + comment for comment in entry.trail[:-1]), f"{line}  {entry.trail[-1]}"]


def _name(key: Text, *, in_brackets: bool = False) -> str:
    return spelled(key.value, quoted=bool(key.style), in_brackets=in_brackets)


def _word(value: Text, in_brackets: bool) -> str:
    """A word that is not text (`true`, `null`, nothing at all) stays as it is, but for `~`."""
    if not value.style and value.value in ("true", "false", "null", "~", ""):
        return "null" if value.value == "~" else value.value
    return spelled(value.value, quoted=value.style in ("'", '"'), in_brackets=in_brackets)


def _has_comments(group: Collection) -> bool:
    return bool(group.foot) or any(
        entry.trail
        or any(comment.words for comment in entry.lead)
        or (isinstance(entry.value, Collection) and entry.value.foot)
        for entry in entries(group)
    )
