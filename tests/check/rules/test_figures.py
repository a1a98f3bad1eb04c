from __future__ import annotations

from dataclasses import replace

import pytest

from generator.check.rules.figures import perhaps_another
from generator.records.dataset import Dataset
from generator.records.reader import read
from generator.records.refs import Ref

from ...build_copy import ROOT

ELEVEN, RANGE = Ref("claim", "eleven-hurt"), Ref("claim", "nine-to-fourteen-hurt")


def told(dataset: Dataset, ref: Ref, text: str) -> list[tuple[str, str]]:
    """Field and message of each figure that is told where the claim has another text."""
    claim = dataset.claims[ref].model_copy(update={"text": text})
    found = perhaps_another(replace(dataset, records={**dataset.records, ref: claim}))
    assert all(problem.path == f"sources/curated/claims/{ref.id}.yml" for problem in found)
    return [(problem.field, problem.message) for problem in found]


def test_a_figure_that_the_text_of_its_claim_does_not_say_is_told_at_the_figure(dataset: Dataset) -> None:
    assert told(dataset, ELEVEN, "12 people were hurt.") == [
        ("value.number", "number is 11, but the text of the claim says 12")
    ]
    assert told(dataset, RANGE, "Between nine and fifteen people were hurt.") == [
        ("value.max", "max is 14, but the text of the claim says 9 and 15")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Eleven people were hurt.",
        "Of 90 people on the bridge 11 were hurt.",
        "More people were hurt on 2 March 2031 than in 2029.",
        "People were hurt.",
    ],
)
def test_a_text_with_the_figure_or_without_any_number_but_dates_is_not_told(
    dataset: Dataset, text: str
) -> None:
    assert told(dataset, ELEVEN, text) == []


def test_no_claim_of_the_documentaries_here_is_told(dataset: Dataset) -> None:
    real, _ = read(ROOT)
    assert real is not None
    assert perhaps_another(real) == perhaps_another(dataset) == []
