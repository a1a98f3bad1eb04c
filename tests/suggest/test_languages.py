"""How good the suggestions are on invented articles in six languages, names, figures and claims alike."""

from __future__ import annotations

import pytest

from benchmarks.suggest import MEASURED, SET, Score, measured

LANGUAGES = ["en", "de", "fr", "es", "ar", "fa"]


@pytest.fixture(scope="module", params=LANGUAGES)
def scores(request: pytest.FixtureRequest) -> dict[str, Score]:
    return measured(request.param)


def test_there_are_articles_in_every_language() -> None:
    assert sorted({article["language"] for article in SET["articles"]}) == sorted(LANGUAGES)


@pytest.mark.parametrize("name", MEASURED)
def test_nearly_all_that_is_suggested_is_right(scores: dict[str, Score], name: str) -> None:
    assert scores[name].precision >= 0.88, scores[name].wrong


@pytest.mark.parametrize("name", ["names", "figures", "repeats", "contradictions"])
def test_little_is_missed(scores: dict[str, Score], name: str) -> None:
    assert scores[name].recall >= 0.8, scores[name].missing
