"""The values of a YAML text as a tree: each with its place, its lines and the comments that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import yaml

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
"""What is no text where it stands plain."""
_COMMENT = re.compile(r"#[^\n]*")
_EMPTY_LINE = re.compile(r"(?:(?<=\n)|\A)[ ]*\r?\n")


@dataclass(frozen=True)
class Noted:
    """A value to be written with a remark at the end of its line."""

    value: Any
    remark: str


class Comment(NamedTuple):
    """A comment (or, without words, an empty line); `own` where nothing stands before it on its line.

    `line` is its whole line as it stands, None where that is to be written.
    """

    start: int
    column: int
    words: str
    own: bool = True
    line: str | None = None


@dataclass(slots=True, eq=False)
class Text:
    """A single value; `start` and `end` are its code points in the text, with its quotation marks."""

    value: str
    style: str = ""
    """`"`, `'`, `|` or `>`; empty where it stands plain."""
    start: int = 0
    end: int = 0


@dataclass(slots=True, eq=False)
class Entry:
    """A field of a mapping (with its key) or an item of a list, with the comments that go where it goes."""

    key: Text | None
    value: Text | Group
    group: Group
    lead: list[Comment] = field(default_factory=list)
    """Comments on lines of their own above it."""
    trail: list[str] = field(default_factory=list)
    """Comments at the end of its line."""
    lines: list[str] | None = None
    """Its lines as they stand, with all that is below it; None where they are to be written."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.key.start if self.key else self.value.start


@dataclass(slots=True, eq=False)
class Group:
    """A mapping or a list; `column` counts from 0 and is -1 where it has no place yet."""

    mapping: bool
    flow: bool
    start: int = 0
    column: int = -1
    end: int = 0
    owner: Entry | None = None
    entries: list[Entry] = field(default_factory=list)
    head: list[Comment] = field(default_factory=list)
    """Of the whole text: the comments at its top that an empty line parts from the first field."""
    foot: list[Comment] = field(default_factory=list)
    """The comments below the last entry."""

    def entry(self, step: str | int) -> Entry | None:
        """The field of that name or the item at that place."""
        if isinstance(step, int):
            return self.entries[step] if step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key and entry.key.value == step), None)


def read(text: str) -> Group:
    """The tree of a YAML text that `yamlfile.load` reads without a problem."""
    root = _nodes(text)
    _attach(text, root)
    _keep_lines(text, root)
    lead = root.entries[0].lead if root.entries else []
    end = max((n for n, comment in enumerate(lead, 1) if not comment.words), default=0)
    root.head, lead[:end] = lead[:end], []
    return root


def made(data: Mapping[str, Any] | list[Any], owner: Entry | None = None) -> Group:
    """The tree of plain data, numbers as texts; what holds single values only stands in brackets."""
    items = list(data.items()) if isinstance(data, Mapping) else [(None, item) for item in data]
    small = owner is not None and not any(isinstance(item, list | Mapping) for _, item in items)
    group = Group(isinstance(data, Mapping), small, owner=owner)
    for key, item in items:
        group.entries.append(made_entry(None if key is None else str(key), item, group))
    return group


def made_entry(key: str | None, value: Any, group: Group) -> Entry:
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


def plain(node: Text | Group) -> Any:
    """The data that a tree holds, as `yamlfile.load` reads it."""
    if isinstance(node, Text):
        return node.value if node.style else WORDS.get(node.value, node.value)
    if node.mapping:
        return {entry.key.value: plain(entry.value) for entry in node.entries if entry.key}
    return [plain(entry.value) for entry in node.entries]


def entries(group: Group) -> Iterator[Entry]:
    """Every entry below `group` in the order of the text, the outer before the inner."""
    for entry in group.entries:
        yield entry
        if isinstance(entry.value, Group):
            yield from entries(entry.value)


def comments(text: str, root: Group) -> list[Comment]:
    """Every comment and empty line of `text` outside its values, in order."""
    found = []
    for start, end in _gaps(text, root):
        for match in _COMMENT.finditer(text, start, end):
            line = text.rfind("\n", 0, match.start()) + 1
            before, column = text[line : match.start()], match.start() - line
            whole = " " * column + match[0] if before.strip(" ") else before + match[0]
            found.append(Comment(match.start(), column, match[0].rstrip(), not before.strip(" -"), whole))
        empty = _EMPTY_LINE.finditer(text, start, end)
        found += [Comment(match.start(), 0, "", True, match[0][:-1]) for match in empty]
    return sorted(found)


