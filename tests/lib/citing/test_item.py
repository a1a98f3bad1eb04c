from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.lib.citing import Author, Item, apa, chicago, issued, mla, split_name
from generator.lib.citing.exchange import bibtex, csl_json, ris
from generator.lib.dates import parse
from generator.lib.language import speaking


def test_the_family_name_is_the_stated_one_at_either_end() -> None:
    assert split_name("Ana van der Lind", ["Lind", "van der Lind"]) == Author("van der Lind", "Ana")
    assert split_name("Lind Ana", ["Lind"]) == Author("Lind", "Ana")


def test_a_name_whose_family_part_is_not_stated_is_left_whole() -> None:
    assert split_name("Ana Lind", []) == Author("Ana Lind")
    assert split_name("Ana Lindberg", ["Lind", "berg"]) == Author("Ana Lindberg")


@pytest.mark.parametrize("style", [chicago, apa, mla])
@pytest.mark.parametrize("edtf", ["../2031", "[2031-01-07,2031-01-08]", "203X", "2031-02-03"])
def test_an_entry_is_english_throughout_whichever_language_the_page_is_in(
    style: Callable[[Item], str], edtf: str
) -> None:
    def entry() -> tuple[str, str]:
        item = Item(key="a", type="book", title="T", issued=issued(parse(edtf)))
        return style(item), bibtex(item) + ris(item) + csl_json(item)

    in_english = entry()
    with speaking("de"):
        assert entry() == in_english
        assert issued(parse("../2031")).told == "bis 2031"


@pytest.mark.parametrize("edtf", ["-0001-24", "-0045", "-0045-03-15~", "0000", "Y-17E7"])
def test_a_year_before_the_first_is_told_in_words_since_programs_count_such_years_in_two_ways(
    edtf: str,
) -> None:
    item = Item(key="a", type="book", title="T", issued=issued(parse(edtf)))
    assert " BC" in json.loads(csl_json(item))[0]["issued"]["literal"]
    assert "year = " not in bibtex(item)
    assert "PY  - " not in ris(item)


def test_a_row_of_digits_is_no_edition_that_is_counted() -> None:
    assert Item(key="a", type="book", title="T", edition="9" * 5000).nth_edition == "9" * 5000
