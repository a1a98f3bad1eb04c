"""Views: which places are shown together, and the frame around them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.pages.atlas.projection import Projection, distance, middle
from generator.pages.site import Site
from generator.records.refs import Ref

FAR_KM = 2500
"""Places farther apart than this, with none between, stand on different maps."""
NEAR = 16
"""Marks nearer than this, in units of the drawing, are enlarged in an inset."""


@dataclass(frozen=True)
class Spot:
    """A place with coordinates; `area`: a country, drawn by its outline, with a name but no mark."""

    ref: Ref
    latitude: float
    longitude: float
    radius_km: float
    events: int
    area: bool

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.latitude, self.longitude


@dataclass(frozen=True)
class View:
    """A framed map of `width` by `height` units round its projection's middle; `scale` is units per km."""

    projection: Projection
    scale: float
    width: int
    height: int
    spots: tuple[Spot, ...]

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point lies in the drawing, from its upper left corner."""
        east, north = self.projection.forward(latitude, longitude)
        return self.width / 2 + east * self.scale, self.height / 2 - north * self.scale

    def holds(self, spot: Spot) -> bool:
        """Whether the point of a place lies within the frame."""
        x, y = self.place(*spot.point)
        return 0 <= x <= self.width and 0 <= y <= self.height


def spots(site: Site) -> list[Spot]:
    """Every place that has coordinates, sorted by id."""
    return [
        Spot(
            ref,
            place.coordinates.latitude,
            place.coordinates.longitude,
            place.coordinates.uncertainty_km,
            len(site.linking(ref, "event.where")),
            place.type == "country",
        )
        for ref, place in site.dataset.places.items()
        if place.coordinates
    ]


def views(every: Sequence[Spot]) -> list[View]:
    """The maps, that with most places first; countries without an event are shown where they fall."""
    anchors = [spot for spot in every if not spot.area or spot.events]
    groups = _groups(anchors, lambda a, b: distance(a.point, b.point) < FAR_KM)
    groups.sort(key=lambda group: (-len(group), group[0].ref))
    framed = [frame(group, 1100, 560, 800, 400) for group in groups[:1]]
    framed += [frame(group, 340, 240, 240, 400) for group in groups[1:]]
    return [_filled(view, every) for view in framed]


def insets(view: View) -> list[View]:
    """The places of a map whose marks lie almost on each other, enlarged."""
    marked = [spot for spot in view.spots if not spot.area]
    groups = _groups(marked, lambda a, b: _apart(view, a, b) < NEAR)
    return [frame(group, 340, 240, 240, 3, whole=True) for group in groups if len(group) > 1]


def frame(
    group: Sequence[Spot], width: int, low: int, high: int, least_km: float, *, whole: bool = False
) -> View:
    """The map of some places: `width` units wide and between `low` and `high` units high.

    At least `least_km` lie between the middle and each side; with `whole`, so do the circles of the places.
    """
    projection = middle([spot.point for spot in group])
    flat = [(*projection.forward(*spot.point), spot.radius_km if whole else 0) for spot in group]
    across = max(least_km, max(abs(x) + r for x, _, r in flat)) * 1.12
    up = max(least_km * low / width, max(abs(y) + r for _, y, r in flat)) * 1.12
    height = round(min(max(width * up / across, low), high))
    return View(projection, min(width / across, height / up) / 2, width, height, tuple(group))


def _filled(view: View, every: Sequence[Spot]) -> View:
    inside = tuple(spot for spot in every if view.holds(spot))
    return View(view.projection, view.scale, view.width, view.height, inside)


def _apart(view: View, one: Spot, other: Spot) -> float:
    (x, y), (u, v) = view.place(*one.point), view.place(*other.point)
    return float(((x - u) ** 2 + (y - v) ** 2) ** 0.5)


def _groups(every: Sequence[Spot], near: Callable[[Spot, Spot], bool]) -> list[list[Spot]]:
    """The places in groups: whoever is near to one of a group belongs to it."""
    group = {spot: {spot} for spot in every}
    for one, other in combinations(every, 2):
        if near(one, other) and group[one] is not group[other]:
            group[one] |= group[other]
            for spot in group[other]:
                group[spot] = group[one]
    found = {id(members): sorted(members, key=lambda spot: spot.ref) for members in group.values()}
    return list(found.values())
