"""Begins a record: every field with its meaning, what is given filled in, what may be left out commented."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from generator.editing.format import formatted
from generator.records.document import WIDTH, written
from generator.records.kinds import Kind
from generator.records.model import Words
from generator.records.schema_tree import BODIES, NOTES, Field, Piece, piece_of

Given = Mapping[str, Any]
"""Values by field: texts, lists and mappings of them."""


def scaffold(kind: Kind, given: Given, words: Words) -> str:
    """The text of the file of a new record.

    Lines that begin with `#` and no space are fields to be had by deleting that sign; the meaning of each
    field stands above it. A needed field that is not given is empty; so is the first reading note.
    """
    body = BODIES.get(kind.name)
    shown = {name: value for name, value in given.items() if not body or name != body.name}
    text = "\n".join([*_record(kind, shown, words), ""])
    if body:
        text = f"---\n{text}---\n{_body(body, given)}"
    made, problems = formatted(text, f"new{kind.suffix}", kind.model)
    assert not problems, problems  # noqa: S101 - it is written here
    return made


def _body(field: Field, given: Given) -> str:
    """What stands below the fields: the reading notes, each after its label, or the text."""
    written = given.get(field.name)
    if field is not NOTES:
        return f"{written or ''}\n"
    return "\n\n".join(f"[p{number}] {note}".rstrip() for number, note in enumerate(written or [""], 1))


def _record(kind: Kind, given: Given, words: Words) -> Iterator[str]:
    for field in piece_of(kind.model).fields:
        active = field.name in given or (field.needed and field.instead not in given)
        yield from _meaning(field, words)
        yield from _field(field, given.get(field.name), words, active)


def _meaning(field: Field, words: Words) -> list[str]:
    text = field.meaning
    if choices := field.choices(words):
        text = f"{text.removesuffix('.')}: {', '.join(choices)}."
    return textwrap.wrap(
        text, WIDTH - 20, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _field(field: Field, value: Any, words: Words, active: bool, within_off: bool = False) -> Iterator[str]:
    """The lines of one field; where it is not active each begins with `#`."""
    if value is not None:
        yield from written({field.name: value}).splitlines()
        return
    off = within_off or not active
    yield from (line if active else f"#{line}" for line in _empty(field, words, off, nested=within_off))


def _empty(field: Field, words: Words, off: bool, nested: bool) -> Iterator[str]:
    """A field to be filled in, with the fields of its part; `nested` in what is off, a list is empty."""
    if field.piece is None or (field.many and nested):
        empty: Any = [] if field.many else field.default
        yield f"{field.name}:" if field.needed and not field.many else written({field.name: empty}).rstrip()
        return
    yield f"{field.name}:"
    lines = list(_part(field.piece, words, off))
    first = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)
    for number, line in enumerate(lines):
        deeper = "  " if field.many and number > first else "- " if field.many and number == first else ""
        yield f"  {deeper}{line}"


def _part(piece: Piece, words: Words, off: bool) -> Iterator[str]:
    """The fields of a part, those that it can be without commented."""
    for field in piece.fields:
        yield from _meaning(field, words)
        yield from _field(field, None, words, field.needed, off)
