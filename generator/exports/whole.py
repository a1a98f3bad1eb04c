"""JSON: the documentary whole, and the JSON Schema that it is held to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.archive import EDITORIAL, Archive, Data
from generator.exports.fields import models
from generator.exports.format import File, Format
from generator.lib.language import gettext as _
from generator.records.kinds import KINDS
from generator.records.schemas import DRAFT

PATH = "documentary.json"
SCHEMA_PATH = "documentary.jsonschema.json"
_IDS = {"id": {"type": "string"}, "kind": {"enum": [*KINDS]}, "name": {"type": "string"}}
_OURS = ("x-kinds", "x-form", "x-vocabulary", "x-words", "patternErrorMessage", "default")


def encoded(value: Any) -> bytes:
    """The value as JSON in UTF-8, without blanks, in the order it has, with a line break at the end."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _files(archive: Archive) -> Iterator[File]:
    records = list(archive.records.values())
    whole = {
        "$schema": SCHEMA_PATH,
        "documentary": archive.documentary,
        "words": {name: vocabulary.words for name, vocabulary in archive.dataset.words.items()},
        "glossary": [{"term": term.term, "text": str(term.text)} for term in archive.terms],
        "records": records,
    }
    yield File(PATH, encoded(whole), "application/json", _("Every record, whole"), len(records))
    title = _("What each field means and may hold")
    data = (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode()
    yield File(SCHEMA_PATH, data, "application/schema+json", title, describes=PATH)


def schema() -> Data:
    """The JSON Schema (2020-12) of the documentary whole."""
    each = [_record(kind.name, {"$ref": f"#/$defs/{kind.model.__name__}"}) for kind in KINDS.values()]
    return {
        "$schema": DRAFT,
        "title": "Documentary",
        "type": "object",
        "required": ["documentary", "records"],
        "properties": {
            "documentary": {"type": "object", "required": ["title", "language", "licence"]},
            "words": {
                "type": "object",
                "description": "The closed vocabularies: each word with its meaning.",
            },
            "glossary": {"type": "array"},
            "records": {"type": "array", "items": {"oneOf": each}},
        },
        "$defs": {name: _published(model) for name, model in models().items()},
    }


def _record(kind: str, fields: Data) -> Data:
    return {
        "type": "object",
        "required": ["id", "kind", "name", "page", "fields"],
        "properties": {
            "id": {"type": "string", "pattern": f"^{kind}:", "description": "The record, as others name it."},
            "kind": {"const": kind},
            "name": {"type": "string", "description": "The name by which pages call it."},
            "page": {"type": "string", "description": "The address of its page."},
            "fields": fields,
            "computed": {"type": "object", "description": "What the program computes of the records."},
        },
        "additionalProperties": False,
    }


def _published(model: Mapping[str, Any]) -> Data:
    """The schema of a piece as it is exported: nothing is required, and what is the editors' own is gone."""
    fields = {name: _value(value) for name, value in model["properties"].items() if name not in EDITORIAL}
    if {"source", "paragraph"} <= fields.keys():
        fields["id"] = {"type": "string", "description": "The address of the evidence."}
    about = model.get("description", "").split("\n\n")[0]
    return {"type": "object", "description": about, "properties": fields, "additionalProperties": False}


def _value(schema: Any) -> Any:
    """The schema of a value without what only the program understands."""
    if isinstance(schema, list):
        return [_value(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _value(each) for name, each in schema.items() if name not in _OURS}
    words = schema.get("x-words")
    return {"anyOf": [{"enum": words}, found]} if words else found


FORMAT = Format(
    name="JSON",
    standard="https://json-schema.org/draft/2020-12",
    use="Every record with all its fields and what is computed of it, in one file and beside each page.",
    files=_files,
)
