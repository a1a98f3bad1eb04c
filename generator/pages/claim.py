"""Claim pages: the proposition, how it stands, and every assertion of it."""

from dataclasses import dataclass

from generator.analysis.standing import CONTRARY
from generator.pages.cards import cards
from generator.pages.hedges import hedged_text
from generator.pages.media import media_on
from generator.pages.origins import origins_drawing
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Position, Site
from generator.pages.words import label
from generator.records.refs import Ref

READ_BACKWARDS = {
    "contrary_to": "contrary to",
    "contradicts": "contradicts",
    "narrows": "narrowed by",
    "supports": "supported by",
    "supersedes": "superseded by",
    "restates": "restated by",
}
"""How each relation reads from the other claim's side."""


@dataclass(frozen=True)
class Related:
    """A relation of this claim to another, in the words of this side."""

    words: str
    contrary: bool
    claim: Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one claim."""
    claim = site.dataset.claims[ref]
    shown = {
        "claim": claim,
        "standing": site.standings[ref],
        "answers": [(a.question, _position(site, a.question, ref)) for a in claim.answers],
        "cards": cards(site, ref),
        "drawing": origins_drawing(site, ref),
        "related": related(site, ref),
        **media_on(site, ref, "relations.claim"),
    }
    return record_page(site, ref, shown, hedged_text(claim))


def related(site: Site, ref: Ref) -> list[Related]:
    """Every relation of the claim, whichever side it is written on, the contrary ones first."""
    found = {
        Related(label(r.relation), r.relation in CONTRARY, r.claim)
        for r in site.dataset.claims[ref].relations
    } | {
        Related(label(READ_BACKWARDS.get(r.relation, r.relation)), r.relation in CONTRARY, other)
        for other, r in site.dataset.relations_to.get(ref, ())
    }
    return sorted(found, key=lambda r: (not r.contrary, r.words, r.claim))


def _position(site: Site, question: Ref, claim: Ref) -> Position | None:
    return next((p for p in site.positions.get(question, ()) if p.claim == claim), None)
