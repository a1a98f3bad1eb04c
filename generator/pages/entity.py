"""What pages of people, organizations and places share: every form of the name and what is said of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.pages.entries import about, by_date, by_words, connections, parts, relayed, sayings
from generator.pages.media import media_on
from generator.pages.network.ego import ego
from generator.pages.own_words import pages as words_pages
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.side_by_side import beside
from generator.pages.site import Site
from generator.pages.spellings import spellings
from generator.pages.telling import account_pages, account_url, has_account
from generator.records.refs import Ref

LISTED = (
    "claim.about",
    "claim.assertions.record",
    "claim.assertions.speaker",
    "claim.assertions.via",
    "event.participants.entity",
    "event.where",
    "organization.country",
    "organization.part_of",
    "person.different_from",
    "person.roles.organization",
    "place.part_of",
    "source.authors",
    "source.publisher",
)
"""The fields whose links these pages list themselves, so that “What points here” need not."""


def entity_page(site: Site, ref: Ref, view: Mapping[str, Any]) -> Page:
    """The page of a person, organization or place; `view` holds what only its kind has."""
    entity = site.dataset.entities[ref]
    claims = about(site, ref)
    spelled = [claim for claim in claims if site.dataset.claims[claim].kind == "spelling"]
    shown = {
        "entity": entity,
        "natives": [name for name in entity.names if name.kind == "native"],
        "spellings": spellings(site, ref, entity),
        "spelled": spelled,
        "about": [claim for claim in claims if claim not in spelled],
        **media_on(site, ref, *LISTED),
        **view,
    }
    return record_page(site, ref, shown)


def agent_page(site: Site, ref: Ref, view: Mapping[str, Any]) -> Page:
    """The page of a person or organization, with those of their words and of their account."""
    words = tuple(words_pages(site, ref))
    page = entity_page(
        site,
        ref,
        {
            **agent_view(site, ref),
            "words": words[0].url if words else "",
            "account": account_url(ref) if has_account(site, ref) else "",
            **view,
        },
    )
    account = account_pages(site, ref, beside(site, ref))
    return replace(page, more=(*page.more, *words, *account))


def agent_view(site: Site, ref: Ref) -> dict[str, Any]:
    """What people and organizations share: they speak, pass on, publish, and take part in events."""
    return {
        "sayings": by_words(sayings(site, ref)),
        "relayed": by_words(relayed(site, ref)),
        "publications": by_date(
            site, sorted({r for f in ("authors", "publisher") for r in site.linking(ref, f"source.{f}")})
        ),
        "parts": parts(site, ref),
        "connections": connections(site, ref),
        "ego": ego(site, ref),
    }
