"""A source has a short name for lists."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.short_names import short_names
from generator.records.refs import Ref
from tests.pages import made_up_dataset as made_up

STONE_SHORT = {"text": "Stone", "kind": "short"}
PEOPLE: dict[str, dict[str, Any]] = {
    "person:ada-stone": {"name": "Ada Stone", "names": [STONE_SHORT], "description": "A writer."},
    "person:bo": {"name": "Bo", "description": "A writer."},
    "person:cy-hill": {"name": "Cy Hill", "description": "A writer."},
}


def names(*sources: dict[str, Any]) -> list[str]:
    records = {
        f"source:s{number}": {**made_up.source(None), **fields} for number, fields in enumerate(sources)
    }
    found = short_names(made_up.site({**PEOPLE, **records}).dataset)
    return [found[Ref("source", f"s{number}")] for number in range(len(sources))]


DAY = {"edtf": "2031-01-09", "basis": "stated"}
STONE = {"authors": ["person:ada-stone"]}


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"short": "The Ledger’s report", **STONE}, "The Ledger’s report"),
        ({**STONE, "published": DAY}, "Stone 2031"),
        ({**STONE, "title": "It fell"}, "Stone, “It fell”"),
        ({**STONE, "title": None, "supplied_title": "Letter"}, "Stone, [Letter]"),
        ({**STONE, "title": "It fell", "published": {**DAY, "edtf": "2031/2032"}}, "Stone, “It fell”"),
        ({"authors": ["person:ada-stone", "person:bo"], "published": DAY}, "Stone and Bo 2031"),
        (
            {"authors": ["person:ada-stone", "person:bo", "person:cy-hill"], "published": DAY},
            "Stone and others 2031",
        ),
        ({"title": "A headline of more than forty letters"}, "A headline of more than forty letters"),
        ({"title": "A headline " * 4}, "A headline A headline A headline A …"),
        (
            {"title": None, "supplied_title": "Report of the inquiry into the fall of it", "published": DAY},
            "[Report of the inquiry into the fall …] 2031",
        ),
    ],
)  # fmt: skip
def test_it_is_the_one_given_else_author_or_publisher_or_title_and_the_year(
    fields: dict[str, Any], name: str
) -> None:
    assert names(fields) == [name]


def test_those_that_would_be_alike_are_numbered() -> None:
    dated = {**STONE, "published": DAY}
    assert names(dated, {"title": "Other"}, dated, {**dated, "short": "Mine"}) == [
        "Stone 2031 (1)",
        "Other",
        "Stone 2031 (2)",
        "Mine",
    ]
