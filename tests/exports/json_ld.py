"""JSON-LD read by a processor that is not ours (PyLD), as a graph of rdflib."""

from __future__ import annotations

from typing import Any

from pyld import jsonld
from rdflib import Graph

SCHEMA_ORG = "https://schema.org"
_CONTEXTS = {
    # No context is fetched: this one says of every name that it is a term of schema.org.
    SCHEMA_ORG: {
        "@vocab": "https://schema.org/",
        "url": {"@type": "@id"},
        "license": {"@type": "@id"},
        "sameAs": {"@type": "@id"},
        "additionalType": {"@type": "@id"},
    },
}


def graph_of(data: dict[str, Any], **contexts: Any) -> Graph:
    """The triples of a document; `contexts` are those that it names by their addresses."""
    known = {**_CONTEXTS, **contexts}

    def load(address: str, options: dict[str, Any]) -> dict[str, Any]:
        document = {"@context": known[address.rstrip("/")]}
        return {"contextUrl": None, "documentUrl": address, "document": document}

    options = {"format": "application/n-quads", "documentLoader": load}
    return Graph().parse(data=jsonld.to_rdf(data, options), format="nt")
