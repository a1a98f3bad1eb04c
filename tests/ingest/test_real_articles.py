"""The articles of the first archive, where their files are at hand: labels, counts and facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.capture import read_capture

FOLDER = Path(__file__).parents[2].parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the captured articles are not here: their text is not part of the repository"
)

ARTICLES = {
    "000": (11, 0, 566, "Dave DeCamp", "Global Research", "2023-01-11", "Antiwar.com", "2023-01-10"),
    "001": (11, 0, 411, None, None, None, None, None),
    "002": (14, 0, 523, None, "JNS", None, None, None),
    "003": (11, 1, 394, None, None, None, None, None),
    "004": (30, 4, 1367, "Marco Carnelos", "Global Research", "2022-01-05", "Middle East Eye", "2022-01-03"),
}


@pytest.mark.parametrize("number", ARTICLES)
def test_a_real_article_is_read_whole(number: str):
    paragraphs, headings, words, author, publisher, published, original, first_published = ARTICLES[number]
    taken = read_capture(next(FOLDER.glob(f"{number}_*.txt")))
    labels = [block.label for block in taken.blocks]
    facts = taken.facts
    assert sum(label[0] == "p" for label in labels) == paragraphs
    assert sum(label[0] == "h" for label in labels) == headings
    assert taken.words == words
    assert facts.authors.value == ((author,) if author else None)
    assert (facts.publisher.value, facts.published.value) == (publisher, published)
    assert (facts.original.publisher.value, facts.original.published.value) == (original, first_published)
    assert (facts.language.value, facts.language.basis) == ("en", "inferred")


def test_headline_and_standfirst_stand_where_the_copies_have_them():
    found = {
        number: [block.label for block in read_capture(next(FOLDER.glob(f"{number}_*.txt"))).blocks][:2]
        for number in ARTICLES
    }
    assert found == {
        "000": ["title", "standfirst"],
        "001": ["title", "p1"],
        "002": ["title", "standfirst"],
        "003": ["p1", "p2"],
        "004": ["title", "standfirst"],
    }
