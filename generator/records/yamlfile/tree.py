"""The one parse of a YAML text: its values as a tree, each with its place, and its faults."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from generator.lib.text import line_and_column
from generator.lib.unseen import first_invisible
from generator.records.problems import Problem
from generator.records.yamlfile.faults import Cursor, hidden, place
from generator.records.yamlfile.slips import broken

DEEPEST = 20
LONGEST = 50_000
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
"""What is no text where it stands plain."""
_QUOTE = "a text that begins with this sign stands in quotes"
_WHOLE = "put the whole text in quotes; a comment has a space after its #"
_CUT = re.compile(r"[ ]+(#[^\s#]\S*)")
"""A sign that YAML takes for the beginning of a comment, though no space follows it."""
_BRACKET = "a text that begins with [ or { stands in quotes"
_PROPERTIES = {
    "anchor": "YAML takes a text that begins with & for an anchor",
    "tag": "YAML takes a text that begins with ! for a tag",
}


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
    place: Cursor = (1, 1)


@dataclass(slots=True, eq=False)
class Entry:
    """A field of a mapping (with its key) or an item of a list, with the comments that go where it goes."""

    key: Text | None
    value: "Text | Collection"
    group: "Collection"
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

    @property
    def place(self) -> Cursor:
        """Line and column of its value; of an empty one those of its key."""
        value = self.value
        is_empty = isinstance(value, Text) and not value.value and not value.style
        return self.key.place if self.key and is_empty else value.place


@dataclass(slots=True, eq=False)
class Collection:
    """A mapping or a list; `column` counts from 0 and is -1 where it has no place yet."""

    mapping: bool
    flow: bool
    start: int = 0
    column: int = -1
    end: int = 0
    place: Cursor = (1, 1)
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


def plain(node: Text | Collection) -> Any:
    """The data that a tree holds: texts, what is no text, lists and mappings."""
    if isinstance(node, Text):
        return node.value if node.style else WORDS.get(node.value, node.value)
    if node.mapping:
        return {entry.key.value: plain(entry.value) for entry in node.entries if entry.key}
    return [plain(entry.value) for entry in node.entries]


def unwritable(text: str) -> tuple[str, str] | None:
    """Return message and hint for a value that no record may hold: too long, or with what nobody sees."""
    return first_invisible(text) or _too_long(text)


def _too_long(text: str) -> tuple[str, str] | None:
    if len(text) <= LONGEST:
        return None
    hint = "write what the record says, and leave the rest to its source"
    return f"this text has more than {LONGEST:,} characters", hint


def entries(group: Collection) -> Iterator[Entry]:
    """Every entry below `group` in the order of the text, the outer before the inner."""
    for entry in group.entries:
        yield entry
        if isinstance(entry.value, Collection):
            yield from entries(entry.value)


_NO_COLON = "this field has no colon"
_THOUSANDS = re.compile("[0-9]{1,3}(,[0-9]{3})+")
_UNPARTED = re.compile("([a-z_]+)(:| )(.+)")
_AGAIN = ""  # no field has this name


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read, and the key or number of the value that comes next."""

    group: Collection
    is_key: bool = False
    step: str | int | None = None
    key: Text | None = None
    """The key whose value comes next; None where that value does not count."""
    names: set[str] = field(default_factory=set)


