"""Which comment of a YAML text belongs to which value, and the lines on which each value stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from generator.records.yamlfile.tree import Collection, Comment, Entry, Text, entries

_COMMENT = re.compile(r"#[^\n]*")
_EMPTY_LINE = re.compile(r"(?:(?<=\n)|\A)[ ]*\r?\n")


def annotate(text: str, root: Collection) -> list[Comment]:
    """Give every value of a tree its comments and its lines in `text`; returns all comments, in order."""
    found = _comments(text, root)
    _attach(found, root)
    _keep_lines(text, root)
    lead = root.entries[0].lead if root.entries else []
    end = max((n for n, comment in enumerate(lead, 1) if not comment.words), default=0)
    root.head, lead[:end] = lead[:end], []
    return found


def _comments(text: str, root: Collection) -> list[Comment]:
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


def _gaps(text: str, root: Collection) -> Iterator[tuple[int, int]]:
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


def _attach(found: list[Comment], root: Collection) -> None:
    """Give every comment to an entry below `root` or to the foot of a group.

    A comment at the end of a line belongs to the entry on that line. One on a line of its own belongs to the
    entry below it; where it stands further in than that, to the foot of the group above. An empty line goes
    with the comment below it.
    """
    order = list(entries(root))
    starts = [entry.start for entry in order]
    for at, here in groupby(found, lambda comment: bisect_left(starts, comment.start)):
        before = order[at - 1] if at else None
        after = order[at] if at < len(order) else None
        own = []
        for comment in here:
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


def _attach_in_brackets(comment: Comment, group: Collection, after: Entry | None) -> None:
    if after and after.start < group.end:
        after.lead.append(comment)
    elif comment.words:
        group.foot.append(comment)


def _attach_own(own: list[Comment], before: Entry | None, after: Entry | None, root: Collection) -> None:
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


def _closed(before: Entry | None, column: int, after: Entry | None) -> Collection | None:
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


def _keep_lines(text: str, root: Collection) -> None:
    """Give every entry that stands on lines of its own these lines."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def line_of(at: int) -> int:
        return bisect_right(starts, at) - 1

    def last(node: Text | Collection) -> int:
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
