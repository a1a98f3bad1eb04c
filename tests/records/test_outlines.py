import json

import pytest

from generator.records.outlines import faults, outer_rings

RING = [[7, 53], [7, 55], [9, 55], [7, 53]]
HOLE = [[8, 54], [8, 54.5], [8.5, 54.5], [8, 54]]


def collection(*geometries):
    features = [{"type": "Feature", "geometry": geometry} for geometry in geometries]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_the_outer_rings_of_all_countries_are_read_and_the_holes_left_out():
    one = {"type": "Polygon", "coordinates": [RING, HOLE]}
    many = {"type": "MultiPolygon", "coordinates": [[RING], [HOLE]]}
    points = [[tuple(point) for point in ring] for ring in (RING, RING, HOLE)]
    assert faults(collection(one, many)) == []
    assert outer_rings(collection(one, many)) == points


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 0), "this is not JSON"),
        ('{"type":\n nonsense', (2, 3), "this is not JSON"),
        ("[" * 100_000, (1, 202), "this is not JSON"),
        ("[]", (1, 1), "this is no GeoJSON"),
        ('{"type": "FeatureCollection"}', (1, 1), "features: “features” is missing"),
        ('{"type": "Topology"}', (1, 1), "type: “Topology” is not 'FeatureCollection'"),
    ],
)
def test_a_file_that_is_no_geojson_is_refused_where_it_goes_wrong(text, place, message):
    problem = faults(text)[-1]
    assert (problem.line, problem.column) == place
    assert problem.message == message


@pytest.mark.parametrize("number", ["NaN", "1e400", "-181", '"east"', "null"])
def test_what_is_no_longitude_is_refused(number):
    text = collection({"type": "Polygon", "coordinates": [RING]}).replace("7", number, 1)
    (problem,) = faults(text)
    assert problem.field == "features.0.geometry.coordinates.0.0.0"
    assert "is out of place" in problem.message


def test_every_country_with_a_fault_is_told_at_its_line():
    bad = {"type": "Point", "coordinates": [7, 53]}
    text = collection(bad, {"type": "Polygon", "coordinates": [RING]}, bad).replace(
        '{"type": "Feature"', "\n\\g"
    )
    problems = faults(text.replace("\\g", '{"type": "Feature"'))
    assert [problem.line for problem in problems] == [2, 4]
