"""Records in the words of schema.org: only what they state in their own name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.voices import said
from generator.exports.archive import Archive
from generator.exports.schema_org import described, named
from generator.exports.works import iso, period
from generator.lib.dates import parse
from generator.records.dataset import Dataset
from generator.records.model import Dating
from generator.records.refs import Ref


@pytest.fixture(scope="module")
def archive(dataset: Dataset) -> Archive:
    return Archive(dataset, "https://bridge.example/")


def told(archive: Archive, kind: str, ident: str, most: int | None = None) -> dict[str, Any]:
    return described(archive, Ref(kind, ident), str, most)  # type: ignore[arg-type]


def test_every_kind_of_record_is_told(archive: Archive) -> None:
    for ref in archive.dataset.records:
        assert told(archive, ref.kind, ref.id)["@type"] == named(archive, ref)["@type"]


def test_a_role_is_told_with_its_body_and_sources_and_one_that_rests_on_a_claim_is_not(
    archive: Archive,
) -> None:
    person = told(archive, "person", "oskar-lind")
    assert person["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "minister",
            "memberOf": "organization:ministry-of-works",
            "subjectOf": ["source:post-analysis"],
        }
    ]
    assert "hasOccupation" not in person


def test_a_place_is_as_large_as_its_uncertainty(archive: Archive) -> None:
    circle = told(archive, "place", "varrow")["geo"]
    at = archive.dataset.places[Ref("place", "varrow")].coordinates
    assert at is not None
    assert circle["geoRadius"] == at.uncertainty_km * 1000
    assert circle["geoMidpoint"]["latitude"] == at.latitude


def test_only_an_event_that_occurred_is_one(archive: Archive) -> None:
    assert told(archive, "event", "lantern-bridge-collapse")["@type"] == "Event"
    alleged = told(archive, "event", "closing-order")
    assert (alleged["@type"], alleged["disambiguatingDescription"]) == ("Thing", "alleged")
    assert not {"startDate", "location", "about"} & alleged.keys()


def test_a_part_in_an_event_that_rests_on_a_claim_is_not_told(archive: Archive) -> None:
    ref, claim = Ref("event", "lantern-bridge-collapse"), Ref("claim", "cables-were-cut")
    event = archive.dataset.events[ref]
    parts = [part.model_copy(update={"claim": claim}) for part in event.participants]
    changed = {**archive.dataset.records, ref: event.model_copy(update={"participants": parts})}
    assert told(archive, "event", ref.id)["about"]
    assert "about" not in told(Archive(replace(archive.dataset, records=changed)), "event", ref.id)


def test_an_answer_is_suggested_and_none_accepted(archive: Archive) -> None:
    question = told(archive, "question", "cause-of-collapse")
    assert [answer["text"] for answer in question["suggestedAnswer"]] == [
        "Loose bolts",
        "Cut cables",
        "The flood",
    ]
    assert "acceptedAnswer" not in question


def test_an_unnamed_speaker_is_described_and_an_article_that_speaks_for_itself_has_no_creator(
    archive: Archive,
) -> None:
    (cut,) = told(archive, "claim", "cables-were-cut")["subjectOf"]
    assert cut["creator"] == {"@type": "Thing", "description": "a senior port official"}
    ref = Ref("claim", "cables-were-cut")
    claim = archive.dataset.claims[ref]
    said = claim.assertions[0].model_copy(update={"speaker": Ref("source", "post-analysis")})
    changed = {**archive.dataset.records, ref: claim.model_copy(update={"assertions": [said]})}
    (own,) = told(Archive(replace(archive.dataset, records=changed)), "claim", ref.id)["subjectOf"]
    assert "creator" not in own
    assert own["isBasedOn"] == ["source:post-analysis"]


def test_no_more_is_listed_than_is_asked_for(archive: Archive) -> None:
    assert len(told(archive, "claim", "bolts-were-loose")["subjectOf"]) == 3
    assert len(told(archive, "claim", "bolts-were-loose", most=2)["subjectOf"]) == 2


@pytest.mark.parametrize(
    ("date", "sure"),
    [("2031-03-02", "2031-03-02"), ("2031", "2031"), ("2031~", ""), ("2031-21", ""), ("[2031,2032]", "")],
)
def test_a_date_is_told_only_where_it_is_one_and_not_in_doubt(date: str, sure: str) -> None:
    assert iso(parse(date)) == sure


def test_of_a_span_both_ends_are_told_and_of_an_inferred_date_none() -> None:
    span = {"edtf": "2031-03-01/2031-03-04", "basis": "stated"}
    assert period(Dating.model_validate(span)) == ("2031-03-01", "2031-03-04")
    assert period(Dating.model_validate({**span, "basis": "inferred"})) == ("", "")
    assert period(None) == ("", "")


def test_a_statement_is_dated_as_its_card_is(archive: Archive) -> None:
    """By the event in which it was made, too, and by the publication of an article that speaks itself."""
    dataset = archive.dataset
    for ref, claim in dataset.claims.items():
        for one, statement in zip(told(archive, "claim", ref.id)["subjectOf"], claim.assertions, strict=True):
            date = said(dataset, statement)
            assert one.get("dateCreated") == (period(date)[0] or None if date else None)
