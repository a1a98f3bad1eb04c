"""Where two readings of one page differ much, the editor is told; where they differ little, nobody is."""

from __future__ import annotations

import pytest

from generator.ingest import second_reading
from generator.ingest.second_reading import described_paragraphs, doubts, share_of

ARTICLE = "\n".join(
    f"The {pier} pier was damaged by the storm on Monday, the town said, and no ship was in the harbour then."
    for pier in ("north", "south", "east", "west")
)
HALF = ARTICLE[: len(ARTICLE) // 2]
OTHER = " ".join(f"word{number} of another story altogether" for number in range(40))


def test_a_text_is_wholly_in_itself_and_a_short_one_says_nothing():
    assert share_of(ARTICLE, ARTICLE) == 1
    assert share_of(HALF, ARTICLE) > 0.95
    assert share_of(ARTICLE, HALF) < 0.6
    assert share_of("Too short to say anything.", "Other words") == 1


def test_a_joiner_that_one_reading_dropped_is_no_difference():
    words = "می\u200cروند " * 50
    assert share_of(words, words.replace("\u200c", "")) == 1


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (ARTICLE, []),
        (None, []),
        (ARTICLE + "\n" + OTHER, ["a second reading disagrees: the text lacks words that are in the other"]),
        (HALF, ["a second reading disagrees: the text has words that are not in the other"]),
    ],
)
def test_a_second_reading_is_told_of_where_it_disagrees(
    second: str | None, told: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(second_reading, "_trafilatura", lambda page: second)
    assert list(doubts(ARTICLE, "", "<html>")) == told


def test_trafilatura_is_asked_where_it_is_installed():
    pytest.importorskip("trafilatura")
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
    page = f"<html><body><article><h1>Bridge closed</h1>{paragraphs}</article></body></html>"
    assert list(doubts(ARTICLE, "", page)) == []
    assert list(doubts(OTHER, "", page))


def test_a_described_text_has_paragraphs_whether_it_is_plain_or_html():
    assert described_paragraphs("One.\n\nTwo.") == ["One.", "Two."]
    assert described_paragraphs("<p>One <b>bold</b>.</p><p>Two.</p>") == ["One bold.", "Two."]
