"""The events as a calendar, read by icalendar."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.exports.archive import Archive
from generator.exports.ical import FORMAT, folded
from generator.records.dataset import Dataset

from .. import made_up


def calendar(**events: Any) -> list[Any]:
    records = {f"event:{name}": {"evidence": [], **fields} for name, fields in events.items()}
    (file,) = FORMAT.files(Archive(made_up.dataset_of(records), "https://walls.example/"))
    read: Calendar = Calendar.from_ical(file.data)
    assert not read.errors
    found = list(read.walk("VEVENT"))
    assert file.rows == len(found)
    return found


def when(edtf: str, **fields: str) -> dict[str, Any]:
    return {"when": {"edtf": edtf, "basis": "stated", **fields}}


def test_a_day_that_is_stated_is_a_whole_day() -> None:
    (event,) = calendar(fall=when("2031-03-02"))
    assert (event.start, event.end) == (date(2031, 3, 2), date(2031, 3, 3))
    assert event["SUMMARY"] == "A fall"
    assert event["UID"] == "event-fall@walls.example"
    assert event["URL"] == "https://walls.example/events/fall/"
    assert event["DTSTAMP"].dt == datetime(2030, 1, 1, tzinfo=UTC)
    assert not event.errors


@pytest.mark.parametrize(
    ("edtf", "words", "first", "after"),
    [
        ("2031-03", "March 2031", date(2031, 3, 1), date(2031, 4, 1)),
        ("2031", "2031", date(2031, 1, 1), date(2032, 1, 1)),
        ("2031-03-02~", "about 2 March 2031", date(2031, 3, 2), date(2031, 3, 3)),
        ("2031-03-02/2031-03-05", "2 to 5 March 2031", date(2031, 3, 2), date(2031, 3, 6)),
    ],
)
def test_a_day_that_is_not_known_spans_all_that_are_possible_and_the_name_says_so(
    edtf: str, words: str, first: date, after: date
) -> None:
    (event,) = calendar(fall=when(edtf))
    assert (event.start, event.end) == (first, after)
    assert event["SUMMARY"] == f"A fall: {words}"
    assert words in event["DESCRIPTION"]


def test_a_date_that_is_inferred_says_so_and_why() -> None:
    (event,) = calendar(fall={"when": {"edtf": "2031-03-02", "basis": "inferred", "reason": "It rained."}})
    assert event["SUMMARY"] == "A fall: 2 March 2031 (inferred)"
    assert "The date is inferred: It rained." in event["DESCRIPTION"]


def test_a_clock_time_stands_only_with_its_zone() -> None:
    zoned, without = calendar(
        a=when("2031-03-02", time="23:50", tz="Europe/Oslo"), b=when("2031-03-02", time="23:50")
    )
    assert zoned.start == datetime(2031, 3, 2, 22, 50, tzinfo=UTC)
    assert "23:50 (Europe/Oslo)" in zoned["DESCRIPTION"]
    assert without.start == date(2031, 3, 2)
    assert "23:50 (time zone not stated)" in without["DESCRIPTION"]


@pytest.mark.parametrize("edtf", ["2031-03-02/..", "/2031", "-0043-03-15", "0000", "Y12031", "9999-12-31"])
def test_what_no_calendar_can_span_is_left_out(edtf: str) -> None:
    assert calendar(fall=when(edtf)) == []


def test_the_file_and_the_calendar_say_how_many_events_are_left_out_and_why() -> None:
    dates = {"a": "2031", "b": "2031/..", "c": "../2031", "d": "-0043", "e": "Y17E7"}
    records = {f"event:{name}": when(edtf) for name, edtf in dates.items()} | {"event:f": {}}
    (file,) = FORMAT.files(Archive(made_up.dataset_of(records)))
    note = (
        "Left out: 1 event without a date; 2 events whose first or last possible day is not known; "
        "2 events outside the years 1 to 9998."
    )
    assert file.note == note
    described = str(Calendar.from_ical(file.data)["X-WR-CALDESC"])
    assert described.replace("\\n", "\n").replace("\\;", ";").splitlines() == ["Why they fall", note]


def test_of_a_calendar_that_has_all_events_nothing_is_said() -> None:
    (file,) = FORMAT.files(Archive(made_up.dataset_of({"event:a": when("2031")})))
    assert file.note == ""


def test_an_event_without_a_date_is_left_out_and_one_that_did_not_occur_says_so() -> None:
    (event,) = calendar(fall={}, raid={**when("2031-03-02"), "status": "denied"})
    assert event["SUMMARY"] == "A fall (denied)"


def test_odd_signs_are_read_back() -> None:
    name = "Oil; gas, “coal” \\ n: " + "سرو " * 40
    (event,) = calendar(fall={**when("2031-03-02"), "name": name})
    assert event["SUMMARY"] == " ".join(name.split())


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_no_line_is_longer_than_75_octets_and_none_is_torn(text: str) -> None:
    pieces = folded(text).split("\r\n ")
    assert "".join(pieces) == text
    assert all(len(line.encode()) <= 75 for line in folded(text).split("\r\n"))


def test_every_event_with_both_days_is_in_it(dataset: Dataset) -> None:
    (file,) = FORMAT.files(Archive(dataset))
    bounded = [
        ref for ref, event in dataset.events.items()
        if event.when and event.when.edtf.earliest and event.when.edtf.latest
    ]  # fmt: skip
    found = [str(event["UID"]).partition("@")[0] for event in Calendar.from_ical(file.data).walk("VEVENT")]
    assert sorted(found) == sorted(f"event-{ref.id}" for ref in bounded)
