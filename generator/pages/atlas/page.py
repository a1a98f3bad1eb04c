"""The map page: the maps, and every place as a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.pages.atlas.drawing import anchor, drawing
from generator.pages.atlas.locator import MOST, URL, listed
from generator.pages.atlas.outlines import credit
from generator.pages.atlas.views import View, insets, spots, views
from generator.pages.entries import by_date
from generator.pages.page import Page
from generator.pages.parts import Found, Part, pages_of
from generator.pages.place import position
from generator.pages.site import Site
from generator.pages.spellings import Spelling, spellings
from generator.records.kinds import url_of
from generator.records.model import Place
from generator.records.refs import Ref


@dataclass(frozen=True)
class Chart:
    """One map with the words under it."""

    svg: Markup
    title: str


@dataclass(frozen=True)
class PlaceRow:
    """One place of the list; `position` is empty where no coordinates are given."""

    ref: Ref
    place: Place
    position: str
    shown: bool
    names: list[Spelling]
    events: list[Ref]


def pages(site: Site) -> Iterator[Page]:
    """The page of the map; where the places are many, also the list in parts by letter.

    The map then shows those with most events, and its own list those that it shows.
    """
    every = sorted(sorted(spots(site), key=lambda spot: -spot.events)[:MOST], key=lambda spot: spot.ref)
    framed = views(every)
    enlarged = [inset for each in framed for inset in insets(each)]
    shown = {spot.ref for each in framed for spot in each.spots}
    whole = listed(site)

    def view(part: Part[Ref]) -> dict[str, Any]:
        drawn = [ref for ref in site.in_kind("place") if ref in shown]
        refs = drawn if part is whole and part.parts else part.entries
        rows = [_row(site, ref, ref in shown) for ref in refs]
        return {
            "main": charts if part is whole else [],
            "others": smaller if part is whole else [],
            "rows": rows,
            "nowhere": [row.ref for row in rows if not row.position],
            "outside": [row.ref for row in rows if row.position and not row.shown],
        }

    charts = [_chart(site, each, f"map-{n}") for n, each in enumerate(framed[:1])]
    smaller = [_chart(site, each, f"map-far-{n}") for n, each in enumerate(framed[1:])]
    smaller += [_chart(site, each, f"map-near-{n}", enlarged=True) for n, each in enumerate(enlarged)]
    page = Page(
        url=URL,
        template="map.md.j2",
        kind="map",
        title=_("Map"),
        description=_(
            "Where the places of the accounts lie, how sure that is, and what is said to have happened there."
        ),
        view={"anchor": anchor, "credit": credit(site)},
    )
    return pages_of(
        page,
        whole,
        view,
        lambda ref: Found(site.name(ref), url_of(ref)),
        kind=lambda part: page.kind if part is whole else "index",  # the script works on the map
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


def _row(site: Site, ref: Ref, shown: bool) -> PlaceRow:
    place = site.dataset.places[ref]
    return PlaceRow(
        ref,
        place,
        position(place.coordinates) if place.coordinates else "",
        shown,
        [row for row in spellings(site, ref, place) if row.sources],
        by_date(site, site.linking(ref, "event.where")),
    )
