from __future__ import annotations

import pytest

from generator.analysis.quotable import Held, by_source, quotable, stands_in, why_not

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
    assert [held.words for held in quotable(DATASET, ref(record), part)] == expected


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
    assert [held.words for held in found][: len(expected)] == expected
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


def reason(quotation: str, text: str, language: str = "en") -> str | None:
    """Why a text may not quote the words between its marks of a quotation."""
    start, end = text.index("“") + 1, text.index("”")
    return why_not(text[start:end], Held(quotation, language), Held(text, "en"), start)


@pytest.mark.parametrize(
    ("quotation", "text", "left_out"),
    [
        ("The town never received a warning", "Holm “received a warning”.", "negation “never” just before"),
        ("It was possibly a broken bolt", "It was “a broken bolt”.", "hedge “possibly” just before"),
        ("Those on the pier not at all", "It was “on the pier”.", "negation “not” just behind"),
        ("They did not [in 2030] get a warning", "They did “get a warning”.", "negation “not” just before"),
        ("They did not […] get a warning", "They did “get a warning”.", "negation “not” just before"),
    ],
)
def test_no_text_quotes_words_without_what_turns_them(quotation: str, text: str, left_out: str) -> None:
    assert reason(quotation, text) == f"leaves out the {left_out} it"


def test_each_language_has_its_own_words_that_turn() -> None:
    quotation, text = "Er bekam keine Warnung der Stadt", "He got a “Warnung der Stadt”."
    assert reason(quotation, text, "de") == "leaves out the negation “keine” just before it"
    assert reason(quotation, text) is None


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("The town never received a warning", "The town “never received a warning”."),
        ("The town never received a warning", "Holm never “received a warning”."),
        ("It may fall if it is hit", "It would fall if “it is hit”."),
        ("The town did not sleep, it got a warning", "The town “got a warning”."),
        ("No warning came. A warning was late", "The “warning was late”."),
        ("She had not received a warning, but later received a warning", "She “received a warning”."),
        ("[T]he town got [its] warning", "Then “the town got [its] warning”."),
    ],
)
def test_words_may_be_quoted_that_nothing_turns_or_the_text_turns_too(quotation: str, text: str) -> None:
    assert reason(quotation, text) is None


@pytest.mark.parametrize("words", ["the miller", "[the miller]", "miller] fell", "he [the"])
def test_what_editors_put_in_is_quoted_as_no_words_of_the_source(words: str) -> None:
    found = reason("he [the miller] fell", f"So “{words}”.")
    assert found == "stands there in brackets, as words of the editors"


def test_no_text_quotes_a_part_of_a_number() -> None:
    assert reason("Twenty-five people fell", "So “five people fell”.") == "takes only a part of “Twenty-five”"


def test_of_words_that_do_not_stand_there_no_reason_is_told() -> None:
    assert reason("The town fell", "So “the bridge fell”.") == ""
