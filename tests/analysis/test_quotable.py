from __future__ import annotations

import pytest

from generator.analysis.quotable import by_source, quotable, stands_in

from ..made_up import dataset_of, ref

EVIDENCE = {"source": "post", "paragraph": "p1", "kind": "direct"}
STATEMENT = {"speaker": "person:holm", "stance": "asserts", "basis": "witnessed"}
DATASET = dataset_of(
    {
        "claim:fell": {
            "assertions": [
                {
                    **STATEMENT,
                    "id": "holm-post",
                    "described_as": "an engineer of the city",
                    "evidence": [{**EVIDENCE, "quote": {"exact": "the wall fell at night"}}],
                },
                {**STATEMENT, "id": "holm-wire", "evidence": [{**EVIDENCE, "note": "She said “nothing”."}]},
            ]
        },
        "event:fall": {
            "description": "The wall fell with “a great noise”.",
            "evidence": [{**EVIDENCE, "quote": {"exact": "a wall of the town fell"}}],
        },
        "source:post": {
            "title": "Wall falls",
            "subtitle": "A town wakes",
            "notes": [
                {"label": "p1", "text": "Calls it “a disgrace” and “a shame”.", "line": "9"},
                {"label": "p2", "text": "Nobody is quoted.", "line": "11"},
            ],
        },
        "question:why": {},
    }
)


@pytest.mark.parametrize(
    ("record", "part", "expected"),
    [
        ("claim:fell", "holm-post", ["the wall fell at night", "an engineer of the city"]),
        ("claim:fell", "holm-wire", []),
        ("claim:fell", "", ["the wall fell at night", "an engineer of the city"]),
        ("claim:fell", "nobody", []),
        ("event:fall", "", ["a wall of the town fell", "a great noise"]),
        ("source:post", "p1", ["a disgrace", "a shame"]),
        ("source:post", "p2", []),
        ("source:post", "title", ["Wall falls", "A town wakes"]),
        ("source:post", "standfirst", ["A town wakes"]),
        ("question:why", "", []),
        ("claim:nothing", "", []),
    ],
)
def test_what_may_be_quoted_is_what_the_record_has_of_its_sources(
    record: str, part: str, expected: list[str]
) -> None:
    assert quotable(DATASET, ref(record), part) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("p1", ["a disgrace", "a shame", "the wall fell at night", "a wall of the town fell"]),
        ("p2", []),
        ("", ["Wall falls", "A town wakes", "a disgrace", "a shame"]),
    ],
)
def test_of_a_paragraph_may_be_quoted_what_any_record_quotes_from_it(part: str, expected: list[str]) -> None:
    found = quotable(DATASET, ref("source:post"), part, by_source(DATASET)[ref("source:post")])
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("the wall fell", True),
        ("wall\nfell", True),
        ("the bridge’s wall", True),
        ("all fell", False),
        ("The wall fell", False),
        ("the wall fell.", False),
        ("", False),
    ],
)
def test_words_stand_in_a_quotation_whole_and_letter_for_letter(words: str, stand: bool) -> None:
    assert stands_in(words, "he says the wall fell, the bridge's wall") is stand
