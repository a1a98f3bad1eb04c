"""On whose word a role or a part in an event rests, and whether anybody speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analysis.hedging import AGAINST
from generator.analysis.origins import ASSERTING
from generator.analysis.standing import asserted, contrary_claims
from generator.records.dataset import Dataset
from generator.records.refs import Ref


@dataclass(frozen=True)
class Ground:
    """The claims on which the role or part of `who` rests.

    `voices` are the others who assert it: records, and unnamed speakers as they are described. `own`: `who`
    asserts it. `contested`: somebody speaks against each of the claims.
    """

    who: Ref
    claims: tuple[Ref, ...]
    voices: tuple[Ref | str, ...]
    own: bool
    contested: bool


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
    return any(asserted(dataset.claims[other]) for other in contrary_claims(dataset, claim))
