"""Places and events as GeoJSON, read by Shapely."""

import json
import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape
from shapely.geometry.polygon import orient

from generator.exports.archive import Archive
from generator.exports.geography import FORMAT, circle
from generator.records.model import Coordinates

from .. import made_up

EARTH_KM = 6371.0088
AT = {"latitude": "60.5", "longitude": "5.25", "uncertainty_km": "2"}


def collections(**fields: Any) -> dict[str, list[dict[str, Any]]]:
    event = {"where": ["town", "moor"], "status": "alleged", **fields}
    records = {"place:town": {"coordinates": AT}, "place:moor": {}, "event:fall": event}
    archive = Archive(made_up.dataset_of(records), "https://walls.example/")
    read = {file.path: json.loads(file.data) for file in FORMAT.files(archive)}
    assert all(each["type"] == "FeatureCollection" for each in read.values())
    return {path: each["features"] for path, each in read.items()}


def test_a_place_is_a_point_and_a_circle_that_say_how_far_off_it_may_be() -> None:
    found = collections()
    (point,), (within,) = found["places.geojson"], found["places-within.geojson"]
    assert shape(point["geometry"]).equals(Point(5.25, 60.5))
    assert point["properties"] == within["properties"]
    assert point["properties"]["uncertainty_km"] == 2
    assert point["properties"]["page"] == "https://walls.example/places/town/"
    assert shape(within["geometry"]).contains(Point(5.25, 60.5))


def test_a_place_without_coordinates_is_nowhere_and_puts_no_event_anywhere() -> None:
    found = collections()
    assert "place:moor" not in json.dumps(found)
    assert [each["id"] for each in found["events.geojson"]] == ["event:fall/where/0"]


def test_an_event_has_its_status_its_date_in_words_and_how_far_off_the_place_may_be() -> None:
    (event,) = collections(when={"edtf": "2031-03", "basis": "stated"})["events.geojson"]
    said = event["properties"]
    assert said["name"] == "A fall (alleged)"
    assert (said["date"], said["edtf"]) == ("March 2031", "2031-03")
    assert (said["earliest"], said["latest"]) == ("2031-03-01", "2031-03-31")
    assert (said["place"], said["uncertainty_km"]) == ("place:town", 2)
    (event,) = collections()["events.geojson"]
    assert event["properties"]["date"] == "date not stated"
    assert "edtf" not in event["properties"]


@pytest.mark.parametrize("latitude", [0, 51.5, -77.8, 81.9])
@pytest.mark.parametrize("longitude", [0, 5.5, 179.9, -179.9, 180, -180])
@pytest.mark.parametrize("reach", [0.001, 0.5, 30, 900])
def test_a_circle_is_sound_runs_left_and_stays_between_the_antimeridians(
    latitude: float, longitude: float, reach: float
) -> None:
    made = circle(Coordinates(latitude=latitude, longitude=longitude, uncertainty_km=reach))
    polygons = getattr(shape(made), "geoms", [shape(made)])
    for polygon in polygons:
        assert polygon.is_valid
        assert orient(polygon).equals_exact(polygon, 0) or polygon.exterior.is_ccw
        assert all(-180 <= x <= 180 for x, _y in polygon.exterior.coords)
        assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(polygon.exterior.coords))
    north_to_south = max(p.bounds[3] for p in polygons) - min(p.bounds[1] for p in polygons)
    assert north_to_south == pytest.approx(2 * reach / 111.195, rel=0.01)


@given(
    latitude=st.one_of(st.sampled_from([90, -90, 89.99, -89.5, 80, 0]), st.floats(-90, 90)),
    longitude=st.one_of(st.sampled_from([180, -180, 179.9999, 0]), st.floats(-180, 180)),
    reach=st.one_of(st.sampled_from([0.001, 1111.95, 10_000]), st.floats(0.001, 10_000)),
    bearing=st.floats(0, 360),
)
def test_a_circle_holds_what_is_nearer_than_it_reaches_and_nothing_else_at_poles_too(
    latitude: float, longitude: float, reach: float, bearing: float
) -> None:
    made = shape(circle(Coordinates(latitude=latitude, longitude=longitude, uncertainty_km=reach)))
    assert made.is_valid
    assert -180 <= made.bounds[0] <= made.bounds[2] <= 180
    assert -90 <= made.bounds[1] <= made.bounds[3] <= 90
    assert made.covers(off(latitude, longitude, 0.95 * reach, bearing))
    assert not made.covers(off(latitude, longitude, 1.05 * reach, bearing))


def off(latitude: float, longitude: float, km: float, bearing: float) -> Point:
    """The point so far from another, found by turning a vector about each axis."""
    x, y, z = math.cos(km / EARTH_KM), 0.0, math.sin(km / EARTH_KM)
    y, z = turned(y, z, bearing)
    x, z = turned(x, z, latitude)
    x, y = turned(x, y, longitude)
    return Point(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))


def turned(a: float, b: float, angle: float) -> tuple[float, float]:
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return a * c - b * s, a * s + b * c


def test_around_a_pole_a_circle_spans_all_longitudes_up_to_the_pole() -> None:
    north = shape(circle(Coordinates(latitude=89, longitude=0, uncertainty_km=200)))
    south = shape(circle(Coordinates(latitude=-90, longitude=77, uncertainty_km=200)))
    assert north.bounds[0::2] == south.bounds[0::2] == (-180, 180)
    assert (north.bounds[3], south.bounds[1]) == (90, -90)
    assert south.bounds[3] == pytest.approx(-90 + 200 / 111.195, abs=0.01)
    assert north.exterior.is_ccw
    assert south.exterior.is_ccw
