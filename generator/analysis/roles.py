"""Roles: which public role somebody certainly held on a day."""

from __future__ import annotations

from generator.lib.dates import Edtf
from generator.records.model import Person, Role


def role_on(person: Person | None, day: Edtf | None) -> Role | None:
    """The public role that the person held whichever day is meant; the last listed where several were.

    A role was certainly held from the last day on which it may have begun to the first on which it may have
    ended. One that is not dated at both ends, or not exactly, is certain of no day.
    """
    if person is None or day is None or not _exact(day):
        return None
    return next((role for role in reversed(person.roles) if _certainly_held(role, day)), None)


def _certainly_held(role: Role, day: Edtf) -> bool:
    if role.from_ is None or role.to is None or not _exact(role.from_) or not _exact(role.to):
        return False
    begun, ended = role.from_.latest, role.to.earliest
    if begun is None or ended is None or day.earliest is None or day.latest is None:
        return False
    return begun <= day.earliest and day.latest <= ended


def _exact(date: Edtf) -> bool:
    """Whether the date says no more than it knows: neither about then nor uncertain."""
    return not (date.approximate or date.uncertain)
