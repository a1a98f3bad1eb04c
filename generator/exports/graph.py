"""The records as a graph of RDF: nodes of JSON-LD whose terms are PROV-O, schema.org and the records' own.

Each field of a record is a property, and each part a node; their IRIs lead to the page that explains the
fields. Where PROV-O or schema.org has a property of the same meaning, it takes the place of ours. Words of
vocabularies are concepts (SKOS) at the page of the method. Reading notes and the text of chapters are left
out: they are prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from generator.analysis.prose import plain
from generator.exports.archive import EDITORIAL, Archive, Data, decimal, web_iri
from generator.exports.schema_org import OCCURRED, described
from generator.records.kinds import KINDS
from generator.records.model.claim import UNNAMED
from generator.records.refs import Ref
from generator.records.schema_tree import Field, Piece, anchor, piece_of, pieces

EDTF = "edtf:EDTF"
PREFIXES: Mapping[str, str] = {
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
OWN = "doc"
"""The prefix of our own terms."""
_SHARED = {"name": "schema:name", "description": "schema:description", "same_as": "schema:sameAs"}
_STANDARD = {
    "assertion-speaker": "prov:wasAttributedTo",
    "assertion-said-in": "prov:wasGeneratedBy",
    "claim-about": "schema:about",
    "claim-text": "schema:text",
    "derivation-of": "prov:entity",
    "evidence-source": "prov:wasDerivedFrom",
    "media-url": "schema:url",
    "place-part-of": "schema:containedInPlace",
    "organization-part-of": "schema:parentOrganization",
    "question-about": "schema:about",
    "question-text": "schema:text",
    "source-authors": "schema:author",
    "source-derivation": "prov:qualifiedDerivation",
    "source-language": "schema:inLanguage",
    "source-publisher": "schema:publisher",
    "source-title": "schema:headline",
    "source-translators": "schema:translator",
    "source-url": "schema:url",
}
_TYPES = {
    "assertion": "prov:Entity",
    "derivation": "prov:Derivation",
    "evidence": "prov:Entity",
    "organization": "prov:Organization",
    "person": "prov:Person",
    "place": "prov:Location",
    "source": "prov:Entity",
}
"""What a record or part is by PROV-O."""
_SCHEMA_IRIS = ("schema:url", "schema:sameAs", "schema:additionalType")
_DATES = {"deathDate", "startDate", "endDate", "datePublished", "dateCreated"}
_XSD = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def term(section: str, field: str) -> str:
    """The property of a field of a kind or part."""
    own = anchor(section, field)
    if section in KINDS and field in _SHARED:
        return _SHARED[field]
    return _STANDARD.get(own, f"{OWN}:{own}")


def told(piece: Piece) -> Iterator[Field]:
    """The fields of a piece that are exported."""
    return (field for field in piece.fields if field.name not in EDITORIAL)


@cache
def every_piece() -> dict[str, Piece]:
    """Every kind of record, and every part that they have, by the name of its section."""
    kinds = {kind.name: piece_of(kind.model) for kind in KINDS.values()}
    parts = {part.name.lower(): part for kind in kinds.values() for part in pieces(kind)}
    return {**kinds, **dict(sorted(parts.items()))}


@cache
def _plan(section: str) -> tuple[tuple[Field, str, bool], ...]:
    """The fields of a kind or part, each with its property and whether it holds web addresses."""
    piece = every_piece()[section]
    return tuple((field, term(section, field.name), is_address(field)) for field in told(piece))


def coerced() -> dict[str, str]:
    """What the values of a property are, where they are no mere text: `@id` or a datatype."""
    found = dict.fromkeys((*_SCHEMA_IRIS, "prov:wasQuotedFrom", "prov:wasDerivedFrom"), "@id")
    for name, piece in every_piece().items():
        for field in told(piece):
            if kind := value_type(field):
                found[term(name, field.name)] = kind
    return found


def value_type(field: Field) -> str:
    """What a value of a field is: `@id`, a datatype, or nothing for a text or a node."""
    if field.form in ("reference", "word") or is_address(field):
        return "@id"
    return {"date": EDTF, "number": "xsd:decimal"}.get(field.form, "")


def is_address(field: Field) -> bool:
    """Whether it holds a web address."""
    return str(field.limits.get("pattern", "")).startswith("^https?:")


class Graph:
    """The nodes of an archive, one for each record."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    @cached_property
    def nodes(self) -> list[Data]:
        """Each record with its parts, and what schema.org has words for."""
        return [self._record(ref) for ref in self.archive.records]

    def short(self, iri: str) -> str:
        """The IRI as it is written: without the address of the site, where that is known."""
        return iri.removeprefix(self.archive.address)

    def _iri(self, address: str) -> str:
        return self.short(self.archive.iri(address))

    def _record(self, ref: Ref) -> Data:
        fields = self.archive.records[ref]["fields"]
        own = self._node(ref.kind, fields, str(ref))
        world = self._prefixed(described(self.archive, ref, lambda other: {"@id": self._iri(str(other))}))
        if ref.kind == "event" and fields["status"] == OCCURRED:
            own["@type"].append("prov:Activity")
        found = {**world, **own, "@type": [*own["@type"], world["@type"]], "@id": self._iri(str(ref))}
        if parents := [each["of"] for each in fields.get("derivation", ()) if "of" in each]:
            found["prov:wasDerivedFrom"] = [self._iri(each) for each in parents]
        return found

    def _node(self, name: str, fields: Data, address: str) -> Data:
        """The fields of a record or part; `address` is that of the record, or of the assertion."""
        node: Data = {"@type": [f"{OWN}:{name}", *filter(None, [_TYPES.get(name)])]}
        if name == "evidence":
            node["@id"] = self._iri(fields["id"])
            if "quote" in fields:
                node["prov:wasQuotedFrom"] = self._iri(fields["source"])
        elif name == "assertion":
            node["@id"] = self._iri(f"{address}/{fields['id']}")
        for field, key, holds_addresses in _plan(name):
            if field.name in fields:
                value = fields[field.name]
                values = value if isinstance(value, list) else [value]
                made = [self._value(field, each, fields, address) for each in values]
                node[key] = [*map(web_iri, made)] if holds_addresses else made
        return node

    def _value(self, field: Field, value: Any, fields: Data, address: str) -> Any:
        if field.piece:
            return self._node(field.piece.name.lower(), value, address)
        if field.form == "word":
            return self.short(self.archive.word(field.vocabulary, value))
        if field.form == "reference":
            return self._unnamed(fields) if value == UNNAMED else self._iri(value)
        if field.form == "number":
            return decimal(value)
        return plain(value) if field.form == "prose" else value

    def _unnamed(self, assertion: Data) -> Data:
        return {"@type": "prov:Agent", "schema:description": assertion.get("described_as", "")}

    def _prefixed(self, value: Any) -> Any:
        """The terms of schema.org with their prefix, its dates with their type."""
        if isinstance(value, list):
            return [self._prefixed(each) for each in value]
        if isinstance(value, int | float):
            return {"@value": decimal(value), "@type": "xsd:decimal"}
        if not isinstance(value, dict):
            return value
        found: Data = {}
        for key, each in value.items():
            if key == "@id":
                found[key] = self.short(each)
            elif key == "@type":
                found[key] = f"schema:{each}"
            elif key in _DATES:
                found[f"schema:{key}"] = {"@value": each, "@type": _XSD[len(each)]}
            elif key == "additionalType":
                found[f"schema:{key}"] = self.short(each)
            else:
                found[f"schema:{key}"] = self._prefixed(each)
        return found
