"""Bonds: the ties of one sort between two ends, drawn as one line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.pages.network.ties import CLAIM, EVENT, RELAY, ROLE, SORTS, Tie, ties
from generator.pages.site import Site
from generator.pages.tracking import table
from generator.records.refs import Ref

ACTS = {EVENT: "same event", CLAIM: "speaks of", ROLE: "role or part", RELAY: "passes on"}
"""What a line says, read from its start."""
RECEIVED = {
    EVENT: "same event",
    CLAIM: "is spoken of by",
    ROLE: "role or part here",
    RELAY: "is passed on by",
}
"""What a line says, read from its end."""


@dataclass(frozen=True)
class Bond:
    """All ties of one sort from `one` to `other`."""

    sort: str
    one: Ref
    other: Ref
    ties: tuple[Tie, ...]

    @property
    def doubtful(self) -> bool:
        """Whether every tie of it is contested, alleged, planned or denied."""
        return all(tie.doubt for tie in self.ties)

    def act(self, ref: Ref) -> str:
        """What it says, read from the end `ref`."""
        return _((ACTS if ref == self.one else RECEIVED)[self.sort])

    def across(self, ref: Ref) -> Ref:
        """The end that is not `ref`."""
        return self.other if ref == self.one else self.one


def bonds(found: Iterable[Tie]) -> list[Bond]:
    """The ties by sort and ends, in the order of the sorts and the references."""
    groups = grouped(((SORTS.index(tie.sort), tie.one, tie.other), tie) for tie in found)
    return [Bond(SORTS[n], one, other, tuple(g)) for (n, one, other), g in sorted(groups.items())]


def bonds_of(site: Site, ref: Ref) -> list[Bond]:
    """The bonds that join `ref` with others, in the order of all bonds."""
    found: list[Bond] = _by_end(site).get(ref, [])
    return found


@table
def _by_end(site: Site) -> dict[Ref, list[Bond]]:
    return grouped((end, bond) for bond in bonds(ties(site)) for end in (bond.one, bond.other))


def ranked(site: Site, found: Iterable[Tie]) -> list[Ref]:
    """Everyone who has a tie, those with most first."""
    many = Counter(end for tie in found for end in (tie.one, tie.other))
    return sorted(many, key=lambda ref: (-many[ref], site.name(ref).casefold(), ref))
