"""Tallies: how many assertions take each stance, in words and as marks to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.records.model import Assertion

SEVERAL = {
    "asserts": "assert",
    "admits": "admit",
    "confirms": "confirm",
    "alleges": "allege",
    "hints": "hint",
    "relays": "relay",
    "doubts": "doubt",
    "denies": "deny",
    "retracts": "retract",
}
"""Each stance in the order in which it is drawn, with its form for more than one."""


@dataclass(frozen=True)
class Tally:
    """Stances counted: `stances` holds one for each assertion, `words` reads `3 assert, 1 denies`."""

    stances: tuple[str, ...]
    words: str

    @property
    def total(self) -> int:
        """The number of assertions."""
        return len(self.stances)


def tally(assertions: Iterable[Assertion]) -> Tally:
    """Count the stances of some assertions."""
    counts = Counter(str(a.stance) for a in assertions)
    order = [*SEVERAL, *sorted(counts.keys() - SEVERAL)]
    words = [
        ngettext(f"%(num)s {stance}", f"%(num)s {SEVERAL.get(stance, stance)}", n)
        for stance in order
        if (n := counts[stance])
    ]
    return Tally(tuple(stance for stance in order for _ in range(counts[stance])), _(", ").join(words))
