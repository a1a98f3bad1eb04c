"""Map projection: Lambert's azimuthal equal-area on a sphere (Snyder, Map Projections, 1987, p. 182)."""

import math
from dataclasses import dataclass

EARTH_KM = 6371.0088
"""The mean radius of the earth in kilometres."""
KM_PER_DEGREE = math.pi * EARTH_KM / 180
"""The length of a degree of latitude in kilometres."""


@dataclass(frozen=True)
class Projection:
    """A plane in kilometres that touches the earth at `latitude` and `longitude` (degrees)."""

    latitude: float
    longitude: float

    def forward(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Degrees as kilometres east and north of the centre; the point opposite the centre lies far off."""
        north, east = math.radians(latitude), math.radians(longitude - self.longitude)
        middle = math.radians(self.latitude)
        near = 1 + math.sin(middle) * math.sin(north) + math.cos(middle) * math.cos(north) * math.cos(east)
        scale = EARTH_KM * math.sqrt(2 / max(near, 1e-9))
        x = math.cos(north) * math.sin(east)
        y = math.cos(middle) * math.sin(north) - math.sin(middle) * math.cos(north) * math.cos(east)
        return scale * x, scale * y

    def inverse(self, x: float, y: float) -> tuple[float, float]:
        """Kilometres east and north of the centre as degrees, the longitude near that of the centre."""
        reach = math.hypot(x, y) / EARTH_KM
        if reach == 0:
            return self.latitude, self.longitude
        angle = 2 * math.asin(min(reach / 2, 1))
        middle = math.radians(self.latitude)
        sine = math.cos(angle) * math.sin(middle) + y / EARTH_KM * math.sin(angle) * math.cos(middle) / reach
        down = reach * math.cos(middle) * math.cos(angle) - y / EARTH_KM * math.sin(middle) * math.sin(angle)
        east = math.atan2(x / EARTH_KM * math.sin(angle), down)
        return math.degrees(math.asin(max(-1, min(1, sine)))), self.longitude + math.degrees(east)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points given in degrees of latitude and longitude."""
    (north, west), (south, east) = one, other
    half = math.sin(math.radians(south - north) / 2) ** 2
    half += (
        math.cos(math.radians(north))
        * math.cos(math.radians(south))
        * math.sin(math.radians(east - west) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1, math.sqrt(half)))


def middle(points: list[tuple[float, float]]) -> Projection:
    """The projection that touches the earth in the middle of the points."""
    x = sum(math.cos(math.radians(n)) * math.cos(math.radians(e)) for n, e in points)
    y = sum(math.cos(math.radians(n)) * math.sin(math.radians(e)) for n, e in points)
    z = sum(math.sin(math.radians(n)) for n, _ in points)
    about = Projection(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
    flat = [about.forward(*point) for point in points]
    xs, ys = [p[0] for p in flat], [p[1] for p in flat]
    return Projection(*about.inverse((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
