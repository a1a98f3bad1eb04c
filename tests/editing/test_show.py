"""Showing a record with everything computed about it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.records.document import written
from generator.records.yamlfile import load

from .conftest import Run


def shown(run: Run, ref: str) -> dict[str, Any]:
    """What `show --json` prints; what it prints without is the same."""
    status, out, err = run("show", ref, "--json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    read, problems = load(run("show", ref)[1], "")
    assert problems == []
    assert read == as_texts(found)
    return found


def as_texts(value: Any) -> Any:
    """The value as our loader reads it: numbers are texts."""
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    return value if isinstance(value, bool | str) or value is None else str(value)


def test_a_claim_has_its_standing_with_the_inputs(run: Run) -> None:
    found = shown(run, "claim:bolts-were-loose")
    assert found["standing"] == {
        "word": "contradicted",
        "articles": 2,
        "origins": 1,
        "denials": 0,
        "doubts": 0,
        "contrary": ["claim:flood-broke-the-pier"],
    }


def test_a_claim_has_its_origins_and_positions(run: Run) -> None:
    found = shown(run, "claim:bolts-were-loose")
    assert [(o["counts"], o["assertions"]) for o in found["origins"]] == [
        (True, ["holm-courier", "holm-copy"])
    ]
    assert found["positions"] == [
        {"question": "question:cause-of-collapse", "number": 2, "answer": "Loose bolts"}
    ]
    assert found["related"] == ["contrary to claim:flood-broke-the-pier"]


def test_assertions_come_in_the_order_in_which_they_were_made(run: Run) -> None:
    found = shown(run, "claim:bolts-were-loose")["assertions_in_order"]
    assert [(a["said"], a["id"]) for a in found] == [
        ("2031-03-09", "holm-courier"),
        ("2031-03-09", "holm-copy"),
    ]


def test_a_question_has_its_positions_with_their_standing(run: Run) -> None:
    found = shown(run, "question:cause-of-collapse")
    assert [(p["claim"], p["standing"]) for p in found["positions"]] == [
        ("claim:flood-broke-the-pier", "contradicted"),
        ("claim:bolts-were-loose", "contradicted"),
    ]


def test_a_record_has_its_page_file_fields_and_what_points_at_it(run: Run) -> None:
    found = shown(run, "person:ida-holm")
    assert found["address"] == "people/ida-holm/"
    assert found["file"] == "sources/curated/people/ida-holm.yml"
    assert found["fields"]["roles"][0]["from"] == "2025"
    assert found["pointing_here"]["Parts in events"] == ["event:holm-interview"]
    assert found["says"] == [
        "claim:bolts-were-loose, holm-courier: asserts",
        "claim:bolts-were-loose, holm-copy: asserts",
    ]


def test_a_source_has_its_notes_uses_and_gaps(run: Run) -> None:
    found = shown(run, "source:courier-report")
    assert found["fields"]["notes"]["p2"] == "The paper adds that the Bridge Office disagrees."
    assert found["not_covered"] == {"paragraphs_that_no_evidence_cites": ["p2"]}
    assert "p3: claim:flood-broke-the-pier" in found["cited_in"]


@pytest.mark.parametrize(
    ("ref", "line"),
    [
        ("person:ida-hom", "there is no person “ida-hom”: did you mean “person:ida-holm”?"),
        ("person:nope", "there is no person “nope”\n"),
        ("place:ida-holm", "there is no place “ida-holm”: there is person:ida-holm\n"),
        ("ida-holm", "“ida-holm” does not say its kind"),
    ],
)
def test_a_record_that_is_not_there_is_told_in_one_line(run: Run, ref: str, line: str) -> None:
    status, out, err = run("show", ref)
    assert (status, out) == (1, "")
    assert err.startswith(line)


@pytest.mark.parametrize("text", ["", "true", "null", "~", "12", "a: b", "- a", "a, b", "x\ny", "2031-01-01"])
def test_every_text_is_printed_so_that_it_reads_back(text: str) -> None:
    data = {
        "a": text,
        "b": [text, text],
        "c": {"d": text},
        "e": [{"f": text, "g": [text]}],
        "h": None,
        "i": True,
    }
    assert load(written(data), "") == (data, [])
