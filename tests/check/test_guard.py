"""No page carries an article's words outside short quotations."""

from __future__ import annotations

import pytest

from generator.check.guard import Guard
from generator.evidence.article import Article
from generator.records.dataset import Dataset

ARTICLE = Article(
    {
        "title": "The keeper of the lamps went home before the water came",
        "p1": "On that evening the keeper counted nine lamps along the rail and wrote the number down.",
    }
)
TAKEN = "the keeper counted nine lamps along the rail"


@pytest.fixture
def guard(dataset: Dataset) -> Guard:
    return Guard(dataset, {"keeper": ARTICLE})


def leaks(guard: Guard, text: str, path: str = "claims/a.md") -> list[str]:
    return [problem.path for problem in guard.in_pages("docs", {path: text.encode()})]


def test_eight_words_of_an_article_in_a_row_are_a_leak(guard: Guard) -> None:
    (problem,) = guard.in_pages("docs", {"claims/a.md": f"He says that {TAKEN}.".encode()})
    assert problem.path == "docs/claims/a.md"
    assert "8 words of source:keeper" in problem.message
    assert problem.hint


def test_seven_words_are_none(guard: Guard) -> None:
    assert leaks(guard, TAKEN.removesuffix(" rail")) == []


@pytest.mark.parametrize(
    "words",
    [
        TAKEN.upper(),
        TAKEN.replace(" ", "\n"),
        TAKEN.replace("nine", "*nine*"),
        TAKEN.replace("nine", "[nine](../x.md)"),
        TAKEN.replace(" counted", ", counted"),
        TAKEN.replace("lamps", "l&#97;mps"),
    ],
)
def test_case_layout_marks_and_entities_hide_no_words(guard: Guard, words: str) -> None:
    assert leaks(guard, words) != []


@pytest.mark.parametrize("words", [f"“{TAKEN}”", f"<blockquote>{TAKEN}</blockquote>", f"> {TAKEN}"])
def test_words_in_a_quotation_are_none(guard: Guard, words: str) -> None:
    assert leaks(guard, words) == []


def test_a_headline_may_be_cited(guard: Guard) -> None:
    assert leaks(guard, ARTICLE.blocks["title"]) == []


def test_words_in_attributes_of_html_count(guard: Guard) -> None:
    assert leaks(guard, f'<img alt="{TAKEN}">', "index.html") != []


def test_files_that_are_no_pages_are_not_read(guard: Guard) -> None:
    assert guard.in_pages("docs", {"drawing.bin": b"\xff\xfe"}) == []


def test_a_page_in_html_is_read_as_its_reader_sees_it(guard: Guard) -> None:
    [problem] = guard.in_html("docs/about/index.md", f"<p>{TAKEN}</p>")
    assert problem.path == "docs/about/index.md"
    assert guard.in_html("x", f"<script>{TAKEN}</script>") == []


def test_without_texts_nothing_is_found(dataset: Dataset) -> None:
    assert leaks(Guard(dataset, {}), TAKEN) == []
