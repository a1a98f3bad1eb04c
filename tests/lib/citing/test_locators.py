"""Pages, folios and columns, by their names in CSL."""

from __future__ import annotations

import pytest

from generator.lib.citing.locators import noun, read, term


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("88", "page"),
        ("88–90", "pages"),
        ("88-90", "pages"),
        ("3, 7", "pages"),
        ("A-3", "page"),
        ("xii", "page"),
    ],
)
def test_several_pages_have_the_plural(value: str, expected: str) -> None:
    assert noun("page", value) == expected


def test_a_locator_is_a_word_and_a_value() -> None:
    assert read("folio 12v") == ("folio", "12v")
    assert read(" volume 3, box 2 ") == ("volume", "3, box 2")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("88", "“88” does not say where: write a word and a value, such as page 88"),
        ("page", "“page” does not say where: write a word and a value, such as page 88"),
        ("pag 88", "“pag” is no locator: did you mean “page”?"),
    ],
)
def test_what_is_no_locator_is_refused_with_what_is_right(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"is no|does not say|is a DOI") as fault:
        read(text)
    assert str(fault.value) == message


def test_a_word_of_no_locator_is_told_the_list() -> None:
    with pytest.raises(ValueError, match="“xyzzy” is no locator: the words are appendix, book, "):
        term("xyzzy")
