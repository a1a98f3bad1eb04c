"""A hedge stays with a claim as long as nobody asserts it flatly; a hint is no assertion."""

from __future__ import annotations

from typing import Any

from generator.analysis.hedging import hedges
from generator.analysis.standing import Standing, standing
from generator.records.model import Word

from ..made_up import claim, dataset_of, ref, said_by

FLAT = said_by("person:x", "a")


def of(*assertions: dict[str, Any]) -> Standing:
    return standing(dataset_of({"claim:c": claim(*assertions)}), ref("claim:c"))


def hedged(stance: str, hedge: str | None, speaker: str = "person:y") -> dict[str, Any]:
    return said_by(speaker, "b", stance, hedge=hedge)


def test_a_claim_that_every_statement_hedges_carries_the_words_of_each_once() -> None:
    said = [hedged("asserts", "likely"), hedged("relays", "claimed"), hedged("confirms", "likely")]
    assert of(*said).hedges == ("likely", "claimed")


def test_a_claim_that_somebody_asserts_flatly_carries_no_hedge() -> None:
    assert of(hedged("asserts", "likely"), FLAT).hedges == ()


def test_the_hedge_of_a_denial_does_not_hedge_the_claim() -> None:
    assert of(hedged("denies", "perhaps")).hedges == ()


def test_a_hint_without_hedging_words_hedges_by_its_stance() -> None:
    (word,) = of(hedged("hints", None)).hedges
    assert (word, isinstance(word, Word)) == ("hints", True)


def test_hints_and_allegations_count_apart_and_are_no_origins() -> None:
    found = of(hedged("hints", "hinted"), hedged("alleges", "allegedly"))
    assert (found.origins, found.hints, found.allegations) == (0, 1, 1)


def test_nothing_hedges_a_claim_without_statements() -> None:
    assert hedges([]) == ()
