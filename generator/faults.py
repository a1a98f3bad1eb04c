"""Turns the faults that pydantic finds in a record into an editor's words."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.text import did_you_mean

Field = tuple[str | int, ...]

_MESSAGES = {
    "missing": "“{key}” is missing",
    "extra_forbidden": "unknown key “{key}”",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "dict_type": "must be a mapping of keys to values",
    "float_parsing": "“{input}” is not a number",
    "float_type": "must be a number",
    "int_parsing": "“{input}” is not a whole number",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "model_type": "must be a mapping of keys to values",
    "string_pattern_mismatch": "“{input}” is not an id",
    "string_too_short": "must not be empty",
    "string_type": "must be one text",
    "too_short": "must have at least one entry",
    "greater_than": "“{input}” is too small: it must be more than {gt}",
    "greater_than_equal": "“{input}” is too small: it must be at least {ge}",
    "less_than_equal": "“{input}” is too large: it must be at most {le}",
}


def in_editors_words(model: Any, error: ValidationError) -> Iterator[tuple[Field, str, str]]:
    """Every fault of `error` as (path of the value, message, hint)."""
    for item in error.errors(include_url=False):
        path: Field = item["loc"]
        key = str(path[-1]) if path else ""
        place = _model_at(model, path[:-1])
        yield path, _message(item, key), _hint(item["type"], key, place)


def _message(item: ErrorDetails, key: str) -> str:
    fault, value = item["type"], item["input"]
    if fault == "too_short" and isinstance(value, str):
        fault = "string_too_short"
    if fault == "value_error" and not isinstance(value, str):
        fault = "string_type"
    if fault in _MESSAGES:
        return _MESSAGES[fault].format(key=key, input=value, **item.get("ctx", {}))
    return item["msg"].removeprefix("Value error, ")


def _hint(fault: str, key: str, model: type[BaseModel] | None) -> str:
    if model is None:
        return ""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if fault == "missing":
        return fields[key].description or ""
    if fault == "extra_forbidden":
        return did_you_mean(key, fields) or f"keys here are {', '.join(fields)}"
    return ""


def _model_at(annotation: Any, path: Field) -> type[BaseModel] | None:
    model = _model_in(annotation)
    for step in path[1:] if get_origin(annotation) is dict else path:
        if isinstance(step, int) or model is None:
            continue
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        model = _model_in(fields[step].annotation) if step in fields else None
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (list, dict, Union, types.UnionType, Annotated):
        return next((m for m in map(_model_in, get_args(annotation)) if m), None)
    return None
