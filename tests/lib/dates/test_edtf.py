from hypothesis import assume, given
from hypothesis import strategies as st

from generator.lib.dates import Day, Edtf, parse

from .edtf_texts import texts


def parsed(text: str) -> Edtf:
    try:
        return parse(text)
    except ValueError:
        assume(False)
        raise


@given(st.tuples(texts, texts, texts))
def test_any_two_dates_have_one_order(three: tuple[str, str, str]) -> None:
    a, b, c = map(parsed, three)
    assert (a < b) + (a == b) + (b < a) == 1
    assert not (a <= b <= c) or a <= c


def test_dates_sort_by_first_day_then_last_then_text() -> None:
    ordered = [
        "/2019",
        "../2020",
        "2019",
        "2020-01-01",
        "2020-01",
        "2020",
        "2020~",
        "2020/",
        "2020/..",
        "2020-02",
    ]
    assert [str(date) for date in sorted(map(parse, reversed(ordered)))] == ordered


def test_equal_texts_are_equal_dates_with_one_hash() -> None:
    assert len({parse("2020"), parse("2020"), parse("2020?")}) == 2


def test_a_day_of_any_year_prints_as_iso_8601() -> None:
    assert Day(2020, 1, 3).isoformat() == "2020-01-03"
    assert Day(-44, 3, 15).isoformat() == "-0044-03-15"
    assert Day(12345, 1, 1).isoformat() == "+12345-01-01"
