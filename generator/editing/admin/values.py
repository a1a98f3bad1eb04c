"""A record's file as the values of a form, and the values of a form as a record's file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.editing.admin.rewrite import rewritten
from generator.records.markdownfile import split
from generator.records.schema_tree import Field, Piece
from generator.records.yamlfile import load

AS_READ = "file_as_read"
"""The hidden value that carries the text of the file, so that what is not changed stays as it is written."""
BODY = "reading_notes"
"""The value that holds the body of a source's file."""
Values = dict[str, Any]


def read(piece: Piece, text: str, *, body: bool = False) -> Values:
    """The values that a form shows for the file `text`; `body` says that it is a source's Markdown file.

    A reference to a single kind is the bare id, as the form's choices are. Raises `ValueError` where the file
    cannot be read.
    """
    front, notes = _parts(text) if body else (text, "")
    values = _shown(piece, _loaded(front))
    if body:
        values[BODY] = notes
    return {**values, AS_READ: text}


def write(piece: Piece, values: Values, *, body: bool = False) -> str:
    """The file for the values of a form: empty ones are left out, unchanged ones stay as written."""
    text = str(values.get(AS_READ) or "")
    front, _ = _parts(text) if body and text else (text, "")
    before = _kept(piece, _shown(piece, _loaded(front))) if front else {}
    made = rewritten(front, before, _kept(piece, values), piece)
    notes = str(values.get(BODY) or "").strip()
    return f"---\n{made}---\n{notes}\n" if body else made


def _loaded(text: str) -> Values:
    data, problems = load(text, "")
    if data is None or problems:
        raise ValueError(f"line {problems[0].line}: {problems[0].message}")
    return dict(data)


def _parts(text: str) -> tuple[str, str]:
    parts, problems = split(text, "")
    if problems:
        raise ValueError(problems[0].message)
    return parts.front, parts.body.strip()


def _shown(piece: Piece, data: Mapping[str, Any]) -> Values:
    found = {field.name: _shown_value(field, data.get(field.name)) for field in piece.fields}
    return {name: value for name, value in found.items() if value is not None}


def _shown_value(field: Field, value: Any) -> Any:
    if field.many and isinstance(value, list):
        single = [_shown_single(field, each) for each in value]
        return [each for each in single if each is not None]
    return _shown_single(field, value)


def _shown_single(field: Field, value: Any) -> Any:
    if field.piece:
        return _shown(field.piece, value) if isinstance(value, dict) else None
    if len(field.kinds) == 1 and isinstance(value, str):
        return value.removeprefix(f"{field.kinds[0]}:")
    return value


def _kept(piece: Piece, values: Mapping[str, Any]) -> Values:
    """The values of the fields without those that say nothing."""
    found = {field.name: _kept_value(field, values.get(field.name)) for field in piece.fields}
    return {name: value for name, value in found.items() if value not in (None, "", [], {}, False)}


def _kept_value(field: Field, value: Any) -> Any:
    if isinstance(value, list):
        kept = [_kept_value(field, each) for each in value]
        return [each for each in kept if each not in (None, "", {})]
    if field.piece:
        return _kept(field.piece, value) if isinstance(value, dict) else None
    if isinstance(value, bool) or value is None:
        return value
    return str(value).strip()
