"""RDF: one graph of all records as Turtle and as JSON-LD, and the shapes (SHACL) that it is held to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports import shapes
from generator.exports.archive import Archive
from generator.exports.format import File, Format
from generator.exports.graph import OWN, PREFIXES, Graph, coerced
from generator.exports.turtle import turtle
from generator.exports.whole import encoded
from generator.lib.language import gettext as _
from generator.records.schema_tree import PAGE


def _files(archive: Archive) -> Iterator[File]:
    nodes = [*shapes.terms(archive), *Graph(archive).nodes]
    prefixes = {OWN: f"{archive.base}{PAGE}#", **PREFIXES}
    kinds = {**coerced(), **shapes.COERCED}
    text = turtle(nodes, prefixes, kinds, archive.address)
    title, rows = _("Every record as a graph"), len(archive.records)
    yield File("graph.ttl", text.encode(), "text/turtle", title, rows)
    base = {"@base": archive.address} if archive.address else {}
    context = {**base, **prefixes, **{key: {"@id": key, "@type": kind} for key, kind in kinds.items()}}
    data = encoded({"@context": context, "@graph": nodes})
    yield File(
        "graph.jsonld", data, "application/ld+json", _("The same graph, for programs of the web"), rows
    )
    text = turtle(shapes.shapes(archive), {**prefixes, **shapes.PREFIXES}, kinds, archive.address)
    title = _("What every kind of record must have in the graph")
    yield File("shapes.ttl", text.encode(), "text/turtle", title, describes="graph.ttl")


FORMAT = Format(
    name="RDF",
    standard="https://www.w3.org/TR/rdf11-concepts/",
    use="One graph of people, events, places, claims and who says what of them, in the terms of PROV-O and "
    "schema.org, to be asked with SPARQL and to be linked with other graphs.",
    files=_files,
)