class Tree:
    """What a text holds, read to its end or to the first fault of its syntax (`broken`).

    Problems lack the path of the file. A field that does not count, such as a repeated one, is left out.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.root: Text | Collection = Text("")
        self.problems: list[Problem] = []
        self.broken: Problem | None = None
        self._within: list[_Open] = []
        self._documents = 0
        self._written = text
        self._joined: Text | None = None
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                self._take(event)
                if self.broken:
                    break
        except yaml.YAMLError as error:
            self.broken = broken(text, error)

    def _take(self, event: Any) -> None:
        at = place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            self._take_text(event, at)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._take_start(event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._within.pop()
            closed.group.end = event.end_mark.index  # type: ignore[union-attr]
            if self._within and not closed.is_key:
                self._go_on(self._within[-1])
        elif isinstance(event, yaml.AliasEvent):
            self._fault(at, "YAML takes a text that begins with * for an alias", _QUOTE)
            self._put(Text("", place=at))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                hint = "a file holds one record: delete the line ---, or make a second file"
                self.broken = Problem("", *at, "", "a second record begins here", hint)

    def _take_text(self, event: Any, at: Cursor) -> None:
        self._refuse_properties(event, at)
        value, unseen = hidden(event.value)
        if not event.style and (cut := _CUT.match(self._text, event.end_mark.index)):
            line, column = place(event.end_mark)
            message = f"what begins with “{cut[1]}” is taken for a comment"
            self._fault((line, column + cut.start(1) - cut.start()), message, _WHOLE)
            value = value or cut[1]
        if event.style == '"' and (fault := first_invisible(event.value)):
            self._fault(at, *fault)
        if told := _too_long(event.value):
            self._fault(at, *told)
        for offset, message, hint in unseen:
            self._fault((at[0], at[1] + offset + bool(event.style)), message, hint)
        text = Text(value, event.style or "", event.start_mark.index, event.end_mark.index, at)
        within = self._within[-1] if self._within else None
        if within and within.step is None:
            self._take_key(within, text)
        else:
            self._put(text)

    def _take_key(self, within: _Open, key: Text) -> None:
        within.step = key.value
        if not key.value:
            self._fault(key.place, "a name is missing before the colon", "write name: value")
        elif key.value == "<<" and not key.style:
            self._fault(key.place, "fields cannot be taken over with <<", "write the fields out")
        elif key.value in within.names:
            self._repeated(within, key)
        else:
            within.key = key
            within.names.add(key.value)

    def _repeated(self, within: _Open, key: Text) -> None:
        """A second field of one name; where the first of an entry comes again, a hyphen is missing."""
        message, hint = f"the field {key.value!r} stands here twice", "keep one of the two"
        first = within.group.entries[0].key
        is_entry = len(self._within) > 1 and not self._within[-2].group.mapping and not within.group.flow
        if is_entry and first and first.value == key.value and len(within.names) > 1:
            hint = f"a new entry begins with a hyphen: write - {key.value}"
            within.names.add(_AGAIN)
        elif _AGAIN in within.names:
            return  # it belongs to that new entry
        self._fault(key.place, message, hint)

    def _take_start(self, event: Any, at: Cursor) -> None:
        self._refuse_properties(event, at)
        mapping = isinstance(event, yaml.MappingStartEvent)
        mark = event.start_mark
        group = Collection(mapping, bool(event.flow_style), mark.index, mark.column, place=at)
        is_key = self._put(group)
        self._within.append(_Open(group, is_key, None if mapping else 0))
        if len(self._within) > DEEPEST:
            self.broken = Problem("", *at, "", f"there are more than {DEEPEST} levels here", _BRACKET)

    def _refuse_properties(self, event: Any, at: Cursor) -> None:
        for name, message in _PROPERTIES.items():
            if getattr(event, name) is not None:
                self._fault(at, message, _QUOTE)

    def _put(self, node: Text | Collection) -> bool:
        """Put a value where it belongs; says whether it stands as the name of a field, where none can."""
        if not self._within:
            self.root = node
            return False
        within = self._within[-1]
        if within.step is None:
            self._fault(node.place, "the name of a field is a plain word", _BRACKET)
            within.step = "?"
            return True
        if self._lacks_its_colon(within, node):
            self._go_on(within)
            return False
        if within.key or not within.group.mapping:
            entry = Entry(within.key, node, within.group)
            within.group.entries.append(entry)
            if isinstance(node, Collection):
                node.owner = entry
        if isinstance(node, Text):
            self._go_on(within)
        return False

    def _lacks_its_colon(self, within: _Open, node: Text | Collection) -> bool:
        """Whether `node` is the value that YAML gives a name in braces without a colon; then that is a fault.

        A comma or a colon without its space is taken as it was meant, so that it is told alone.
        """
        key, entries = within.key, within.group.entries
        if not (key and within.group.mapping and within.group.flow and isinstance(node, Text)):
            return False
        if any(each.is_key for each in self._within):
            return False
        if node.value or node.style or self._written[key.end :].lstrip().startswith(":"):
            return False
        before = entries[-1].value if entries else None
        if isinstance(before, Text) and not before.style and before.value:
            self._joined_by_comma(before, key)
        elif not entries and (found := _UNPARTED.fullmatch(key.value)):
            message = "a space is missing after this colon" if found[2] == ":" else _NO_COLON
            at = key.place[0], key.place[1] + (found.start(2) if found[2] == ":" else 0)
            self._fault(at, message, f"write {found[1]}: {found[3]}")
            meant = Text(found[1], "", key.start, key.end, key.place)
            within.names.add(found[1])
            entries.append(Entry(meant, Text(found[3], "'", key.start, key.end, key.place), within.group))
        else:
            self._fault(key.place, _NO_COLON, "write name: value")
        return True

    def _joined_by_comma(self, before: Text, key: Text) -> None:
        """The text `before` goes on after a comma, where YAML begins the field `key`."""
        whole = self._written[before.start : key.end]
        at = line_and_column(self._written, self._written.index(",", before.end))
        if before is self._joined:
            last = self.problems.pop()
            at = last.line, last.column
        before.value, before.end = whole, key.end
        hint = f'put a text with a comma in quotes: "{whole}"'
        if _THOUSANDS.fullmatch(whole):
            before.value = whole.replace(",", "")
            hint = f"write a number without it: {before.value}"
        self._joined = before
        self._fault(at, "in braces this comma ends the text", hint)

    def _go_on(self, within: _Open) -> None:
        """A value of a mapping or list has been read to its end."""
        within.key = None
        within.step = within.step + 1 if isinstance(within.step, int) else None

    def _fault(self, at: Cursor, message: str, hint: str) -> None:
        path = ".".join(str(each.step) for each in self._within if each.step is not None)
        self.problems.append(Problem("", *at, path, message, hint))
