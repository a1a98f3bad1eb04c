from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.editing.admin.forms import config
from generator.editing.admin.values import AS_READ, BODY
from generator.records.kinds import KINDS
from generator.records.reader import read
from generator.records.schema_tree import Piece, all_pieces

BASE = Path(__file__).parents[2] / "bad/_base"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    dataset, _ = read(BASE)
    assert dataset
    return config(dataset, "bridge")


def widgets(made: dict[str, Any], kind: str) -> dict[str, Any]:
    found = next(each for each in made["collections"] if each["name"] == KINDS[kind].plural)
    return dict(_below("", found["fields"]))


def _below(path: str, fields: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for field in fields:
        here = f"{path}.{field['name']}".lstrip(".")
        yield here, field
        yield from _below(here, field.get("fields", []))


def names(path: str, piece: Piece) -> Iterator[str]:
    for field in piece.fields:
        here = f"{path}.{field.name}".lstrip(".")
        yield here
        if field.piece:
            yield from names(here, field.piece)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_has_a_widget_with_its_meaning(made: dict[str, Any], kind: str) -> None:
    found = widgets(made, kind)
    assert found.keys() - {AS_READ, BODY} == set(names("", all_pieces()[kind]))
    assert all(each["hint"] for path, each in found.items() if path != AS_READ)


def test_the_words_of_a_list_are_the_options_with_their_meanings(made: dict[str, Any]) -> None:
    dataset, _ = read(BASE)
    assert dataset
    stance = widgets(made, "claim")["assertions.stance"]
    assert [each["value"] for each in stance["options"]] == list(dataset.words["stance"].words)


def test_a_reference_to_one_kind_is_looked_up_among_its_records(made: dict[str, Any]) -> None:
    source = widgets(made, "claim")["assertions.evidence.source"]
    assert (source["widget"], source["collection"], source["value_field"]) == (
        "relation",
        "sources",
        "{{slug}}",
    )


def test_a_reference_to_several_kinds_is_chosen_among_all_their_records(made: dict[str, Any]) -> None:
    speaker = widgets(made, "claim")["assertions.speaker"]
    values = [each["value"] for each in speaker["options"]]
    assert values[0] == "unnamed"
    assert {value.partition(":")[0] for value in values[1:]} == {"person", "organization", "source"}
    assert {"label": "Ida Holm (person)", "value": "person:ida-holm"} in speaker["options"]
    about = widgets(made, "claim")["about"]
    assert about["multiple"]


def test_a_source_has_reading_notes_a_chapter_a_text_and_no_other_kind_a_body(made: dict[str, Any]) -> None:
    bodies = {kind: widgets(made, kind)[BODY]["label"] for kind in KINDS if BODY in widgets(made, kind)}
    assert bodies == {"source": "Reading notes", "chapter": "Text"}


def test_records_lie_where_the_reader_looks_for_them(made: dict[str, Any]) -> None:
    folders = {each["name"]: (each["folder"], each["extension"]) for each in made["collections"]}
    assert folders == {k.plural: (k.folder, k.suffix[1:]) for k in KINDS.values()}
    [documentary] = made["singletons"]
    assert documentary["file"] == "sources/documentary.yml"
