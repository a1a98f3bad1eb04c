"""Loaded words stand only inside quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.rules.loaded import loaded_on_pages, unquoted
from generator.cli.commands.check import hand_written
from generator.records.dataset import Dataset
from generator.records.model.documentary import LOADED, Vocabulary
from generator.records.reader import read

WORDS = {LOADED: Vocabulary(meaning="Words that judge.", words={"murder, murdered": "a", "cold feet": "b"})}


def found(text: str) -> list[str]:
    return [word for _, word in unquoted(text, WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "a murder.",
        "MURDERED",
        "He got cold feet.",
        "“no” murder “none”",
        "one “ open, and murder",
        "murder’s",
    ],
)
def test_a_loaded_word_outside_quotation_marks_is_found(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He calls it a “murder”.",
        "«murder» said he",
        "a murderous day",
        "cold and feet",
        "[he](claim:called-murder)",
        "`murder`",
        "```yaml\ntext: murder\n```\n",
        "> murder, as he put it",
    ],
)
def test_a_word_of_somebody_a_longer_word_code_and_a_link_are_none(text: str) -> None:
    assert found(text) == []


def test_a_mark_that_is_not_closed_hides_nothing_in_the_next_paragraph() -> None:
    assert found("one “ open\n\nmurder\n\nand ” closed") == ["murder"]


def test_without_the_list_no_word_is_loaded() -> None:
    assert list(unquoted("murder", {})) == []


def test_ahand_written_page_is_told_of_by_line_and_column(dataset: Dataset) -> None:
    (problem,) = loaded_on_pages(dataset, {"docs/about/index.md": b"# About\n\nNot a murder here.\n"})
    assert (problem.path, problem.line, problem.column) == ("docs/about/index.md", 3, 7)
    assert problem.message == "the loaded word “murder” stands outside quotation marks"


def test_the_hand_written_pages_of_this_documentary_use_no_loaded_word_of_their_own() -> None:
    root = Path(__file__).parents[3]
    dataset, _ = read(root)
    assert dataset is not None
    pages = hand_written(root)
    assert "docs/about/index.md" in pages
    assert loaded_on_pages(dataset, pages) == []
