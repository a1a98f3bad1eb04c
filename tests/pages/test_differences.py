import pytest

from generator.pages.differences import by_dispute, difference, differences
from generator.records.refs import Ref

from .made_up_dataset import claim, question, says, site, source

WHY = Ref("question", "why")


def asked(**questions):
    return {f"question:{name}": question(**fields) for name, fields in questions.items()}


def test_open_questions_come_first_then_material_ones_then_those_with_most_accounts():
    records = asked(
        closed={"state": "resolved"},
        detail={"severity": "detail"},
        quiet={},
        yell={},
    )
    records["claim:one"] = claim(says("a"), says("b"), answer=("yell", "Rust"))
    found = [d.ref.id for d in differences(site(records))]
    assert found == ["yell", "quiet", "detail", "closed"]


def test_questions_about_a_record_are_those_that_name_it():
    records = asked(here={}, there={"about": ["person:varga"]})
    assert [d.ref.id for d in differences(site(records), Ref("event", "fall"))] == ["here"]


def test_accounts_are_added_up_over_all_positions_and_articles_counted_once():
    records = asked(why={}) | {"source:quay": source()}
    records["claim:one"] = claim(says("a"), says("b", "quay", stance="denies"), answer=("why", "Rust"))
    records["claim:two"] = claim(says("a"), answer=("why", "Flood"))
    found = difference(site(records), WHY)
    assert found.tally.words == "2 assert, 1 denies"
    assert found.articles == 2
    assert [p.answer for p in found.positions] == ["Rust", "Flood"]


def test_an_undetermined_origin_is_shown_as_such():
    unnamed = says("a", speaker="unnamed", described_as="an official")
    records = asked(why={}) | {"claim:one": claim(unnamed, answer=("why", "Rust"))}
    assert [o.determined for o in difference(site(records), WHY).positions[0].origins] == [False]


def test_a_position_keeps_dated_statements_in_order_and_undated_ones_apart():
    late, early, never = says("late", said="2031-02"), says("early", said="2030"), says("never")
    records = asked(why={}) | {"claim:one": claim(late, never, early, answer=("why", "Rust"))}
    position = difference(site(records), WHY).positions[0]
    assert [a.id for a in position.dated] == ["early", "late"]
    assert [a.id for a in position.undated] == ["never"]


@pytest.mark.parametrize("stance", ["denies", "doubts", "retracts"])
def test_a_claim_that_somebody_speaks_against_stands_before_one_with_more_sources(stance):
    records = {"source:quay": source(), "person:orre": {"name": "Nils Orre", "description": "A smith."}}
    records["claim:sure"] = claim(says("a"), says("b", "quay", speaker="person:orre"))
    records["claim:weak"] = claim(says("a"), says("b", "quay", stance=stance))
    refs = [Ref("claim", name) for name in ("sure", "weak")]
    assert by_dispute(site(records), refs) == refs[::-1]


def test_a_question_without_an_answer_has_no_position():
    found = difference(site(asked(why={})), WHY)
    assert (found.positions, found.tally.total, found.articles) == ((), 0, 0)
