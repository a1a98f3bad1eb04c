"""GeoJSON: the places as far as the records know where they are, and the events there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, cos, degrees, floor, hypot, log10, pi, radians, sin

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
_FINER = 10
"""How many times more near a pole, where degrees of longitude are short."""
_DIGITS = 5
"""Behind the point of a degree, about a metre; more of smaller circles."""
Point = tuple[float, float]
"""Longitude and latitude in degrees."""


def _files(archive: Archive) -> Iterator[File]:
    dataset = archive.dataset
    placed = {ref: (place, place.coordinates) for ref, place in dataset.places.items() if place.coordinates}
    points = [
        _feature(str(ref), _point(at), _place(archive, ref, place, at)) for ref, (place, at) in placed.items()
    ]
    circles = [
        _feature(str(ref), circle(at), _place(archive, ref, place, at)) for ref, (place, at) in placed.items()
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


def circle(at: Coordinates) -> Data:
    """The circle within which a place lies, as a ring that runs left, cut at the antimeridian (RFC 7946).

    One around a pole reaches there from the one side of the antimeridian to the other.
    """
    reach = at.uncertainty_km / _EARTH_KM
    digits = max(_DIGITS, 2 - floor(log10(degrees(reach))))
    to_pole = pi / 2 - radians(abs(at.latitude))
    corners = _CORNERS if to_pole > 2 * reach else _CORNERS * _FINER
    ring = [_reached(at, reach, -2 * pi * n / corners) for n in range(corners)]
    if to_pole < reach:
        rings = [_around_pole(ring, at.latitude, 90 - 10**-digits)]
    else:
        rings = [_moved(_cut(ring, low, low + 360), -low - 180) for low in (-540, -180, 180)]
    closed = [[[round(x, digits), round(y, digits)] for x, y in (*r, r[0])] for r in rings if r]
    polygons = [[each] for each in closed if len({x for x, _y in each}) > 1]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _reached(at: Coordinates, reach: float, bearing: float) -> Point:
    """The point so far (in radians of arc) from the place; its longitude goes on beyond 180 degrees."""
    here = radians(at.latitude)
    ahead, aside = sin(reach) * cos(bearing), sin(reach) * sin(bearing)
    out, up = cos(reach) * cos(here) - ahead * sin(here), cos(reach) * sin(here) + ahead * cos(here)
    return at.longitude + degrees(atan2(aside, out)), degrees(atan2(up, hypot(out, aside)))


def _around_pole(ring: Sequence[Point], latitude: float, most: float) -> list[Point]:
    """The ring of what lies between a ring around the pole of this latitude's side and that pole.

    No corner but those at the pole lies farther from the equator than `most`.
    """
    across = sorted(((x + 180) % 360 - 180, max(-most, min(y, most))) for x, y in ring)
    (first, y), (last, z) = across[0], across[-1]
    edge = y + (z - y) * (first + 180) / (first + 360 - last)
    pole = 90.0 if latitude > 0 else -90.0
    found = [(-180.0, edge), *across, (180.0, edge), (180.0, pole), (-180.0, pole)]
    return found if latitude > 0 else found[::-1]


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
    return list(ring)


def _moved(ring: Sequence[Point], east: float) -> list[Point]:
    return [(x + east, y) for x, y in ring]


FORMAT = Format(
    name="GeoJSON",
    standard="https://www.rfc-editor.org/rfc/rfc7946",
    use="Places and the events there, for maps. A place lies within uncertainty_km kilometres of its point; "
    "the circles say the same. Places without coordinates are left out, since nothing is guessed.",
    files=_files,
)
