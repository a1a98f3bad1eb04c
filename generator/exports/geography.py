"""GeoJSON: the places as far as the records know where they are, and the events there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import asin, atan2, cos, degrees, pi, radians, sin

from generator.analysis.prose import plain as unmarked
from generator.exports.archive import Archive, Data
from generator.exports.format import File, Format
from generator.exports.occurrences import named
from generator.exports.whole import encoded
from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.lib.language import label
from generator.records.model import Coordinates, Place
from generator.records.refs import Ref

_TYPE = "application/geo+json"
_EARTH_KM = 6371.0088
"""The mean radius of the Earth (IUGG)."""
_CORNERS = 64
_DIGITS = 5
Point = tuple[float, float]
"""Longitude and latitude in degrees."""


def _files(archive: Archive) -> Iterator[File]:
    dataset = archive.dataset
    placed = {ref: (place, place.coordinates) for ref, place in dataset.places.items() if place.coordinates}
    points = [
        _feature(str(ref), _point(at), _place(archive, ref, place, at)) for ref, (place, at) in placed.items()
    ]
    circles = [
        _feature(str(ref), shape, _place(archive, ref, place, at))
        for ref, (place, at) in placed.items()
        if (shape := circle(at))
    ]
    events = [
        _feature(f"{ref}/where/{number}", _point(placed[where][1]), _event(archive, ref, where))
        for ref, event in dataset.events.items()
        for number, where in enumerate(event.where)
        if where in placed
    ]
    for path, features, title in (
        ("places.geojson", points, _("Places, each as the point around which it lies")),
        ("places-within.geojson", circles, _("Places, each as the circle within which it lies")),
        ("events.geojson", events, _("Events at those places")),
    ):
        data = encoded({"type": "FeatureCollection", "features": features})
        yield File(path, data, _TYPE, title, len(features))


def _feature(ident: str, geometry: Data, properties: Data) -> Data:
    kept = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": kept}


def _place(archive: Archive, ref: Ref, place: Place, at: Coordinates) -> Data:
    return {
        "id": str(ref),
        "name": archive.name(ref),
        "type": label(place.type),
        "description": unmarked(place.description),
        "uncertainty_km": at.uncertainty_km,
        "page": archive.page(ref),
    }


def _event(archive: Archive, ref: Ref, where: Ref) -> Data:
    event, place = archive.dataset.events[ref], archive.dataset.places[where]
    when = event.when
    days = (when.edtf.earliest, when.edtf.latest) if when else (None, None)
    return {
        "id": str(ref),
        "name": named(event),
        "type": label(event.type),
        "status": label(event.status),
        "date": plain(when.edtf) if when else _("date not stated"),
        "edtf": when.edtf.text if when else None,
        "date_basis": str(when.basis) if when else None,
        "earliest": days[0].isoformat() if days[0] else None,
        "latest": days[1].isoformat() if days[1] else None,
        "description": unmarked(event.description),
        "sources": [archive.name(source) for source in dict.fromkeys(e.source for e in event.evidence)],
        "place": str(where),
        "place_name": archive.name(where),
        "uncertainty_km": place.coordinates.uncertainty_km if place.coordinates else None,
        "page": archive.page(ref),
    }


def _point(at: Coordinates) -> Data:
    return {"type": "Point", "coordinates": [at.longitude, at.latitude]}


def circle(at: Coordinates) -> Data | None:
    """The circle within which the place lies, cut at the antimeridian (RFC 7946, 3.1.9).

    None where it holds a pole: no ring of longitudes and latitudes goes around one.
    """
    reach = at.uncertainty_km / _EARTH_KM
    if radians(abs(at.latitude)) + reach >= pi / 2:
        return None
    ring = [_reached(at, reach, -2 * pi * n / _CORNERS) for n in range(_CORNERS)]
    rings = [_moved(_cut(ring, low, low + 360), -low - 180) for low in (-540, -180, 180)]
    polygons = [[[*map(list, each), list(each[0])]] for each in rings if each]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _reached(at: Coordinates, reach: float, bearing: float) -> Point:
    """The point so far (in radians of arc) from the place; its longitude goes on beyond 180 degrees."""
    here = radians(at.latitude)
    there = asin(sin(here) * cos(reach) + cos(here) * sin(reach) * cos(bearing))
    east = atan2(sin(bearing) * sin(reach) * cos(here), cos(reach) - sin(here) * sin(there))
    return at.longitude + degrees(east), degrees(there)


def _cut(ring: Sequence[Point], low: float, high: float) -> list[Point]:
    """What of a ring lies between two meridians (Sutherland–Hodgman)."""
    for side, edge in ((1, low), (-1, high)):
        kept: list[Point] = []
        for (x, y), (before, last) in zip(ring, [ring[-1], *ring[:-1]] if ring else [], strict=True):
            if (x - edge) * (before - edge) < 0:
                kept.append((edge, last + (y - last) * (edge - before) / (x - before)))
            if side * (x - edge) >= 0:
                kept.append((x, y))
        ring = kept
    return list(ring) if len({x for x, _y in ring}) > 1 else []


def _moved(ring: Sequence[Point], east: float) -> list[Point]:
    return [(round(x + east, _DIGITS), round(y, _DIGITS)) for x, y in ring]


FORMAT = Format(
    name="GeoJSON",
    standard="https://www.rfc-editor.org/rfc/rfc7946",
    use="Places and the events there, for maps. A place lies within uncertainty_km kilometres of its point; "
    "the circles say the same. Places without coordinates are left out, since nothing is guessed.",
    files=_files,
)
