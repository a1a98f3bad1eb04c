from __future__ import annotations

from generator.check.rules.order import circles
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
