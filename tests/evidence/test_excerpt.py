"""What is drafted as a quotation: where it is cut or lengthened, and what tells it from the same words."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.evidence.excerpt import Excerpt, excerpt


def of(text: str, words: str, most: int = 8) -> Excerpt | None:
    start = text.index(words)
    return excerpt(Article({"p1": text}), (start, start + len(words)), most)


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("One two three four five six seven eight.", "One two three four five six seven eight"),
        ("One two three four five. Six seven, eight nine.", "One two three four five"),
        ("One two three four five, six seven, eight nine.", "One two three four five, six seven"),
        ("Afterwards nothing. Three four five six seven, eight nine.", "Afterwards nothing"),
        ("Onward. Two three four five six seven, eight nine.", "Onward. Two three four five six seven"),
        ("Onward. Two three four five six seven eight nine.", "Onward. Two three four five six seven eight"),
    ],
)
def test_long_words_end_at_a_sentence_then_at_a_pause_that_leaves_a_quarter(words: str, exact: str) -> None:
    found = of(words, words)
    assert found
    assert (found.exact, found.cut) == (exact, len(words.split()) > 8)


def test_a_quarter_is_enough_before_a_sentence_ends() -> None:
    text = "Three whole words. Four five six seven eight nine ten eleven twelve thirteen."
    found = of(text, text, most=12)
    assert found
    assert found.exact == "Three whole words"


@pytest.mark.parametrize(
    ("text", "words", "exact"),
    [
        ("Then 40 boats left.", "40 boats", "40 boats left"),
        ("Then 40 big boats left.", "40 big boats", "40 big boats"),
        ("He saw the 9 boats. They left.", "9 boats", "saw the 9 boats"),
    ],
)
def test_short_words_grow_after_then_before_them_but_into_no_other_sentence(
    text: str, words: str, exact: str
) -> None:
    found = of(text, words)
    assert found
    assert found.exact == exact


def test_of_words_that_stand_often_the_context_tells_which() -> None:
    text = " ".join(f"a{number} the red boats" for number in range(20))
    found = of(text, "the red boats")
    assert found
    assert (found.prefix, found.suffix) == ("a0", "")
    assert found.quote == {"exact": "the red boats", "prefix": "a0"}


def test_words_that_stand_more_than_twenty_times_are_not_told_apart() -> None:
    assert of(" ".join(f"a{number} the red boats" for number in range(21)), "the red boats") is None


@pytest.mark.parametrize(("between", "found"), [(7, True), (8, False)])
def test_eight_words_of_context_are_tried_on_each_side(between: int, found: bool) -> None:
    same = " ".join("abcdefgh"[:between])
    text = f"First {same} the red boats {same} mid {same} the red boats {same} last"
    assert (of(text, "the red boats") is not None) is found
