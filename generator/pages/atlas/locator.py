"""The small map on the page of a place."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from generator.language import gettext as _
from generator.pages.address import url_of
from generator.pages.atlas.drawing import drawing
from generator.pages.atlas.views import View, frame, spots
from generator.pages.site import Site
from generator.refs import Ref


def locator(site: Site, ref: Ref) -> Markup:
    """The place with the countries around it as an SVG; empty where no coordinates are given."""
    every = {spot.ref: spot for spot in spots(site)}
    if ref not in every:
        return Markup("")
    spot = every[ref]
    view = frame([spot], 340, 230, 230, min(max(500, 2 * spot.radius_km), 2500))
    near = (s for s in every.values() if s.area and s.ref != ref and view.holds(s))
    shown = tuple(replace(s, events=0) for s in (spot, *near))
    around = View(view.projection, view.scale, view.width, view.height, shown)
    return drawing(site, around, url_of(ref), "locator", _("Where %(place)s lies", place=site.name(ref)))
