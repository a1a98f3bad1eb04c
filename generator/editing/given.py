"""What an editor gives for a new record: read from options or asked for, and held against the model."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.editing.importing.drafts import faults_of_values
from generator.editing.scaffold import Given
from generator.ingest.draft import slug
from generator.lib.unseen import first_invisible
from generator.records.kinds import Kind
from generator.records.model import Words, leaves
from generator.records.refs import id_fault
from generator.records.schema_tree import BODIES, NOTES, Field, Piece, piece_of
from generator.records.yamlfile import load

_NAMING = ("name", "title", "text", "supplied_name", "supplied_title", "before")
_WORDS_OF_AN_ID = 6
Ask = Callable[[str], str]
Say = Callable[[str], None]


def read(field: Field, texts: Sequence[str]) -> Any:
    """The value of a field from what was written for it, once or (of a list) several times.

    A part is written as in a record, `{source: ledger, paragraph: p3, kind: direct}`; a text is taken as is.
    """
    if field is NOTES:
        return list(texts)
    if field.many:
        values = [_value(text) for text in texts]
        return [item for value in values for item in (value if isinstance(value, list) else [value])]
    return _value(texts[-1]) if field.piece or field.form == "boolean" else texts[-1]


def _value(text: str) -> Any:
    data, problems = load(f"value: {text}\n", "")
    return text if problems or data is None else data["value"]


def faults(kind: Kind, given: Given, words: Words) -> Iterator[str]:
    """What is wrong with the values given, in one line each; what is missing is no fault."""
    body = BODIES.get(kind.name)
    values = {name: value for name, value in given.items() if not body or name != body.name}
    in_body = leaves({name: value for name, value in given.items() if name not in values})
    unseen = ((path, *told) for path, text in in_body if (told := first_invisible(text)))  # of any length
    for path, message, hint in (*faults_of_values(kind.name, values, words, missing_below=1), *unseen):
        yield f"{'.'.join(map(str, path))}: {message}" + (f" ({hint})" if hint else "")


def still_needed(kind: Kind, given: Given) -> list[str]:
    """The fields that are to be filled in before the record is complete."""
    supplied = {name.removeprefix("supplied_") for name in given if name.startswith("supplied_")}
    needed = [field.name for field in piece_of(kind.model).fields if field.needed]
    body = [BODIES[kind.name].name] if kind.name in BODIES else []
    return [name for name in [*needed, *body] if name not in given and name not in supplied]


def suggested_id(given: Given) -> str:
    """An id made from the name, title or text; empty where none is given."""
    named = next((str(given[name]) for name in _NAMING if given.get(name)), "")
    return "-".join(slug(named).split("-")[:_WORDS_OF_AN_ID])


def asked(kind: Kind, words: Words, ask: Ask, say: Say) -> dict[str, Any]:
    """The needed fields as answered; an empty answer leaves a field to be filled in later."""
    given: dict[str, Any] = {}
    for field in piece_of(kind.model).fields:
        if field.needed and field.name != "added":
            _ask_until_right(kind, field, given, words, ask, say)
        own = field.name.removeprefix("supplied_")
        if own != field.name and own not in given:
            _ask_until_right(kind, field, given, words, ask, say)
    return given


def asked_id(given: dict[str, Any], ask: Ask, say: Say) -> str:
    """The id as answered; an empty answer takes the one suggested."""
    suggested = suggested_id(given)
    while True:
        ident = ask(f"id{f' [{suggested}]' if suggested else ''}: ").strip() or suggested
        if not (fault := id_fault(ident)):
            return ident
        say(f"  {fault}")


def _ask_until_right(
    kind: Kind, field: Field, given: dict[str, Any], words: Words, ask: Ask, say: Say
) -> None:
    while True:
        value = _answer(field, words, ask, say, "")
        if value is None:
            return
        found = list(faults(kind, {field.name: value}, words))
        if not found:
            given[field.name] = value
            return
        for fault in found:
            say(f"  {fault}")


def _answer(field: Field, words: Words, ask: Ask, say: Say, within: str) -> Any:
    """The answer for one field, of a part field by field; None where nothing was answered."""
    name = f"{within}{field.name}"
    say(f"\n{field.meaning}")
    if field.piece:
        part = _part(field.piece, words, ask, say, f"{name}.")
        return ([part] if field.many else part) if part else None
    if choices := field.choices(words):
        say(f"  {', '.join(choices)}")
    answer = ask(f"{name}{' (several: with commas)' if field.many else ''}: ").strip()
    if field.many:
        return [item.strip() for item in answer.split(",") if item.strip()] or None
    return answer or None


def _part(piece: Piece, words: Words, ask: Ask, say: Say, within: str) -> dict[str, Any]:
    answers = {field.name: _answer(field, words, ask, say, within) for field in piece.fields if field.needed}
    return {name: answer for name, answer in answers.items() if answer is not None}
