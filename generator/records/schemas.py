"""The JSON Schemas (2020-12) of the records, below `sources/schemas/`, for the language servers of editors.

Every YAML value is text for this project, while a language server takes `2020` for a number: where a field
holds text, the schemas allow both.
"""

import json
from pathlib import Path
from typing import Any

from generator.lib.dates.calendars import CALENDARS
from generator.lib.files import write
from generator.records import SCHEMAS
from generator.records.dataset import Dataset
from generator.records.examples import DATES, example
from generator.records.kinds import KINDS
from generator.records.model import Words
from generator.records.schema_tree import Field, Piece, all_pieces, pieces

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
IDS = "ids.json"
"""The file beside the schemas with the ids of all records, which changes with every new record."""
_TEXT = ["string", "number"]
DATE = rf"^[0-9XYE./,?~%\[\]{{}}+-]+( \(({'|'.join(CALENDARS)})\))?$"
DATE_WANTED = f"Write a date in EDTF, such as {', '.join(DATES)}."
NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?$"


def schema(kind: str, piece: Piece, words: Words) -> Schema:
    """The schema of the records of one kind; ids are completed from the file `ids.json` beside it."""
    one = _mapping(piece, words)
    return {
        "$schema": DRAFT,
        "title": kind.capitalize(),
        **({"type": "array", "items": one} if piece.listed else one),
        "$defs": {part.name: _mapping(part, words) for part in pieces(piece)},
    }


def schema_of_words() -> Schema:
    """The schema of the file of the vocabularies."""
    text = {"type": _TEXT, "minLength": 1}
    word = {"meaning": {**text, "description": "What the list says of a record."}}
    meanings = {
        "type": "object",
        "description": "Each word with its meaning.",
        "additionalProperties": {**text, "description": "What the word means."},
    }
    return {
        "$schema": DRAFT,
        "title": "Words",
        "type": "object",
        "description": "The closed vocabularies: each word with its meaning.",
        "additionalProperties": {
            "type": "object",
            "description": "One closed list of words.",
            "properties": {**word, "words": meanings},
            "required": ["meaning", "words"],
            "additionalProperties": False,
        },
    }


def schema_of_ids(ids: dict[str, list[str]]) -> Schema:
    """Definitions that offer every id of a kind: `person` as written alone, `person:` with its kind.

    They are snippets, which a language server offers and does not hold anybody to: the record of an id that
    is not there may be about to be written.
    """
    defs: Schema = {}
    for kind, found in ids.items():
        for name, prefix in ((kind, ""), (f"{kind}:", f"{kind}:")):
            defs[name] = {"defaultSnippets": [_snippet(prefix + each) for each in sorted(found)]}
    return {"$schema": DRAFT, "$defs": defs}


def _mapping(piece: Piece, words: Words) -> Schema:
    return {
        "type": "object",
        "description": piece.meaning,
        "properties": {field.name: _property(field, words, piece.name) for field in piece.fields},
        "required": [field.name for field in piece.fields if field.required],
        "additionalProperties": False,
    }


def _property(field: Field, words: Words, owner: str) -> Schema:
    value = _value(field, words, owner)
    if field.many:
        value = {"type": "array", "items": value}
        if field.at_least:
            value["minItems"] = field.at_least
    if field.nullable:
        value = _or_nothing(value)
    return {"description": field.meaning, **value}


def _value(field: Field, words: Words, owner: str) -> Schema:
    if field.piece:
        return {"$ref": f"#/$defs/{field.piece.name}"}
    if field.form == "word":
        meanings = words[field.vocabulary].words
        return {
            "enum": list(meanings),
            "enumDescriptions": list(meanings.values()),
            "markdownEnumDescriptions": list(meanings.values()),
            "x-vocabulary": field.vocabulary,
        }
    if field.form == "reference":
        return _reference(field)
    if field.form == "date":
        return {
            "type": ["string", "integer"],
            "pattern": DATE,
            "patternErrorMessage": DATE_WANTED,
            "examples": list(DATES[:1] if field.limits else DATES),
            **field.limits,
        }
    if field.form in ("number", "whole"):
        number = "number" if field.form == "number" else "integer"
        return {"type": [number, "string"], "pattern": NUMBER, **field.limits}
    if field.form == "boolean":
        return {"type": "boolean"}
    shown = example(field, words, owner)
    return {"type": _TEXT, **field.limits, **({"examples": [shown]} if shown else {})}


def _reference(field: Field) -> Schema:
    several = len(field.kinds) > 1
    offered: list[Schema] = [{"$ref": f"{IDS}#/$defs/{kind}{':' * several}"} for kind in field.kinds]
    if field.words:
        offered.append({"defaultSnippets": [_snippet(word) for word in field.words]})
    pattern = field.limits["pattern"]
    forms = [*field.words, *(f"{kind}:…" if several else f"the id of a {kind}" for kind in field.kinds)]
    return {
        "type": "string",
        "pattern": "|".join([*(f"^{word}$" for word in field.words), pattern]),
        "patternErrorMessage": f"Write {' or '.join(forms)}.",
        "allOf": offered,
        "x-kinds": list(field.kinds),
    }


def _snippet(text: str) -> Schema:
    return {"label": text, "body": text}


def _or_nothing(value: Schema) -> Schema:
    if "type" in value:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*types, "null"]}
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    return {"anyOf": [value, {"type": "null"}]}


def schema_files(dataset: Dataset) -> dict[str, bytes]:
    """Every schema by its path from the project folder, the ids of the archive's records among them."""
    made = {kind: schema(kind, piece, dataset.words) for kind, piece in all_pieces().items()}
    made["words"] = schema_of_words()
    ids = {kind: [ref.id for ref in dataset.known if ref.kind == kind] for kind in KINDS}
    files = {f"{SCHEMAS}/{kind}.json": _json(each) for kind, each in made.items()}
    return {**files, f"{SCHEMAS}/{IDS}": _json(schema_of_ids(ids))}


def write_schemas(root: Path, dataset: Dataset) -> tuple[int, int]:
    """Write the schemas for text editors: how many there are and how many of them changed."""
    files = {root / path: data for path, data in schema_files(dataset).items()}
    changed = [path for path, data in files.items() if not path.is_file() or path.read_bytes() != data]
    for path in changed:
        write(path, files[path])
    return len(files), len(changed)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
