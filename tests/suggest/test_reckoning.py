"""Days, months and years counted from the day of publication, at the edges of each rule."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.lib.dates import parse
from generator.suggest.dates import dates
from generator.suggest.reading import Reading


def counted(words: str, published: str = "2031-03-10") -> list[str | None]:
    """The dates of a sentence; the tenth of March 2031 was a Monday."""
    article = Article({"p1": f"They {words} in the hall."})
    return [date.edtf for date in dates(Reading("new", article, parse(published)))]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("met on 8 September", "2030-09-08?"),
        ("met on 7 September", None),
        ("will meet on 9 September", "2031-09-09?"),
        ("will meet on 10 September", None),
        ("met on 10 March", "2031-03-10?"),
        ("will meet on 10 March", None),
    ],
)
def test_a_day_without_its_year_is_the_nearest_within_half_a_year(words: str, edtf: str | None) -> None:
    assert counted(words) == [edtf]


def test_the_last_day_of_february_is_looked_for_in_years_that_have_it() -> None:
    assert counted("met on 29 February", "2032-03-10") == ["2032-02-29?"]
    assert counted("met on 29 February") == [None]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("met in March", "2031-03?"),
        ("met in April", "2030-04?"),
        ("will meet in March", "2032-03?"),
        ("will meet in April", "2031-04?"),
        ("met last February", "2031-02"),
        ("met last March", "2030-03"),
        ("met last April", "2030-04"),
        ("met this April", "2031-04"),
        ("meet next March", "2032-03"),
        ("meet next April", "2031-04"),
    ],
)
def test_a_month_without_its_year_is_the_last_or_the_next(words: str, edtf: str) -> None:
    assert counted(words) == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("meet next Monday", "2031-03-17"),
        ("meet next Tuesday", "2031-03-11"),
        ("met last Tuesday", "2031-03-04"),
        ("meet tomorrow", "2031-03-11"),
        ("met last week", "2031-03-03/2031-03-09"),
        ("meet this week", "2031-03-10/2031-03-16"),
        ("meet next week", "2031-03-17/2031-03-23"),
        ("meet next month", "2031-04"),
        ("met last decade", "202X"),
        ("met last century", "19XX"),
        ("met ten days ago", "2031-02-28~"),
        ("met two months ago", "2031-01~"),
        ("met three months ago", "2030-12~"),
        ("met a year ago", "2030~"),
    ],
)
def test_words_count_by_the_calendar_from_the_day_of_publication(words: str, edtf: str) -> None:
    assert counted(words) == [edtf]


@pytest.mark.parametrize(
    ("words", "published", "edtf"),
    [
        ("met last spring", "2031-05-31", "2030-21"),
        ("met last spring", "2031-06-01", "2031-21"),
        ("meet next spring", "2031-02-28", "2031-21"),
        ("meet next spring", "2031-03-01", "2032-21"),
        ("meet this spring", "2031-03-01", "2031-21"),
    ],
)
def test_a_season_is_the_last_once_its_months_are_over_and_the_next_before_they_begin(
    words: str, published: str, edtf: str
) -> None:
    assert counted(words, published) == [edtf]


@pytest.mark.parametrize("published", ["2031-03", "2031-03-10~", "2031-03-10?", "2031"])
def test_no_day_is_counted_from_a_publication_that_is_not_certain_to_the_day(published: str) -> None:
    assert counted("met yesterday", published) == [None]


def test_a_month_is_counted_from_a_publication_that_is_certain_to_the_month() -> None:
    assert counted("met last month", "2031-03") == ["2031-02"]
    assert counted("met last month", "2031") == [None]
