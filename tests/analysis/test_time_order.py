"""The order of time: what the records declare, the clock, then the last possible day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.analysis.time_order import assertions_in_order, events_in_order, held_back, moment, precedes
from generator.records.model import Dating

from ..made_up import claim, dataset_of, ref, said_by


def dated(edtf: str, clock: str = "") -> dict[str, Any]:
    """A date, with `clock` as in `02:10 Asia/Baghdad`."""
    time, _, zone = clock.partition(" ")
    return {"edtf": edtf, "basis": "stated", **({"time": time, "tz": zone or None} if time else {})}


def event(edtf: str = "", clock: str = "", **fields: Any) -> dict[str, Any]:
    return {"when": dated(edtf, clock) if edtf else None, **fields}


def order(**events: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The ids of some events whose order is known, in that order, and those whose order is not."""
    found = events_in_order(dataset_of({f"event:{name}": fields for name, fields in events.items()}))
    return [r.id for r in found.known], [r.id for r in found.unknown]


def test_a_vague_date_stands_at_its_last_possible_day_and_not_at_its_first() -> None:
    assert order(mourning=event("2020-01"), death=event("2020-01-03"))[0] == ["death", "mourning"]
    assert order(either=event("[2020,2021]"), call=event("2020-01"))[0] == ["call", "either"]


def test_what_ends_on_a_day_stands_before_what_was_on_it() -> None:
    assert order(strike=event("2020-01-03"), plan=event("../2020-01-03"))[0] == ["plan", "strike"]


def test_what_has_no_end_stands_where_it_began() -> None:
    assert order(since=event("2019/.."), later=event("2020"))[0] == ["since", "later"]


def test_the_recorded_order_comes_before_the_dates() -> None:
    found = order(a=event("2020-01-05", after=["b"]), b=event("2020-01"), c=event("2020-01-06"))
    assert found == (["b", "a", "c"], [])


def test_the_recorded_order_holds_on_whichever_side_it_is_written() -> None:
    assert order(a=event("2020", before=["b"]), b=event("2020"))[0] == ["a", "b"]
    assert order(b=event("2020", before=["a"]), a=event("2020"))[0] == ["b", "a"]
    assert order(b=event("2020"), a=event("2020", after=["b"]))[0] == ["b", "a"]


def test_a_chain_through_what_has_no_date_is_kept_whole() -> None:
    found = order(a=event("2020-01-09", after=["b"]), b=event(after=["c"]), c=event("2020"))
    assert found == (["c", "b", "a"], [])


def test_what_has_no_date_stands_before_what_is_recorded_to_come_after_it() -> None:
    found = order(early=event("2019"), fall=event("2020-01-03"), warning=event(before=["fall"]))
    assert found == (["early", "warning", "fall"], [])


def test_the_order_is_not_known_where_nothing_says_by_when_it_was() -> None:
    assert order(fall=event("2020"), talk=event(after=["fall"]), other=event()) == (
        ["fall"],
        ["other", "talk"],
    )


def test_recorded_orders_that_contradict_each_other_lose_nothing() -> None:
    known, unknown = order(a=event("2020", after=["b"]), b=event("2020", after=["a"]), c=event("2021"))
    assert (sorted(known), unknown) == (["a", "b", "c"], [])


def test_events_of_one_day_stand_by_the_moment_in_utc() -> None:
    found = order(
        a=event("2020-01-03", "02:10 Asia/Baghdad"),
        b=event("2020-01-03", "01:30 Europe/London"),
        c=event("2020-01-03", "00:15 Asia/Tehran"),
        d=event("2020-01-03", "02:00 Asia/Baghdad"),
    )
    assert found[0] == ["c", "d", "a", "b"]


def test_the_clock_decides_across_the_date_line_between_two_zones() -> None:
    found = order(
        evening=event("2020-01-02", "23:00 America/New_York"),
        night=event("2020-01-03", "00:30 Asia/Baghdad"),
    )
    assert found[0] == ["night", "evening"]


def test_a_clock_without_a_zone_tells_no_moment() -> None:
    assert moment(Dating.model_validate(dated("2020-01-03", "02:00"))) is None
    assert moment(Dating.model_validate(dated("2020-01", "02:00 Asia/Baghdad"))) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (dated("2020-01-02"), dated("2020-01-03")),
        (dated("2020-01-03", "02:00 Asia/Baghdad"), dated("2020-01-03", "01:00 Europe/London")),
        (dated("2020-01-03", "00:30 Asia/Baghdad"), dated("2020-01-02", "23:00 America/New_York")),
    ],
)
def test_days_and_clocks_tell_what_came_before(first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = Dating.model_validate(first), Dating.model_validate(second)
    assert precedes(a, b)
    assert not precedes(b, a)
    assert not precedes(a, None)


def test_statements_stand_in_the_recorded_order_of_their_occasions() -> None:
    records = {
        "event:speech": event("2020-02"),
        "event:call": event("2020", before=["speech"]),
        "source:a": {},
        "claim:a": claim(
            said_by("person:x", "a", said_in="event:speech"),
            said_by("person:y", "a", said_in="event:call"),
            said_by("person:z", "a", said=dated("2020-01-09")),
            said_by("person:w", "a"),
        ),
    }
    dataset = dataset_of(records)
    found = assertions_in_order(dataset, dataset.claims[ref("claim:a")].assertions, lambda a: a)
    assert [str(a.speaker) for a in found.known] == ["person:z", "person:y", "person:x"]
    assert [str(a.speaker) for a in found.unknown] == ["person:w"]


def test_what_is_held_back_pulls_nothing_forward() -> None:
    assert held_back([1, 2, 3, 4], key=int, before={1: {3}}) == [2, 3, 1, 4]
    assert held_back([1, 2, 3, 4], key=int, before={1: {2, 3}}) == [2, 3, 1, 4]


def test_an_event_after_two_others_waits_for_both() -> None:
    found = order(a=event("2020-01-01", after=["b", "c"]), b=event("2020-01-02"), c=event("2020-01-04"))
    assert found == (["b", "c", "a"], [])


def test_an_order_relative_to_what_is_not_listed_holds_nothing_back() -> None:
    assert held_back([2, 1], key=int, before={1: {9}}) == [1, 2]
