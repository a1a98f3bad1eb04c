"""Quotation marks, sentences, abbreviations, figures and dates, each by small cases."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.evidence.quotation_marks import quoted
from generator.lib.dates import parse
from generator.suggest.dates import dates
from generator.suggest.figures import figures
from generator.suggest.found_names import abbreviations, made_of
from generator.suggest.reading import Reading


def reading(text: str, published: str | None = "2031-03-10", language: str = "en") -> Reading:
    return Reading("new", Article({"p1": text}, language), parse(published) if published else None)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “we saw it” twice.", ["we saw it"]),
        ('"We saw it," she said. "All of it."', ["We saw it,", "All of it."]),
        ("‘It’s the soldiers’ fault,’ he said.", ["It’s the soldiers’ fault,"]),
        ("The soldiers' boots and the rivers' banks.", []),
        ("« Nous l’avons vu », dit-elle.", [" Nous l’avons vu "]),
        ("„Wir haben es gesehen“, sagte sie.", ["Wir haben es gesehen"]),
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ("“The first part goes on", ["The first part goes on"]),
        ("A 12\" pipe and a 6' wall.", []),
    ],
)
def test_quotation_marks_of_several_styles_are_paired(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text)] == inside


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("TDA", "Tessin Dam Authority", True),
        ("MoW", "Ministry of Works", True),
        ("Centcom", "Central Command", True),
        ("TDA", "Tessin Water Authority", False),
        ("left", "long eastern front trip", False),
    ],
)
def test_initials_are_beginnings_of_the_words(short: str, name: str, fits: bool) -> None:
    assert made_of(short, name.split()) is fits


def test_initials_stand_in_brackets_on_either_side() -> None:
    text = "The Norland Bridge Inquiry (NBI) met the RSC (River Safety Committee) and others (all of them)."
    assert [(a.short, a.name) for a in abbreviations(reading(text))] == [
        ("NBI", "Norland Bridge Inquiry"),
        ("RSC", "River Safety Committee"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At least 110 men fell.", [("at_least", None, 110, None, "men")]),
        ("More than two hundred and six shells fell.", [("at_least", None, 206, None, "shells")]),
        ("Between 9 and 14 people came.", [("about", None, 9, 14, "people")]),
        (
            "10 to 12 ships and 5-7 boats came.",
            [("about", None, 10, 12, "ships"), ("about", None, 5, 7, "boats")],
        ),
        (
            "They paid $3.5 billion and 12%.",
            [("exactly", 3.5e9, None, None, "dollars"), ("exactly", 12, None, None, "percent")],
        ),
        ("Eleven of them were hurt.", [("exactly", 11, None, None, "hurt")]),
        ("No casualties were confirmed.", [("none_confirmed", 0, None, None, "casualties")]),
        ("Route 7, the two sides, one man, at 10.30 and page 12 of 2,0 were named.", []),
        ("The 2024 election, 12-year-olds and Article 51 mean nothing.", []),
        ("Twelve thousand four hundred men marched.", [("exactly", 12400, None, None, "men")]),
    ],
)
def test_figures_have_unit_and_qualifier(text: str, found: list[tuple[object, ...]]) -> None:
    read = reading(text)
    taken = [(d.start, d.end) for d in dates(read)]
    low = [(f.qualifier, f.number, f.min, f.max, f.unit) for f in figures(read, taken)]
    assert low == found


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 27 December 2030", "2030-12-27"),
        ("on Dec. 27th, 2030,", "2030-12-27"),
        ("from 2–5 March 2031", "2031-03-02/2031-03-05"),
        ("in late February 2031", "2031-02"),
        ("in the spring of 2030", "2030-21"),
        ("in the 1990s", "199X"),
        ("in 2014–2018", "2014/2018"),
        ("yesterday", "2031-03-09"),
        ("on Sunday", "2031-03-09"),
        ("on Monday", "2031-03-10"),
        ("last Monday", "2031-03-03"),
        ("last month", "2031-02"),
        ("last year", "2030"),
        ("three weeks ago", "2031-02-17~"),
        ("last autumn", "2030-23"),
        ("in January", "2031-01?"),
        ("on 28 February", "2031-02-28?"),
        ("on 2031-03-01", "2031-03-01"),
    ],
)
def test_dates_are_read_or_counted_from_publication(words: str, edtf: str) -> None:
    assert [d.edtf for d in dates(reading(f"They met {words} in the hall."))] == [edtf]


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("They met on Sunday.", None, "which the record does not give"),
        ("They met on Sunday.", "2031-03", "no finer than 2031-03"),
        ("They met two days later.", "2031-03-10", "another event"),
        ("“We met on Sunday,” she said.", "2031-03-10", "on which it was said"),
        ("They met a few weeks ago.", "2031-03-10", "no exact number"),
        (
            "It began on 3 May 2019. They met in January.",
            "2031-03-10",
            "the last year printed before it is 2019",
        ),
    ],
)
def test_a_date_that_cannot_be_worked_out_says_why(text: str, published: str | None, reason: str) -> None:
    found = dates(reading(text, published))[-1]
    assert found.edtf is None
    assert reason in found.reason


@pytest.mark.parametrize(
    "text", ["They may march in step.", "Bloody Sunday was old.", "He won the 31 February cup."]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(reading(text)) == []


def test_a_day_that_is_to_come_is_the_next_one() -> None:
    found = dates(reading("They will meet on Friday. He said on Friday that they left."))
    assert [d.edtf for d in found] == ["2031-03-14", "2031-03-07"]