def _nodes(text: str) -> Group:
    root = Group(True, False)
    within: list[Group] = []
    key: Text | None = None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionEndEvent):
            within.pop().end = _end_of(event)
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


def _end_of(event: Any) -> int:
    return int(event.end_mark.index)


def _node(event: Any) -> Text | Group:
    start, column = event.start_mark.index, event.start_mark.column
    if isinstance(event, yaml.ScalarEvent):
        return Text(event.value, event.style or "", start, _end_of(event))
    return Group(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), start, column)


def _gaps(text: str, root: Group) -> Iterator[tuple[int, int]]:
    """What stands between the values; the line on which a block of text is announced belongs to it."""
    at = 0
    for entry in entries(root):
        for value in (entry.key, entry.value):
            if not isinstance(value, Text):
                continue
            yield at, value.start
            at = value.end
            if value.style in ("|", ">"):
                yield value.start, text.find("\n", value.start) + 1
                at = _end(text, value)
    yield at, len(text)


def _end(text: str, value: Text) -> int:
    """Where the words of a value end, without the empty lines below a block of text."""
    return (
        value.start + len(text[value.start : value.end].rstrip()) if value.style in ("|", ">") else value.end
    )


def _attach(text: str, root: Group) -> None:
    """Give every comment of `text` to an entry below `root` or to the foot of a group.

    A comment at the end of a line belongs to the entry on that line. One on a line of its own belongs to the
    entry below it; where it stands further in than that, to the foot of the group above. An empty line goes
    with the comment below it.
    """
    order = list(entries(root))
    starts = [entry.start for entry in order]
    for at, found in groupby(comments(text, root), lambda comment: bisect_left(starts, comment.start)):
        before = order[at - 1] if at else None
        after = order[at] if at < len(order) else None
        own = []
        for comment in found:
            holder = _holder(before, comment.start) if before else None
            if holder and not comment.own:
                holder.trail.append(comment.words)
            elif holder and holder.group.flow:
                _attach_in_brackets(comment._replace(line=None), holder.group, after)
            else:
                own.append(comment)
        _attach_own(own, before, after, root)


def _holder(entry: Entry, at: int) -> Entry:
    """The entry on whose line a comment stands: not one in brackets that are closed before it."""
    while entry.group.flow and entry.group.end <= at and entry.group.owner:
        entry = entry.group.owner
    return entry


def _attach_in_brackets(comment: Comment, group: Group, after: Entry | None) -> None:
    if after and after.start < group.end:
        after.lead.append(comment)
    elif comment.words:
        group.foot.append(comment)


def _attach_own(own: list[Comment], before: Entry | None, after: Entry | None, root: Group) -> None:
    column, columns = 0, []
    for comment in reversed(own):
        column = comment.column if comment.words else column
        columns.append(column)
    for comment, wanted in zip(own, reversed(columns), strict=True):
        column = wanted if comment is own[0] else min(column, wanted)
        is_foot = not after or column > after.group.column
        foot = _closed(before, column, after) if is_foot else None
        if after and after.group.flow:
            after.lead.append(comment._replace(line=None))
        elif foot or not after:
            (foot or root).foot.append(comment)
        else:
            after.lead.append(comment)


def _closed(before: Entry | None, column: int, after: Entry | None) -> Group | None:
    """The innermost group that ends here, before `after`, and does not begin right of `column`."""
    still_open = []
    while after is not None:
        still_open.append(id(after.group))
        after = after.group.owner
    while before is not None:
        group = before.group
        if id(group) in still_open:
            return None
        if not group.flow and group.column <= column:
            return group
        before = group.owner
    return None


def _keep_lines(text: str, root: Group) -> None:
    """Give every entry that stands on lines of its own these lines."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def line_of(at: int) -> int:
        return bisect_right(starts, at) - 1

    def last(node: Text | Group) -> int:
        """The last line of a value; keeps the lines of what is below it."""
        if isinstance(node, Text):
            return line_of(_end(text, node))
        if node.flow:
            return line_of(node.end - 1)
        end = max([line_of(comment.start) for comment in node.foot if node is not root], default=0)
        for entry in node.entries:
            first, until = line_of(entry.start), max(last(entry.value), line_of(entry.start))
            before, rest = lines[first][: node.column], lines[first][node.column :]
            stands = starts[first] + node.column == entry.start if node.mapping else rest.startswith("-")
            if stands and not before.strip(" -"):
                entry.lines = [" " * node.column + rest, *lines[first + 1 : until + 1]]
            end = max(end, until)
        return end

    last(root)
