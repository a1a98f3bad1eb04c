"""The network page: three people, then everybody, as a drawing of those with most connections and a list."""

from collections.abc import Iterator
from typing import Any

from generator.analysis.ties import bonds
from generator.lib.language import gettext as _
from generator.pages.network.bonds import ranked, ties
from generator.pages.network.drawing import drawing
from generator.pages.network.ego import ego
from generator.pages.network.entry import LINES, URL, TieEntry, everybody, places
from generator.pages.page import Page
from generator.pages.parts import Found, Part, pages_of
from generator.pages.prominent import prominent
from generator.pages.site import Site

DRAWN = 70
"""How many people and organizations the drawing holds; the list holds all."""
_OPENS = 3
"""On how many people the page opens."""
_FIRST = (4, 8)
"""How many lines and names the page itself holds of each where the list stands in parts."""


def pages(site: Site) -> Iterator[Page]:
    """The page of the network; where its list holds too many names, also the list in parts by letter.

    The page itself then holds the first lines of those who are drawn.
    """
    found = ties(site)
    order = ranked(site, found)
    drawn = sorted(order[:DRAWN])
    people = [ref for ref in prominent(site) if ref in order][:_OPENS]
    whole = everybody(site)
    entries = [e for leaf in whole.leaves for e in leaf.entries]
    tied = {e.ref for e in entries}
    alone = [ref for ref in site.in_kind("person") + site.in_kind("organization") if ref not in tied]
    place = places(site)

    def view(part: Part[TieEntry]) -> dict[str, Any]:
        is_root = part is whole
        listed = [e for e in entries if e.ref in drawn] if is_root and part.parts else part.entries
        shown = [(e, e.cut(*(_FIRST if part.parts else (LINES,)))) for e in listed]
        return {
            "drawing": drawing(site, drawn, bonds(found)) if drawn and is_root else "",
            "sections": [
                (kind, [pair for pair in shown if pair[0].ref.kind == kind])
                for kind in ("person", "organization")
            ],
            "alone": alone if is_root else [],
            "opens": [ego(site, ref, URL) for ref in people] if is_root else [],
            "place": {**place} | {e.ref: f"{part.url}#{e.anchor}" for e in listed},
        }

    page = Page(
        url=URL,
        template="network.md.j2",
        kind="network",
        title=_("Network"),
        description=_("Who is connected with whom, and which event or claim says so."),
        view={"drawn": len(drawn), "tied": len(order), "total": len(found)},
    )
    return pages_of(
        page,
        whole,
        view,
        lambda e: Found(site.name(e.ref), place[e.ref]),
        kind=lambda part: (
            page.kind if part is whole else "index"
        ),  # the script has to do where the drawing is
    )
