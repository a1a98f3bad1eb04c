"""Outlines of countries that an editor gives for the maps, as GeoJSON (RFC 7946)."""

import re
from json import JSONDecoder
from typing import Annotated, Literal

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

from generator.lib.text import line_and_column
from generator.records.problems import Problem

Ring = list[tuple[float, float]]
OUTLINES = "sources/outlines.json"
"""Where the file lies, from the project folder."""
_HINT = "the file is GeoJSON: a FeatureCollection of Polygons and MultiPolygons, in degrees"
_DEGREES = "“{input}” is out of place: a point is its longitude, -180 to 180, then its latitude, -90 to 90"
_MESSAGES = {
    "json_invalid": "this is not JSON",
    "missing": "“{key}” is missing",
    "literal_error": "“{input}” is not {expected}",
    "union_tag_invalid": "“{tag}” is no area: the outline of a country is a Polygon or a MultiPolygon",
    "too_short": "an outline needs four points, a collection one country",
    **dict.fromkeys(
        ("float_type", "float_parsing", "greater_than_equal", "less_than_equal", "too_long"), _DEGREES
    ),
}
_NEXT = re.compile(r"[\s,]*")

_Longitude = Annotated[float, Field(ge=-180, le=180)]
_Latitude = Annotated[float, Field(ge=-90, le=90)]
_Rings = Annotated[
    list[Annotated[list[tuple[_Longitude, _Latitude]], Field(min_length=4)]], Field(min_length=1)
]


class _Polygon(BaseModel):
    type: Literal["Polygon"]
    coordinates: _Rings


class _Polygons(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: list[_Rings]


class _Feature(BaseModel):
    geometry: Annotated[_Polygon | _Polygons, Field(discriminator="type")]


class _Features(BaseModel):
    type: Literal["FeatureCollection"]
    features: Annotated[list[_Feature], Field(min_length=1)]


def outer_rings(text: str) -> list[Ring]:
    """The outlines in a file that has no faults; the holes in them are other countries."""
    geometries = [feature.geometry for feature in _Features.model_validate_json(text).features]
    many = [[g.coordinates] if isinstance(g, _Polygon) else g.coordinates for g in geometries]
    return [polygon[0] for polygons in many for polygon in polygons]


def faults(text: str) -> list[Problem]:
    """The faults of a file of outlines, the first of each country."""
    try:
        _Features.model_validate_json(text)
    except ValidationError as error:
        found = {item["loc"][:2]: item for item in reversed(error.errors(include_url=False))}
        return sorted(_problem(text, item) for item in found.values())
    return []


def _problem(text: str, item: ErrorDetails) -> Problem:
    path = [str(step) for step in item["loc"] if step not in ("Polygon", "MultiPolygon")]
    field, key = ".".join(path), path[-1] if path else ""
    message = _MESSAGES.get(item["type"], "this is no GeoJSON")
    message = message.format(key=key, input=item["input"], **item.get("ctx", {}))
    return Problem(OUTLINES, *_place(text, item), field, f"{field}: {message}" if field else message, _HINT)


def _place(text: str, item: ErrorDetails) -> tuple[int, int]:
    """Line and column: of a fault of JSON, of the country that has the fault, else of the beginning."""
    if place := re.search(r"at line (\d+) column (\d+)", item["msg"]):
        return int(place[1]), int(place[2])
    begin = re.search(r'"features"\s*:\s*\[', text)
    if begin is None or len(item["loc"]) < 2:
        return 1, 1
    at, decoder = begin.end(), JSONDecoder()
    for _ in range(int(item["loc"][1])):
        at = decoder.raw_decode(text, _NEXT.match(text, at).end())[1]  # type: ignore[union-attr]
    at = _NEXT.match(text, at).end()  # type: ignore[union-attr]
    return line_and_column(text, at)
