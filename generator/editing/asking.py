"""Asks an editor for the needed fields of a new record, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from generator.editing.given import faults, suggested_id
from generator.editing.meaning import Meaning, meanings
from generator.kinds import Kind
from generator.model import Words
from generator.refs import ID

Ask = Callable[[str], str]
Say = Callable[[str], None]


def asked(kind: Kind, words: Words, ask: Ask, say: Say) -> dict[str, Any]:
    """The needed fields as answered; an empty answer leaves a field to be filled in later."""
    given: dict[str, Any] = {}
    for meaning in meanings(kind.model, words):
        if meaning.needed and meaning.name != "added":
            _ask_until_right(kind, meaning, given, words, ask, say)
        own = meaning.name.removeprefix("supplied_")
        if own != meaning.name and own not in given:
            _ask_until_right(kind, meaning, given, words, ask, say)
    return given


def asked_id(given: dict[str, Any], ask: Ask, say: Say) -> str:
    """The id as answered; an empty answer takes the one suggested."""
    suggested = suggested_id(given)
    while True:
        ident = ask(f"id{f' [{suggested}]' if suggested else ''}: ").strip() or suggested
        if ID.fullmatch(ident):
            return ident
        say("  an id is lower-case letters and digits joined by hyphens")


def _ask_until_right(
    kind: Kind, meaning: Meaning, given: dict[str, Any], words: Words, ask: Ask, say: Say
) -> None:
    while True:
        value = _answer(meaning, words, ask, say, "")
        if value is None:
            return
        found = list(faults(kind, {meaning.name: value}, words))
        if not found:
            given[meaning.name] = value
            return
        for fault in found:
            say(f"  {fault}")


def _answer(meaning: Meaning, words: Words, ask: Ask, say: Say, within: str) -> Any:
    """The answer for one field, of a part field by field; None where nothing was answered."""
    name = f"{within}{meaning.name}"
    say(f"\n{meaning.text}")
    if meaning.part:
        part = _part(meaning.part, words, ask, say, f"{name}.")
        return ([part] if meaning.many else part) if part else None
    if meaning.words:
        say(f"  {', '.join(meaning.words)}")
    answer = ask(f"{name}{' (several: with commas)' if meaning.many else ''}: ").strip()
    if meaning.many:
        return [item.strip() for item in answer.split(",") if item.strip()] or None
    return answer or None


def _part(model: type[BaseModel], words: Words, ask: Ask, say: Say, within: str) -> dict[str, Any]:
    answers = {
        meaning.name: _answer(meaning, words, ask, say, within)
        for meaning in meanings(model, words)
        if meaning.needed
    }
    return {name: answer for name, answer in answers.items() if answer is not None}
