"""A record's file as the values of a form, and the values of a form as a record's file."""

from collections.abc import Mapping
from typing import Any

from generator.records.document import Document, twins, written
from generator.records.schema_tree import Field, Piece

AS_READ = "file_as_read"
"""The hidden value that carries the text of the file, so that what is not changed stays as it is written."""
BODY = "reading_notes"
"""The value that holds the body of a Markdown file: reading notes, or the text of a chapter."""
Values = dict[str, Any]


def read(piece: Piece, text: str, *, body: bool = False) -> Values:
    """The values that a form shows for the file `text`; `body` says that it is a Markdown file.

    A reference to a single kind is the bare id, as the form's choices are. Raises `ValueError` where the file
    cannot be read.
    """
    document = _document(piece, text, body)
    values = _shown(piece, document.value)
    if body:
        values[BODY] = document.body.strip()
    return {**values, AS_READ: text}


def write(piece: Piece, values: Values, *, body: bool = False) -> str:
    """The file for the values of a form: empty ones are left out, unchanged ones stay as written."""
    text, after = str(values.get(AS_READ) or ""), _kept(piece, values)
    notes = str(values.get(BODY) or "").strip()
    if not text:
        return f"---\n{written(after, piece)}---\n{notes}\n" if body else written(after, piece)
    document = _document(piece, text, body)
    before = _kept(piece, _shown(piece, document.value))
    document.set((), _merged(document.value, before, after))
    if body and notes != document.body.strip():
        document.body = f"{notes}\n"
    return document.text


def _merged(written: Any, before: Any, after: Any) -> Any:
    """What the file shall hold: what it holds, but for what the form shows otherwise than before."""
    if before == after:
        return written
    if isinstance(written, dict) and isinstance(before, dict) and isinstance(after, dict):
        same = {name: value for name, value in written.items() if name in after or name not in before}
        return {**same, **{name: _merged(written.get(name), before.get(name), after[name]) for name in after}}
    if isinstance(written, list) and isinstance(before, list) and len(written) == len(before):
        pairs = zip(twins(before, after), after, strict=True)
        return [value if at is None else _merged(written[at], before[at], value) for at, value in pairs]
    return after


def _document(piece: Piece, text: str, body: bool) -> Document:
    return Document(text, f"record{'.md' if body else '.yml'}", piece)


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
