"""Person pages: what somebody says, is said to have done and took part in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.entity import agent_view, entity_page
from generator.pages.entries import parts
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.refs import Ref


@dataclass(frozen=True)
class Disputed:
    """A role, or a part in an event, that rests on a contested claim; `event` is None for a role."""

    words: str
    event: Ref | None
    claim: Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one person."""
    person = site.dataset.people[ref]
    mistaken = {*person.different_from, *site.linking(ref, "person.different_from")}
    view = {
        "different_from": sorted(mistaken & site.dataset.people.keys()),
        "disputed": list(disputed(site, ref)),
    }
    return entity_page(site, ref, agent_view(site, ref) | view)


def disputed(site: Site, ref: Ref) -> Iterator[Disputed]:
    """The roles and parts of a person that rest on a contested claim."""
    for role in site.dataset.people[ref].roles:
        if role.claim is not None:
            yield Disputed(role.title, None, role.claim)
    for part in parts(site, ref):
        if part.participant.contested and part.participant.claim is not None:
            yield Disputed(label(part.participant.role), part.event, part.participant.claim)
