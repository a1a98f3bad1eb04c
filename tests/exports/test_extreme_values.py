"""Every format of an archive with odd dates, numbers and places, read by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import networkx
import pytest
from frictionless import Package
from icalendar import Calendar
from jsonschema import Draft202012Validator
from pyshacl import validate
from rdflib import Graph, Literal
from rdflib.namespace import RDF
from shapely.geometry import shape

from generator.exports.archive import Archive
from generator.exports.formats import FORMATS, made
from generator.lib.dates import parse
from generator.records.dataset import Dataset

from .. import extremes
from . import test_timeline, test_web_annotations
from .json_ld import graph_of


@pytest.fixture(scope="module")
def archive() -> Dataset:
    return extremes.archive()


@pytest.fixture(scope="module")
def files(archive: Dataset) -> Mapping[str, bytes]:
    found = made(Archive(archive, "https://walls.example/"))
    assert {each.format.name for each in found} >= {each.name for each in FORMATS}
    return {file.path: file.data for each in found for file in each.files}


def rows(files: Mapping[str, bytes], table: str) -> dict[str, dict[str, str]]:
    text = files[f"csv/{table}.csv"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def test_json_is_held_to_its_schema(files: Mapping[str, bytes]) -> None:
    def refuse(word: str) -> None:
        raise ValueError(word)

    validator = Draft202012Validator(json.loads(files["documentary.jsonschema.json"]))
    whole = json.loads(files["documentary.json"], parse_constant=refuse)
    assert [fault.message for fault in validator.iter_errors(whole)] == []


def test_tables_and_database_have_the_figures_and_dates_as_they_are_written(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    events, claims = rows(files, "events"), rows(files, "claims")
    with closing(sqlite3.connect(tmp_path / "documentary.db")) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = {row[0]: row[1:] for row in base.execute("SELECT id, value_number, value_as_of FROM claims")}
    for n, date in enumerate(extremes.DATES):
        event, claim = events[f"event:e{n}"], claims[f"claim:c{n}"]
        number = float([*extremes.NUMBERS][n % len(extremes.NUMBERS)])
        assert (event["when_edtf"], claim["value_as_of"]) == (str(parse(date)), str(parse(date)))
        assert float(claim["value_number"]) == kept[f"claim:c{n}"][0] == number
    assert events["event:e0"]["when_latest"] == "-170000000-12-31"
    assert events["event:e1"]["when_earliest"] == "+170000002-01-01"


def test_every_place_is_a_point_and_a_sound_circle_around_it(files: Mapping[str, bytes]) -> None:
    points, circles = (
        {each["id"]: shape(each["geometry"]) for each in json.loads(files[name])["features"]}
        for name in ("places.geojson", "places-within.geojson")
    )
    assert len(points) == len(extremes.POINTS) * len(extremes.REACHES)
    assert points.keys() == circles.keys()
    for name, circle in circles.items():
        assert circle.is_valid, name
        assert circle.covers(points[name]), name


def test_the_calendar_has_what_lies_in_its_years_and_the_timeline_what_has_a_beginning(
    files: Mapping[str, bytes],
) -> None:
    calendar = Calendar.from_ical(files["events.ics"])
    spans = {str(each["UID"]).partition("@")[0]: each for each in calendar.walk("VEVENT")}
    assert not calendar.errors
    assert not [each.errors for each in spans.values() if each.errors]
    timeline = json.loads(files["timeline.json"])
    assert [
        fault.message for fault in Draft202012Validator(test_timeline.TIMELINE).iter_errors(timeline)
    ] == []
    slides = {each["unique_id"] for each in timeline["events"]}
    for n, date in enumerate(extremes.DATES):
        edtf = parse(date)
        first, last = edtf.earliest, edtf.latest
        held = first is not None and last is not None and first.year >= 1 and last.year < 9999
        assert (f"event-e{n}" in spans) is held, date
        assert (f"event-e{n}" in slides) is (first is not None), date


def test_the_network_is_the_same_in_both_formats(files: Mapping[str, bytes]) -> None:
    gexf = networkx.read_gexf(io.BytesIO(files["network.gexf"]))
    graphml = networkx.read_graphml(io.BytesIO(files["network.graphml"]))
    assert {*gexf.nodes} == {*graphml.nodes} >= {f"person:h{n}" for n in range(len(extremes.DATES))}


def test_the_graph_has_no_value_that_its_type_does_not_allow(files: Mapping[str, bytes]) -> None:
    one = Graph().parse(data=files["graph.ttl"], format="turtle")
    other = graph_of(json.loads(files["graph.jsonld"]))
    assert len(one) == len(other)
    assert [each for graph in (one, other) for each in graph.objects() if ill_typed(each)] == []
    held, _, report = validate(one, shacl_graph=Graph().parse(data=files["shapes.ttl"], format="turtle"))
    assert held, report


def ill_typed(term: object) -> bool:
    return isinstance(term, Literal) and bool(term.ill_typed)


def test_followthemoney_takes_every_value(files: Mapping[str, bytes]) -> None:
    ftm = pytest.importorskip("followthemoney", reason="it needs the libraries of ICU: pip install .[ftm]")
    for line in map(json.loads, files["entities.ftm.json"].splitlines()):
        entity = ftm.ValueEntity.from_dict(line, cleaned=False)
        assert entity.to_dict()["properties"] == line["properties"]
        for name in ("latitude", "longitude"):
            for value in line["properties"].get(name, ()):
                assert ftm.registry.number.to_number(value) == float(value)


def test_every_passage_is_an_annotation(files: Mapping[str, bytes]) -> None:
    told = json.loads(files["annotations.json"])
    graph = graph_of(told, **{"http://www.w3.org/ns/anno.jsonld": test_web_annotations.CONTEXT})
    passages = {str(each) for each in graph.subjects(RDF.type, test_web_annotations.OA.Annotation)}
    assert len(passages) == told["total"] > len(extremes.DATES)
