"""Dates of other calendars are read as EDTF and said beside it."""

from __future__ import annotations

import datetime

import pytest

from generator.lib.dates import beside, parse
from generator.lib.dates.calendars import CALENDARS
from generator.pages.render import date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("1398-10-13 (persian)", "2020-01-03"),
        ("1403-12-30 (persian)", "2025-03-20"),  # a leap year
        ("1398-10-13? (persian)", "2020-01-03?"),
        ("1398-12 (persian)", "[2020-02-20..2020-03-19]"),
        ("1398 (persian)", "[2019-03-21..2020-03-19]"),
        ("1398-10-13/1398-10-15 (persian)", "2020-01-03/2020-01-05"),
        ("1398-10/.. (persian)", "2019-12-22/.."),
        ("../1398 (persian)", "../2020-03-19"),
        ("1917-10-25 (julian)", "1917-11-07"),
        ("1900-02-29 (julian)", "1900-03-13"),
        ("1066-10-14 (julian)", "1066-10-20"),
        ("1441-05-07 (islamic)", "2020-01-03~"),
        ("1441-05-07? (islamic)", "2020-01-03%"),
        ("0001-01-01 (islamic)", "0622-07-19~"),
    ],
)
def test_a_date_that_names_its_calendar_is_read_as_that_day(written: str, edtf: str) -> None:
    assert parse(written) == parse(edtf)
    assert parse(written).text == edtf


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("1402-12-30 (persian)", "1402-12-30 does not exist in the calendar persian"),
        ("1398-13-01 (persian)", "1398-13-01 does not exist"),
        ("1398-13 (persian)", "1398-13 does not exist"),
        ("1441-02-30 (islamic)", "does not exist in the calendar islamic"),
        ("1901-02-29 (julian)", "does not exist in the calendar julian"),
        ("9999-12-31 (julian)", "does not exist"),
        ("0000-01-01 (persian)", "does not exist"),
        ("1398-10-13 (jalali)", "the calendars are persian, islamic and julian"),
        ("13 Dey 1398 (persian)", "write it as 1398-10-13"),
        ("[1398,1399] (persian)", "is not a date of the calendar persian"),
        ("1398-10-15/1398-10-13 (persian)", "it ends before it starts"),
        ("/ (persian)", "needs a date on at least one side"),
    ],
)
def test_a_date_that_a_calendar_does_not_have_is_a_fault(written: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault.replace("(", r"\(")):
        parse(written)


@pytest.mark.parametrize("name", CALENDARS)
def test_every_day_is_the_same_day_on_the_way_back(name: str) -> None:
    calendar = CALENDARS[name]
    first = datetime.date(650, 1, 1).toordinal()
    days = [calendar.from_ordinal(number) for number in range(first, first + 600_000, 29)]
    assert [calendar.to_ordinal(*day) for day in days] == list(range(first, first + 600_000, 29))


@pytest.mark.parametrize(
    ("edtf", "calendar", "said"),
    [
        ("2020-01-03", "persian", "13 Dey 1398 SH"),
        ("2020-01-03~", "persian", "13 Dey 1398 SH"),
        ("2020-01-03/2020-01-05", "persian", "13 to 15 Dey 1398 SH"),
        ("2020-01-03/..", "persian", "from 13 Dey 1398 SH on"),
        ("2020-01-03", "islamic", "about 7 Jumada I 1441 AH"),
        ("1917-11-07", "julian", "25 October 1917 O.S."),
        ("2020-01", "persian", ""),
        ("2020-01-XX", "persian", ""),
        ("0300-01-01", "persian", ""),
        ("-0300-01-01", "julian", ""),
    ],
)
def test_a_date_known_to_the_day_is_said_in_the_other_calendar(edtf: str, calendar: str, said: str) -> None:
    assert beside(parse(edtf), calendar) == said


def test_the_other_date_stands_beside_the_gregorian() -> None:
    assert date(parse("2020-01-03"), "persian") == (
        '<time datetime="2020-01-03">3 January 2020</time> (13 Dey 1398 SH)'
    )
    assert date(parse("2020-01"), "persian") == '<time datetime="2020-01">January 2020</time>'
