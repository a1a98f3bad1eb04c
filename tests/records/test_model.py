"""The models: strict, explained, and made from text alone."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.records.kinds import KINDS
from generator.records.model import Coordinates, Documentary, Prose, Value, Word, leaves
from generator.records.model.record import Part
from generator.records.refs import Ref

from ..made_up import NEEDED, claim, record, said_by


def parts(model: type[BaseModel]) -> set[type[BaseModel]]:
    """All models below `model`."""
    below = set(model.__subclasses__())
    return below.union(*map(parts, below))


PARTS = sorted(parts(Part), key=lambda model: model.__name__)


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_every_model_and_every_field_is_explained(model: type[BaseModel]) -> None:
    assert inspect.cleandoc(model.__dict__["__doc__"])
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name} has no description"
        assert field.description.endswith((".", "`")), f"{model.__name__}.{name} is no sentence"


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_every_model_refuses_unknown_keys_and_stays_as_read(model: type[BaseModel]) -> None:
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"] is True


@pytest.mark.parametrize("kind", KINDS)
def test_the_needed_fields_make_a_record_and_each_of_them_is_needed(kind: str) -> None:
    assert record(kind)
    optional = {"title", "name"}
    for name in NEEDED[kind]:
        if name not in optional:
            fields = {key: value for key, value in NEEDED[kind].items() if key != name}
            with pytest.raises(ValidationError, match="Field required"):
                KINDS[kind].model.model_validate({"added": "2030-01-01", **fields})


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_key_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        record(kind, colour="red")


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("-4.25", -4.25), ("0", 0), ("1e3", 1000)])
def test_numbers_are_made_from_text(text: str, number: float) -> None:
    assert Value(number=text, qualifier="exactly").number == number  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["twelve", "", "12 people", "0x1f", "1,200"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Value(number=text, qualifier="exactly")  # type: ignore[arg-type]


@pytest.mark.parametrize(("latitude", "longitude"), [("90.1", "0"), ("0", "-180.1"), ("-91", "0")])
def test_coordinates_stay_on_the_globe(latitude: str, longitude: str) -> None:
    with pytest.raises(ValidationError):
        Coordinates.model_validate({"latitude": latitude, "longitude": longitude, "uncertainty_km": "1"})


@pytest.mark.parametrize("value", [["a"], {"a": "b"}, None, True, 3])
@pytest.mark.parametrize("field", ["text", "kind", "added"])
def test_where_one_text_stands_nothing_else_is_taken(field: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        record("claim", **{field: value})


def test_a_line_is_one_line() -> None:
    assert record("claim", text="The wall\n  fell.").name == "The wall fell."


def test_a_line_is_not_empty() -> None:
    with pytest.raises(ValidationError):
        record("claim", text=" ")


@pytest.mark.parametrize("speaker", ["event:fall", "ada", "somebody", "person:Ada"])
def test_a_speaker_is_a_person_an_organization_a_source_or_unnamed(speaker: str) -> None:
    with pytest.raises(ValidationError):
        record("claim", **claim(said_by(speaker, "a", id="x")))


def test_an_unnamed_speaker_has_no_record() -> None:
    (assertion,) = record("claim", **claim(said_by("unnamed", "a"))).assertions  # type: ignore[attr-defined]
    assert assertion.speaker_ref is None


def test_an_assertion_without_evidence_has_no_source() -> None:
    (assertion,) = record("claim", **claim(said_by("unnamed", "a", evidence=[]))).assertions  # type: ignore[attr-defined]
    assert assertion.source is None


def test_leaves_are_every_single_value_with_its_path() -> None:
    person = record("person", roles=[{"title": "smith", "from": "2020", "organization": "mill"}])
    found = dict(leaves(person))
    assert found[("roles", 0, "title")] == "smith"
    assert found[("roles", 0, "organization")] == Ref("organization", "mill")
    assert ("roles", 0, "from") in found
    assert ("roles", 0, "to") not in found
    assert found[("name",)] == "Ada Stone"


def test_prose_and_words_are_told_from_other_text() -> None:
    found = dict(leaves(record("question")))
    assert isinstance(found[("reason",)], Prose)
    state = found[("state",)]
    assert isinstance(state, Word)
    assert state.vocabulary == "question_state"
    assert type(found[("text",)]) is str


@pytest.mark.parametrize(
    ("fields", "name"), [({"name": "Ada"}, "Ada"), ({"name": None, "supplied_name": "a smith"}, "[a smith]")]
)
def test_a_supplied_name_stands_in_brackets(fields: dict[str, Any], name: str) -> None:
    assert record("person", **fields).name == name  # type: ignore[attr-defined]


def test_a_supplied_title_stands_in_brackets() -> None:
    source = record("source", title=None, supplied_title="a letter")
    assert source.name == "[a letter]"  # type: ignore[attr-defined]


def test_the_language_of_a_documentary_is_english_unless_it_says_otherwise() -> None:
    assert Documentary.model_fields["language"].default == "en"
