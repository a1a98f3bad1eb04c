"""The documentary as JSON, read by a validator of JSON Schema that is not ours."""

import json

import pytest
from jsonschema import Draft202012Validator

from generator.exports.archive import EDITORIAL, Archive
from generator.exports.whole import FORMAT, schema
from generator.records.dataset import Dataset
from generator.records.refs import Ref


@pytest.fixture(scope="module")
def archive(dataset: Dataset) -> Archive:
    return Archive(dataset, "https://bridge.example/")


def test_the_whole_is_held_to_its_schema(archive: Archive) -> None:
    whole, described = FORMAT.files(archive)
    validator = Draft202012Validator(json.loads(described.data))
    validator.check_schema(validator.schema)
    assert [fault.message for fault in validator.iter_errors(json.loads(whole.data))] == []


def test_every_kind_of_record_has_a_schema_that_refuses_a_field_it_does_not_know(archive: Archive) -> None:
    validator = Draft202012Validator(schema())
    for ref in {ref.kind: ref for ref in archive.records}.values():
        record = archive.record(ref)
        record["fields"]["unheard_of"] = "x"
        assert not validator.is_valid({"documentary": archive.documentary, "records": [record]})


def test_every_record_is_in_it_under_its_address(archive: Archive, dataset: Dataset) -> None:
    whole = json.loads(next(iter(FORMAT.files(archive))).data)
    assert [record["id"] for record in whole["records"]] == [str(ref) for ref in dataset.records]
    assert all(record["page"].startswith("https://bridge.example/") for record in whole["records"])


def test_what_is_the_editors_own_is_nowhere(archive: Archive) -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    assert not keys([*archive.records.values()]) & EDITORIAL


def test_every_quotation_stands_in_it_letter_for_letter_with_its_address(
    archive: Archive, dataset: Dataset
) -> None:
    for ref, claim in dataset.claims.items():
        shown = archive.record(ref)["fields"].get("assertions", [])
        for assertion, given in zip(claim.assertions, shown, strict=True):
            for number, (one, other) in enumerate(
                zip(assertion.evidence, given.get("evidence", []), strict=True)
            ):
                assert other["id"] == f"{ref}/{assertion.id}/{number}"
                assert other.get("quote", {}).get("exact") == (one.quote.exact if one.quote else None)


def test_a_claim_has_its_standing_with_the_numbers_behind_it(archive: Archive, dataset: Dataset) -> None:
    claim = next(iter(dataset.claims))
    assert {"word", "independent_origins"} <= archive.record(claim)["computed"]["standing"].keys()


def test_the_same_records_give_the_same_bytes(dataset: Dataset) -> None:
    first, second = ([file.data for file in FORMAT.files(Archive(dataset))] for _ in range(2))
    assert first == second


def test_a_name_that_somebody_has_at_hand_is_taken(dataset: Dataset) -> None:
    ref = next(iter(dataset.claims))
    assert Archive(dataset, name=Ref.__str__).record(ref)["name"] == str(ref)
