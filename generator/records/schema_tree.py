"""The fields of the records as a tree: name, meaning, form and limits of each, read from the models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.records.kinds import DOCUMENTARY, GLOSSARY, KINDS, kind_at
from generator.records.model import Chapter, Documentary, Glossary, Record, Source, Words
from generator.records.yamlfile import FieldPath

BESIDE: Mapping[str, Any] = {"documentary": Documentary, "glossary": Glossary}
"""What the files beside the records hold whose fields are explained like theirs."""
LAST = tuple(Record.model_fields)
"""The fields that every record has, which stand at its end."""
ELSEWHERE = {"Source": ("notes", "gaps"), "Chapter": ("body",)}
"""Fields that are not written as YAML but are the body of the file: reading notes, and a chapter's text."""
PAGE = "editors/fields/"
"""The address of the page of all fields in the site."""
LIMITS = ("minimum", "maximum", "exclusiveMinimum", "minLength", "pattern", "patternErrorMessage", "enum")


@dataclass(frozen=True)
class Field:
    """One field.

    `form` is `line`, `prose`, `date`, `word`, `reference`, `number`, `whole`, `boolean` or `piece`;
    `vocabulary` names the list of a word, `kinds` are those a reference may have and `words` what may stand
    in its place; `piece` is the mapping that a field of form `piece` holds; `limits` are of JSON Schema;
    `instead` is the field with our own words that takes the place of this one, where there is such a field;
    `default` is what stands for it where it is left out.
    """

    name: str
    meaning: str
    form: str
    required: bool = False
    nullable: bool = False
    many: bool = False
    at_least: int = 0
    vocabulary: str = ""
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    piece: Piece | None = None
    limits: Mapping[str, Any] = field(default_factory=dict)
    instead: str = ""
    default: str | bool | None = None

    @property
    def needed(self) -> bool:
        """Whether a record cannot be without it, or without the field that takes its place."""
        return self.required or bool(self.instead)

    def choices(self, words: Words) -> tuple[str, ...]:
        """The words of its list; none where it takes any text."""
        return tuple(
            words[self.vocabulary].words if self.vocabulary in words else self.limits.get("enum", ())
        )


NOTES = Field("notes", Source.model_fields["notes"].description or "", "line", many=True)
"""The reading notes of a source, one for each paragraph of the article."""
BODIES: Mapping[str, Field] = {
    "source": NOTES,
    "chapter": Field("body", Chapter.model_fields["body"].description or "", "prose"),
}
"""Of the kinds whose files have a body that, by the name of the kind."""


@dataclass(frozen=True)
class Piece:
    """A mapping with fields: a record or a part that several records share.

    Where its keys are free (`words.yml`) it has no fields, and `each` is what every value holds; where a file
    lists several of it (`glossary.yml`) it is `listed`.
    """

    name: str
    meaning: str
    fields: tuple[Field, ...]
    each: Piece | None = None
    listed: bool = False

    def below(self, key: str) -> Piece | None:
        """The mapping that the value of `key` is or lists; None where it holds none."""
        return self.each or next((field.piece for field in self.fields if field.name == key), None)

    def at(self, path: FieldPath) -> Piece | None:
        """The mapping at the end of a path of keys and list positions; None where there is none."""
        piece: Piece | None = self
        for step in path:
            piece = piece.below(step) if piece and isinstance(step, str) else piece
        return piece


@cache
def piece_of(model: Any) -> Piece:
    """The fields of a model, or of what a list or mapping holds, in the order in which editors write them."""
    schema = TypeAdapter(model).json_schema(by_alias=True)
    defs = schema.get("$defs", {})
    if "properties" in schema:
        return _piece(schema, defs)
    if "items" in schema:
        return replace(_piece(defs[schema["items"]["$ref"].rpartition("/")[2]], defs), listed=True)
    target = defs[schema["additionalProperties"]["$ref"].rpartition("/")[2]]
    return Piece("", "", (), each=_piece(target, defs))


def all_pieces() -> dict[str, Piece]:
    """The fields of every kind of record by its name, and of the two files beside them by `BESIDE`."""
    models = {kind.name: kind.model for kind in KINDS.values()}
    return {name: piece_of(model) for name, model in {**models, **BESIDE}.items()}


def pieces(piece: Piece) -> Iterator[Piece]:
    """The shared parts below a piece, each once, in the order in which they are met."""
    found: dict[str, Piece] = {}
    waiting = [piece]
    while waiting:
        for each in waiting.pop(0).fields:
            if each.piece and each.piece.name not in found:
                found[each.piece.name] = each.piece
                waiting.append(each.piece)
    yield from found.values()


def anchor(section: str, field: str = "") -> str:
    """The fragment of a field of a kind or part, or of the whole section; `section` is its name."""
    return f"{section}-{field.replace('_', '-')}".rstrip("-").lower()


def explained(path: str, field: str) -> str:
    """The address that explains the value `field` (`assertions.0.stance`) of the file `path`.

    A key that is not known leads to those that are; empty where the file is no record or nothing fits.
    """
    kind = kind_at(path)
    section = kind.name if kind else {DOCUMENTARY: "documentary", GLOSSARY: "glossary"}.get(path, "")
    keys = [key for key in field.split(".") if not key.isdecimal()]
    if not section or not field or not keys or keys[0] in ELSEWHERE.get(section.capitalize(), ()):
        return ""
    *above, last = keys
    record = all_pieces()[section]
    piece = record.at(tuple(above))
    if piece is None:
        return ""
    known = last in {each.name for each in piece.fields}
    return f"{PAGE}#{anchor(piece.name if above else section, last if known else '')}"


def _piece(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Piece:
    name, required = schema["title"], schema.get("required", ())
    given = [key for key in schema["properties"] if key not in ELSEWHERE.get(name, ())]
    order = [key for key in given if key not in LAST] + [key for key in LAST if key in given]
    instead = {key: f"supplied_{key}" for key in given if f"supplied_{key}" in given}
    fields = tuple(
        _field(key, schema["properties"][key], defs, key in required, instead.get(key, "")) for key in order
    )
    return Piece(name, _folded(schema["description"]), fields)


def _field(
    name: str, schema: Mapping[str, Any], defs: Mapping[str, Any], required: bool, instead: str
) -> Field:
    choices = [choice for choice in schema.get("anyOf", (schema,)) if choice.get("type") != "null"]
    value = choices[0]
    many = value.get("type") == "array"
    single = value["items"] if many else value
    target = defs[single["$ref"].rpartition("/")[2]] if "$ref" in single else None
    return Field(
        name=name,
        meaning=_folded(schema.get("description") or (target or {})["description"]),
        form="piece" if target else _form(single),
        required=required,
        nullable="anyOf" in schema,
        many=many,
        at_least=value.get("minItems", 0),
        vocabulary=single.get("x-vocabulary", ""),
        kinds=tuple(single.get("x-kinds", ())),
        words=tuple(single.get("x-words", ())),
        piece=_piece(target, defs) if target else None,
        limits={key: single[key] for key in LIMITS if key in single},
        instead=instead,
        default=default if isinstance(default := schema.get("default"), str | bool) else None,
    )


def _form(schema: Mapping[str, Any]) -> str:
    if "x-form" in schema:
        return str(schema["x-form"])
    if "x-vocabulary" in schema:
        return "word"
    if "x-kinds" in schema:
        return "reference"
    return {"number": "number", "integer": "whole", "boolean": "boolean"}.get(schema["type"], "line")


def _folded(text: str) -> str:
    return " ".join(text.split())
