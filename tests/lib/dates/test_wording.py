from dataclasses import replace

import pytest
from hypothesis import given

from generator.lib.dates import ENGLISH, parse, plain

from .edtf_texts import texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-01-03", "3 January 2020"),
        ("2020-01", "January 2020"),
        ("2020", "2020"),
        ("2020-01~", "about January 2020"),
        ("2020-01-03?", "3 January 2020 (uncertain)"),
        ("2020%", "about 2020 (uncertain)"),
        ("2020-XX", "some time in 2020"),
        ("2020-01-XX~", "about some time in January 2020"),
        ("2020-21", "spring 2020"),
        ("2020-24", "winter 2020"),
        ("202X", "the 2020s"),
        ("20XX", "the years 2000–2099"),
        ("000X", "the years 1 BC–9 AD"),
        ("0044-03-15", "15 March 44 AD"),
        ("-0043", "44 BC"),
        ("Y12345", "12345"),
        ("1950S2", "between 1900 and 1999, by an estimate 1950"),
        ("2001-34", "second quarter 2001"),
        ("2001-41", "second half 2001"),
        ("2001-30", "southern summer 2001"),
        ("15XX-12-25", "25 December in the years 1500–1599"),
        ("156X-12-25", "25 December in the 1560s"),
        ("XXXX-12-XX", "some time in December in an unknown year"),
        ("1984-1X", "between October and December 1984"),
        ("2016-01-0X", "between 1 and 9 January 2016"),
        ("2020-01-?03", "3 January 2020 (uncertain: day)"),
        ("2004-06~-11", "11 June 2004 (about: year and month)"),
        ("?2004-06-~11", "11 June 2004 (about: day) (uncertain: year)"),
    ],
)
def test_a_date_prints_as_a_reader_says_it(text: str, words: str) -> None:
    assert plain(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2019-12-27/2020-01-08", "27 December 2019 to 8 January 2020"),
        ("2020-01-07/2020-01-08", "7 to 8 January 2020"),
        ("2020-01-03/2020-02-04", "3 January to 4 February 2020"),
        ("2020-01/2020-03", "January to March 2020"),
        ("2020-21/2020-23", "spring to autumn 2020"),
        ("2019/2020", "2019 to 2020"),
        ("198X/201X", "the 1980s to the 2010s"),
        ("2020-01-03/2020-02", "3 January 2020 to February 2020"),
        ("2020/2020", "2020"),
        ("2020-01-03/2020-01-03", "3 January 2020"),
        ("2020-01-03~/2020-01-05", "from about 3 January 2020 to 5 January 2020"),
        ("2020-01-03/2020-01-05?", "from 3 January 2020 to 5 January 2020 (uncertain)"),
        ("2019-XX/2020", "from some time in 2019 to 2020"),
        ("2019-12-27/..", "from 27 December 2019 on"),
        ("2019-12-27/", "from 27 December 2019 to an unknown date"),
        ("../2020", "until 2020"),
        ("/2020~", "from an unknown date to about 2020"),
    ],
)
def test_an_interval_says_what_its_ends_share_once(text: str, words: str) -> None:
    assert plain(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[2020-01-07,2020-01-08]", "7 or 8 January 2020"),
        ("{2020-01-07,2020-01-08}", "7 and 8 January 2020"),
        ("[2020-01-06,2020-01-07,2020-01-08]", "6, 7 or 8 January 2020"),
        ("[2019-12-31,2020-01-01]", "31 December 2019 or 1 January 2020"),
        ("{2020-01-07,2020-02-07}", "7 January and 7 February 2020"),
        ("[2020-01,2020-01-08]", "January 2020 or 8 January 2020"),
        ("[2020-01-07~,2020-01-08]", "about 7 January 2020 or 8 January 2020"),
        ("[2020-01]", "January 2020"),
        ("[2020-01-03..2020-01-05]", "between 3 and 5 January 2020"),
        ("{2020-01-03..2020-01-05}", "3 to 5 January 2020"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("{1667,1670..1672}", "1667 and 1670 to 1672"),
        ("[..2019]", "2019 or earlier"),
        ("[2019-12..]", "December 2019 or later"),
        ("{..2019}", "until 2019"),
    ],
)
def test_a_set_tells_one_of_from_all_of(text: str, words: str) -> None:
    assert plain(parse(text)) == words


@given(texts)
def test_every_date_has_words(text: str) -> None:
    try:
        date = parse(text)
    except ValueError:
        return
    assert plain(date)
    assert "{" not in plain(date)


def test_another_language_is_another_value() -> None:
    spanish = replace(
        ENGLISH,
        months=("enero", *ENGLISH.months[1:]),
        in_month="{day} de {month}",
        in_year="{part} de {year}",
        or_="{first} o {last}",
    )
    assert plain(parse("[2020-01-07,2020-01-08]"), spanish) == "7 o 8 de enero de 2020"


@pytest.mark.parametrize(
    ("day", "in_month", "in_year", "words"),
    [
        ("{day}.", "{day} {month}", "{part} {year}", "7. or 8. January 2020"),
        ("{day}日", "{month}{day}", "{year}年{part}", "2020年January7日 or 8日"),
    ],
)
def test_what_a_language_writes_after_a_day_stands_after_each(
    day: str, in_month: str, in_year: str, words: str
) -> None:
    strings = replace(ENGLISH, day=day, in_month=in_month, in_year=in_year)
    assert plain(parse("[2020-01-07,2020-01-08]"), strings) == words
