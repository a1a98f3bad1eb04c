"""Turns the faults that pydantic finds in a record into an editor's words."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.lib.text import did_you_mean
from generator.records.refs import ID_HINT
from generator.records.schema_tree import Piece, piece_of
from generator.records.yamlfile import FieldPath

_MESSAGES = {
    "missing": "“{key}” is missing",
    "extra_forbidden": "unknown key “{key}”",
    "bool_type": "must be true or false",
    "dict_type": "must be a mapping of keys to values",
    "float_parsing": "“{input}” is not a number",
    "float_type": "must be a number",
    "int_parsing": "“{input}” is not a whole number",
    "int_type": "must be a whole number",
    "literal_error": "“{input}” is not {expected}",
    "list_type": "must be a list",
    "model_type": "must be a mapping of keys to values",
    "string_pattern_mismatch": "“{input}” is not an id",
    "string_too_short": "must not be empty",
    "string_type": "must be one text",
    "too_long": "must have at most {max_length} characters",
    "too_short": "must have at least one entry",
    "greater_than": "“{input}” is too small: it must be more than {gt:g}",
    "greater_than_equal": "“{input}” is too small: it must be at least {ge:g}",
    "less_than_equal": "“{input}” is too large: it must be at most {le:g}",
}


def in_editors_words(model: Any, error: ValidationError) -> Iterator[tuple[FieldPath, str, str]]:
    """Every fault of `error` as (path of the value, message, hint)."""
    for item in error.errors(include_url=False):
        path: FieldPath = item["loc"]
        key = str(path[-1]) if path else ""
        piece = piece_of(model).at(path[:-1])
        yield path, _message(item, key), _hint(item["type"], key, piece)


def _message(item: ErrorDetails, key: str) -> str:
    fault, value = item["type"], item["input"]
    if fault == "too_short" and isinstance(value, str):
        fault = "string_too_short"
    if fault == "value_error" and not isinstance(value, str):
        fault = "string_type"
    if fault in _MESSAGES:
        return _MESSAGES[fault].format(key=key, input=value, **item.get("ctx", {}))
    return item["msg"].removeprefix("Value error, ")


def _hint(fault: str, key: str, piece: Piece | None) -> str:
    meanings = {field.name: field.meaning for field in piece.fields} if piece else {}
    if fault == "extra_forbidden":
        return did_you_mean(key, meanings) or f"keys here are {', '.join(meanings)}"
    if fault == "string_pattern_mismatch":
        return ID_HINT
    return meanings.get(key, "") if fault in _MESSAGES or fault == "not_text" else ""
