"""Outlines of countries: those of Natural Earth that lie beside this file, or those that an editor gives."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import ceil, sqrt

from generator.lib.language import gettext as _
from generator.pages.site import Site
from generator.records.outlines import Ring, outer_rings

FILE = "world-atlas/countries-10m.topojson"
"""As the npm package world-atlas 2.0.2 has it: Natural Earth 4.1.0, 1:10 million, `countries-10m.json`."""
_STRAIGHT = 4
"""Degrees after which a straight line of the outlines gets a point, since maps bend it."""
_EARTH = (-180, -90, 180, 90)
Bounds = tuple[float, float, float, float]
"""West, south, east and north in degrees."""


@dataclass(frozen=True)
class Border:
    """A line from point to point that one country has as its outline, or two as their border."""

    points: Ring
    bounds: Bounds
    simple: dict[float, Ring] = field(default_factory=dict, compare=False)
    """What was left of it for each tolerance: many maps have the same scale."""

    def simplified(self, tolerance: float) -> Ring:
        """The points without which it would be off by more than the tolerance."""
        if tolerance not in self.simple:
            self.simple[tolerance] = _simplified(self.points, tolerance)
        return self.simple[tolerance]


@dataclass(frozen=True)
class Borders:
    """Lines, and the countries' outer rings made of them: each the numbers of its lines, ~n: backwards."""

    lines: Sequence[Border]
    rings: Sequence[tuple[Sequence[int], Bounds]]


def credit(site: Site) -> str:
    """Whose borders the maps show, in the words that stand below each of them."""
    given = site.dataset.documentary.outlines
    return _(
        "Borders as drawn by %(who)s (%(licence)s), point of view: %(view)s. The site takes no position.",
        who=given.drawn_by if given else "Natural Earth",
        licence=given.licence if given else _("public domain"),
        view=given.view if given else _("who controls the land, whatever is claimed"),
    )


@lru_cache(maxsize=2)
def outlines(given: str) -> Borders:
    """The outlines in the GeoJSON that is `given`, those of Natural Earth where it is empty."""
    if given:
        lines = [_line(ring) for ring in outer_rings(given)]
        return Borders(lines, [([n], line.bounds) for n, line in enumerate(lines)])
    topology = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
        lines.append(_line([(west + across * x, south + up * y) for x, y in zip(xs, ys, strict=True)]))
    countries = topology["objects"]["countries"]["geometries"]
    shapes = [[c["arcs"]] if c["type"] == "Polygon" else c["arcs"] for c in countries]
    rings = [polygon[0] for polygons in shapes for polygon in polygons]
    return Borders(lines, [(ring, _around(lines[max(n, ~n)].bounds for n in ring)) for ring in rings])


def land(known: Borders, box: Bounds, tolerance: float) -> list[Ring]:
    """The outer rings of the countries within a box, in degrees east and north, neighbours fitting together.

    `tolerance` is the size in degrees of what may be left out. The east of the box may be beyond 180.
    """
    west, south, east, north = box
    found: list[Ring] = []
    for turn in (-360, 0, 360):
        here = (west - turn, south, east - turn, north)
        if not _meet(here, _EARTH):
            continue
        for numbers, bounds in known.rings:
            if _meet(bounds, here):
                ring = _clipped(_ring(known, numbers, here, tolerance), here)
                if _area(ring) > 4 * tolerance * tolerance:
                    found.append([(x + turn, y) for x, y in _bendable(ring)])
    return found


def _ring(known: Borders, numbers: Sequence[int], box: Bounds, tolerance: float) -> Ring:
    """The points of a ring; of a line beside the box the ends will do: what joins them is beside it too."""
    ring: Ring = []
    for number in numbers:
        line = known.lines[max(number, ~number)]
        near = _meet(line.bounds, box)
        points = line.simplified(tolerance) if near else [line.points[0], line.points[-1]]
        ring += points if number >= 0 else points[::-1]
    return ring


def _line(points: Ring) -> Border:
    xs, ys = zip(*points, strict=True)
    return Border(points, (min(xs), min(ys), max(xs), max(ys)))


def _around(boxes: Iterable[Bounds]) -> Bounds:
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _simplified(points: Ring, tolerance: float) -> Ring:
    """The points without which a line would be off by more than the tolerance (Douglas and Peucker, 1973)."""
    kept, ahead = {0, len(points) - 1}, [(0, len(points) - 1)]
    while ahead:
        start, end = ahead.pop()
        (x, y), (u, v) = points[start], points[end]
        dx, dy = u - x, v - y
        long = dx * dx + dy * dy or 1
        far, most = 0, tolerance * tolerance
        for n in range(start + 1, end):
            ex, ey = points[n][0] - x, points[n][1] - y
            along = (ex * dx + ey * dy) / long
            if along > 1:
                ex, ey = ex - dx, ey - dy
            elif along > 0:
                ex, ey = ex - along * dx, ey - along * dy
            off = ex * ex + ey * ey
            if off > most:
                far, most = n, off
        if far:
            kept.add(far)
            ahead += [(start, far), (far, end)]
    return [points[n] for n in sorted(kept)]


def _clipped(ring: Ring, box: Bounds) -> Ring:
    """What of a ring lies in the box (Sutherland and Hodgman, 1974)."""
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: Ring = []
        for before, point in pairwise([*ring[-1:], *ring]):
            was, inside = (before[axis] - bound) * sign >= 0, (point[axis] - bound) * sign >= 0
            if was != inside:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                kept.append(
                    (before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1]))
                )
            if inside:
                kept.append(point)
        ring = kept
    return ring


def _area(ring: Ring) -> float:
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring[-1:], *ring]))) / 2


def _bendable(ring: Ring) -> Iterator[tuple[float, float]]:
    """The ring with points on its long straight lines."""
    for (x, y), (u, v) in pairwise([*ring[-1:], *ring]):
        parts = ceil(sqrt((u - x) ** 2 + (v - y) ** 2) / _STRAIGHT)
        yield from ((x + (u - x) * n / parts, y + (v - y) * n / parts) for n in range(1, parts + 1))
