import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.normalise import (
    DASHES,
    DOUBLE_QUOTES,
    REMOVED,
    SINGLE_QUOTES,
    fold,
    is_mark,
    plain,
)

TRICKY = st.text(
    st.one_of(
        st.sampled_from(
            "ab -'\n\t\u00a0\u0301\u0323\u0338\u1100\u1161\u11a8\u09c7\u09be" + REMOVED + DOUBLE_QUOTES
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


def folded_without_a_map(text: str) -> str:
    composed = unicodedata.normalize("NFC", "".join(c for c in text if c not in REMOVED))
    styled = ""
    for character in composed:
        if character.isspace():
            styled += "" if styled.endswith(" ") else " "
        elif character in DOUBLE_QUOTES:
            styled += '"'
        elif character in SINGLE_QUOTES:
            styled += "'"
        else:
            styled += "-" if character in DASHES else character
    return styled


@given(TRICKY)
def test_folding_piece_by_piece_is_folding_the_whole(text: str) -> None:
    assert fold(text).text == folded_without_a_map(text)


@given(TRICKY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    memo = fold(text).text
    assert fold(memo).text == memo


@given(TRICKY, st.data())
def test_every_whole_stretch_maps_back_to_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    if start < end and folded.is_whole(start, end):
        original_start, original_end = folded.span(start, end)
        assert fold(text[original_start:original_end]).text == folded.text[start:end]


@given(TRICKY)
def test_the_map_covers_the_text_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    kept = {at for start, end in zip(folded.starts, folded.ends, strict=True) for at in range(start, end)}
    assert {at for at, character in enumerate(text) if character not in REMOVED} <= kept


def test_every_character_that_nfc_joins_to_the_one_before_is_kept_with_it() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and unicodedata.normalize("NFC", parts) == chr(code):
            assert fold(parts).text == fold(chr(code)).text, hex(code)


@pytest.mark.parametrize("mark", DOUBLE_QUOTES)
def test_double_quotation_marks_are_one(mark: str) -> None:
    assert fold(mark).text == '"'


@pytest.mark.parametrize("mark", SINGLE_QUOTES)
def test_single_quotation_marks_and_apostrophes_are_one(mark: str) -> None:
    assert fold(mark).text == "'"


@pytest.mark.parametrize("dash", DASHES)
def test_dashes_are_one(dash: str) -> None:
    assert fold(f"a{dash}b").text == "a-b"


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u202f", "\u3000", "\t", "\r\n", "\n\n", "\u2028", "\u2029", "\x85"]
)
def test_a_run_of_any_white_space_is_one_space(space: str) -> None:
    folded = fold(f"a {space} b")
    assert folded.text == "a b"
    assert folded.span(1, 2) == (1, 3 + len(space))


@pytest.mark.parametrize("mark", REMOVED)
def test_invisible_marks_are_removed(mark: str) -> None:
    folded = fold(f"a{mark}b")
    assert folded.text == "ab"
    assert folded.span(1, 2) == (2, 3)


def test_an_invisible_mark_does_not_keep_a_letter_from_its_accent() -> None:
    assert fold("e\u200b\u0301").text == "é"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10", "１０"),
        ("Not", "not"),
        ("cafe", "café"),
        ("ﬁve", "five"),
        ('"a"', "'a'"),
        ("wait…", "wait..."),
        ("a b", "ab"),
        ("a.", "a"),
        ("می\u200cشود", "میشود"),
        ("\u202eabc", "abc"),
        ("²", "2"),
        ("ı", "i"),
    ],
)
def test_nothing_else_is_folded(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_a_letter_cannot_be_parted_from_its_accent() -> None:
    folded = fold("x\u0302y")
    assert not folded.is_whole(0, 1)
    assert folded.is_whole(0, 2)
    assert is_mark("\u0302")
