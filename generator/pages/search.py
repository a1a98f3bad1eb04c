"""The search page: a form that a script brings to life, and the sections for readers without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES
from generator.pages.facets import FACETS, facets
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.kinds import KINDS

MOST = 500
"""How many values of a facet the page holds, those of most records; a question brings up the others."""
OTHER = "page"
"""The kind of the pages that are not of one record."""


def pages(site: Site) -> Iterator[Page]:
    """The search page."""
    found = Counter(pair for ref in site.dataset.records for pair in facets(site, ref))
    kinds = [kind for kind in KINDS.values() if site.in_kind(kind.name)]
    yield Page(
        url="search/",
        template="search.md.j2",
        kind="search",
        title=_("Search"),
        description=_("Search every claim, person, event and source, and narrow the results."),
        view={
            "kinds": kinds,
            "addresses": KIND_PAGES,
            "other": OTHER,
            "facets": [(name, _choices(found, name)) for name in FACETS],
        },
    )


def _choices(found: Counter[tuple[str, str]], name: str) -> list[str]:
    by_number = sorted((-number, value) for (facet, value), number in found.items() if facet == name)
    return sorted(value for _number, value in by_number[:MOST])
