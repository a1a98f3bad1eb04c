"""Roles: which somebody certainly held on a day, and on whose word a role or a part in an event rests."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.origins import ASSERTING
from generator.analysis.standing import AGAINST, asserted, contrary_claims
from generator.lib.dates import Edtf
from generator.records.dataset import Dataset
from generator.records.model import Person, Role
from generator.records.refs import Ref


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


@dataclass(frozen=True)
class Ground:
    """The claims on which the role or part of `who` rests.

    `voices` are the others who assert it: records, and unnamed speakers as they are described. `own`: `who`
    asserts it. `contested`: somebody speaks against each of the claims. `part` names those of several parts
    that rest on them; empty: all do.
    """

    who: Ref
    claims: tuple[Ref, ...]
    voices: tuple[Ref | str, ...]
    own: bool
    contested: bool
    part: str = ""


def ground(dataset: Dataset, who: Ref, claims: Iterable[Ref | None]) -> Ground | None:
    """What the role or part of `who` rests on; None where it rests on the passages of its record alone."""
    found = tuple(dict.fromkeys(claim for claim in claims if claim in dataset.claims))
    if not found:
        return None
    asserting = [a for ref in found for a in dataset.claims[ref].assertions if a.stance in ASSERTING]
    own = any(a.voice == who for a in asserting)
    voices = dict.fromkeys(a.speaker_ref or a.described_as or "" for a in asserting if a.voice != who)
    others = tuple(voice for voice in voices if voice)
    return Ground(who, found, others, own, all(is_contested(dataset, ref) for ref in found))


def is_contested(dataset: Dataset, claim: Ref) -> bool:
    """Whether anybody denies, doubts or takes back the claim, or asserts one that goes against it."""
    if any(a.stance in AGAINST for a in dataset.claims[claim].assertions):
        return True
    return any(asserted(dataset, other) for other in contrary_claims(dataset, claim))
