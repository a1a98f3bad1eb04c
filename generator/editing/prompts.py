"""Asks an editor for the needed fields of a new record, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.editing.given import faults, suggested_id
from generator.records.kinds import Kind
from generator.records.model import Words
from generator.records.refs import ID, is_of_device
from generator.records.schema_tree import Field, Piece, piece_of

Ask = Callable[[str], str]
Say = Callable[[str], None]


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
        if ID.fullmatch(ident) and not is_of_device(ident):
            return ident
        say("  an id is lower-case letters and digits joined by hyphens, and Windows can store it")


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
