"""Place pages: what is said to have happened there, and where it lies."""

from generator.lib.language import gettext as _
from generator.pages.atlas.locator import locator
from generator.pages.atlas.outlines import credit
from generator.pages.entity import entity_page
from generator.pages.entries import by_date
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.model import Coordinates
from generator.records.refs import Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one place."""
    place = site.dataset.places[ref]
    inside = within(site, ref)
    events = {event for spot in inside for event in site.linking(spot, "event.where")}
    return entity_page(
        site,
        ref,
        {
            "events": [(event, _spots(site, event, ref, inside)) for event in by_date(site, sorted(events))],
            "places": site.linking(ref, "place.part_of"),
            "bodies": site.linking(ref, "organization.country"),
            "locator": locator(site, ref),
            "credit": credit(site),
            "position": position(place.coordinates) if place.coordinates else "",
        },
    )


def within(site: Site, ref: Ref) -> list[Ref]:
    """The place and every place that lies in it, however deep."""
    found = [ref]
    for place in found:  # grows while it is read
        found += [inner for inner in site.linking(place, "place.part_of") if inner not in found]
    return found


def position(at: Coordinates) -> str:
    """Coordinates in plain text, such as `33.26° N, 44.23° E`."""
    north, east = abs(at.latitude), abs(at.longitude)
    latitude = _("%(degrees)s° N", degrees=north) if at.latitude >= 0 else _("%(degrees)s° S", degrees=north)
    longitude = _("%(degrees)s° E", degrees=east) if at.longitude >= 0 else _("%(degrees)s° W", degrees=east)
    return f"{latitude}{_(', ')}{longitude}"


def _spots(site: Site, event: Ref, ref: Ref, inside: list[Ref]) -> list[Ref]:
    """The places inside `ref` where the event was; none where the event names `ref` itself."""
    where = site.dataset.events[event].where
    return [] if ref in where else [spot for spot in where if spot in inside]
