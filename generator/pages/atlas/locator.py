"""The small map on the page of a place."""

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.pages.address import way
from generator.pages.atlas.drawing import anchor, drawing
from generator.pages.atlas.views import View, frame, spots
from generator.pages.parts import Part, divided, letters
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.records.kinds import url_of
from generator.records.refs import Ref

URL = "map/"
MOST = 100
"""How many places the map shows, and each part of its list."""


def listed(site: Site) -> Part[Ref]:
    """Every place, in the parts in which the list of the map holds them."""
    every = site.in_kind("place")
    return divided(every, URL, lambda ref: letters(site.name(ref)), MOST, folder="by_name/")


@memo
def places(site: Site) -> Mapping[Ref, str]:
    """Where each place stands in the list of the map, from the root of the site."""
    return {ref: f"{leaf.url}#{anchor(ref)}" for leaf in listed(site).leaves for ref in leaf.entries}


def locator(site: Site, ref: Ref, page: str = "", name: str = "locator") -> Markup:
    """The place with the countries around it as an SVG; empty where no coordinates are given.

    It stands on the page at the address `page` from the root, else on that of the place; `name` makes its ids
    unique there.
    """
    every = {spot.ref: spot for spot in spots(site)}
    if ref not in every:
        return Markup("")
    spot = every[ref]
    view = frame([spot], 340, 230, 230, min(max(500, 2 * spot.radius_km), 2500))
    near = (s for s in every.values() if s.area and s.ref != ref and view.holds(s))
    shown = tuple(replace(s, events=0) for s in (spot, *near))
    around = View(view.projection, view.scale, view.width, view.height, shown)
    page = page or url_of(ref)

    def href(other: Ref) -> str:
        return way(page, places(site)[ref] if other == ref else url_of(other))

    return drawing(site, around, href, name, _("Where %(place)s lies", place=site.name(ref)))
