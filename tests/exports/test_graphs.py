"""The network as GEXF and GraphML, read by NetworkX."""

import io
from collections.abc import Callable
from typing import Any

import networkx
import pytest

from generator.analysis.ties import bonds, ties
from generator.exports.archive import Archive
from generator.exports.format import Format
from generator.exports.graphs import GEXF, GRAPHML
from generator.records.dataset import Dataset

from .. import made_up

READERS = [(GEXF, networkx.read_gexf), (GRAPHML, networkx.read_graphml)]
pytestmark = pytest.mark.parametrize(("made", "reader"), READERS, ids=["gexf", "graphml"])
Reader = Callable[[Any], Any]


def graph(dataset: Dataset, made: Format, reader: Reader) -> Any:
    (file,) = made.files(Archive(dataset, "https://bridge.example/"))
    return reader(io.BytesIO(file.data))


def test_every_bond_of_the_network_is_an_edge_with_its_kind(
    dataset: Dataset, made: Format, reader: Reader
) -> None:
    found = graph(dataset, made, reader)
    edges = sorted((one, other, data["kind"], data["ties"]) for one, other, data in found.edges(data=True))
    assert edges == sorted((str(b.one), str(b.other), b.sort, len(b.ties)) for b in bonds(ties(dataset)))
    assert found.is_directed()


def test_a_node_has_its_kind_its_name_and_its_page(dataset: Dataset, made: Format, reader: Reader) -> None:
    node = graph(dataset, made, reader).nodes["person:ida-holm"]
    assert (node["kind"], node["name"]) == ("person", "Ida Holm")
    assert node["page"] == "https://bridge.example/people/ida-holm/"


def test_an_edge_names_the_claims_and_records_it_rests_on(made: Format, reader: Reader) -> None:
    records = {
        "source:post": {},
        "person:holm": {"name": "Ida “<&>” Holm"},
        "organization:works": {},
        "claim:a": made_up.claim(made_up.said_by("person:holm", "post"), about=["organization:works"]),
        "claim:b": made_up.claim(
            made_up.said_by("person:holm", "post", "denies"), about=["organization:works"]
        ),
    }
    found = graph(made_up.dataset_of(records), made, reader)
    ((one, other, edge),) = found.edges(data=True)
    assert (one, other, edge["kind"], edge["says"]) == (
        "person:holm",
        "organization:works",
        "claim",
        "speaks of",
    )
    assert edge["claims"] == "claim:a claim:b"
    assert (edge["mutual"], edge["ties"], edge.get("doubt", "")) == (False, 2, "")
    assert found.nodes["person:holm"]["name"] == "Ida “<&>” Holm"


def test_two_in_one_event_are_tied_without_a_direction(made: Format, reader: Reader) -> None:
    part = [{"entity": "person:holm", "role": "x"}, {"entity": "organization:works", "role": "x"}]
    records = {
        "person:holm": {},
        "organization:works": {},
        "event:fall": {"participants": part, "status": "alleged"},
    }
    ((_one, _other, edge),) = graph(made_up.dataset_of(records), made, reader).edges(data=True)
    assert (edge["kind"], edge["mutual"], edge["doubt"]) == ("event", True, "alleged")
    assert (edge["records"], edge.get("claims", "")) == ("event:fall", "")
