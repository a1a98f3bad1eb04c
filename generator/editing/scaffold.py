"""Begins a record: every field with its meaning, what is given filled in, what may be left out commented."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.editing.format import formatted
from generator.editing.meaning import NAMES, Meaning, meanings
from generator.editing.spelling import WIDTH, spelled
from generator.kinds import Kind
from generator.model import Words

Given = Mapping[str, Any]
"""Values by field: texts, lists and mappings of them."""


def scaffold(kind: Kind, given: Given, words: Words) -> str:
    """The text of the file of a new record.

    Lines that begin with `#` and no space are fields to be had by deleting that sign; the meaning of each
    field stands above it. A needed field that is not given is empty.
    """
    shown = {name: value for name, value in given.items() if name != "notes"}
    body = "\n".join([*_record(kind, shown, words), ""])
    made, problems = formatted(body, "", kind.model)
    assert not problems, problems  # noqa: S101 - it is written here
    return made if kind.suffix == ".yml" else f"---\n{made}---\n{_notes(given.get('notes', ()))}"


def _record(kind: Kind, given: Given, words: Words) -> Iterator[str]:
    replaced = {own for own, supplied in NAMES.values() if supplied in given}
    for meaning in meanings(kind.model, words):
        if kind.suffix == ".md" and meaning.name == "notes":
            continue
        active = meaning.name in given or (meaning.needed and meaning.name not in replaced)
        yield from _meaning(meaning)
        yield from _field(meaning, given.get(meaning.name), words, active)


def _meaning(meaning: Meaning) -> list[str]:
    text = meaning.text
    if meaning.words:
        text = f"{text.removesuffix('.')}: {', '.join(meaning.words)}."
    return textwrap.wrap(
        text, WIDTH - 20, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _field(
    meaning: Meaning, value: Any, words: Words, active: bool, within_off: bool = False
) -> Iterator[str]:
    """The lines of one field; where it is not active each begins with `#`."""
    if value is not None:
        yield f"{meaning.name}: {_flow(value)}"
        return
    off = within_off or not active
    yield from (line if active else f"#{line}" for line in _empty(meaning, words, off, nested=within_off))


def _empty(meaning: Meaning, words: Words, off: bool, nested: bool) -> Iterator[str]:
    """A field to be filled in, with the fields of its part; `nested` in what is off, a list is empty."""
    if meaning.part is None or (meaning.many and nested):
        empty = "[]" if meaning.many else "" if meaning.needed else _flow(meaning.default)
        yield f"{meaning.name}: {empty}".rstrip()
        return
    yield f"{meaning.name}:"
    lines = list(_part(meaning.part, words, off))
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    for number, line in enumerate(lines):
        deeper = "  " if meaning.many and number > first else "- " if meaning.many and number == first else ""
        yield f"  {deeper}{line}"


def _part(model: type[BaseModel], words: Words, off: bool) -> Iterator[str]:
    """The fields of a part, those that it can be without commented."""
    for meaning in meanings(model, words):
        yield from _meaning(meaning)
        yield from _field(meaning, None, words, meaning.needed, off)


def _flow(value: Any) -> str:
    """A value on one line of YAML."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    words = {None: "null", True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else spelled(str(value), in_brackets=True)


def _notes(notes: list[str]) -> str:
    """The reading notes, one for each paragraph; the first waits to be written where none is given."""
    return "\n\n".join(f"[p{number}] {note}".rstrip() for number, note in enumerate(notes or [""], 1)) + "\n"
