import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.words import is_boundary, word_keys, words


def texts(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We, the 12 people — ran!”", ["We", "the", "12", "people", "ran"]),
        ("a well-known o’clock", ["a", "well-known", "o’clock"]),
        ("1,500 U.S. troops", ["1,500", "U.S", "troops"]),
        ("the strike—the first", ["the", "strike", "the", "first"]),
        ("– * – …", []),
        ("北京2020年", ["北", "京", "2020", "年"]),
        ("_under_ **bold**", ["under", "bold"]),
        ("قاسم سلیمانی", ["قاسم", "سلیمانی"]),
    ],
)
def test_a_word_is_a_run_with_a_letter_or_digit(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_keys_ignore_case_and_style() -> None:
    assert word_keys("It’s STRASSE") == word_keys("it's straße")


@given(st.text(max_size=40))
def test_keys_alone_are_the_keys_of_the_words(text: str) -> None:
    assert word_keys(text) == [word.key for word in words(text)]


@pytest.mark.parametrize(
    "cut",
    [
        "un|able",
        "could|n't",
        "couldn|'t",
        "couldn’|t",
        "can|’t",
        "1,|500 men",
        "1|,500 men",
        "1\u00a0|500 men",
        "1\u202f|500",
        "2.|5",
        "10-|12 boats",
        "10|–12 boats",
        "−|5",
        "$|5",
        "5|%",
        "F-|16",
        "x|\u0302",
        "ก|ิน",
        "un\u200b|able",
        "un|\u00adable",
    ],
)
def test_no_quotation_is_cut_inside_a_word_or_figure(cut: str) -> None:
    text = cut.replace("|", "")
    assert not is_boundary(text, cut.index("|"))


@pytest.mark.parametrize(
    "cut",
    [
        "|able",
        "able|",
        "not| able",
        "not |able",
        "l’|attaque",
        "Ada|’s",
        "said—|twelve",
        "US-|led",
        "北|京",
        "in 2020, |12",
        "in 2020|, 12",
        "2020\u00a0|12 men",
        "“|We",
        "done|.”",
        "don't| go",
    ],
)
def test_a_quotation_may_begin_and_end_between_words(cut: str) -> None:
    text = cut.replace("|", "")
    assert is_boundary(text, cut.index("|"))
