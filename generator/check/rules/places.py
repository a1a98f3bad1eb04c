"""Rules on places: each lies within the place that it is part of."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from generator.check.rules.walk import rule
from generator.records.dataset import Dataset, Fault
from generator.records.model import Coordinates
from generator.records.problems import Problem

_EARTH_KM = 6371
_FAR_KM = 1000
_WIDE_KM = 200
_FARTHER = 5
"""By how many times a place must be farther from all others than if its coordinates were exchanged."""
_EXCHANGED = "latitude and longitude seem exchanged: degrees north come first, then degrees east"


@rule
def outside_its_whole(dataset: Dataset) -> Iterator[Fault]:
    """A place lies within the place that it is part of, as far as the coordinates of both are certain."""
    for ref, place in dataset.places.items():
        whole = dataset.places.get(place.part_of) if place.part_of else None
        if whole is None or whole.coordinates is None or place.coordinates is None:
            continue
        here, around = place.coordinates, whole.coordinates
        reach = here.uncertainty_km + around.uncertainty_km
        if (away := _km(here, around)) > reach:
            other = _exchanged(here)
            is_exchanged = other is not None and _km(other, around) <= reach
            hint = _EXCHANGED if is_exchanged else "correct the coordinates, uncertainty_km or part_of"
            message = (
                f"this is {away:,.0f} km from {place.part_of}, which reaches {around.uncertainty_km:,.0f} km"
            )
            yield Fault(ref, ("coordinates",), message, hint)


def perhaps_exchanged(dataset: Dataset) -> list[Problem]:
    """The places far from all others that would lie near one if latitude and longitude were exchanged."""
    located = {ref: place.coordinates for ref, place in dataset.places.items() if place.coordinates}
    found = []
    for ref, here in located.items():
        others = [each for other, each in located.items() if other != ref]
        other = _exchanged(here)
        if other is None or not others or dataset.places[ref].part_of or here.uncertainty_km > _WIDE_KM:
            continue
        if any(_km(here, each) <= _FAR_KM for each in others):
            continue
        near, nearer = (min(_km(at, each) for each in others) for at in (here, other))
        if near > _FARTHER * nearer:
            message = f"every other place is more than {near:,.0f} km away"
            hint = f"{_EXCHANGED}; if not, name under part_of the place around it"
            found.append(dataset.problem(Fault(ref, ("coordinates",), message, hint)))
    return found


def _exchanged(at: Coordinates) -> Coordinates | None:
    if abs(at.longitude) > 90:
        return None
    return at.model_copy(update={"latitude": at.longitude, "longitude": at.latitude})


def _km(one: Coordinates, other: Coordinates) -> float:
    """The distance on a sphere."""
    north, south = radians(one.latitude), radians(other.latitude)
    apart = radians(one.longitude - other.longitude)
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1, half)))
