"""The one YAML document: reads the text of a record, changes values in it and keeps all else as it stands.

Whoever writes records writes them with it: `fmt`, the forms, `suggest`, `rename`, `new` and `ingest`.

ruamel.yaml, which was tried instead, drops the comments of what is removed and of what comes after it, writes
lines anew that nobody changed, and takes twice as long (7.6 ms to read and write a record).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from generator.records.document.comments import annotate
from generator.records.document.layout import Noted, kept, laid_out, made, made_entry, rank
from generator.records.document.spelling import WIDTH
from generator.records.markdownfile import split
from generator.records.problems import Problem
from generator.records.schema_tree import Piece
from generator.records.yamlfile import FieldPath, tree_of
from generator.records.yamlfile.tree import Collection, Comment, Entry, Text, entries, plain

__all__ = ["WIDTH", "Document", "DocumentError", "Noted", "twins", "written"]


class DocumentError(ValueError):
    """A text cannot be read as a record, or not be changed so that it says just that; with its problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        line, message = problems[0].line, problems[0].message
        super().__init__(f"line {line}: {message}" if line else message)
        self.problems = list(problems)


class Document:
    """The text of a record that can be changed.

    After each change the text is read again: it holds just the values meant, and every comment that stood in
    it; what was not changed stands as it stood. The comments of what is removed stay, above what comes next.
    Of the file of a source the fields are the document; `body` is what stands below them.
    """

    def __init__(self, text: str, path: str = "", piece: Piece | None = None) -> None:
        """`path` is that of the file, for problems; `piece` has the order in which fields are written.

        Raises DocumentError where the text has a fault.
        """
        self._crlf = 0 < text.count("\n") == text.count("\r\n")
        self._path, self._piece = path, piece
        self._is_list = bool(piece and piece.listed)
        text = text.replace("\r\n", "\n") if self._crlf else text
        self._above, self._below, self.body, self.first_line = "", "", "", 1
        if path.endswith(".md"):
            parts, problems = split(text, path)
            if problems:
                raise DocumentError(problems)
            lines, end = text.split("\n"), parts.body_line - 2
            bar = "\n" if end + 1 < len(lines) else ""
            self._above, self._below, self.first_line = f"{lines[0]}\n", lines[end] + bar, 2
            self.body = "\n".join(lines[end + 1 :])
            text = "".join(f"{line}\n" for line in lines[1:end])
        self._read(text)

    @property
    def text(self) -> str:
        """The whole file."""
        text = self._above + self.yaml + self._below + self.body
        return text.replace("\n", "\r\n") if self._crlf else text

    def laid_out(self) -> None:
        """Lay all of it out anew: one order, one indentation, one way of quoting."""
        self._lay_out(self.value)
        if self._above:
            self._above = self._below = "---\n"

    def set(self, path: FieldPath, value: Any) -> None:
        """Make the value at `path` this one; what is equal in both stays as it stands, item by item.

        A field that is missing is added where `piece` has it.
        """
        root = self._root
        if not path:
            _change_group(root, value, self._piece)
        else:
            group = self._group(path[:-1])
            entry = group.entry(path[-1])
            if entry:
                _change(entry, value, self._piece_at(path))
            elif isinstance(path[-1], str):
                _insert(group, path[-1], value, self._piece_at(path[:-1]))
        self._write()

    def append(self, path: FieldPath, item: Any) -> None:
        """Add an item at the end of the list at `path`; one that is empty or missing begins with it."""
        entry = self._group(path[:-1]).entry(path[-1])
        node = entry.value if entry else None
        if entry and isinstance(node, Collection) and not node.mapping and node.entries:
            node.entries.append(made_entry(None, item, node))
            _touch(entry)
            self._write()
        elif entry is None or plain(entry.value) in (None, []):
            self.set(path, [item])
        else:
            self._refuse(path)

    def remove(self, path: FieldPath) -> None:
        """Take away the field or item at `path`; where there is none nothing happens."""
        if entry := self._group(path[:-1]).entry(path[-1]):
            _remove(entry)
            self._write()

    def reword(self, path: FieldPath, rewrite: Callable[[str], str]) -> None:
        """Change the single value at `path` where it stands, in its own spelling: quotation marks, line ends.

        Raises DocumentError where the value is written so that `rewrite` does not find in it what it says.
        """
        entry = self._group(path[:-1]).entry(path[-1])
        if entry is None or not isinstance(entry.value, Text):
            self._refuse(path)
        node = entry.value
        new = self.yaml[: node.start] + rewrite(self.yaml[node.start : node.end]) + self.yaml[node.end :]
        node.value = rewrite(node.value)
        if not self._took(new, plain(self._root)):
            self._refuse(path)

    def comments(self) -> Iterator[tuple[int, int, str]]:
        """Every comment with the line and column, from 1, on which it stands in the file."""
        for comment in self._comments:
            if comment.words:
                line = self.yaml.count("\n", 0, comment.start) + self.first_line
                yield line, comment.column + 1, comment.words

    def _read(self, yaml: str) -> None:
        root, problems = tree_of(yaml, self._path, self.first_line, as_list=self._is_list)
        if root is None or problems:
            raise DocumentError(problems)
        self.yaml, self.value, self._root = yaml, plain(root), root
        self._comments = annotate(yaml, root)

    def _write(self) -> None:
        """Take over what was changed in the tree."""
        wanted = plain(self._root)
        if wanted != self.value and not self._took(kept(self._root), wanted):
            self._lay_out(wanted)

    def _lay_out(self, wanted: Any) -> None:
        text = laid_out(self._root, self._piece)
        if not self._took(text, wanted):
            _, problems = tree_of(text, self._path, as_list=self._is_list)
            # that text has no lines yet
            self._refuse((), [replace(each, line=0, column=0) for each in problems])

    def _took(self, yaml: str, wanted: Any) -> bool:
        """Whether a text holds just these values, and every comment of this one; if so it is taken over."""
        root, problems = tree_of(yaml, "", as_list=self._is_list)
        if root is None or problems or plain(root) != wanted:
            return False
        found = annotate(yaml, root)
        if not _words(self._comments) <= _words(found):
            return False
        self.yaml, self.value, self._root, self._comments = yaml, wanted, root, found
        return True

    def _group(self, path: FieldPath) -> Collection:
        found: Text | Collection = self._root
        for step in path:
            entry = found.entry(step) if isinstance(found, Collection) else None
            found = entry.value if entry else Text("")
        if not isinstance(found, Collection):
            self._refuse(path)
        return found

    def _piece_at(self, path: FieldPath) -> Piece | None:
        return self._piece.at(path) if self._piece else None

    def _refuse(self, path: FieldPath, problems: Sequence[Problem] = ()) -> NoReturn:
        self._read(self.yaml)
        if problems:
            raise DocumentError(problems)
        message = "this file cannot be changed without changing what else it says"
        hint = "change it by hand, and report this as a fault"
        raise DocumentError([Problem(self._path, 0, 0, ".".join(map(str, path)), message, hint)])


