"""Finds the comments and empty lines of a YAML text and gives each to the entry it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.editing.nodes import Entry, Group, entries, texts

_COMMENT = re.compile(r"#[^\n]*")
_EMPTY_LINE = re.compile(r"(?<=\n)[ ]*\n")


@dataclass(frozen=True, order=True)
class Comment:
    """A comment (or, without words, an empty line); `own` where nothing stands before it on its line."""

    start: int
    column: int
    words: str
    own: bool


def comments(text: str, root: Group) -> list[Comment]:
    """Every comment and empty line of `text` outside its values, in order."""
    found = []
    for start, end in _gaps(text, root):
        for match in _COMMENT.finditer(text, start, end):
            line = text.rfind("\n", 0, match.start()) + 1
            own = not text[line : match.start()].strip(" -")
            found.append(Comment(match.start(), match.start() - line, match[0].rstrip(), own))
        found += [Comment(m.start(), 0, "", True) for m in _EMPTY_LINE.finditer(text, start, end)]
        if start == 0 and text.startswith("\n"):
            found.append(Comment(0, 0, "", True))
    return sorted(found)


def _gaps(text: str, root: Group) -> Iterator[tuple[int, int]]:
    """What stands between the values; the line on which a block of text is announced belongs to it."""
    at = 0
    for value in texts(root):
        yield at, value.start
        at = value.end
        if value.style in ("|", ">"):
            yield value.start, text.find("\n", value.start) + 1
            at = value.start + len(text[value.start : value.end].rstrip())
    yield at, len(text)


def attach(text: str, root: Group) -> None:
    """Give every comment of `text` to an entry below `root` or to the foot of a group.

    A comment at the end of a line belongs to the entry on that line. One on a line of its own belongs to the
    entry below it; where it stands further in than that, to the foot of the group above.
    """
    order = list(entries(root))
    starts = [entry.start for entry in order]
    for comment in comments(text, root):
        at = bisect_left(starts, comment.start)
        before = order[at - 1] if at else None
        after = order[at] if at < len(order) else None
        if comment.own or before is None:
            _attach_own(comment, before, after, root)
        else:
            holder = _holder(before, comment.start)
            (holder.trail if holder else root.foot).append(comment.words)


def _holder(entry: Entry, at: int) -> Entry | None:
    """The entry on whose line a comment stands: not one in brackets that are closed before it."""
    found: Entry | None = entry
    while found and found.group.flow and found.group.end <= at:
        found = found.group.owner
    return found


def _attach_own(comment: Comment, before: Entry | None, after: Entry | None, root: Group) -> None:
    foot = _foot(comment, before, after, root)
    if foot is not None:
        foot.append(comment.words)
    elif after is not None:
        after.lead.append(comment.words)


def _foot(comment: Comment, before: Entry | None, after: Entry | None, root: Group) -> list[str] | None:
    """The foot that a comment belongs to, None where it belongs to the entry after it."""
    if before and before.group.flow and before.group.end > comment.start:
        inside = after is not None and after.group is before.group
        return None if inside or not comment.words else before.group.foot
    if after is None:
        return _closed(before, comment.column, ()) if before and comment.words else root.foot
    if not comment.words or comment.column <= after.group.column:
        return None
    return _closed(before, comment.column, _around(after))


def _closed(before: Entry | None, column: int, still_open: tuple[Group, ...]) -> list[str] | None:
    """The foot of the innermost group that ends here and does not begin right of `column`."""
    while before is not None:
        group = before.group
        if any(group is other for other in still_open):
            return None
        if not group.flow and group.column <= column:
            return group.foot
        before = group.owner
    return None


def _around(entry: Entry) -> tuple[Group, ...]:
    groups = [entry.group]
    while (owner := groups[-1].owner) is not None:
        groups.append(owner.group)
    return tuple(groups)
