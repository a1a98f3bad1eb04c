"""Whether words stand within quotation marks."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.evidence.match import Located, locate
from generator.evidence.quotation_marks import within_marks


def marked(words: str, *paragraphs: str) -> bool:
    article = Article({f"p{n}": text for n, text in enumerate(paragraphs, 1)})
    found = locate(article, words)
    assert isinstance(found, Located)
    return within_marks(article, found.spans)


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "« {} »", "‘{}’", "„{}“", "'{}'"])
def test_direct_speech_stands_within_marks_of_any_style(marks: str) -> None:
    text = f"She said: {marks.format('the wall was old.')} The wall had stood for years."
    assert marked("the wall was old", text)
    assert not marked("The wall had stood", text)


def test_the_marks_may_be_part_of_the_quotation_and_words_around_them_may_not() -> None:
    text = "She said “the wall was old” and left."
    assert marked("“the wall was old”", text)
    assert not marked("She said “the wall was old”", text)


def test_each_fragment_of_a_quotation_stands_within_marks() -> None:
    text = "“The wall was old,” she said, “and nobody looked.” Nobody had looked."
    assert marked("The wall was old […] and nobody looked", text)
    assert not marked("The wall was old […] Nobody had looked", text)


def test_speech_goes_on_in_the_next_paragraph_with_a_mark_and_without() -> None:
    first = "He said: “The wall was old."
    assert marked("It fell at night", first, "“It fell at night.” He left.")
    assert marked("It fell at night", first, "It fell at night.” He left.")
    assert not marked("He left the town", first, "It fell at night.” He left the town.")
