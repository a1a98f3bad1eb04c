"""A role is certain of a day only where no date leaves a doubt."""

from __future__ import annotations

import pytest

from generator.analysis.roles import role_on
from generator.lib.dates import parse
from generator.records.model import Person

from ..made_up import record


def held(day: str, *roles: dict[str, str]) -> str | None:
    person = record("person", roles=[{"title": f"role {n}", **role} for n, role in enumerate(roles)])
    assert isinstance(person, Person)
    role = role_on(person, parse(day))
    return role.title if role else None


CERTAIN = [
    ("2031-03-02", {"from": "2031-01-01", "to": "2031-06"}),
    ("2031-03", {"from": "2031-02", "to": "2031-04"}),
    ("2031-03-02", {"from": "../2031-02", "to": "2031-04/.."}),
    ("2031-03-02", {"from": "[2029,2030]", "to": "2032"}),
]


@pytest.mark.parametrize(("day", "role"), CERTAIN)
def test_a_role_is_certain_where_its_dates_surely_reach_around_the_day(
    day: str, role: dict[str, str]
) -> None:
    assert held(day, role) == "role 0"


UNCERTAIN = [
    ("2031-03-02", {}),
    ("2031-03-02", {"from": "2031-01-01"}),
    ("2031-03-02", {"to": "2032"}),
    ("2031-03-02", {"from": "2031", "to": "2032"}),
    ("2031-03-02", {"from": "2030", "to": "2031-03"}),
    ("2031-03", {"from": "2031-03-02", "to": "2032"}),
    ("2031-03-02", {"from": "2030~", "to": "2032"}),
    ("2031-03-02?", {"from": "2030", "to": "2032"}),
    ("../2031-03-02", {"from": "2030", "to": "2032"}),
    ("2031-03-02", {"from": "2030/..", "to": "2032"}),
    ("2033", {"from": "2030", "to": "2032"}),
]


@pytest.mark.parametrize(("day", "role"), UNCERTAIN)
def test_a_role_is_not_certain_where_a_date_leaves_a_doubt(day: str, role: dict[str, str]) -> None:
    assert held(day, role) is None


def test_of_several_certain_roles_the_last_listed_is_taken() -> None:
    dates = {"from": "2030", "to": "2032"}
    assert held("2031", dates, dates, {}) == "role 1"


def test_nobody_holds_a_role_on_a_day_that_is_not_stated() -> None:
    person = record("person", roles=[{"title": "smith", "from": "2030", "to": "2032"}])
    assert isinstance(person, Person)
    assert role_on(person, None) is None
