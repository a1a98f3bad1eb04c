"""FollowTheMoney's files, read and held to its model by its own library."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.exports.archive import Archive
from generator.exports.ftm import FORMAT
from generator.records.dataset import Dataset
from generator.records.model import Name
from generator.records.refs import Ref

ftm = pytest.importorskip("followthemoney", reason="it needs the libraries of ICU: pip install .[ftm]")


@pytest.fixture(scope="module", params=["https://bridge.example/", ""], ids=["address", "no address"])
def files(request: pytest.FixtureRequest, dataset: Dataset) -> dict[str, bytes]:
    return {file.path: file.data for file in FORMAT.files(Archive(dataset, request.param))}


@pytest.fixture(scope="module")
def entities(files: dict[str, bytes]) -> dict[str, ftm.ValueEntity]:
    lines = [json.loads(line) for line in files["entities.ftm.json"].splitlines()]
    found = {line["id"]: ftm.ValueEntity.from_dict(line, cleaned=False) for line in lines}
    assert len(found) == len(lines)
    for line in lines:  # cleaning leaves out what the model refuses
        assert found[line["id"]].to_dict()["properties"] == line["properties"]
    return found


@pytest.fixture(scope="module")
def statements(files: dict[str, bytes]) -> list[ftm.Statement]:
    from followthemoney.statement.serialize import read_csv_statements

    return list(read_csv_statements(io.BytesIO(files["statements.ftm.csv"])))


def test_every_entity_has_what_its_schema_demands(entities: dict[str, ftm.ValueEntity]) -> None:
    for entity in entities.values():
        entity.schema.validate({"properties": entity.to_dict()["properties"]})


def test_every_reference_leads_to_an_entity_of_the_right_schema(
    entities: dict[str, ftm.ValueEntity],
) -> None:
    met = 0
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range), (entity.id, prop.name, value)
                met += 1
    assert met > 50


def test_people_bodies_events_and_sources_are_what_they_are(entities: dict[str, ftm.ValueEntity]) -> None:
    kinds = {entities[each].schema.name for each in ("person-oskar-lind", "organization-ministry-of-works")}
    assert kinds == {"Person", "PublicBody"}
    assert entities["event-lantern-bridge-collapse"].first("date") == "2031-03-02"
    assert entities["source-courier-report"].schema.name == "Article"


def test_a_statement_on_a_claim_is_a_note_that_keeps_the_denial(entities: dict[str, ftm.ValueEntity]) -> None:
    note = entities["claim-office-knew-of-bolts.office-courier"]
    assert note.schema.name == "Note"
    assert note.get("description") == ["Bridge Office (denies): The Bridge Office knew of loose bolts."]
    assert note.get("proof") == ["source-courier-report"]


def test_what_is_only_claimed_is_in_no_entity(
    files: dict[str, bytes], entities: dict[str, ftm.ValueEntity]
) -> None:
    assert b"the one who gave the closing order" not in files["entities.ftm.json"]
    assert entities["event-closing-order"].schema.name == "Note"
    assert entities["event-closing-order"].get("name") == ["Order to close the bridge (alleged)"]


def test_what_is_only_claimed_is_a_statement_of_its_source_marked_as_external(
    statements: list[ftm.Statement],
) -> None:
    (claimed,) = [each for each in statements if each.value == "the one who gave the closing order"]
    assert claimed.external
    assert claimed.dataset == "the_collapse_of_the_lantern_bridge_radio_interview"
    assert claimed.origin == "claim:lind-ordered-closing/lind-radio"


def of_records(statements: list[ftm.Statement]) -> Iterator[tuple[str, str, str]]:
    return ((each.entity_id, each.prop, each.value) for each in statements if not each.external)


def test_the_statements_have_every_value_of_the_entities_and_the_keys_of_the_library(
    statements: list[ftm.Statement], entities: dict[str, ftm.ValueEntity], files: dict[str, bytes]
) -> None:
    values = [
        (entity.id, prop.name, value) for entity in entities.values() for prop, value in entity.itervalues()
    ]
    assert sorted(of_records(statements)) == sorted(values)
    for each in statements:
        assert each.id == each.generate_key()
        assert each.prop_type == ftm.model[each.schema].get(each.prop).type.name
    told = files["statements.ftm.csv"].decode()
    assert all(f'"{each.prop_type}"' in told for each in statements)


def test_a_value_stands_once_and_the_acronym_of_a_place_is_another_name(dataset: Dataset) -> None:
    fall, town = Ref("event", "lantern-bridge-collapse"), Ref("place", "varrow")
    event, place = dataset.events[fall], dataset.places[town]
    acronym = Name.model_validate({"text": "V.", "kind": "acronym"})
    changed = {
        fall: event.model_copy(update={"participants": event.participants * 2}),
        town: place.model_copy(update={"names": [*place.names, acronym]}),
    }
    archive = Archive(replace(dataset, records={**dataset.records, **changed}))
    lines = [json.loads(line) for line in next(iter(FORMAT.files(archive))).data.splitlines()]
    found = {line["id"]: line["properties"] for line in lines}
    assert found["event-lantern-bridge-collapse"]["involved"] == ["person-emil-arden"]
    assert "V." in found["place-varrow"]["alias"]
    for line in lines:
        assert ftm.ValueEntity.from_dict(line, cleaned=False).to_dict()["properties"] == line["properties"]
