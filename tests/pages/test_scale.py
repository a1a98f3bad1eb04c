from itertools import pairwise

import pytest

from generator.lib.dates import Day
from generator.lib.language import speaking
from generator.pages.scale import RecordScale, Scale, lanes


def test_a_scale_of_years_holds_whole_ones_and_is_true_to_time():
    scale = Scale.over([Day(2031, 5, 1), Day(2034, 2, 1)])
    assert (scale.start, scale.end) == (Day(2031, 1, 1), Day(2035, 1, 1))
    assert [scale.at(Day(year, 1, 1)) for year in (2031, 2032, 2034)] == [0, 25, 75]


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        ((2031, 3, 2), (2031, 3, 2), ["2 March 2031"]),
        ((2031, 3, 2), (2031, 3, 4), ["2 March 2031", "3 March", "4 March"]),
        ((2030, 12, 30), (2031, 1, 1), ["30 December 2030", "31 December", "1 January 2031"]),
        ((2032, 2, 27), (2032, 3, 3), ["27 February 2032", "29 February", "2 March"]),
        ((2031, 3, 2), (2031, 3, 22), ["2 March 2031", "9 March", "16 March"]),
        ((2031, 3, 2), (2031, 4, 12), ["2 March 2031", "16 March", "30 March"]),
        ((2030, 11, 20), (2031, 2, 3), ["November 2030", "December", "January 2031", "February"]),
        ((2031, 3, 2), (2031, 7, 30), ["March 2031", "May", "July"]),
        ((2031, 1, 9), (2031, 12, 1), ["January 2031", "April", "July", "October"]),
        ((2030, 12, 30), (2031, 12, 1), ["2030", "2031"]),
        ((-43, 3, 14), (-43, 3, 16), ["14 March 44 BC", "15 March", "16 March"]),
    ],
)
def test_a_scale_names_days_weeks_months_or_years_by_how_much_time_it_holds(
    first: tuple[int, int, int], last: tuple[int, int, int], named: list[str]
) -> None:
    scale = Scale.over([Day(*last), Day(*first)])
    assert [f"{name} {year}".rstrip() for name, year, _ in scale.ticks()] == named
    assert 0 <= scale.at(Day(*first)) <= scale.at(Day(*last)) < 100


def test_what_is_two_days_apart_lies_apart_on_a_scale_of_days():
    scale = Scale.over([Day(2031, 3, 2), Day(2031, 3, 4)])
    assert [round(scale.at(Day(2031, 3, day))) for day in (2, 3, 4)] == [0, 33, 67]


def test_days_and_months_are_named_in_the_language_of_the_documentary():
    with speaking("fr"):
        named = [name for name, _, _ in Scale.over([Day(2031, 3, 1), Day(2031, 3, 2)]).ticks()]
    assert named == ["1er mars", "2 mars"]


@pytest.mark.parametrize(
    ("first", "end", "names"),
    [
        (-402, -180, ["400 BC", "350 BC", "300 BC", "250 BC", "200 BC"]),
        (-250, 320, ["200 BC", "100 BC", "1", "100", "200", "300"]),
        (-3, 4, ["4 BC", "3 BC", "2 BC", "1 BC", "1", "2", "3"]),
        (-3_000_000, -1_000_000, ["3000000 BC", "2500000 BC", "2000000 BC", "1500000 BC"]),
        (1900, 2030, ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_a_scale_names_nine_round_years_at_most_also_before_the_first(
    first: int, end: int, names: list[str]
) -> None:
    scale = Scale.over([Day(first, 1, 1), Day(end - 1, 12, 31)])
    assert [name for name, _, _ in scale.ticks()] == names


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
    assert scale.starts == (Day(1989, 1, 1), Day(2020, 1, 1))
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


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([(2031, 3, 2), (2031, 3, 4)], ["2 March 2031", "3 March", "4 March"]),
        ([(2030, 12, 31), (2031, 1, 1)], ["31 December 2030", "1 January 2031"]),
        ([(2031, 3, 2), (2031, 4, 9), (2031, 5, 1), (2031, 6, 3)], ["March 2031", "April", "May", "June"]),
        ([(2031, 3, 2), (2032, 3, 2)], ["2031", "2032"]),
    ],
)
def test_a_short_story_is_drawn_on_its_days_or_months(
    days: list[tuple[int, int, int]], names: list[str]
) -> None:
    found = [Day(*day) for day in days]
    scale = RecordScale.over(found, [])
    assert [name for name, _ in scale.ticks() if name] == names
    assert scale.at(found[0]) < 15
    assert scale.at(found[-1]) >= 50


def test_every_year_begins_at_a_knot_for_the_script_to_name_it():
    scale = RecordScale.over([Day(2031, 2, 1), Day(2033, 11, 1)], [Day(2032, 5, 1)])
    assert {Day(year, 1, 1) for year in (2031, 2032, 2033)} <= {day for day, _ in scale.knots}


def test_days_of_a_short_story_are_true_to_time():
    scale = RecordScale.over([Day(2031, 3, 2), Day(2031, 3, 2), Day(2031, 3, 5)], [Day(2031, 3, 3)])
    assert [scale.at(Day(2031, 3, day)) for day in (2, 3, 4, 6)] == [0, 25, 50, 100]


def test_the_longer_name_of_the_first_month_takes_the_room_of_those_after_it():
    scale = RecordScale.over([Day(2031, month, 5) for month in range(1, 12)], [])
    names = [name for name, _ in scale.ticks()]
    assert names[:3] == ["January 2031", "", ""]
    assert len([name for name in names if name]) > 3
