"""What a question opens with follows from the records, and nothing is said that they do not bear out."""

from __future__ import annotations

from generator.pages.differences import difference
from generator.pages.opening import Opening, opening
from generator.records.refs import Ref

from .made_up_dataset import claim, question, says, site

WHY = Ref("question", "why")


def opened(compatibility="different_scope", **claims) -> Opening:
    made = site({"question:why": question(compatibility=compatibility), **claims})
    return opening(made, difference(made, WHY))


def answers(*stances: str, supports: bool = True, disputed: bool = True, **fields) -> dict:
    """An answer of these stances, two others that support it, and if `disputed` one that somebody denies."""
    said = [says(f"s{n}", stance=stance) for n, stance in enumerate(stances)]
    relations = [{"relation": "supports", "claim": "core"}] if supports else []
    denied = claim(says("a", stance="denies"), answer=("why", "Denied"))
    return {
        **({"claim:denied": denied} if disputed else {}),
        "claim:core": claim(*said, answer=("why", "It had a part"), **fields),
        "claim:one": claim(says("a"), answer=("why", "One"), relations=relations),
        "claim:two": claim(says("a"), answer=("why", "Two"), relations=relations),
    }


def test_the_answer_that_others_support_and_nobody_denies_is_named() -> None:
    found = opened(**answers("asserts"))
    assert found.undenied is not None
    assert found.undenied.ref == Ref("claim", "core")


def test_it_is_not_named_apart_where_nobody_denies_any_answer() -> None:
    found = opened(**answers("asserts", disputed=False))
    assert (found.undenied, found.none_against) == (None, True)


def test_it_is_not_where_somebody_denies_doubts_or_takes_it_back() -> None:
    for stance in ("denies", "doubts", "retracts"):
        assert opened(**answers("asserts", stance)).undenied is None


def test_it_is_not_where_nobody_asserts_it_or_nothing_supports_it() -> None:
    assert opened(**answers("relays")).undenied is None
    assert opened(**answers("asserts", supports=False)).undenied is None


def test_it_is_not_where_a_claim_against_it_is_asserted() -> None:
    against = claim(says("a"), relations=[{"relation": "contrary_to", "claim": "core"}])
    assert opened(**answers("asserts"), **{"claim:other": against}).undenied is None


def test_it_is_not_where_the_answers_exclude_each_other_or_may_do_so() -> None:
    for word in ("exclusive", "unclear"):
        found = opened(word, **answers("asserts"))
        assert (found.undenied, found.none_against) == (None, False)


def test_who_denies_and_who_doubts_is_named_with_the_answer() -> None:
    unnamed = says("b", stance="doubts", speaker="unnamed", described_as="a clerk")
    rust = claim(says("a", stance="denies"), unnamed, answer=("why", "Rust"))
    found = opened(**{"claim:rust": rust, "claim:flood": claim(says("a"), answer=("why", "Flood"))})
    assert [(p.answer, stance, who) for p, stance, who in found.against] == [
        ("Rust", "denies", ("Ilse Varga",)),
        ("Rust", "doubts", ("“a clerk”",)),
    ]
    assert not found.none_against


def test_that_nobody_denies_any_answer_is_said_only_of_several_that_nothing_goes_against() -> None:
    assert opened(**answers("asserts", supports=False, disputed=False)).none_against
    assert not opened(**{"claim:one": claim(says("a"), answer=("why", "One"))}).none_against
    against = claim(
        says("a"), answer=("why", "Never"), relations=[{"relation": "contradicts", "claim": "core"}]
    )
    assert not opened(
        **answers("asserts", supports=False, disputed=False), **{"claim:never": against}
    ).none_against


def test_how_they_know_is_counted_from_the_basis_recorded() -> None:
    said = [
        says("a", basis="took_part"),
        says("b", basis="not_stated"),
        says("c", speaker="unnamed", described_as="a clerk"),
    ]
    found = opened(**{"claim:one": claim(*said, answer=("why", "One"))})
    assert found.words == (
        "In none of the 3 accounts is the speaker recorded as citing a document. "
        "In 1 the speaker is recorded as telling of what they took part in. In 1 the speaker is not named."
    )


def test_a_document_is_counted_where_there_is_one() -> None:
    said = [says("a", basis="document"), says("b")]
    found = opened(**{"claim:one": claim(*said, answer=("why", "One"))})
    assert found.words == "In 1 of 2 accounts the speaker is recorded as citing a document."
