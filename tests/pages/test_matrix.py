from generator.pages.differences import differences
from generator.pages.matrix import matrix

from .made_up_dataset import claim, question, says, site, source


def made(*assertions, silent=()):
    records = {
        "question:why": question(silent=list(silent)),
        "source:quay": source(),
        "source:tide": source(),
        "claim:one": claim(*assertions, answer=("why", "Rust")),
    }
    found = site(records)
    return matrix(found, differences(found))


def cell(found, source):
    return next(c for c in found.rows[0].cells if c.source.id == source)


def test_silent_is_not_the_same_as_not_checked():
    found = made(says("a"), silent=["quay"])
    assert cell(found, "quay").state == "silent"
    assert [s.id for s in found.left_out] == ["tide"]


def test_a_source_checked_for_one_question_is_not_checked_for_another():
    records = {
        "question:why": question(silent=["quay"]),
        "question:when": question(),
        "source:quay": source(),
        "claim:one": claim(says("a"), answer=("why", "Rust")),
    }
    found = site(records)
    states = {row.difference.ref.id: row.cells[-1].state for row in matrix(found, differences(found)).rows}
    assert states == {"why": "silent", "when": "unchecked"}


def test_a_denial_is_marked_and_an_assertion_needs_no_mark():
    found = made(says("a", "quay", stance="denies"), says("b", "tide", stance="confirms"))
    assert cell(found, "quay").answers[0].stances == (("denies", "1 denies"),)
    assert cell(found, "tide").answers[0].stances == ()


def test_a_source_that_carries_both_sides_shows_both():
    found = made(says("a"), says("b", stance="denies"))
    assert cell(found, "ledger").answers[0].stances == (("asserts", "1 asserts"), ("denies", "1 denies"))


def test_each_source_shows_its_own_statements_only():
    found = made(says("a"), says("b", "quay"))
    assert [s.assertion.id for s in cell(found, "quay").answers[0].statements] == ["b"]


def differs(*claims, **records):
    made = {"question:why": question(), "source:quay": source(), "source:tide": source(), **records}
    made |= {f"claim:c{n}": c for n, c in enumerate(claims)}
    found = site(made)
    return matrix(found, differences(found)).rows[0].differs


def test_two_sources_with_the_same_answer_do_not_differ():
    assert not differs(claim(says("a"), says("b", "quay", stance="confirms"), answer=("why", "Rust")))


def test_two_sources_with_other_answers_differ():
    assert differs(
        claim(says("a"), answer=("why", "Rust")), claim(says("b", "quay"), answer=("why", "Flood"))
    )


def test_a_source_that_denies_the_answer_of_another_differs():
    assert differs(claim(says("a"), says("b", "quay", stance="denies"), answer=("why", "Rust")))


def test_one_source_alone_differs_from_none():
    assert not differs(claim(says("a"), says("b", stance="doubts"), answer=("why", "Rust")))


def test_silence_is_no_answer_and_differs_from_none():
    said = claim(says("a"), answer=("why", "Rust"))
    assert not differs(said, **{"question:why": question(silent=["quay"])})


def test_each_cell_has_a_place_of_its_own():
    found = made(says("a"), silent=["quay"])
    assert [found.rows[0].id(c) for c in found.rows[0].cells] == ["q-why--ledger", "q-why--quay"]
