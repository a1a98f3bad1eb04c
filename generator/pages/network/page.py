"""The network page: the drawing of those with most connections, and everybody's connections as a list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.network.bonds import bonds, ranked
from generator.pages.network.drawing import anchor, drawing
from generator.pages.network.entry import entry
from generator.pages.network.ties import ties
from generator.pages.page import Page
from generator.pages.site import Site

URL = "network/"
DRAWN = 70
"""How many people and organizations the drawing holds; the list holds all."""


def pages(site: Site) -> Iterator[Page]:
    """The page of the network."""
    found = ties(site)
    order = ranked(site, found)
    drawn = sorted(order[:DRAWN])
    everyone = site.in_kind("person") + site.in_kind("organization")
    entries = [entry(ref, found) for ref in everyone]
    yield Page(
        url=URL,
        template="network.md.j2",
        kind="network",
        title=_("Network"),
        description=_("Who is connected with whom, and which event or claim says so."),
        view={
            "drawing": drawing(site, drawn, bonds(found)) if drawn else "",
            "drawn": len(drawn),
            "tied": len(order),
            "total": len(found),
            "sections": [
                (kind, [e for e in entries if e.ref.kind == kind and e.lines])
                for kind in ("person", "organization")
            ],
            "alone": [e.ref for e in entries if not e.lines],
            "anchor": anchor,
        },
    )
