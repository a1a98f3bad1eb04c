"""Walks over records find every value and every circle."""

from __future__ import annotations

from generator.check.rules.walk import circles, values
from generator.records.model import Dating, Event, Word
from generator.records.refs import Ref

A, B, C, D = (Ref("event", letter) for letter in "abcd")


def test_a_chain_has_no_circle() -> None:
    assert list(circles({A: [B, C], B: [C], C: [D]})) == []


def test_a_circle_begins_where_the_walk_met_it_first() -> None:
    assert list(circles({A: [B], B: [C], C: [D], D: [B]})) == [[B, C, D]]


def test_a_step_to_itself_is_a_circle() -> None:
    assert list(circles({A: [A]})) == [[A]]


def test_two_circles_apart_are_both_found() -> None:
    assert list(circles({A: [B], B: [A], C: [D], D: [C]})) == [[A, B], [C, D]]


def test_a_long_chain_is_walked() -> None:
    chain = [Ref("event", str(number)) for number in range(20_000)]
    steps = {one: [two] for one, two in zip(chain, [*chain[1:], chain[0]], strict=True)}
    assert list(circles(steps)) == [chain]


def test_values_are_found_with_the_names_that_editors_write() -> None:
    event = Event.model_validate(
        {
            "name": "Fall of a bridge",
            "type": "accident",
            "status": "occurred",
            "when": {"edtf": "2031-03", "basis": "stated"},
            "participants": [{"entity": "person:a", "role": "killed"}],
            "description": "It fell.",
            "evidence": [],
            "added": "2031-06-01",
        }
    )
    assert [path for path, _ in values(event, Dating)] == [("when",)]
    assert [(path, str(word)) for path, word in values(event, Word)] == [
        (("type",), "accident"),
        (("status",), "occurred"),
        (("when", "basis"), "stated"),
        (("participants", 0, "role"), "killed"),
    ]
