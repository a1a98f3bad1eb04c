import hashlib
import json
from importlib.resources import files
from itertools import pairwise

import pytest

from generator.pages.atlas import outlines as module
from generator.pages.atlas.drawing import coast
from generator.pages.atlas.outlines import land, outlines
from generator.pages.atlas.views import frame, spots

from . import made_up_dataset as made_up

EUROPE = (0, 40, 20, 55)
PLACES = {
    "place:one": {
        "name": "Onetown",
        "type": "city",
        "description": "A place.",
        "coordinates": {"latitude": 50, "longitude": 10, "uncertainty_km": 1},
    }
}


def square(west, south, east, north):
    return [[west, south], [west, north], [east, north], [east, south], [west, south]]


def geojson(*squares):
    polygons = [{"type": "Polygon", "coordinates": [square(*each)]} for each in squares]
    features = [{"type": "Feature", "properties": {}, "geometry": polygon} for polygon in polygons]
    return json.dumps({"type": "FeatureCollection", "features": features})


def inside(ring, x, y):
    crossed = False
    for (a, b), (c, d) in pairwise([*ring, ring[0]]):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            crossed = not crossed
    return crossed


def test_the_outlines_are_those_of_the_package_as_it_was_published():
    data = files("generator.pages.atlas").joinpath(module.FILE).read_bytes()
    assert (
        hashlib.sha256(data).hexdigest() == "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
    )


def test_outlines_are_the_same_on_every_run_and_keep_to_the_box():
    rings = land(outlines(""), EUROPE, 0.1)
    assert rings == land(outlines(""), EUROPE, 0.1)
    assert all(-0.01 <= x <= 20.01 and 39.99 <= y <= 55.01 for ring in rings for x, y in ring)
    assert len(rings) > 10


def test_outlines_go_on_beyond_the_date_line():
    rings = land(outlines(""), (170, 60, 195, 72), 0.1)
    assert max(x for ring in rings for x, _ in ring) > 185
    assert min(x for ring in rings for x, _ in ring) < 175


def test_the_open_sea_has_no_outlines():
    assert land(outlines(""), (-140, -50, -120, -40), 0.1) == []


@pytest.mark.parametrize("tolerance", [0.001, 0.01])
def test_each_place_lies_in_one_country_or_in_none_as_it_does_near_by(tolerance):
    rings = land(outlines(""), EUROPE, tolerance)
    for x in range(1, 20):
        for y in range(41, 55):
            here = sum(inside(ring, x + 0.37, y + 0.41) for ring in rings)
            close = land(outlines(""), (x + 0.36, y + 0.4, x + 0.38, y + 0.42), 1e-6)
            assert here == sum(inside(ring, x + 0.37, y + 0.41) for ring in close), (x, y)


def test_neighbours_fit_together_however_much_is_left_out():
    rings = [set(ring) for ring in land(outlines(""), EUROPE, 0.2)]
    inner = {p for ring in rings for p in ring if 0.01 < p[0] < 19.99 and 40.01 < p[1] < 54.99}
    assert sum(sum(point in ring for ring in rings) > 1 for point in inner) > 100


def test_a_line_loses_no_point_that_is_off_by_more_than_the_tolerance():
    (ring,) = land(outlines(geojson((1, 1, 2, 2))), (0, 0, 3, 3), 0.1)
    assert {(1, 1), (1, 2), (2, 2), (2, 1)} <= set(ring)


def test_a_country_around_the_whole_box_fills_it():
    (ring,) = land(outlines(geojson((-50, -50, 50, 50))), (-1, -1, 1, 1), 0.1)
    assert set(ring) == {(-1, -1), (-1, 1), (1, 1), (1, -1)}


def test_the_maps_show_the_outlines_that_the_editor_gives():
    site = made_up.site(PLACES)
    view = frame(spots(site), 340, 230, 230, 500)
    given = made_up.site(PLACES)
    object.__setattr__(given.dataset, "outlines", geojson((9, 49, 11, 51)))
    assert coast(given, view).count("M") == 1
    assert coast(site, view).count("M") > 5
