"""Web Annotations, read by a JSON-LD processor, held to the W3C model by SHACL, and found in the texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from generator.evidence.lock import LockEntry
from generator.exports.archive import Archive, licence_address
from generator.exports.web_annotations import FORMAT, _selectors
from generator.records.dataset import Dataset
from generator.records.model import Quote

from .json_ld import graph_of

OA = Namespace("http://www.w3.org/ns/oa#")
ADDRESS = "https://bridge.example/"
TEXTS = Path(__file__).parent.parent / "sample/texts"
STRAIGHT = str.maketrans("“”’‘–", "\"\"''-")
"""Quotation marks and dashes: a record may have another sort of them than its source."""
ID = {"@type": "@id"}
CONTEXT: dict[str, Any] = {
    # What the terms in use mean, after the Web Annotation Vocabulary.
    "oa": str(OA),
    "as": "https://www.w3.org/ns/activitystreams#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": str(RDF),
    "id": "@id",
    "type": {"@id": "@type", "@type": "@vocab"},
    "@vocab": "https://not-of-the-model.example/",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "SpecificResource", "TextualBody", "TimeState", "TextQuoteSelector",
                     "FragmentSelector", "exact", "prefix", "suffix", "linking", "describing", "commenting",
                     "classifying")
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "first": {"@id": "as:first", **ID},
    "partOf": {"@id": "as:partOf", **ID},
    "items": {"@id": "as:items", "@container": "@list", **ID},
    "creator": {"@id": "dcterms:creator", **ID},
    "rights": {"@id": "dcterms:rights", **ID},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", **ID},
    "target": {"@id": "oa:hasTarget", **ID},
    "source": {"@id": "oa:hasSource", **ID},
    "selector": {"@id": "oa:hasSelector", **ID},
    "state": {"@id": "oa:hasState", **ID},
    "cached": {"@id": "oa:cachedSource", **ID},
    "conformsTo": {"@id": "dcterms:conformsTo", **ID},
    "value": "rdf:value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}  # fmt: skip
MODEL = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass oa:Annotation ; sh:nodeKind sh:IRI ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:class oa:SpecificResource ] ,
    [ sh:path oa:hasBody ; sh:minCount 2 ] ,
    [ sh:path oa:motivatedBy ; sh:minCount 1 ; sh:hasValue oa:linking ] .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ;
  sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
[] a sh:NodeShape ; sh:targetClass oa:TextualBody ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] .
[] a sh:NodeShape ; sh:targetClass oa:TextQuoteSelector ;
  sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path oa:prefix ; sh:maxCount 1 ] , [ sh:path oa:suffix ; sh:maxCount 1 ] .
[] a sh:NodeShape ; sh:targetClass oa:FragmentSelector ;
  sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
"""What the model says that these MUST have."""


@pytest.fixture(scope="module")
def data(dataset: Dataset) -> dict[str, Any]:
    (file,) = FORMAT.files(Archive(dataset, ADDRESS))
    found: dict[str, Any] = json.loads(file.data)
    assert file.rows == found["total"] == len(found["first"]["items"])
    return found


@pytest.fixture(scope="module")
def graph(data: dict[str, Any]) -> Graph:
    return graph_of(data, **{"http://www.w3.org/ns/anno.jsonld": CONTEXT})


def test_they_are_as_the_model_demands(graph: Graph) -> None:
    held, _, report = validate(graph, shacl_graph=Graph().parse(data=MODEL))
    assert held, report


def test_no_term_is_used_that_the_model_does_not_have(graph: Graph) -> None:
    assert not [term for triple in graph for term in triple if "not-of-the-model" in str(term)]


def test_every_piece_of_evidence_has_its_annotation(graph: Graph, dataset: Dataset) -> None:
    given = {str(subject).removeprefix(ADDRESS) for subject in graph.subjects(RDF.type, OA.Annotation)}
    claims = {
        f"claims/{ref.id}/#{assertion.id}/{number}"
        for ref, claim in dataset.claims.items()
        for assertion in claim.assertions
        for number, _ in enumerate(assertion.evidence)
    }
    events = {
        f"events/{ref.id}/#evidence/{number}"
        for ref, event in dataset.events.items()
        for number, _ in enumerate(event.evidence)
    }
    assert claims
    assert claims | events <= given


def test_every_selector_finds_its_words_in_the_text_and_a_whole_quotation_just_once(
    graph: Graph, dataset: Dataset
) -> None:
    addresses = {
        source.address or f"{ADDRESS}sources/{ref.id}/": ref.id for ref, source in dataset.sources.items()
    }
    looked_at = 0
    for annotation, target in graph.subject_objects(OA.hasTarget):
        selector = graph.value(target, OA.hasSelector)
        if (selector, RDF.type, OA.TextQuoteSelector) not in graph:
            continue
        source = addresses[str(graph.value(target, OA.hasSource))]
        text = " ".join((TEXTS / f"{source}.txt").read_text(encoding="utf-8").translate(STRAIGHT).split())
        words = "".join(str(graph.value(selector, part) or "") for part in (OA.prefix, OA.exact, OA.suffix))
        words = words.translate(STRAIGHT)
        assert words in text, annotation
        assert text.count(words) == 1, annotation
        looked_at += 1
    assert looked_at > 20


def test_the_stance_is_told_so_that_a_denial_is_not_read_as_a_claim(graph: Graph) -> None:
    denial = URIRef(f"{ADDRESS}claims/office-knew-of-bolts/#office-courier/0")
    bodies = list(graph.objects(denial, OA.hasBody))
    stances = {str(graph.value(body, OA.hasSource)) for body in bodies} & {f"{ADDRESS}method/#stance-denies"}
    assert stances
    assert "Bridge Office (denies): The Bridge Office knew of loose bolts." in {
        str(graph.value(body, RDF.value)) for body in bodies
    }


def test_a_place_in_a_recording_is_a_media_fragment(data: dict[str, Any]) -> None:
    items = {item["id"]: item for item in data["first"]["items"]}
    target = items[f"{ADDRESS}claims/light-under-the-arch/#orre-courier/0"]["target"][1]
    assert target["selector"] == {"type": "FragmentSelector", "value": "t=2,4"}


def test_an_archived_copy_stands_beside_the_live_address(data: dict[str, Any]) -> None:
    target = next(
        t for item in data["first"]["items"] if isinstance(t := item["target"], dict) if "state" in t
    )
    assert target["source"] == "https://courier.example/2031/bolts"
    assert target["state"]["cached"] == ["https://archive.example/2031/courier-bolts"]


def selected(exact: str, *spans: tuple[int, int], **quote: Any) -> list[dict[str, str]]:
    entry = LockEntry("s", "p1", "quotation", "", spans, ()) if spans else None
    found = _selectors(Quote(exact=exact, **quote), entry)
    return [{key: value for key, value in each.items() if key != "type"} for each in found]


def test_what_is_left_out_parts_the_words_and_a_changed_capital_is_that_of_the_source() -> None:
    assert selected("[T]he flood took […] the pier", suffix=", and more", prefix="Once") == [
        {"exact": "the flood took", "prefix": "Once "},
        {"exact": "the pier", "suffix": ", and more"},
    ]


def test_words_put_in_stand_in_no_selector_and_part_only_what_the_lock_says_is_apart() -> None:
    inserted = {"inserted": ["[the office]"]}
    assert selected("we [the office] knew", (0, 2), (3, 7), **inserted) == [{"exact": "we knew"}]
    assert selected("we [the office] knew", (0, 2), (9, 13), **inserted) == [
        {"exact": "we"},
        {"exact": "knew"},
    ]


def test_a_documentary_without_an_address_and_without_evidence_can_be_told(dataset: Dataset) -> None:
    (file,) = FORMAT.files(Archive(dataset))
    assert json.loads(file.data)["id"].startswith("urn:documentary:")


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-nc-sa 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", ""),
    ],
)
def test_a_licence_of_creative_commons_has_its_address(licence: str, address: str) -> None:
    assert licence_address(licence) == address
