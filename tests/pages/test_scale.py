from generator.lib.dates import Day
from generator.pages.scale import Scale, lanes


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


def test_what_touches_goes_into_another_lane_and_what_does_not_shares_one():
    assert lanes([(0, 10), (5, 15), (20, 30), (10, 12)]) == [0, 1, 0, 2]
