import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.lib.dates import Day, Edtf, Single, parse

from .edtf_texts import dates, texts


def parsed(text: str) -> Edtf | None:
    try:
        return parse(text)
    except ValueError:
        return None


@given(st.text() | st.text("0123456789-/.,[]{}XY?~%T", max_size=24) | st.from_regex(r"\d{4}-\d\d-\d\d\Z"))
@example("Y" + "9" * 5000)
@example("2020-01-03\n")
@example("٢٠٢٠")
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    date = parsed(text)
    assert date is None or (date.text == text and parse(str(date)) == date)


@given(dates)
def test_every_single_date_of_the_grammar_is_read(text: str) -> None:
    assert parse(text).text == text


@given(texts)
def test_the_first_day_is_never_after_the_last(text: str) -> None:
    date = parsed(text)
    assert not (date and date.earliest and date.latest) or date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2020-01-03", (2020, 1, 3), (2020, 1, 3), "day"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "month"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "month"),
        ("2020", (2020, 1, 1), (2020, 12, 31), "year"),
        ("2020-XX", (2020, 1, 1), (2020, 12, 31), "year"),
        ("2020-XX-XX", (2020, 1, 1), (2020, 12, 31), "year"),
        ("2020-04-XX", (2020, 4, 1), (2020, 4, 30), "month"),
        ("202X", (2020, 1, 1), (2029, 12, 31), "decade"),
        ("19XX", (1900, 1, 1), (1999, 12, 31), "century"),
        ("2020-21", (2020, 3, 1), (2020, 5, 31), "season"),
        ("2020-22", (2020, 6, 1), (2020, 8, 31), "season"),
        ("2020-23", (2020, 9, 1), (2020, 11, 30), "season"),
        ("2019-24", (2019, 12, 1), (2020, 2, 29), "season"),
        ("0000-02", (0, 2, 1), (0, 2, 29), "month"),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15), "day"),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), "year"),
        ("Y12345", (12345, 1, 1), (12345, 12, 31), "year"),
        ("2019-12-27/2020-01", (2019, 12, 27), (2020, 1, 31), "month"),
        ("../2020", None, (2020, 12, 31), "year"),
        ("/2020", None, (2020, 12, 31), "year"),
        ("2019-12-27/..", (2019, 12, 27), None, "day"),
        ("2019-12-27/", (2019, 12, 27), None, "day"),
        ("[2020-01-08,2020-01-07]", (2020, 1, 7), (2020, 1, 8), "day"),
        ("{2020,2018-05..2019}", (2018, 5, 1), (2020, 12, 31), "year"),
        ("[..2019,2020]", None, (2020, 12, 31), "year"),
        ("[2019,2020-03..]", (2019, 1, 1), None, "year"),
    ],
)
def test_a_date_runs_from_its_first_possible_day_to_its_last(
    text: str, earliest: Day | None, latest: Day | None, precision: str
) -> None:
    date = parse(text)
    assert (date.earliest, date.latest, date.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2020", False, False),
        ("2020~", True, False),
        ("2020-01?", False, True),
        ("2020-01-03%", True, True),
        ("2019/2020~", True, False),
        ("[2019?,2020]", False, True),
    ],
)
def test_a_mark_on_any_of_its_dates_marks_the_whole(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "is_interval", "is_set"),
    [
        ("2020", False, False),
        ("2019/2020", True, False),
        ("[2019,2020]", False, True),
        ("{2019}", False, True),
    ],
)
def test_intervals_and_sets_are_told_apart(text: str, is_interval: bool, is_set: bool) -> None:
    assert (parse(text).is_interval, parse(text).is_set) == (is_interval, is_set)


