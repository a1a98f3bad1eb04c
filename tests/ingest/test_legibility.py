"""Words of which a file does not tell the letters."""

from __future__ import annotations

import pytest

from generator.ingest.legibility import illegible


@pytest.mark.parametrize(
    "word",
    ["br\ufffddge", "\ue012\ue013", "िक", "नगरपाɟलका", "चलिेंगी", "क्ि"],
    ids=["no letter", "private use", "vowel first", "foreign letter", "two vowels", "vowel after a virama"],
)
def test_a_word_is_illegible(word: str) -> None:
    assert illegible(["bridge", word]) == [word]


@pytest.mark.parametrize(
    "word", ["\uf0b7", "\ufffd", "किया", "UPA", "हिन्दी-News", "1931में", "পুল", "Brücke", "می‌شود"]
)
def test_a_word_is_legible_and_a_sign_alone_is_an_ornament(word: str) -> None:
    assert illegible([word]) == []
