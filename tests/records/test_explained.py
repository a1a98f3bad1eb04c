"""Where the reference page explains a field."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.fields import sections
from generator.records.explained import explained

from ...check.rules.bad_cases import CASES, lay_over, read_and_check
from ...pages.made_up_dataset import site

CLAIM = "sources/curated/claims/bell.yml"


@pytest.mark.parametrize(
    ("path", "field", "where"),
    [
        (CLAIM, "kind", "editors/fields/#claim-kind"),
        (CLAIM, "assertions.0.as_named", "editors/fields/#assertion-as-named"),
        (CLAIM, "assertions.0.evidence.1.quote.exact", "editors/fields/#quote-exact"),
        (CLAIM, "about.0", "editors/fields/#claim-about"),
        ("sources/articles/ledger.md", "published.edtf", "editors/fields/#dating-edtf"),
        ("sources/documentary.yml", "subject", "editors/fields/#documentary-subject"),
        ("sources/curated/people/anna.yml", "roles.0.colour", "editors/fields/#role"),
        ("sources/curated/people/anna.yml", "colour", "editors/fields/#person"),
    ],
)
def test_a_value_leads_to_its_field_and_an_unknown_key_to_those_that_are_known(
    path: str, field: str, where: str
) -> None:
    assert explained(path, field) == where


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (CLAIM, ""),
        (CLAIM, "kind.0.deeper.still"),
        ("sources/articles/ledger.md", "notes.title"),
        ("sources/curated/words.yml", "stance"),
        ("sources/quotes.lock.json", "claim:bell"),
    ],
)
def test_what_the_page_does_not_explain_leads_nowhere(path: str, field: str) -> None:
    assert explained(path, field) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_problem_points_to_a_place_of_the_page(
    case: Path, tmp_path: Path, anchors: frozenset[str]
) -> None:
    _, problems = read_and_check(lay_over(case, tmp_path))
    assert {explained(problem.path, problem.field) for problem in problems} <= {"", *anchors}


@pytest.fixture(scope="module")
def anchors() -> frozenset[str]:
    """The address of every section and field of the page."""
    records, parts = sections(site({}).dataset.words)
    each = (each for section in (*records, *parts) for each in (section, *section.rows))
    return frozenset(f"editors/fields/#{place.anchor}" for place in each)
