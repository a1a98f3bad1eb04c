import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.lib.dates import Day, Edtf, certainly_before, contains, overlaps, parse, year_text

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


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2019", "2020", True),
        ("2020-01-03", "2020-01-04", True),
        ("2020-01-03", "2020-01-03", False),
        ("2020-01", "2020-01-31", False),
        ("2020", "2019", False),
        ("../2019", "2020/..", True),
        ("2019/..", "2020", False),
        ("2019/", "2020", False),
        ("2018", "../2020", False),
        ("[2018,2021]", "2020", False),
    ],
)
def test_a_date_is_certainly_before_when_its_last_day_is(a: str, b: str, expected: bool) -> None:
    assert certainly_before(parse(a), parse(b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2020", "2020-01-03", True),
        ("2019", "2020", False),
        ("2020/..", "2025", True),
        ("2020/..", "2019", False),
        ("[2020-01-01,2020-03-01]", "2020-02", False),
        ("[2020-01-01,2020-03-01]", "2020-03", True),
    ],
)
def test_dates_overlap_when_a_day_is_possible_under_both(a: str, b: str, expected: bool) -> None:
    assert overlaps(parse(a), parse(b)) is expected
    assert overlaps(parse(b), parse(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2020", "2020-01-03", True),
        ("2020-01-03", "2020", False),
        ("2020", "2020", True),
        ("2020/..", "2021/..", True),
        ("2020", "2020-05/..", False),
        ("2020", "../2020", False),
        ("../2020", "/1999", True),
        ("2020", "[2020-01-07,2020-01-08]", True),
        ("2020-01", "[2020-01-07,2020-02-08]", False),
        ("[2019,2021]", "2020", False),
    ],
)
def test_a_date_contains_what_lies_wholly_within(a: str, b: str, expected: bool) -> None:
    assert contains(parse(a), parse(b)) is expected


def test_a_date_stands_at_its_last_day_and_without_an_end_at_its_first() -> None:
    assert parse("../2031-02-09").anchor == (2031, 2, 9)
    assert parse("2031-02").anchor == (2031, 2, 28)
    assert parse("2031-02-03/..").anchor == (2031, 2, 3)


@pytest.mark.parametrize("year", [2020, 45, 0, -44, -9999, -170_000_000])
def test_a_year_is_written_so_that_it_is_read_again(year: int) -> None:
    assert parse(year_text(year)).earliest == Day(year, 1, 1)
