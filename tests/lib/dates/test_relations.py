import pytest

from generator.lib.dates import certainly_before, contains, overlaps, parse


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