GENERAL = "write year, month and day as 2020-01-03, or as much as is known: 2020-01, 2020, 202X"
ONE_END = "needs a date on at least one side: ../2020 (until), 2020/.. (from), 2019/2020"
MONTHS = "months are 01 to 12, seasons 21 (spring) to 24 (winter), quarters 33 to 36, halves 40 and 41"
LONG = "a year of five to twelve digits is written Y12345, Y-12345 or Y17E7 and has no month"
MARK = (
    "a mark (?, ~ or % for both) stands once: after the date for all of it, after a part for that and what "
    "is before it, or before a part for that alone, as 2020-01-?03"
)
SET = "a set is one or more dates between commas: [2020-01-07,2020-01-08] or [2020..2022]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the date is empty: write one, as 2020-01-03, or null where none is stated"),
        ("../", f"the interval ../ {ONE_END}"),
        ("../..", f"the interval ../.. {ONE_END}"),
        ("2020-13", f"month 13 does not exist: {MONTHS}"),
        ("2020-00", f"month 00 does not exist: {MONTHS}"),
        ("2020-02-30", "30 February does not exist: February 2020 has 29 days"),
        ("2021-02-29", "29 February does not exist: February 2021 has 28 days"),
        ("2021-04-00", "00 April does not exist: April 2021 has 30 days"),
        (
            "2020-01-03/2019-01-01",
            "it ends before it starts: 2019-01-01 is before 2020-01-03; write the earlier date first",
        ),
        ("[2020..2019]", "it ends before it starts: 2019 is before 2020; write the earlier date first"),
        ("2020/01/03", "'2020/01/03' is not a date: write 2020-01-03"),
        (
            "02/01/2020",
            "'02/01/2020' has two slashes: a day is 2020-01-03, an interval 2019/2020-01-08",
        ),
        ("31 February 2020", f"'31 February 2020' is not a date: {GENERAL}"),
        ("3 January 2020", "'3 January 2020' is not a date: write 2020-01-03"),
        ("January", f"'January' is not a date: {GENERAL}"),
        ("2020-01-03\x00", f"'2020-01-03\\x00' is not a date: {GENERAL}"),
        ("2020-1-3", "'2020-1-3' is not a date: month and day have two digits each, as in 2020-01-03"),
        (
            "2020-01-03T14:30",
            "'2020-01-03T14:30' is not a date: the clock time has a field of its own, `time`, and its zone "
            "has `tz`; write the day alone",
        ),
        ("2019-2020", "'2019-2020' is not a date: an interval has a slash: 2019/2020"),
        ("202x", "'202x' is not a date: a digit that is not known is a capital X: 202X, 2020-XX"),
        (
            "-01XX",
            "'-01XX' is not a date: a year before the year 0000 has no X: write the first and the last that "
            "it may be, as -0199/-0100",
        ),
        (
            "X016",
            "'X016' is not a date: of a year the last digits may be unknown, not the first: 201X, 20XX, or "
            "XXXX where none is known",
        ),
        (
            "197?",
            "'197?' is not a date: a year has four digits: 197X is the years 1970 to 1979, 1970? an "
            "uncertain year, 0197 the year 197",
        ),
        ("2020-2X", f"month 2X does not exist: {MONTHS}"),
        ("2020-42", f"month 42 does not exist: {MONTHS}"),
        ("2020-01-4X", "4X January does not exist: January 2020 has 31 days"),
        ("Y17E70", f"'Y17E70' is not a date: {LONG}"),
        ("2020-33-01", "a season has no day: write 2020-33"),
        ("2020?~", f"'2020?~' is not a date: {MARK}"),
        (
            "Y2020",
            f"'Y2020' is not a date: {LONG}",
        ),
        ("Y12345-01", "Y12345 cannot have a month: write Y12345 alone, or a year of four digits"),
        ("-0000", "the year -0000 does not exist: the year before year 1 is 0000"),
        ("2020-21-03", "a season has no day: write 2020-21"),
        ("[]", SET),
        ("{2019,}", SET),
        ("[2019/2020]", "a range inside a set has two dots, no slash: 2019..2020"),
        (
            "[2019,2020]?",
            "the set '[2019,2020]?' must end with ]; a mark (?, ~, %) stands at each date",
        ),
    ],
)
def test_a_wrong_date_is_refused_with_what_is_right(text: str, message: str) -> None:
    with pytest.raises(ValueError) as fault:  # noqa: PT011 - the whole message is compared
        parse(text)
    assert str(fault.value) == message


SPECIFICATION = {
    0: "1985-04-12 1985-04 1985 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 "
    "2004-02-01/2005 2005/2006-02",
    1: "Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX "
    "1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ "
    "/1985-04-12 /1985-04 /1985 -1985",
    2: "Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-34 [1667,1668,1670..1672] [..1760-12-03] [1760-12..] "
    "[1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} {1960,1961-12} {..1984} "
    "2004-06-11% 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX "
    "1XXX-12 1984-1X 2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03",
}
"""The examples of the specification, by level, but for those with a clock time."""


@pytest.mark.parametrize("level", SPECIFICATION)
def test_every_example_of_the_specification_is_read(level: int) -> None:
    for text in SPECIFICATION[level].split():
        assert parse(text).text == text


@pytest.mark.parametrize("zone", ["", "Z", "-04", "+04:30"])
def test_a_clock_time_is_told_where_it_belongs(zone: str) -> None:
    with pytest.raises(ValueError, match="`time`, and its zone has `tz`"):
        parse(f"1985-04-12T23:20:30{zone}")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("Y-17E7", (-170000000, 1, 1), (-170000000, 12, 31), "year"),
        ("1950S2", (1900, 1, 1), (1999, 12, 31), "century"),
        ("-1950S3", (-1959, 1, 1), (-1950, 12, 31), "decade"),
        ("2001-34", (2001, 4, 1), (2001, 6, 30), "season"),
        ("2001-26", (2001, 6, 1), (2001, 8, 31), "season"),
        ("2001-29", (2001, 9, 1), (2001, 11, 30), "season"),
        ("2001-30", (2001, 12, 1), (2002, 2, 28), "season"),
        ("2001-39", (2001, 9, 1), (2001, 12, 31), "season"),
        ("2001-41", (2001, 7, 1), (2001, 12, 31), "season"),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25), "decade"),
        ("XXXX-02-29", (0, 2, 29), (9996, 2, 29), "millennium"),
        ("1XXX-12", (1000, 12, 1), (1999, 12, 31), "millennium"),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31), "year"),
        ("2016-01-0X", (2016, 1, 1), (2016, 1, 9), "month"),
        ("2016-02-2X", (2016, 2, 20), (2016, 2, 29), "month"),
        ("2016-XX-31", (2016, 1, 31), (2016, 12, 31), "year"),
        ("2020-01-?03", (2020, 1, 3), (2020, 1, 3), "day"),
        ("[2019, 2020-03]", (2019, 1, 1), (2020, 3, 31), "year"),
    ],
)
def test_a_date_of_level_2_runs_from_its_first_possible_day_to_its_last(
    text: str, earliest: Day, latest: Day, precision: str
) -> None:
    date = parse(text)
    assert (date.earliest, date.latest, date.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("2004-06-11%", ()),
        ("2004?-06-11", (("year", "?"),)),
        ("2004-06~-11", (("year", "~"), ("month", "~"))),
        ("?2004-06-~11", (("year", "?"), ("day", "~"))),
        ("2004-06~-?11", (("year", "~"), ("month", "~"), ("day", "?"))),
        ("~2004?-06", (("year", "%"),)),
        ("?2004", ()),
    ],
)
def test_a_mark_is_of_the_parts_before_it_or_of_the_one_behind_it(text: str, marks: object) -> None:
    single = parse(text).spans[0].start
    assert isinstance(single, Single)
    assert single.marks == marks
