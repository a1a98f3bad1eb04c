"""What may be said of a question or claim in one sentence, and what not."""

from __future__ import annotations

from generator.analysis.in_short import came_out, is_contradicted, is_disputed, is_undisputed

from ..made_up import claim, dataset_of, ref, said_by

SOURCES = {"source:a": {}, "source:b": {}}
ANSWERS = [{"question": "q", "answer": "Yes"}]


def dated(day, source="a"):
    return {**said_by("person:x", source), "id": f"s{day[:4]}", "said": {"edtf": day, "basis": "stated"}}


def of(*assertions, **fields):
    return dataset_of({**SOURCES, "question:q": {}, "claim:a": claim(*assertions, answers=ANSWERS, **fields)})


def test_one_source_alone_is_never_undisputed():
    assert is_undisputed(of(said_by("person:x", "a"), said_by("person:y", "b")), ref("claim:a"))
    assert not is_undisputed(of(said_by("person:x", "a"), said_by("person:y", "a")), ref("claim:a"))


def test_a_relayed_claim_is_not_asserted_by_its_source():
    relayed = {**said_by("person:y", "b"), "stance": "relays"}
    assert not is_undisputed(of(said_by("person:x", "a"), relayed), ref("claim:a"))


def test_a_claim_about_words_is_never_undisputed():
    spelled = of(said_by("person:x", "a"), said_by("person:y", "b"), kind="spelling")
    assert not is_undisputed(spelled, ref("claim:a"))


def test_what_is_denied_and_asserted_by_nobody_is_not_contradicted():
    denied = {**said_by("person:y", "b"), "stance": "denies"}
    assert is_contradicted(of(said_by("person:x", "a"), denied), ref("claim:a"))
    assert not is_contradicted(of(denied), ref("claim:a"))


def test_a_question_is_disputed_where_an_account_goes_against_an_answer():
    doubted = {**said_by("person:y", "b"), "stance": "doubts"}
    assert is_disputed(of(said_by("person:x", "a"), doubted), [ref("claim:a")])
    assert not is_disputed(of(said_by("person:x", "a")), [ref("claim:a")])


def test_a_year_must_lie_between_for_sure():
    assert came_out(of(dated("2030-01-01"), dated("2031-01-05")), [ref("claim:a")])
    assert not came_out(of(dated("2030-01-01"), dated("2030-12-05")), [ref("claim:a")])
    assert not came_out(of(dated("2030-01-01"), dated("2030/2033")), [ref("claim:a")])


def test_what_goes_back_to_one_voice_alone_is_not_undisputed():
    assert not is_undisputed(of(said_by("person:x", "a"), said_by("person:x", "b")), ref("claim:a"))


def test_another_answer_goes_against_one_only_where_the_question_allows_one():
    said = claim(said_by("person:x", "a"), said_by("person:y", "b"), answers=ANSWERS)
    other = claim(said_by("person:z", "a"), answers=ANSWERS)
    for compatibility, holds in (("exclusive", False), ("compatible", True)):
        question = {"compatibility": compatibility}
        made = dataset_of({**SOURCES, "question:q": question, "claim:a": said, "claim:b": other})
        assert is_undisputed(made, ref("claim:a")) is holds
