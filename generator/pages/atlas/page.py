"""The map page: the maps, and every place as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.pages.atlas.drawing import anchor, drawing
from generator.pages.atlas.outlines import credit
from generator.pages.atlas.views import View, insets, spots, views
from generator.pages.entries import by_date
from generator.pages.page import Page
from generator.pages.place import position
from generator.pages.site import Site
from generator.pages.spellings import Spelling, spellings
from generator.records.model import Place
from generator.records.refs import Ref

URL = "map/"


@dataclass(frozen=True)
class Chart:
    """One map with the words under it."""

    svg: Markup
    title: str


@dataclass(frozen=True)
class Row:
    """One place of the list; `position` is empty where no coordinates are given."""

    ref: Ref
    place: Place
    position: str
    shown: bool
    names: list[Spelling]
    events: list[Ref]


def pages(site: Site) -> Iterator[Page]:
    """The page of the map."""
    every = spots(site)
    framed = views(every)
    enlarged = [inset for view in framed for inset in insets(view)]
    shown = {spot.ref for view in framed for spot in view.spots}
    rows = [_row(site, ref, ref in shown) for ref in site.in_kind("place")]
    yield Page(
        url=URL,
        template="map.md.j2",
        kind="map",
        title=_("Map"),
        description=_("Where the places of the accounts lie, how sure that is, and what happened there."),
        view={
            "main": [_chart(site, view, f"map-{n}") for n, view in enumerate(framed[:1])],
            "others": [_chart(site, view, f"map-far-{n}") for n, view in enumerate(framed[1:])]
            + [_chart(site, view, f"map-near-{n}", enlarged=True) for n, view in enumerate(enlarged)],
            "credit": credit(site),
            "rows": rows,
            "anchor": anchor,
            "nowhere": [row.ref for row in rows if not row.position],
            "outside": [row.ref for row in rows if row.position and not row.shown],
        },
    )


def _chart(site: Site, view: View, name: str, enlarged: bool = False) -> Chart:
    marked = [spot for spot in view.spots if not spot.area]
    first = sorted(marked or view.spots, key=lambda s: (-s.events, s.ref))
    names = [site.name(spot.ref) for spot in first[:3]]
    title = _(", ").join(names)
    if rest := max(0, len(first) - 3):
        title = ngettext(
            "%(places)s and %(num)s more place", "%(places)s and %(num)s more places", rest, places=title
        )
    if enlarged:
        title = _("Enlarged: %(places)s", places=title)
    return Chart(drawing(site, view, lambda ref: f"#{anchor(ref)}", name, title), title)


def _row(site: Site, ref: Ref, shown: bool) -> Row:
    place = site.dataset.places[ref]
    return Row(
        ref,
        place,
        position(place.coordinates) if place.coordinates else "",
        shown,
        [row for row in spellings(site, ref, place) if row.sources],
        by_date(site, site.linking(ref, "event.where")),
    )
