"""How good the suggestions are on made-up articles of several styles, labelled by hand."""

from __future__ import annotations

import pytest

from tests.suggest.measure import ARTICLES, TOPICS, found, score, suggestions

RECALL = {"names": 0.95, "dates": 0.95, "figures": 0.95, "quotations": 0.9}


def test_there_are_articles_of_several_styles() -> None:
    assert len(ARTICLES) >= 20


@pytest.mark.parametrize("topic", TOPICS)
def test_nearly_all_that_is_suggested_is_right_and_little_is_missed(topic: str) -> None:
    result = score(topic, ARTICLES)
    assert result.precision >= 0.95, str(result)
    assert result.recall >= RECALL[topic], str(result)


@pytest.mark.parametrize("name", ARTICLES)
def test_of_no_article_is_much_read_wrongly(name: str) -> None:
    results = [score(topic, [name]) for topic in TOPICS]
    wrong = sum(len(result.wrong) for result in results)
    assert wrong <= 0.15 * sum(result.right for result in results), "\n".join(map(str, results))


def test_the_measure_sees_what_is_wrong_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = found("agency")
    spoilt["dates"].clear()
    spoilt["dates"]["Tuesday", "2031-03-03"] += 1
    monkeypatch.setattr("tests.suggest.measure.found", lambda name: spoilt)
    result = score("dates", ["agency"])
    assert (result.precision, result.recall) == (0, 0)
    assert "dates: precision 0.000, recall 0.000" in str(result)


def test_the_same_text_gives_the_same_list() -> None:
    assert suggestions("agency") == suggestions("agency")