def written(data: Mapping[str, Any], piece: Piece | None = None) -> str:
    """Plain data (texts, numbers, lists and mappings; parts of it Noted) as YAML in the layout of records."""
    return laid_out(made(data), piece)


def twins(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """For each item of a list the place of the item that it was before, None where it is new.

    Equal items are the same. If of the others none was added or taken away, they changed in their order.
    """
    left = dict(enumerate(before))
    found: list[int | None] = []
    for value in after:
        same = next((at for at, old in left.items() if old == value), None)
        found.append(same)
        if same is not None:
            del left[same]
    if len(left) == found.count(None):
        changed = iter(left)
        return [next(changed) if at is None else at for at in found]
    return found


def _words(found: list[Comment]) -> Counter[str]:
    return Counter(comment.words for comment in found if comment.words)


def _touch(entry: Entry | None) -> None:
    """Have an entry, and all that it stands in, written again."""
    while entry:
        entry.lines = None
        entry = entry.group.owner


def _change(entry: Entry, value: Any, piece: Piece | None) -> None:
    node = entry.value
    if plain(node) == value:
        return
    _touch(entry)
    if (
        isinstance(node, Collection)
        and node.entries
        and value
        and isinstance(value, dict if node.mapping else list)
    ):
        _change_group(node, value, piece)
        return
    new = made_entry(None, value, entry.group)
    entry.trail += new.trail
    if isinstance(node, Collection):
        entry.lead += _comments_in(node)
    elif isinstance(new.value, Text) and isinstance(value, str):
        new.value.style = new.value.style or node.style
    entry.value = new.value
    if isinstance(entry.value, Collection):
        entry.value.owner = entry


def _change_group(group: Collection, value: Any, piece: Piece | None) -> None:
    if not group.mapping:
        _change_list(group, value, piece)
        return
    for each in list(group.entries):
        if each.key and each.key.value not in value:
            _remove(each)
    for name, item in value.items():
        if entry := group.entry(name):
            _change(entry, item, piece.below(name) if piece else None)
        else:
            _insert(group, name, item, piece)


def _change_list(group: Collection, value: Sequence[Any], piece: Piece | None) -> None:
    old = list(group.entries)
    places = twins([plain(entry.value) for entry in old], value)
    for gone in set(range(len(old))).difference(places):
        _remove(old[gone])
    items = []
    for place, item in zip(places, value, strict=True):
        items.append(made_entry(None, item, group) if place is None else old[place])
        if place is not None:
            _change(old[place], item, piece)
    if items != group.entries:
        group.entries = items
        _touch(group.owner)


def _insert(group: Collection, name: str, value: Any, piece: Piece | None) -> None:
    new = made_entry(name, value, group)
    later = (at for at, each in enumerate(group.entries) if rank(piece, each) > rank(piece, new))
    group.entries.insert(next(later, len(group.entries)), new)
    _touch(group.owner)


def _remove(entry: Entry) -> None:
    """Take an entry out of its group; its comments go to what comes next."""
    group = entry.group
    at = next(at for at, each in enumerate(group.entries) if each is entry)
    left = [comment for comment in entry.lead if comment.words] + [_own(words) for words in entry.trail]
    left += _comments_in(entry.value) if isinstance(entry.value, Collection) else []
    del group.entries[at]
    below = group.entries[at].lead if at < len(group.entries) else group.foot
    below[:0] = left
    _touch(group.owner)


def _comments_in(group: Collection) -> list[Comment]:
    """Every comment inside a group, to stand on a line of its own elsewhere."""
    found = [*group.foot]
    for entry in entries(group):
        found += [*entry.lead, *map(_own, entry.trail)]
        found += entry.value.foot if isinstance(entry.value, Collection) else []
    return [_own(comment.words) for comment in found if comment.words]


def _own(words: str) -> Comment:
    return Comment(0, 0, words)
