"""Near names, plurals, capitals and sentences."""

from __future__ import annotations

import pytest

from generator.lib.text import (
    capitalized,
    count,
    did_you_mean,
    nearest,
    respelt,
    sentence_at,
    unclosed,
    wrapped,
)


def test_the_nearest_choice_is_named_and_a_far_one_is_not() -> None:
    assert nearest("assert", ["denies", "asserts"]) == "asserts"
    assert nearest("zzz", ["denies", "asserts"]) == ""
    assert did_you_mean("assert", ["asserts"]) == "did you mean “asserts”?"
    assert did_you_mean("zzz", ["asserts"]) == ""


@pytest.mark.parametrize(
    ("word", "right", "why"),
    [
        ("city", "city", ""),
        ("“city”", "city", "quotation marks stand round it"),
        ("ida–holm", "ida-holm", "“–” (U+2013) is no hyphen"),
        ("۲۰۳۱", "2031", "its digits are not those from 0 to 9"),
        ("«۲۰۳۱»", "2031", "quotation marks stand round it; its digits are not those from 0 to 9"),
    ],
)
def test_a_word_with_the_signs_of_other_programs_is_spelt_as_ours(word: str, right: str, why: str) -> None:
    assert respelt(word) == (right, why)


@pytest.mark.parametrize(
    ("text", "expected"), [("eine Quelle", "Eine Quelle"), ("the Council", "The Council"), ("", "")]
)
def test_only_the_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    assert capitalized(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 origins"), (1, "1 origin"), (2, "2 origins"), (1200, "1,200 origins")]
)
def test_a_count_agrees_with_its_noun(number: int, expected: str) -> None:
    assert count(number, "origin") == expected


def test_a_plural_of_its_own_is_used() -> None:
    assert count(2, "body", "bodies") == "2 bodies"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It fell. Nobody saw it.", "Nobody", "Nobody saw it."),
        ("It fell. Nobody saw it.", "fell", "It fell."),
        ("She said: “It fell.” Nobody saw it.", "fell", "She said: “It fell.”"),
        ("She said: “It fell.” Nobody saw it.", "Nobody", "Nobody saw it."),
        ("It fell at 2 a.m. on the quay. Nobody saw it.", "quay", "It fell at 2 a.m. on the quay."),
        ("No end", "end", "No end"),
        ("سقط الجسر؟ لم يره أحد.", "أحد", "لم يره أحد."),
        ("", "", ""),
    ],
)
def test_the_sentence_around_a_word_is_found(text: str, word: str, expected: str) -> None:
    assert sentence_at(text, text.index(word)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[a", "]"), ("[a (b", ")]"), ("[a (b)]", ""), ("a) b", ""), ("a", ""), ("(a]", ")")],
)
def test_brackets_left_open_are_closed_from_within(text: str, expected: str) -> None:
    assert unclosed(text) == expected


@pytest.mark.parametrize(
    ("text", "width", "most", "expected"),
    [
        ("[Report of the inquiry into the flood]", 20, 1, ["[Report of the …]"]),
        ("[Report of the inquiry into the flood]", 12, 2, ["[Report of", "the …]"]),
        ("A report (of 2031, the second)", 18, 1, ["A report (of …)"]),
        ("[A report]", 20, 1, ["[A report]"]),
        ("a [b c d e f g h", 8, 1, ["a [b c …"]),
        ("", 8, 1, []),
    ],
)
def test_where_a_text_is_cut_no_bracket_stays_open_that_it_closes(
    text: str, width: int, most: int, expected: list[str]
) -> None:
    assert wrapped(text, width, most) == expected
