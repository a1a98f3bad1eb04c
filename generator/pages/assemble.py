"""Assembles all pages of a documentary."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.archive import Archive
from generator.language import speaking
from generator.pages import (
    claim,
    compare,
    correction,
    event,
    home,
    index,
    method,
    organization,
    person,
    place,
    question,
    questions,
    recent,
    search,
    source,
    timeline,
)
from generator.pages.atlas import page as atlas
from generator.pages.network import page as network
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.refs import Ref
from generator.releases import Releases

RECORD_PAGES: dict[str, Callable[[Site, Ref], Page]] = {
    "source": source.page,
    "person": person.page,
    "organization": organization.page,
    "place": place.page,
    "event": event.page,
    "claim": claim.page,
    "question": question.page,
    "correction": correction.page,
}
"""What makes the page of a record of each kind."""

OTHER_PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.pages,
    questions.pages,
    compare.pages,
    timeline.pages,
    network.pages,
    atlas.pages,
    index.pages,
    correction.pages,
    recent.pages,
    method.pages,
    search.pages,
)
"""What makes the pages that are not of one record."""


def pages(archive: Archive, releases: Releases | None = None) -> dict[str, bytes]:
    """Every generated file below `docs/` by its relative path; `releases` are those made so far."""
    with speaking(archive.documentary.language):
        site = Site(archive, releases)
        renderer = Renderer(site)
        return dict(renderer.render(page) for page in _all(site))


def _all(site: Site) -> Iterator[Page]:
    for ref in site.archive.records:
        if ref.kind in RECORD_PAGES:
            yield RECORD_PAGES[ref.kind](site, ref)
    for make in OTHER_PAGES:
        yield from make(site)
