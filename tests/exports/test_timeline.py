"""The events as slides of TimelineJS, held to what its documentation says of the format."""

import json
from typing import Any

from jsonschema import Draft202012Validator

from generator.exports.archive import Archive
from generator.exports.timeline import FORMAT
from generator.records.dataset import Dataset

from .. import made_up

TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "required": ["start_date", "text"],
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "autolink": {"type": "boolean"},
    },
    "additionalProperties": False,
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "events": {"type": "array", "items": SLIDE},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


def slides(**events: Any) -> list[dict[str, Any]]:
    records = {f"event:{name}": fields for name, fields in events.items()}
    (file,) = FORMAT.files(Archive(made_up.dataset_of(records), "https://walls.example/"))
    found: list[dict[str, Any]] = json.loads(file.data)["events"]
    return found


def test_it_is_what_timelinejs_reads(dataset: Dataset) -> None:
    (file,) = FORMAT.files(Archive(dataset, "https://bridge.example/"))
    timeline = json.loads(file.data)
    assert [fault.message for fault in Draft202012Validator(TIMELINE).iter_errors(timeline)] == []
    assert file.rows == len(timeline["events"]) > 3


def test_a_date_is_no_finer_than_the_record_and_stands_in_the_words_of_the_site() -> None:
    month, year = slides(
        a={"when": {"edtf": "2031-03", "basis": "stated"}}, b={"when": {"edtf": "2032~", "basis": "stated"}}
    )
    assert (month["start_date"], month["end_date"]) == (
        {"year": 2031, "month": 3},
        {"year": 2031, "month": 3},
    )
    assert month["display_date"] == "March 2031"
    assert year["start_date"] == {"year": 2032}
    assert year["display_date"] == "about 2032"


def test_a_year_that_no_clock_has_makes_the_scale_cosmological_and_what_has_no_beginning_is_counted() -> None:
    dates = {"a": "Y-17E7", "b": "../1985"}
    records = {f"event:{name}": {"when": {"edtf": d, "basis": "stated"}} for name, d in dates.items()}
    (file,) = FORMAT.files(Archive(made_up.dataset_of({**records, "event:c": {}})))
    timeline = json.loads(file.data)
    assert timeline["scale"] == "cosmological"
    assert [slide["start_date"] for slide in timeline["events"]] == [{"year": -170_000_000}]
    assert file.note == (
        "Left out: 1 event without a date; 1 event whose first or last possible day is not known."
    )


def test_a_slide_says_who_speaks_of_the_event_and_escapes_what_could_be_markup() -> None:
    evidence = [{"source": "post", "paragraph": "p1", "kind": "indirect"}]
    when = {"edtf": "2031-03-02", "basis": "stated"}
    records = {
        "source:post": {"short": "Stone <2031>"},
        "event:fall": {"evidence": evidence, "when": when, "status": "alleged"},
    }
    (file,) = FORMAT.files(Archive(made_up.dataset_of(records)))
    (slide,) = json.loads(file.data)["events"]
    assert slide["text"]["headline"] == "A fall (alleged)"
    assert "Sources that speak of it: Stone &lt;2031&gt;." in slide["text"]["text"]
