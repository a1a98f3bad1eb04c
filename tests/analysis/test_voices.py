"""Whose voice a statement is in, and when it was made."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.narrowed import came_out
from generator.analysis.voices import in_own_voice, said

from ..made_up import claim, dataset_of, ref, said_by

WIRE = {"authors": ["organization:wire"], "publisher": "organization:wire", "title": "A wall fell"}


def dated(day: str) -> dict[str, str]:
    return {"edtf": day, "basis": "stated"}


@pytest.mark.parametrize(
    ("speaker", "fields", "expected"),
    [
        ("source:a", {}, True),
        ("person:author", {}, True),
        ("organization:wire", {}, True),
        ("person:x", {}, False),
        ("unnamed", {}, False),
        ("person:author", {"said_in": "talk"}, False),
    ],
)
def test_author_publisher_and_article_speak_in_its_own_voice(
    speaker: str, fields: dict[str, Any], expected: bool
) -> None:
    stub = {"relation": "republication", "stub": WIRE}
    dataset = dataset_of(
        {
            "source:a": {"authors": ["person:author"], "derivation": [stub]},
            "claim:a": claim(said_by(speaker, "a", **fields)),
        }
    )
    assertion = dataset.claims[ref("claim:a")].assertions[0]
    assert in_own_voice(assertion, dataset.sources[ref("source:a")]) is expected


REPUBLISHED = {
    "relation": "republication",
    "stub": {
        "authors": ["person:author"],
        "publisher": "organization:daily",
        "published": dated("2030-06-07"),
    },
}
CITED = {
    "relation": "reports_on",
    "stub": {"publisher": "organization:radio", "published": dated("2030-05-01")},
}


@pytest.mark.parametrize(
    ("speaker", "fields", "day"),
    [
        ("source:copy", {}, "2030-06-07"),
        ("person:author", {}, "2030-06-07"),
        ("organization:daily", {}, "2030-06-07"),
        ("organization:digest", {}, "2031-01-01"),
        ("person:author", {"said": dated("2029")}, "2029"),
        ("person:author", {"said_in": "talk"}, None),
        ("organization:radio", {}, None),
        ("person:quoted", {}, None),
        ("unnamed", {}, None),
    ],
)
def test_an_article_says_what_it_says_itself_when_its_words_first_come_out(
    speaker: str, fields: dict[str, Any], day: str | None
) -> None:
    dataset = dataset_of(
        {
            "event:talk": {"type": "statement"},
            "source:copy": {
                "published": dated("2031-01-01"),
                "publisher": "organization:digest",
                "derivation": [CITED, REPUBLISHED],
            },
            "claim:a": claim(said_by(speaker, "copy", **fields)),
        }
    )
    (assertion,) = dataset.claims[ref("claim:a")].assertions
    found = said(dataset, assertion)
    assert (found and found.edtf.text) == day
    assert found is None or [found.edtf] == list(came_out(dataset, dataset.claims[ref("claim:a")]).values())


def test_the_author_of_an_article_that_is_held_twice_said_it_when_it_first_came_out() -> None:
    first = {"authors": ["person:author"], "published": dated("2030-02-03")}
    copy = {"published": dated("2030-03-04"), "derivation": [{"relation": "republication", "of": "first"}]}
    dataset = dataset_of(
        {"source:first": first, "source:copy": copy, "claim:a": claim(said_by("person:author", "copy"))}
    )
    found = said(dataset, dataset.claims[ref("claim:a")].assertions[0])
    assert found is not None
    assert found.edtf.text == "2030-02-03"
