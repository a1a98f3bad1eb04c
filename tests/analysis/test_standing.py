"""How a claim stands: the first word that fits, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.analysis.standing import STANDINGS, Standing, contrary_claims, standing
from generator.records.dataset import Dataset

from ..made_up import claim, dataset_of, ref, said_by

SOURCES: Mapping[str, Any] = {"source:a": {}, "source:b": {}, "source:c": {}}
X, Y, Z = (said_by(f"person:{name}", "a") for name in "xyz")


def of(*assertions: Mapping[str, Any], others: Mapping[str, Any] | None = None, **fields: Any) -> Standing:
    dataset = dataset_of({**SOURCES, **(others or {}), "claim:a": claim(*assertions, **fields)})
    return standing(dataset, ref("claim:a"))


def against(*assertions: Mapping[str, Any], relation: str = "contrary_to") -> dict[str, Any]:
    """Another claim, set against `claim:a`, with these assertions."""
    return {"claim:b": claim(*assertions, relations=[{"relation": relation, "claim": "a"}])}


def test_retracted_when_everyone_who_asserted_it_takes_it_back() -> None:
    back = said_by("person:x", "b", "retracts")
    assert of(X, back).word == "retracted"
    assert of(X, Y, back).word != "retracted"


def test_retracted_comes_before_a_denial() -> None:
    denial = said_by("person:y", "b", "denies")
    found = of(X, said_by("person:x", "b", "retracts"), denial, about=["person:y"])
    assert found.word == "retracted"


def test_denied_by_its_subject_when_somebody_it_is_about_denies_it() -> None:
    denial = said_by("person:y", "b", "denies")
    assert of(X, denial, about=["person:y"]).word == "denied_by_its_subject"
    assert of(X, denial, about=["person:x"]).word == "accounts_conflict"


def test_denied_by_its_subject_comes_before_a_contrary_claim() -> None:
    denial = said_by("person:y", "b", "denies")
    assert of(X, denial, about=["person:y"], others=against(Z)).word == "denied_by_its_subject"


@pytest.mark.parametrize("relation", ["contrary_to", "contradicts"])
def test_accounts_conflict_when_somebody_asserts_a_contrary_claim(relation: str) -> None:
    assert of(X, Y, others=against(Z, relation=relation)).word == "accounts_conflict"


def test_a_contrary_claim_that_nobody_asserts_changes_nothing() -> None:
    denied = said_by("person:z", "a", "denies")
    found = of(X, others=against(denied))
    assert (found.word, found.contrary) == ("one_origin", ())


@pytest.mark.parametrize("relation", ["narrows", "supports", "supersedes", "restates"])
def test_other_relations_set_no_claims_against_each_other(relation: str) -> None:
    assert of(X, others=against(Z, relation=relation)).word == "one_origin"


def test_a_contrary_claim_counts_from_both_sides() -> None:
    dataset = dataset_of({**SOURCES, "claim:a": claim(X), **against(Z)})
    assert standing(dataset, ref("claim:a")).contrary == (ref("claim:b"),)
    assert standing(dataset, ref("claim:b")).contrary == (ref("claim:a"),)


def test_a_contrary_claim_that_is_not_there_is_left_out() -> None:
    dataset = dataset_of(
        {**SOURCES, "claim:a": claim(X, relations=[{"relation": "contradicts", "claim": "gone"}])}
    )
    assert contrary_claims(dataset, ref("claim:a")) == []


def test_doubt_is_no_denial() -> None:
    found = of(X, said_by("person:y", "b", "doubts"))
    assert (found.word, found.doubts, found.denials) == ("one_origin", 1, 0)


def test_independent_origins_when_two_do_not_rest_on_each_other() -> None:
    assert of(X, Y).word == "independent_origins"


def test_one_origin_in_one_article_and_in_several() -> None:
    assert of(X).word == "one_origin"
    assert of(X, said_by("person:x", "b")).word == "one_origin_several_articles"


def test_unattributed_when_only_unnamed_speakers_assert_it() -> None:
    assert of(said_by("unnamed", "a"), said_by("unnamed", "b")).word == "unattributed"


def test_unattributed_when_it_is_only_relayed() -> None:
    assert of(said_by("person:x", "a", "relays")).word == "unattributed"


def test_the_numbers_count_articles_in_any_stance_and_origins_that_assert() -> None:
    found = of(
        X,
        said_by("person:x", "b"),
        said_by("person:y", "c", "denies"),
        said_by("person:z", "c", "denies"),
        said_by("unnamed", "c", "doubts"),
    )
    assert (found.articles, found.origins, found.denials, found.doubts) == (3, 1, 2, 1)


def test_the_sample_has_every_standing(dataset: Dataset) -> None:
    assert {standing(dataset, c).word for c in dataset.claims} == set(STANDINGS)
