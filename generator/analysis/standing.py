"""How a claim stands: one word, with the numbers it was computed from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.hedging import hedges
from generator.analysis.origins import ASSERTING, OriginGroup, origin_groups
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim
from generator.records.refs import Ref

CONTRARY = frozenset({"contrary_to", "contradicts"})
"""The relations that set two claims against each other."""

STANDINGS = (
    "retracted",
    "denied_by_its_subject",
    "accounts_conflict",
    "independent_origins",
    "one_origin_several_articles",
    "one_origin",
    "unattributed",
)
"""The standings in the order in which they are tried; the first that fits is taken."""


@dataclass(frozen=True)
class Standing:
    """The standing of a claim and its inputs.

    `articles` counts the sources that carry the claim in any stance; `origins` the independent origins that
    assert it; `contrary` are the claims set against it that somebody asserts; `hints` and `allegations` count
    those who hint at it or call it alleged and so do not assert it; `hedges` are the words that hedge it in
    every statement.
    """

    word: str
    articles: int
    origins: int
    denials: int
    doubts: int
    contrary: tuple[Ref, ...]
    hints: int = 0
    allegations: int = 0
    hedges: tuple[str, ...] = ()


def standing(dataset: Dataset, claim: Ref) -> Standing:
    """Compute the standing of a claim by the rule printed on the method page."""
    record = dataset.claims[claim]
    groups = [g for g in origin_groups(dataset, record) if g.determined]
    stances = [str(a.stance) for a in record.assertions]
    contrary = tuple(r for r in contrary_claims(dataset, claim) if asserted(dataset.claims[r]))
    return Standing(
        _word(record, groups, contrary),
        articles=len({a.source for a in record.assertions}),
        origins=len(groups),
        denials=stances.count("denies"),
        doubts=stances.count("doubts"),
        contrary=contrary,
        hints=stances.count("hints"),
        allegations=stances.count("alleges"),
        hedges=hedges(record.assertions),
    )


def asserted(claim: Claim) -> bool:
    """Whether anybody asserts the claim."""
    return any(a.stance in ASSERTING for a in claim.assertions)


def contrary_claims(dataset: Dataset, claim: Ref) -> list[Ref]:
    """The claims set against this one, whichever side the relation is written on."""
    mine = [r.claim for r in dataset.claims[claim].relations if r.relation in CONTRARY]
    theirs = [ref for ref, r in dataset.relations_to.get(claim, ()) if r.relation in CONTRARY]
    return [r for r in dict.fromkeys(mine + theirs) if r in dataset.claims]


def _word(claim: Claim, groups: list[OriginGroup], contrary: tuple[Ref, ...]) -> str:
    if _retracted(claim):
        return "retracted"
    deniers = [a.speaker for a in claim.assertions if a.stance == "denies"]
    if any(d in claim.about for d in deniers):
        return "denied_by_its_subject"
    if deniers or contrary:
        return "accounts_conflict"
    if len(groups) > 1:
        return "independent_origins"
    if not groups:
        return "unattributed"
    return "one_origin_several_articles" if _articles(groups[0].assertions) > 1 else "one_origin"


def _retracted(claim: Claim) -> bool:
    takers_back = {a.speaker for a in claim.assertions if a.stance == "retracts"}
    return bool(takers_back) and all(
        a.speaker in takers_back for a in claim.assertions if a.stance in ASSERTING
    )


def _articles(assertions: tuple[Assertion, ...]) -> int:
    return len({a.source for a in assertions})
