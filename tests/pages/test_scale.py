from itertools import pairwise

import pytest

from generator.lib.dates import Day
from generator.pages.scale import RecordScale, Scale, lanes


def test_a_scale_holds_whole_years_and_is_true_to_time():
    scale = Scale.over([Day(2031, 5, 1), Day(2034, 2, 1)])
    assert (scale.first, scale.end) == (2031, 2035)
    assert [scale.at(Day(year, 1, 1)) for year in (2031, 2032, 2034)] == [0, 25, 75]


def test_at_most_nine_years_are_named_and_of_one_year_its_quarters():
    assert len(list(Scale(1900, 2030).ticks())) <= 9
    assert [name for name, _ in Scale(2031, 2032).ticks()] == [
        "January 2031",
        "April 2031",
        "July 2031",
        "October 2031",
    ]


@pytest.mark.parametrize(
    ("first", "end", "names"),
    [
        (-402, -180, ["400 BC", "350 BC", "300 BC", "250 BC", "200 BC"]),
        (-250, 320, ["200 BC", "100 BC", "1", "100", "200", "300"]),
        (-3, 4, ["4 BC", "3 BC", "2 BC", "1 BC", "1", "2", "3"]),
        (-3_000_000, -1_000_000, ["3000000 BC", "2500000 BC", "2000000 BC", "1500000 BC"]),
    ],
)
def test_a_scale_names_round_years_also_before_the_first(first: int, end: int, names: list[str]) -> None:
    assert [name for name, _ in Scale(first, end).ticks()] == names


def test_what_touches_goes_into_another_lane_and_what_does_not_shares_one():
    assert lanes([(0, 10), (5, 15), (20, 30), (10, 12)]) == [0, 1, 0, 2]


JANUARY = [Day(2020, 1, day) for day in range(1, 11)]


def test_on_the_scale_of_the_record_time_never_runs_back_and_fills_the_width():
    scale = RecordScale.over([*JANUARY, Day(2024, 6, 1)], [Day(1989, 6, 3)])
    days = [Day(1989, 1, 1), Day(2020, 1, 1), Day(2020, 1, 31), Day(2020, 12, 31), Day(2024, 6, 1)]
    places = [scale.at(day) for day in days]
    assert places == sorted(places)
    assert scale.at(days[0]) == 0
    assert scale.at(Day(2024, 12, 31), 1) == 100


def test_years_without_an_entry_have_no_width():
    scale = RecordScale.over([Day(1989, 6, 3), Day(2020, 1, 1)], [])
    assert scale.years == (1989, 2020)
    assert scale.at(Day(1990, 1, 1)) == scale.at(Day(2020, 1, 1)) == 50


def test_a_month_with_more_entries_is_wider():
    scale = RecordScale.over([*JANUARY, Day(2020, 5, 1)], [])
    assert scale.at(Day(2020, 2, 1)) > 75
    assert scale.at(Day(2020, 6, 1)) - scale.at(Day(2020, 5, 1)) > scale.at(Day(2020, 8, 1)) - scale.at(
        Day(2020, 7, 1)
    )


def test_names_of_years_never_run_into_each_other_and_the_widest_has_one():
    scale = RecordScale.over([*JANUARY, *(Day(year, 5, 1) for year in range(1950, 2020))], [])
    named = [(name, at) for name, at in scale.ticks() if name]
    assert "2020" in dict(named)
    assert all(b - a >= 7 for (_, a), (_, b) in pairwise(named))
    assert len(scale.ticks()) == 71
