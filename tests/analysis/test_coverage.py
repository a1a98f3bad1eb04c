"""What the records do not reach yet."""

from __future__ import annotations

from generator.analysis.coverage import body, coverage, in_the_story, noted, runs
from generator.evidence.lock import Lock, LockedText
from generator.evidence.names import Occurrence

from ..made_up import Fields, claim, dataset_of, ref, said_by


def note(label: str) -> dict[str, object]:
    return {"label": label, "text": "Something.", "line": "1"}


def test_paragraphs_that_no_evidence_cites_are_listed_but_no_headings_or_titles() -> None:
    labels = ["title", "standfirst", "p1", "h1", "p2", "p3"]
    records: dict[str, Fields] = {
        "source:a": {"notes": [note(label) for label in labels]},
        "source:b": {"notes": [note("p1")]},
        "claim:x": claim(said_by("person:x", "a"), said_by("person:x", "b")),
        "event:y": {"evidence": [{"source": "a", "paragraph": "p3", "kind": "indirect"}]},
    }
    assert coverage(dataset_of(records)).paragraphs == {ref("source:a"): ["p2"]}


def test_paragraphs_that_the_story_cites_and_those_of_declared_gaps_are_not_listed() -> None:
    body = {"text": "It [fell](source:a#p2).", "line": "6"}
    chapter = {"title": "A", "standfirst": "B.", "order": 1, "body": body}
    records: dict[str, Fields] = {
        "source:a": {
            "notes": [note(label) for label in ("p1", "p2", "p3")],
            "gaps": [{"first": "p4", "last": "p9", "line": "9"}],
        },
        "chapter:one": chapter,
    }
    found = dataset_of(records)
    assert coverage(found).paragraphs == {ref("source:a"): ["p1", "p3"]}
    assert list(in_the_story(found)) == [(ref("chapter:one"), "body", ref("source:a"), "p2")]


def test_people_without_a_role_are_listed() -> None:
    records: dict[str, Fields] = {"person:a": {}, "person:b": {"name": "B", "roles": [{"title": "smith"}]}}
    assert coverage(dataset_of(records)).roleless == [ref("person:a")]


def test_claims_with_one_origin_or_none_are_listed() -> None:
    records: dict[str, Fields] = {
        "source:a": {},
        "claim:none": claim(said_by("unnamed", "a")),
        "claim:one": claim(said_by("person:x", "a")),
        "claim:two": claim(said_by("person:x", "a"), said_by("person:y", "a")),
    }
    assert coverage(dataset_of(records)).single == [ref("claim:none"), ref("claim:one")]


def test_sources_that_neither_answer_a_question_nor_are_silent_are_listed() -> None:
    records: dict[str, Fields] = {
        **{f"source:{name}": {} for name in "abc"},
        "question:why": {"silent": ["b"]},
        "claim:x": claim(said_by("person:x", "a"), answers=[{"question": "why", "answer": "Rain"}]),
    }
    assert coverage(dataset_of(records)).unchecked == {ref("question:why"): [ref("source:c")]}


def test_a_question_that_every_source_was_checked_for_is_not_listed() -> None:
    records: dict[str, Fields] = {"source:a": {}, "question:why": {"silent": ["a"]}}
    assert coverage(dataset_of(records)).unchecked == {}


def test_names_that_no_text_has_are_listed_once_there_is_a_lock() -> None:
    records: dict[str, Fields] = {
        "person:a": {"name": "Ada Stone"},
        "person:b": {"name": "Ben", "names": [{"text": "B. Hill", "kind": "spelling"}]},
        "person:c": {"name": "Cy"},
        "person:d": {"name": None, "supplied_name": "the miller"},
    }
    lock = Lock(names={"a": {"B. Hill": Occurrence(1, "p1"), "Cy": Occurrence(2, "p1")}})
    assert coverage(dataset_of(records, lock)).unproven == [ref("person:a")]
    assert coverage(dataset_of(records)).unproven is None


def test_paragraphs_without_a_note_are_counted_those_of_a_declared_gap_too() -> None:
    gap = {"first": "p2", "last": "p9", "line": "3"}
    records: dict[str, Fields] = {
        "source:a": {"notes": [note("p1"), {**note("p10"), "line": "5"}], "gaps": [gap]},
        "source:b": {"notes": [note("p1")]},
    }
    dataset = dataset_of(records)
    assert coverage(dataset).unnoted == {ref("source:a"): (2, 10)}
    assert body(dataset, ref("source:a")) == [f"p{n}" for n in range(1, 11)]


def test_the_copy_tells_how_many_paragraphs_there_are() -> None:
    lock = Lock({"a": LockedText("0" * 64, 9, 9, ("title", "p1", "h1", "p2", "p3"))})
    dataset = dataset_of({"source:a": {"notes": [note("title"), note("p1"), note("h1")]}}, lock)
    assert noted(dataset, ref("source:a")) == (1, 3)


def test_labels_whose_numbers_follow_each_other_are_one_run() -> None:
    assert runs(["p1", "p2", "p3", "p5", "h6", "h7"]) == [("p1", "p3"), ("p5", "p5"), ("h6", "h7")]
    assert runs([]) == []
