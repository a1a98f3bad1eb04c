"""Names in prose become links: the longest form, whole words, each record once, nothing ambiguous."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.analysis.prose import Link, Linker, plain
from generator.records.dataset import Dataset
from generator.records.model import Glossary, Prose, leaves

from ..made_up import dataset_of, ref

PEOPLE: dict[str, Any] = {
    "person:ada-stone": {
        "name": "Ada Stone",
        "names": [
            {"text": "Stone", "kind": "short"},
            {"text": "A. Stone", "kind": "spelling"},
            {"text": "آدا", "kind": "native"},
        ],
    },
    "person:ben-stone-hill": {"name": "Ben Stone Hill"},
    "organization:stone-works": {"name": "Stone Works", "names": [{"text": "SW-7", "kind": "acronym"}]},
    "person:uma": {"name": "Uma", "names": [{"text": "Mill", "kind": "short"}]},
    "place:mill": {"name": "Mill"},
    "person:nobody": {"name": None, "supplied_name": "the miller"},
    "person:li": {"name": "Li"},
}
LINKER = Linker(dataset_of(PEOPLE))


def linked(prose: str, *without: str) -> list[str]:
    """The links of `prose`, each as `words → kind:id`."""
    segments = LINKER.segments(prose, [ref(name) for name in without])
    return [f"{s.text} → {s.ref}" for s in segments if isinstance(s, Link)]


def joined(segments: list[str | Link]) -> str:
    return "".join(s.text if isinstance(s, Link) else s for s in segments)


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("Ada Stone left.", ["Ada Stone → person:ada-stone"]),
        ("Stone Works closed.", ["Stone Works → organization:stone-works"]),
        ("Stone closed.", ["Stone → person:ada-stone"]),
        ("Ben Stone Hill came.", ["Ben Stone Hill → person:ben-stone-hill"]),
    ],
)
def test_the_longest_name_is_taken(prose: str, links: list[str]) -> None:
    assert linked(prose) == links


@pytest.mark.parametrize(
    "prose", ["Stonework", "Milestone", "Stones", "stone", "Ada Stoneware", "SW-77", "Li left."]
)
def test_a_name_is_a_whole_word_in_its_own_case_and_not_too_short(prose: str) -> None:
    assert linked(prose) == []


@pytest.mark.parametrize("prose", ["(Stone)", "Stone’s", "Stone's", "“Stone”", "Stone, and", "by Stone."])
def test_a_name_may_stand_beside_marks(prose: str) -> None:
    assert linked(prose) == ["Stone → person:ada-stone"]


def test_names_with_marks_are_found() -> None:
    assert linked("A. Stone and SW-7") == ["A. Stone → person:ada-stone", "SW-7 → organization:stone-works"]


def test_a_form_of_two_records_is_never_linked() -> None:
    assert linked("Mill and Uma") == ["Uma → person:uma"]


NAMED = {
    "place:mill": {"name": "Mill"},
    "person:ada-stone": {"name": "Stone"},
    "organization:post": {"name": "The Mill Post"},
    "organization:times": {"name": "Mill Times", "names": [{"text": "Mill Daily", "kind": "former"}]},
    "organization:times-too": {"name": "Mill Times"},
    "source:a": {
        "title": "How Mill fell",
        "derivation": [{"relation": "republication", "stub": {"title": "Stone of Mill"}}],
    },
    "media:film": {"name": "The Fall of Stone"},
}


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("The Mill Post wrote.", ["The Mill Post → organization:post"]),
        ("As the Mill Post wrote.", []),
        ("As Mill Times wrote.", []),
        ("As Mill Daily wrote.", []),
        ("In “How Mill fell” of that year.", []),
        ("In “Stone of Mill” of that year.", []),
        ("The film The Fall of Stone is lost.", []),
        ("How Stone fell in Mill.", ["Stone → person:ada-stone", "Mill → place:mill"]),
    ],
)
def test_nothing_is_linked_within_a_longer_name_or_the_title_of_a_work(prose: str, links: list[str]) -> None:
    segments = Linker(dataset_of(NAMED)).segments(prose)
    assert [f"{s.text} → {s.ref}" for s in segments if isinstance(s, Link)] == links
    assert joined(segments) == prose


def test_native_forms_and_supplied_names_are_not_linked() -> None:
    assert linked("آدا met the miller.") == []


def test_each_record_is_linked_once() -> None:
    assert linked("Stone met Ada Stone and Stone.") == ["Stone → person:ada-stone"]


def test_records_left_out_stay_plain() -> None:
    assert linked("Stone met Uma.", "person:ada-stone") == ["Uma → person:uma"]


def test_an_explicit_link_always_stays_and_counts_as_the_first_mention() -> None:
    assert linked("[She](person:ada-stone) and Stone", "person:ada-stone") == ["She → person:ada-stone"]
    assert linked("[She](person:ada-stone) and Stone") == ["She → person:ada-stone"]


def test_no_name_is_linked_inside_an_explicit_link() -> None:
    assert linked("[Uma the smith](person:ada-stone)") == ["Uma the smith → person:ada-stone"]


def test_a_malformed_link_stays_as_it_was_written() -> None:
    assert joined(LINKER.segments("[x](planet:mars)")) == "[x](planet:mars)"


TERMS = [
    {"term": "span", "also": ["spans"], "text": "A part."},
    {"term": "IRQ", "text": "A line."},
    {"term": "stone works order", "text": "An order."},
]
WITH_TERMS = Linker(
    replace(dataset_of(PEOPLE), glossary=TypeAdapter(Glossary).validate_python(TERMS)),
)


def explained(prose: str) -> list[str]:
    return [f"{s.text} → {s.ref}" for s in WITH_TERMS.segments(prose) if isinstance(s, Link)]


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("The span fell on two spans.", ["span → term:span"]),
        ("Spans fell.", ["Spans → term:span"]),
        ("The IRQ rang; the irq did not.", ["IRQ → term:irq"]),
        ("Spanning a lifespan, with spanners", []),
        ("A stone works order of Stone Works", ["stone works order → term:stone-works-order",
                                                "Stone Works → organization:stone-works"]),
    ],
)  # fmt: skip
def test_a_term_is_found_as_it_is_written_or_with_a_capital(prose: str, links: list[str]) -> None:
    assert explained(prose) == links


@pytest.mark.parametrize("prose", ["“The span fell.”", "“It [fell](person:uma) on the span” he said"])
def test_no_term_is_explained_among_quoted_words(prose: str) -> None:
    assert "term" not in " ".join(explained(prose))
    assert "span → term:span" in explained(f"{prose} A span.")


def test_no_term_is_explained_inside_an_explicit_link() -> None:
    assert explained("[the span](place:mill)") == ["the span → place:mill"]


WORDS = st.sampled_from(
    [
        "Ada",
        " ",
        "Stone",
        "Hill",
        "Works",
        "Uma",
        "Mill",
        ".",
        "’s",
        "-",
        "SW-7",
        "\n",
        "[",
        "]",
        "آدا",
        "span",
        "“",
        "”",
    ]
)
LINKS = st.sampled_from(["[She](person:ada-stone)", "[it](place:mill)", "[gone](claim:gone)"])


@given(st.lists(WORDS | LINKS | st.text(max_size=3)).map("".join))
def test_the_segments_joined_give_back_the_plain_text(prose: str) -> None:
    assert joined(LINKER.segments(prose)) == joined(WITH_TERMS.segments(prose)) == plain(prose)


def test_every_prose_of_the_sample_keeps_its_words(dataset: Dataset) -> None:
    linker = Linker(dataset)
    for record in dataset.records.values():
        for _, prose in leaves(record):
            if isinstance(prose, Prose):
                assert joined(linker.segments(prose)) == plain(prose)
