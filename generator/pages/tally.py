"""Tallies: how many assertions take each stance, in words and as marks to draw."""

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
    """Stances counted: `stances` holds one for each assertion, `counted` each with its number in words."""

    stances: tuple[str, ...]
    counted: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """All of them in one line, as in `3 assert, 1 denies`."""
        return _(", ").join(words for _stance, words in self.counted)

    @property
    def total(self) -> int:
        """The number of assertions."""
        return len(self.stances)


def tally(assertions: Iterable[Assertion]) -> Tally:
    """Count the stances of some assertions."""
    counts = Counter(str(a.stance) for a in assertions)
    order = [*SEVERAL, *sorted(counts.keys() - SEVERAL)]
    counted = tuple(
        (stance, ngettext(f"%(num)s {stance}", f"%(num)s {SEVERAL.get(stance, stance)}", n))
        for stance in order
        if (n := counts[stance])
    )
    return Tally(tuple(stance for stance in order for _ in range(counts[stance])), counted)
