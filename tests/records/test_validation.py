"""What pydantic finds is told in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records.kinds import KINDS, Kind
from generator.records.markdownfile import split
from generator.records.model import Event, Person, Place, Words
from generator.records.schema_tree import piece_of
from generator.records.validation import in_editors_words
from generator.records.yamlfile import load

from ..check.rules.bad_cases import BASE

Path = tuple[str | int, ...]
ODD = [None, True, "", "x", "-1", [], ["x"], {}, {"x": "y"}]
"""Values that belong almost nowhere."""
NOT_OURS = re.compile(r"Input should|Value error|valid |NoneType|<|\bstr\b|\bdict\b|type=|\bNone\b|\['|\{'")
"""Words of pydantic and Python."""


def faults_of(model: Any, data: Any) -> list[tuple[Path, str, str]]:
    try:
        TypeAdapter(model).validate_python(data)
    except ValidationError as error:
        return list(in_editors_words(model, error))
    return []


def base_records() -> Iterator[tuple[Kind, Any]]:
    for kind in KINDS.values():
        for file in sorted((BASE / kind.folder).glob(f"*{kind.suffix}")):
            text = file.read_text(encoding="utf-8")
            data, _ = load(split(text, "")[0].front if kind.suffix == ".md" else text, "")
            yield kind, data


def replaced(data: Any, odd: Any) -> Iterator[Any]:
    """Copies of `data`, each with one value replaced."""
    yield odd
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        for changed in replaced(value, odd):
            copy = data.copy()
            copy[key] = changed
            yield copy


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_no_odd_value_anywhere_is_answered_in_the_words_of_a_program(odd: Any) -> None:
    messages = [
        message
        for kind, record in base_records()
        for data in replaced(record, odd)
        for _, message, _ in faults_of(kind.model, data)
    ]
    assert messages
    assert [message for message in messages if NOT_OURS.search(message)] == []


def test_an_unknown_key_suggests_the_nearest_one_of_its_level() -> None:
    data = {"name": "A", "description": "B", "added": "2031-06-01", "roles": [{"title": "x", "form": "2030"}]}
    assert faults_of(Person, data) == [
        (("roles", 0, "form"), "unknown key “form”", "did you mean “from”?"),
    ]


def test_an_unknown_key_that_is_like_none_lists_those_of_its_level() -> None:
    data = {"edtf": "2031", "basis": "stated", "zzz": "1"}
    event = {
        "name": "A",
        "type": "t",
        "status": "s",
        "when": data,
        "description": "B",
        "evidence": [],
        "added": "2031-06-01",
    }
    assert faults_of(Event, event) == [
        (("when", "zzz"), "unknown key “zzz”", "keys here are edtf, time, tz, basis, reason")
    ]


def test_a_missing_field_is_explained() -> None:
    assert faults_of(Place, {"name": "A", "description": "B", "added": "2031-06-01"}) == [
        (
            ("type",),
            "“type” is missing",
            "What sort of place it is. One word of the list place_type in sources/curated/words.yml",
        )
    ]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_where_no_word_stands_it_is_told_which_list_has_the_words(kind: Kind) -> None:
    for field in piece_of(kind.model).fields:
        if field.vocabulary:
            faults = faults_of(kind.model, {field.name: None if field.required else {}})
            [hint] = [hint for path, _, hint in faults if path == (field.name,)]
            assert hint.endswith(f"One word of the list {field.vocabulary} in sources/curated/words.yml")


def test_a_mapping_of_the_wrong_shape_is_shown_with_all_that_it_needs() -> None:
    [(message, hint)] = [
        (message, hint)
        for path, message, hint in faults_of(Place, {"coordinates": ["53.75", "-1.6"]})
        if path == ("coordinates",)
    ]
    assert message == "must be a mapping of keys to values"
    assert hint == "write {latitude: …, longitude: …, uncertainty_km: …}"


def test_an_empty_text_and_an_empty_list_differ() -> None:
    data = {"name": "", "description": "B", "type": "t", "added": "2031-06-01"}
    assert faults_of(Place, data) == [(("name",), "must not be empty", "The name used throughout the site.")]


def test_keys_of_a_list_of_words_are_suggested_too() -> None:
    data = {"stance": {"mening": "How.", "meaning": "How.", "words": {"asserts": "says so"}}}
    assert faults_of(Words, data) == [
        (("stance", "mening"), "unknown key “mening”", "did you mean “meaning”?")
    ]
