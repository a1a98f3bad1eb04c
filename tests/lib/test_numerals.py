"""Numbers that a text writes, in words and digits."""

from __future__ import annotations

import pytest

from generator.lib.numerals import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a repair for £1,700", {1700}),
        ("between nine and fourteen people", {9, 14}),
        ("two hundred and six", {206}),
        ("twenty-five fighters and a dozen guards", {25, 12}),
        ("1.7 million dollars", {1_700_000, 1.7}),
        ("14m euros", {14_000_000, 14}),
        ("on 3 January 2020, 24 people", {24}),
        ("On January 3, 2020 and in 2019 nobody came", set()),
        ("the 110th brigade", set()),
        ("some 1900 men", {1900}),
    ],
)
def test_numbers_are_read_in_english_and_dates_are_not(text: str, numbers: set[float]) -> None:
    assert numbers_in(text, "en-GB") == numbers


def test_in_other_languages_digits_are_read_in_either_way_and_in_any_script() -> None:
    assert numbers_in("1.900 Leute", "de") == {1900, 1.9}
    assert numbers_in("۱۷۰۰ نفر", "fa") == {1700}


@pytest.mark.parametrize("language", ["en", "de", "is"])
def test_a_row_of_digits_that_nobody_counts_with_is_no_number(language: str) -> None:
    assert numbers_in(f"the sum is {'9' * 5000}, {'9' * 400},5 or {'8' * 31}", language) == set()


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("dreiundzwanzig Boote", "de", 23),
        ("vingt-trois bateaux", "fr", 23),
        ("quatre-vingt-dix mille voix", "fr", 90_000),
        ("treinta y cinco barcos", "es", 35),
        ("ثلاثة وعشرون قاربا", "ar", 23),
        ("بیست و سه قایق", "fa", 23),
        ("5 lakh people", "en", 500_000),
        ("12 000 people", "en", 12_000),
    ],
)
def test_numbers_in_words_are_read_in_every_language_with_a_table(
    text: str, language: str, number: float
) -> None:
    assert number in numbers_in(text, language)
