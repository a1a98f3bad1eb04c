"""Pages of records whose dates, numbers and places are odd and yet allowed."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.lib.language import speaking
from generator.pages import event
from generator.pages.assemble import pages
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.refs import Ref

from .. import extremes
from . import made_up_dataset as made_up


@pytest.fixture(scope="module")
def archive() -> Dataset:
    return extremes.archive()


@pytest.fixture(scope="module")
def texts(archive: Dataset) -> Mapping[str, str]:
    """What every page says, without its markup."""
    files = pages(archive, "https://walls.example/")
    return {path: data.decode() for path, data in files.items() if path.endswith(".md")}


def said(text: str) -> str:
    return " ".join(html.unescape(re.sub("<[^>]+>", "", text)).split())


def test_a_date_stands_in_true_words_on_the_page_of_whatever_has_it(texts: Mapping[str, str]) -> None:
    for number, words in enumerate(extremes.DATES.values()):
        for path in (f"events/e{number}", f"sources/s{number}", f"media/m{number}", f"claims/c{number}"):
            assert words in said(texts[f"{path}/index.md"]), path


def test_a_figure_stands_on_its_page_and_on_that_of_its_question_as_it_is_written(
    texts: Mapping[str, str],
) -> None:
    question = said(texts["questions/how-many/index.md"])
    for number, figure in enumerate(extremes.NUMBERS.values()):
        assert f"{figure} stones" in said(texts[f"claims/c{number}/index.md"])
        assert figure in question


def test_nothing_is_printed_that_is_no_number(texts: Mapping[str, str]) -> None:
    shown = {
        path: text
        for path, text in texts.items()
        if path.startswith(("claims", "places", "questions", "map"))
    }
    assert len(shown) > len(extremes.DATES)
    for path, whole in shown.items():
        text = re.sub("(?s)<(script|svg).*?</\\1>", "", whole.split("---\n", 2)[2])
        assert not re.search(r"\b(nan|NaN|inf|[0-9.]+e[+-]?[0-9]+)\b|-0(?![-\d.])", said(text)), path


def test_html_is_given_no_day_that_it_cannot_hold(texts: Mapping[str, str]) -> None:
    given = {day for text in texts.values() for day in re.findall('<time datetime="([^"]*)"', text)}
    assert "9999-12-31" in given
    assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) and day >= "0001" for day in given)


@pytest.mark.parametrize("calendar", ["persian", "islamic", "julian"])
def test_no_day_of_another_calendar_is_made_up_where_it_has_none(archive: Dataset, calendar: str) -> None:
    documentary = archive.documentary.model_copy(update={"calendar": calendar})
    site = Site(replace(archive, documentary=documentary))
    with speaking("en"):
        for number, (date, words) in enumerate(extremes.DATES.items()):
            text = said(made_up.rendered(site, event.page(site, Ref("event", f"e{number}"))))
            assert words in text
            assert (f"{words} (" in text) <= date.startswith(("9999-12-31", "1582", "0001 (p"))
