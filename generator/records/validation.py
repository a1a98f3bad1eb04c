"""Turns the faults that pydantic finds in a record into an editor's words."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.lib.text import did_you_mean, respelt
from generator.records.kinds import KINDS, WORDS
from generator.records.refs import ID, ID_HINT, as_id
from generator.records.schema_tree import Field, Piece, piece_of
from generator.records.yamlfile import FieldPath

CLOSED = frozenset({"media_type"})
"""The lists of words that cannot be extended: on each of their words depends how pages are made."""
_MESSAGES = {
    "missing": "“{key}” is missing",
    "extra_forbidden": "unknown key “{key}”",
    "bool_type": "must be true or false",
    "dict_type": "must be a mapping of keys to values",
    "float_parsing": "“{input}” is not a number",
    "float_type": "must be a number",
    "int_parsing": "“{input}” is not a whole number",
    "int_parsing_size": "this number has too many digits",
    "int_type": "must be a whole number",
    "literal_error": "“{input}” is not {expected}",
    "list_type": "must be a list",
    "model_type": "must be a mapping of keys to values",
    "string_pattern_mismatch": "“{input}” is not an id",
    "string_too_short": "must not be empty",
    "string_type": "must be one text",
    "too_long": "must have at most {max_length} characters",
    "too_short": "must have at least one entry",
    "greater_than": "“{input}” is too small: it must be more than {gt:,.15g}",
    "greater_than_equal": "“{input}” is too small: it must be at least {ge:,.15g}",
    "less_than_equal": "“{input}” is too large: it must be at most {le:,.15g}",
}


def not_in_the_list(word: str, vocabulary: str, known: Collection[str]) -> tuple[str, str]:
    """Message and hint of a word that the list `vocabulary` of `words.yml`, which holds `known`, lacks."""
    right, why = respelt(word)
    if why and right in known:
        return f"“{word}”: {why}", f"write {right}"
    hint = f"{did_you_mean(word, known)} the list is {', '.join(known)}"
    if vocabulary not in CLOSED:
        hint += f"; it may be extended in {WORDS}"
    return f"“{word}” is not in the list {vocabulary}", hint.strip()


def in_editors_words(model: Any, error: ValidationError) -> Iterator[tuple[FieldPath, str, str]]:
    """Every fault of `error` as (path of the value, message, hint)."""
    for item in error.errors(include_url=False):
        path: FieldPath = item["loc"]
        key = str(path[-1]) if path else ""
        piece = piece_of(model).at(path[:-1])
        yield path, _message(item, key), _right(item) or _hint(item["type"], key, piece)


def _right(item: ErrorDetails) -> str:
    """How this very value is written right; empty where that is not plain."""
    fault, value = item["type"], item["input"]
    if fault == "bad_text":
        return str(item["ctx"]["hint"])
    if fault == "string_pattern_mismatch":
        right = as_id(respelt(value)[0])
        return f"write {right}" if ID.fullmatch(right) else ""
    if fault in ("int_parsing", "float_parsing") and _THOUSANDS.fullmatch(value):
        return f"write {re.sub('[^0-9]', '', value)}"
    if fault == "not_text" and (reference := _divided(value)):
        return f"a reference has no space after its colon: write {reference}"
    if fault == "list_type":
        return _as_list(value)
    return ""


_THOUSANDS = re.compile(r"[0-9]{1,3}([,.'’_\s][0-9]{3})+")


def _divided(value: Any) -> str:
    """The reference that YAML read as a mapping because of a space after its colon; else empty."""
    kind, ident = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else ("", "")
    return f"{kind}:{ident}" if kind in KINDS and isinstance(ident, str) else ""


def _as_list(value: Any) -> str:
    if reference := _divided(value):
        return f"write [{reference}]"
    if isinstance(value, dict):
        return "begin each entry with a hyphen, also where there is only one"
    if not isinstance(value, str):
        return ""
    value = value.strip("()")
    if value.startswith("-"):
        return f"a space follows the hyphen: write - {value[1:].strip()}"
    right = f'"{value}"' if re.search(r"[,:\[\]{}] |[\[\]{}]|,", value) else value
    return f"write [{right}]" if len(value) <= _SHORT else "write - before it, on a line of its own"


_SHORT = 60
"""The longest text that is shown in brackets."""


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
    if fault == "model_type" and piece and (part := piece.below(key) or piece):
        return _shape(part)
    if fault not in _MESSAGES and fault != "not_text":
        return ""
    field = next((field for field in piece.fields if field.name == key), None) if piece else None
    choices = _choices(field) if field and fault != "literal_error" else ""  # which names them itself
    return field.meaning + choices if field else ""


def _shape(part: Piece) -> str:
    """How a mapping is written, with all that it needs."""
    needed = [field.name for field in part.fields if field.required] or [part.fields[0].name]
    others = [field.name for field in part.fields if field.name not in needed]
    more = f"; further keys are {', '.join(others)}" if others else ""
    return f"write {{{', '.join(f'{name}: …' for name in needed)}}}{more}"


def _choices(field: Field) -> str:
    """Where a field takes a word of a list, what list that is."""
    if field.vocabulary:
        return f" One word of the list {field.vocabulary} in {WORDS}"
    words = field.limits.get("enum", ())
    return f" One of {', '.join(words)}" if words else ""
