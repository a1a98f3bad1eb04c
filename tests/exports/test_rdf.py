"""The graph, read by rdflib and PyLD and held to its shapes by pySHACL, none of which is ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from pyshacl import validate
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import PROV, RDF, SH

from generator.exports.archive import Archive, web_iri
from generator.exports.graph import every_piece
from generator.exports.rdf import FORMAT
from generator.exports.turtle import turtle
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.refs import Ref

from .json_ld import graph_of

ADDRESS = "https://bridge.example/"
SCHEMA = Namespace("https://schema.org/")
DOC = Namespace(f"{ADDRESS}editors/fields/#")
METHOD = Namespace(f"{ADDRESS}method/#")
LIND, ORDER = URIRef(f"{ADDRESS}people/oskar-lind/"), URIRef(f"{ADDRESS}events/closing-order/")
KNEW = URIRef(f"{ADDRESS}claims/office-knew-of-bolts/")
DENIAL = URIRef(f"{KNEW}#office-courier")
ORDERED = URIRef(f"{ADDRESS}claims/lind-ordered-closing/")
ADMISSION = URIRef(f"{ORDERED}#lind-radio")
SMALL = ("claim:office-knew-of-bolts", "person:oskar-lind", "event:closing-order", "place:varrow")


def files(dataset: Dataset, address: str = ADDRESS) -> dict[str, bytes]:
    return {file.path: file.data for file in FORMAT.files(Archive(dataset, address))}


@pytest.fixture(scope="module")
def made(dataset: Dataset) -> Mapping[str, bytes]:
    return files(dataset)


@pytest.fixture(scope="module")
def graph(made: Mapping[str, bytes]) -> Graph:
    return Graph().parse(data=made["graph.ttl"], format="turtle")


@pytest.fixture(scope="module")
def shapes(made: Mapping[str, bytes]) -> Graph:
    return Graph().parse(data=made["shapes.ttl"], format="turtle")


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_turtle_and_json_ld_are_one_graph(dataset: Dataset, address: str) -> None:
    records = {ref: dataset.records[ref] for text in SMALL for ref in [Ref(*text.split(":"))]}
    few = files(replace(dataset, records=records, words={}), address)
    one = Graph().parse(data=few["graph.ttl"], format="turtle")
    other = graph_of(json.loads(few["graph.jsonld"]))
    assert len(one) > 200
    assert isomorphic(one, other)


def test_nothing_of_all_records_is_lost_in_either(graph: Graph, made: Mapping[str, bytes]) -> None:
    def told(of: Graph) -> list[str]:
        return sorted(
            " ".join("_" if isinstance(each, BNode) else each.n3() for each in triple) for triple in of
        )

    assert told(graph) == told(graph_of(json.loads(made["graph.jsonld"])))


def test_every_iri_is_absolute_and_well_formed_with_and_without_an_address(dataset: Dataset) -> None:
    for address in (ADDRESS, ""):
        for triple in Graph().parse(data=files(dataset, address)["graph.ttl"], format="turtle"):
            for term in (*triple, getattr(triple[2], "datatype", None)):
                if isinstance(term, URIRef):
                    assert re.fullmatch(r"(https?://|urn:documentary:)[^\s<>\"{}|\\^`]+", term), term


def test_the_records_are_as_the_shapes_demand(graph: Graph, shapes: Graph) -> None:
    held, _, report = validate(graph, shacl_graph=shapes)
    assert held, report


def test_every_kind_of_record_and_every_part_has_a_shape(shapes: Graph) -> None:
    targets = {str(each).removeprefix(DOC) for each in shapes.objects(None, SH.targetClass)}
    assert targets == set(every_piece())
    assert set(KINDS) <= targets


def test_the_shapes_refuse_what_is_missing_double_unheard_of_or_of_another_kind(
    graph: Graph, shapes: Graph
) -> None:
    broken = Graph()
    broken += graph
    stance, added = DOC["assertion-stance"], DOC["person-added"]
    broken.remove((KNEW, SCHEMA.text, None))
    broken.add((ORDERED, SCHEMA.text, Literal("Another.")))
    broken.set((DENIAL, stance, METHOD["stance-winks"]))
    broken.remove((ADMISSION, stance, None))
    broken.set((ADMISSION, PROV.wasAttributedTo, URIRef(f"{ADDRESS}places/varrow/")))
    broken.remove((DENIAL, DOC["assertion-evidence"], None))
    broken.set((LIND, added, Literal("2031-06-01")))
    broken.remove((LIND, SCHEMA.name, None))
    broken.remove((ORDER, DOC["event-status"], None))
    broken.remove((URIRef(f"{ORDER}#evidence/0"), PROV.wasDerivedFrom, None))
    held, report, _ = validate(broken, shacl_graph=shapes)
    assert not held
    assert isinstance(report, Graph)
    found = {
        (report.value(result, SH.focusNode), report.value(result, SH.resultPath))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
    assert found == {
        (KNEW, SCHEMA.text),
        (ORDERED, SCHEMA.text),
        (DENIAL, stance),
        (ADMISSION, stance),
        (ADMISSION, PROV.wasAttributedTo),
        (DENIAL, DOC["assertion-evidence"]),
        (LIND, added),
        (LIND, SCHEMA.name),
        (ORDER, DOC["event-status"]),
        (URIRef(f"{ORDER}#evidence/0"), PROV.wasDerivedFrom),
    }


def test_a_denial_is_one_and_its_article_is_no_appearance_of_the_claim(graph: Graph) -> None:
    assert (KNEW, DOC["claim-assertions"], DENIAL) in graph
    assert graph.value(DENIAL, DOC["assertion-stance"]) == METHOD["stance-denies"]
    assert graph.value(DENIAL, PROV.wasAttributedTo) == URIRef(f"{ADDRESS}organizations/bridge-office/")
    assert URIRef(f"{ADDRESS}sources/courier-report/") not in set(graph.objects(KNEW, SCHEMA.appearance))


def test_what_rests_on_a_claim_is_told_with_it_and_not_as_a_fact(graph: Graph) -> None:
    titles = set(graph.objects(None, SCHEMA.roleName)) | set(graph.objects(None, SCHEMA.name))
    assert Literal("the one who gave the closing order") not in titles
    role = graph.value(None, DOC["role-title"], Literal("the one who gave the closing order"))
    assert graph.value(role, DOC["role-claim"]) == URIRef(f"{ADDRESS}claims/lind-ordered-closing/")


def test_an_event_that_is_only_alleged_is_none_of_schema_org_or_prov(graph: Graph) -> None:
    types = set(graph.objects(ORDER, RDF.type))
    assert types == {DOC.event, SCHEMA.Thing}


def test_words_that_are_quoted_and_a_copy_are_traced_to_where_they_come_from(graph: Graph) -> None:
    courier = URIRef(f"{ADDRESS}sources/courier-report/")
    assert graph.value(URIRef(f"{DENIAL}/0"), PROV.wasQuotedFrom) == courier
    assert graph.value(URIRef(f"{ADDRESS}sources/mirror-copy/"), PROV.wasDerivedFrom) == courier


def test_a_date_in_doubt_is_edtf_and_one_that_is_sure_a_date_of_xsd(graph: Graph) -> None:
    edtf = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
    assert Literal("[2031-03-01,2031-03-02]", datatype=edtf) in set(graph.objects(None, DOC["dating-edtf"]))
    day = graph.value(URIRef(f"{ADDRESS}events/lantern-bridge-collapse/"), SCHEMA.startDate)
    assert day.n3() == '"2031-03-02"^^<http://www.w3.org/2001/XMLSchema#date>'


def test_every_term_of_ours_is_defined_in_the_graph(graph: Graph) -> None:
    ours = {
        term for _, predicate, value in graph for term in (predicate, value)
        if isinstance(term, URIRef) and str(term).startswith((str(DOC), str(METHOD)))
    }  # fmt: skip
    assert ours
    assert not [term for term in ours if (term, RDF.type, None) not in graph]


def test_no_verdict_is_given(made: Mapping[str, bytes]) -> None:
    assert b"ClaimReview" not in made["graph.ttl"]
    assert b"Rating" not in made["graph.ttl"]


@pytest.mark.parametrize(
    "text", ['He said: "no" \\ yes', "two\nlines\t\x08", "\x7f\x01", "ليلى", "'", "</x>"]
)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    node = {
        "@id": "https://x.example/1",
        "schema:text": text,
        "schema:url": [web_iri('https://x.example/{a b}"')],
    }
    written = turtle([node], {"schema": str(SCHEMA)}, {"schema:url": "@id"})
    read = Graph().parse(data=written, format="turtle")
    assert [*read.objects(None, SCHEMA.text)] == [Literal(text)]
    assert [*read.objects(None, SCHEMA.url)] == [URIRef("https://x.example/%7Ba%20b%7D%22")]
