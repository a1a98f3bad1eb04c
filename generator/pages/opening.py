"""What the records alone allow to say of a question: what nobody denies, who denies what, how they know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.analysis.origins import CITED
from generator.analysis.standing import asserted
from generator.lib.language import ngettext
from generator.pages.differences import Difference, PositionView
from generator.pages.metadata import speaker
from generator.pages.site import Site
from generator.records.model import Assertion
from generator.records.refs import Ref

_AGAINST = ("denies", "doubts", "retracts")
_TOOK_PART = "took_part"
_SUPPORTS = "supports"
_EXCLUDING = frozenset({"exclusive", "unclear"})
_FEW = 2


@dataclass(frozen=True)
class Opening:
    """What a question opens with, as numbers and answers; the template makes sentences of them.

    `undenied` is the answer that several others support and nobody denies, doubts or takes back, where that
    is not so of every answer. `against` are the answers with which somebody does, each with the stance and
    who takes it. `none_against`: nobody does so with any answer, and the answers do not exclude each other.
    Of all `accounts`, `documents` have a document as the basis recorded, `took_part` that the speaker took
    part; `unnamed` are by speakers without a name.
    """

    undenied: PositionView | None
    against: tuple[tuple[PositionView, str, tuple[str, ...]], ...]
    none_against: bool
    accounts: int
    documents: int
    took_part: int
    unnamed: int

    @property
    def words(self) -> str:
        """How those who speak know, as far as it is recorded, in a few sentences."""
        if self.documents:
            told = [
                ngettext(
                    "In %(num)s of %(all)s accounts the speaker is recorded as citing a document.",
                    "In %(num)s of %(all)s accounts the speaker is recorded as citing a document.",
                    self.documents,
                    all=self.accounts,
                )
            ]
        else:
            told = [
                ngettext(
                    "In the one account the speaker is not recorded as citing a document.",
                    "In none of the %(num)s accounts is the speaker recorded as citing a document.",
                    self.accounts,
                )
            ]
        if self.took_part:
            told.append(
                ngettext(
                    "In %(num)s the speaker is recorded as telling of what they took part in.",
                    "In %(num)s the speaker is recorded as telling of what they took part in.",
                    self.took_part,
                )
            )
        if self.unnamed:
            told.append(
                ngettext(
                    "In %(num)s the speaker is not named.",
                    "In %(num)s the speaker is not named.",
                    self.unnamed,
                )
            )
        return " ".join(told)


def opening(site: Site, found: Difference) -> Opening:
    """What can be said of a question before its answers."""
    said = [a for p in found.positions for a in p.claim.assertions]
    against = tuple(
        (p, stance, who)
        for p in found.positions
        for stance in _AGAINST
        if (who := speakers(site, p.claim.assertions, (stance,)))
    )
    apart = found.question.compatibility in _EXCLUDING
    contrary = any(p.standing.contrary for p in found.positions)
    none_against = len(found.positions) > 1 and not (against or apart or contrary)
    return Opening(
        None if apart or none_against else _undenied(site, found),
        against,
        none_against,
        len(said),
        sum(a.basis == CITED for a in said),
        sum(a.basis == _TOOK_PART for a in said),
        sum(a.speaker_ref is None for a in said),
    )


def speakers(site: Site, assertions: Iterable[Assertion], stances: Collection[str]) -> tuple[str, ...]:
    """Who takes one of these stances, each once."""
    return tuple(dict.fromkeys(speaker(site, a) for a in assertions if a.stance in stances))


def _undenied(site: Site, found: Difference) -> PositionView | None:
    """The answer that most others on the question support, where nobody speaks against it."""
    supporters: dict[Ref, int] = {}
    for p in found.positions:
        for claim in {
            r.claim for r in p.claim.relations if r.relation == _SUPPORTS and asserted(site.dataset, p.ref)
        }:
            supporters[claim] = supporters.get(claim, 0) + 1
    sure = [
        p
        for p in found.positions
        if supporters.get(p.ref, 0) >= _FEW
        and asserted(site.dataset, p.ref)
        and not p.standing.contrary
        and not any(a.stance in _AGAINST for a in p.claim.assertions)
    ]
    return max(sure, key=lambda p: (supporters[p.ref], -p.number), default=None)
