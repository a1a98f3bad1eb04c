"""How far a claim is hedged: a hedge stays with it wherever it is listed."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analysis.origins import ASSERTING
from generator.records.model import Assertion

AGAINST = frozenset({"denies", "doubts", "retracts"})
"""The stances that speak against a claim."""
SOFT = frozenset({"hints", "alleges"})
"""The stances that carry a claim without asserting it; each counts apart."""


def hedges(assertions: Iterable[Assertion]) -> tuple[str, ...]:
    """The words that hedge the claim in every statement, as printed; none where somebody asserts it flatly.

    A hint or an allegation without hedging words gives its stance, a `Word`.
    """
    carrying = [a for a in assertions if a.stance not in AGAINST]
    if any(a.stance in ASSERTING and not a.hedge for a in carrying):
        return ()
    words = (a.hedge or (a.stance if a.stance in SOFT else "") for a in carrying)
    return tuple(dict.fromkeys(word for word in words if word))
