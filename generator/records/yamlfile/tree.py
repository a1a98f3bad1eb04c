"""Builds the values of a YAML text from the parser's events, with the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.records.problems import Problem
from generator.records.yamlfile.characters import first_invisible
from generator.records.yamlfile.syntax import place, syntax_problem

Path = tuple[str | int, ...]
Place = tuple[int, int]

DEEPEST = 20
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_QUOTE = "a text that begins with this sign stands in quotes"
_BRACKET = "a text that begins with [ or { stands in quotes"


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; of a mapping the key whose value comes next, if it counts."""

    path: Path
    values: dict[str, Any] | list[Any]
    key: str | None = None
    key_place: Place = (1, 1)
    counts: bool = True


@dataclass(slots=True)
class Tree:
    """What a text holds: its value, the places of each key and value, its faults (without the file's path).

    `broken` is the fault at which the reading stopped.
    """

    root: Any = None
    places: dict[Path, tuple[Place, Place]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: Problem | None = None
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Add what the parser met next."""
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._take_start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._fault(place(event.start_mark), "YAML takes a text that begins with * for an alias", _QUOTE)
            self._add(None, place(event.start_mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                hint = "a file holds one record: delete the line ---, or make a second file"
                self.broken = Problem("", *place(event.start_mark), "", "a second record begins here", hint)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_properties(event)
        at = place(event.start_mark)
        if event.style == '"' and (fault := first_invisible(event.value)):
            self._fault(at, *fault)
        within = self._open[-1] if self._open else None
        if within and isinstance(within.values, dict):
            if within.key is None:
                self._take_key(within, event, at)
                return
            at = at if event.value or event.style else within.key_place
        self._add(event.value if event.style else _WORDS.get(event.value, event.value), at)

    def _take_key(self, within: _Open, event: yaml.ScalarEvent, at: Place) -> None:
        key: str = event.value
        within.key, within.key_place, within.counts = key, at, False
        if not key:
            self._fault(at, "a name is missing before the colon", "write name: value")
        elif key == "<<" and not event.style:
            self._fault(at, "fields cannot be taken over with <<", "write the fields out")
        elif key in within.values:
            self._fault(at, f"the field {key!r} stands here twice", "keep one of the two")
        else:
            within.counts = True

    def _take_start(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_properties(event)
        values: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Open(self._add(values, place(event.start_mark)), values))
        if len(self._open) > DEEPEST:
            message = f"there are more than {DEEPEST} levels here"
            self.broken = Problem("", *place(event.start_mark), "", message, _BRACKET)

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._fault(place(event.start_mark), "YAML takes a text that begins with & for an anchor", _QUOTE)
        if event.tag is not None:
            self._fault(place(event.start_mark), "YAML takes a text that begins with ! for a tag", _QUOTE)

    def _add(self, value: Any, at: Place) -> Path:
        """Put a value where it belongs and return its path."""
        if not self._open:
            self.root = value
            self.places[()] = at, at
            return ()
        within = self._open[-1]
        if isinstance(within.values, list):
            path: Path = (*within.path, len(within.values))
            within.values.append(value)
            self.places.setdefault(path, (at, at))
        elif within.key is None:
            path = (*within.path, "?")
            self._fault(at, "the name of a field is a plain word", _BRACKET)
            within.key, within.key_place, within.counts = "?", at, False
        else:
            path = (*within.path, within.key)
            if within.counts:
                within.values[within.key] = value
                self.places.setdefault(path, (within.key_place, at))
            within.key = None
        return path

    def _fault(self, at: Place, message: str, hint: str) -> None:
        self.problems.append(Problem("", *at, ".".join(map(str, self._path())), message, hint))

    def _path(self) -> Path:
        if not self._open:
            return ()
        within = self._open[-1]
        if isinstance(within.values, list):
            return (*within.path, len(within.values))
        return within.path if within.key is None else (*within.path, within.key)


def read(text: str) -> Tree:
    """Read a text to its end or to the first fault of its syntax."""
    tree = Tree()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            tree.take(event)
            if tree.broken:
                break
    except yaml.YAMLError as error:
        tree.broken = syntax_problem(error)
    return tree
