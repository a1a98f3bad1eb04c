"""The people of whom most sources tell."""

from __future__ import annotations

from generator.pages.entries import sayings
from generator.pages.site import Site
from generator.records.refs import Ref


def prominent(site: Site) -> list[Ref]:
    """The people whom any source tells of or quotes: those in most sources first, then in most statements."""
    told = {ref: _told(site, ref) for ref in site.in_kind("person")}
    return sorted((ref for ref in told if any(told[ref])), key=lambda ref: told[ref], reverse=True)


def _told(site: Site, person: Ref) -> tuple[int, int]:
    """In how many sources somebody is spoken of or speaks, and in how many statements."""
    about = [
        a.source for ref in site.linking(person, "claim.about") for a in site.dataset.claims[ref].assertions
    ]
    told = [*about, *(s.source for s in sayings(site, person))]
    return len({*told}), len(told)
