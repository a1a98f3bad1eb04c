"""How a claim stands: the first word that fits, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.analysis.standing import STANDINGS, Standing, contrary_claims, hedges, standing
from generator.records.dataset import Dataset
from generator.records.model import Word

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


def on(speaker: str, day: str, stance: str = "asserts") -> dict[str, Any]:
    said = {"edtf": f"2030-04-{day}", "basis": "stated"}
    return said_by(speaker, "a", stance, said=said) | {"id": f"{stance}-{day}"}


def test_what_is_said_again_on_a_later_day_is_not_taken_back() -> None:
    said = on("person:x", "01"), on("person:x", "02", "retracts")
    assert of(*said).words == "Retracted · 1 article · 1 retraction"
    assert of(*said, on("person:x", "03")).words == "One source · 1 article · 1 retraction"
    assert of(*said, on("person:x", "03"), on("person:x", "04", "retracts")).word == "retracted"
    assert of(*said, X).word == "retracted", "no date says that it came later"
    assert of(X, said_by("person:x", "b", "retracts"), on("person:x", "03")).word == "retracted"


def test_a_retraction_without_a_date_is_not_later_than_its_article() -> None:
    dated = {"source:b": {"published": {"edtf": "2030-04-02", "basis": "stated"}}}
    back = said_by("person:x", "b", "retracts")
    assert of(on("person:x", "01"), back, on("person:x", "03"), others=dated).word == "one_source"
    assert of(on("person:x", "01"), back, others=dated).word == "retracted"


def test_nobody_unnamed_takes_back_what_another_said() -> None:
    officer = said_by("unnamed", "a", described_as="an officer")
    assert of(officer, said_by("unnamed", "b", "retracts", described_as="a clerk")).word != "retracted"
    assert of(officer, said_by("unnamed", "b", "retracts", described_as="an officer")).word == "retracted"


def test_a_body_takes_back_what_its_unnamed_members_said() -> None:
    member = said_by("unnamed", "a", record="organization:o")
    assert of(member, said_by("organization:o", "b", "retracts")).word == "retracted"
    assert of(member, said_by("unnamed", "b", "retracts", record="organization:p")).word != "retracted"


def test_who_has_taken_it_back_is_not_counted_among_those_who_assert_it() -> None:
    back = said_by("person:x", "b", "retracts")
    assert of(X, Y, back).words == "One source · 2 articles · 1 retraction"
    assert of(X, Y, Z, back).words == "2 independent sources · 2 articles · 1 retraction"
    voices = [said_by(f"source:{name}", name, basis="not_stated") for name in "abc"]
    taken = said_by("source:b", "b", "retracts")
    assert of(*voices, taken).words == "No source given · 3 articles · 1 retraction"


def test_a_contrary_claim_that_is_taken_back_changes_nothing() -> None:
    found = of(X, others=against(Z, said_by("person:z", "b", "retracts")))
    assert (found.word, found.contrary) == ("one_source", ())


def test_retracted_comes_before_a_denial() -> None:
    denial = said_by("person:y", "b", "denies")
    found = of(X, said_by("person:x", "b", "retracts"), denial, about=["person:y"])
    assert found.word == "retracted"


def test_denied_by_those_it_is_about_when_one_of_them_denies_it() -> None:
    denial = said_by("person:y", "b", "denies")
    assert of(X, denial, about=["person:y"]).word == "denied_by_those_it_is_about"
    assert of(X, denial, about=["person:x"]).word == "contradicted"


def test_one_denier_whom_it_is_about_among_others_is_enough() -> None:
    stranger, subject = (said_by(f"person:{name}", "b", "denies") for name in "yz")
    assert of(X, stranger, subject, about=["person:z"]).word == "denied_by_those_it_is_about"
    assert of(X, subject, stranger, about=["person:z"]).word == "denied_by_those_it_is_about"


def test_a_body_denies_what_its_unnamed_members_deny() -> None:
    denial = said_by("unnamed", "b", "denies", record="organization:o")
    assert of(X, denial, about=["organization:o"]).word == "denied_by_those_it_is_about"
    assert of(X, denial, about=["organization:p"]).word == "contradicted"


def test_denied_by_those_it_is_about_comes_before_a_contrary_claim() -> None:
    denial = said_by("person:y", "b", "denies")
    assert of(X, denial, about=["person:y"], others=against(Z)).word == "denied_by_those_it_is_about"


@pytest.mark.parametrize("relation", ["contrary_to", "contradicts"])
def test_contradicted_when_somebody_asserts_a_contrary_claim(relation: str) -> None:
    assert of(X, Y, others=against(Z, relation=relation)).word == "contradicted"


def test_a_contrary_claim_that_nobody_asserts_changes_nothing() -> None:
    denied = said_by("person:z", "a", "denies")
    found = of(X, others=against(denied))
    assert (found.word, found.contrary) == ("one_source", ())


@pytest.mark.parametrize("relation", ["narrows", "supports", "supersedes", "restates"])
def test_other_relations_set_no_claims_against_each_other(relation: str) -> None:
    assert of(X, others=against(Z, relation=relation)).word == "one_source"


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
    assert (found.word, found.doubts, found.denials) == ("one_source", 1, 0)


def test_independent_sources_when_two_do_not_rest_on_each_other() -> None:
    assert of(X, Y).word == "independent_sources"


def test_one_source_is_said_apart_from_one_that_several_articles_repeat() -> None:
    assert of(X).words == "One source · 1 article"
    assert of(X, said_by("person:x", "b")).words == "One source, repeated in 2 articles"


def test_the_article_that_is_the_source_is_not_counted_among_those_that_repeat_it() -> None:
    others = {
        "source:copy": {"derivation": [{"relation": "republication", "of": "a"}]},
        "source:second": {"derivation": [{"relation": "republication", "of": "a"}]},
    }
    voices = [said_by(f"source:{name}", name) for name in ("a", "copy", "second")]
    assert of(*voices, others=others).words == "One source, repeated in 2 articles · 3 articles"


def test_undisputed_when_two_articles_state_it_in_their_own_voice_and_nobody_denies_or_doubts_it() -> None:
    voices = [said_by(f"source:{name}", name, basis="not_stated") for name in "ab"]
    assert of(*voices).words == "Undisputed · 2 articles · none denies it · none says how it knows"
    assert of(*voices, X).words == "Undisputed · 2 articles · none denies it · 1 source asserts it"
    assert of(*voices, said_by("person:y", "b", "doubts")).word == "no_source_given"
    assert of(*voices, said_by("person:y", "b", "denies")).word == "contradicted"


def test_a_repost_is_no_second_article_for_what_is_undisputed() -> None:
    others = {"source:copy": {"derivation": [{"relation": "republication", "of": "a"}]}}
    voices = [said_by(f"source:{name}", name, basis="not_stated") for name in ("a", "copy")]
    assert of(*voices, others=others).word == "no_source_given"


def test_unnamed_speakers_alone_are_said_to_be_unnamed() -> None:
    assert of(said_by("unnamed", "a"), said_by("unnamed", "b")).words == "Unnamed sources only · 2 articles"


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("relays", "Only passed on · 1 article"),
        ("hints", "Only hinted at · 1 article"),
        ("alleges", "Only called alleged · 1 article"),
        ("doubts", "Nobody asserts it · 1 article · 1 doubt"),
    ],
)
def test_what_nobody_asserts_says_what_is_done_with_it_instead(stance: str, words: str) -> None:
    found = of(said_by("person:x", "a", stance))
    assert (found.word, found.words) == ("nobody_asserts_it", words)


def test_what_nobody_asserts_in_several_ways_counts_each() -> None:
    found = of(said_by("person:x", "a", "hints"), said_by("person:y", "b", "relays"))
    assert found.words == "Nobody asserts it · 2 articles · 1 hint"


def test_a_source_that_is_not_determined_is_told_beside_the_one_that_is() -> None:
    assert of(X, said_by("unnamed", "a")).words == "One source · 1 article · 1 more, origin not determined"


def test_articles_that_cite_the_report_which_a_claim_is_about_repeat_one_source() -> None:
    cites = [said_by(f"source:{name}", name, basis="document") for name in "ab"]
    found = of(*cites, about=["event:report"], others={"event:report": {"type": "statement"}})
    assert found.words == "One source, repeated in 2 articles"


@pytest.mark.parametrize("kind", ["spelling", "wording"])
def test_a_claim_about_words_has_no_standing_but_the_articles_that_print_it_so(kind: str) -> None:
    found = of(X, Y, said_by("person:x", "b"), said_by("person:z", "c", "denies"), kind=kind)
    assert (found.word, found.words) == ("no_standing", "Printed so in 3 articles")


def test_a_standing_in_words_says_each_number_once_and_none_that_is_nought() -> None:
    other = (ref("claim:b"),)
    assert Standing("independent_sources", 3, 2, 0, 1, other).words == (
        "2 independent sources · 3 articles · 1 doubt · 1 contrary claim"
    )
    assert Standing("contradicted", 2, 0, 1, 0, ()).words == (
        "Contradicted · 2 articles · no source given · 1 denial"
    )


def test_the_numbers_count_articles_in_any_stance_and_origins_that_assert() -> None:
    found = of(
        X,
        said_by("person:x", "b"),
        said_by("person:y", "c", "denies"),
        said_by("person:z", "c", "denies"),
        said_by("unnamed", "c", "doubts"),
    )
    assert (found.articles, found.origins, found.denials, found.doubts) == (3, 1, 2, 1)


def test_the_sample_has_standings_of_most_kinds(dataset: Dataset) -> None:
    found = {standing(dataset, c).word for c in dataset.claims}
    assert set(STANDINGS) - found == {"no_standing", "undisputed", "nobody_asserts_it"}


FLAT = said_by("person:x", "a")


def standing_of(*assertions: dict[str, Any]) -> Standing:
    return standing(dataset_of({"claim:c": claim(*assertions)}), ref("claim:c"))


def hedged(stance: str, hedge: str | None, speaker: str = "person:y") -> dict[str, Any]:
    return said_by(speaker, "b", stance, hedge=hedge)


def test_a_claim_that_every_statement_hedges_carries_the_words_of_each_once() -> None:
    said = [hedged("asserts", "likely"), hedged("relays", "claimed"), hedged("confirms", "likely")]
    assert standing_of(*said).hedges == ("likely", "claimed")


def test_a_claim_that_somebody_asserts_flatly_carries_no_hedge() -> None:
    assert standing_of(hedged("asserts", "likely"), FLAT).hedges == ()


def test_the_hedge_of_a_denial_does_not_hedge_the_claim() -> None:
    assert standing_of(hedged("denies", "perhaps")).hedges == ()


def test_a_hint_without_hedging_words_hedges_by_its_stance() -> None:
    (word,) = standing_of(hedged("hints", None)).hedges
    assert (word, isinstance(word, Word)) == ("hints", True)


def test_hints_and_allegations_count_apart_and_are_no_origins() -> None:
    found = standing_of(hedged("hints", "hinted"), hedged("alleges", "allegedly"))
    assert (found.origins, found.hints, found.allegations) == (0, 1, 1)


def test_nothing_hedges_a_claim_without_statements() -> None:
    assert hedges([]) == ()
