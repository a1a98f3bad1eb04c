"""SHACL: what every kind of record and every part of one must have in the graph, made from the models.

Beside it the terms of the graph are defined: each field as a property, each kind and part as a class, each
word of a vocabulary as a concept.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.archive import Archive, Data
from generator.exports.graph import OWN, every_piece, is_address, term, told, value_type
from generator.lib.language import label
from generator.lib.text import fragment
from generator.records.kinds import KINDS
from generator.records.schema_tree import Field, anchor

PREFIXES = {"sh": "http://www.w3.org/ns/shacl#"}
COERCED = {
    **dict.fromkeys(("sh:targetClass", "sh:path", "sh:nodeKind", "sh:class", "sh:datatype"), "@id"),
    **dict.fromkeys(("sh:in", "sh:node", "skos:inScheme", "rdfs:subPropertyOf"), "@id"),
}
"""Of the properties that the definitions and shapes have, those whose texts are IRIs."""
_WIDER = {
    "assertion-via": "prov:wasInfluencedBy",
    "assertion-evidence": "prov:wasDerivedFrom",
}
_LITERALS = {"whole": "xsd:integer", "boolean": "xsd:boolean", "line": "xsd:string", "prose": "xsd:string"}


def shapes(archive: Archive) -> Iterator[Data]:
    """A shape for each kind and part."""
    for name, piece in every_piece().items():
        own = f"{OWN}:{anchor(name)}"
        properties = [_property(archive, name, field) for field in told(piece)]
        if name in KINDS:
            properties += _in_schema_org(name)
        yield {
            "@id": f"{archive.base}data/shapes.ttl#{name}",
            "@type": "sh:NodeShape",
            "sh:targetClass": own,
            "sh:property": properties,
        }


def _in_schema_org(kind: str) -> list[Data]:
    """What each kind must have that others read, whatever our own terms say."""
    named = {"claim": "schema:text", "question": "schema:text", "correction": "schema:text"}
    if kind in ("source", "chapter"):
        return []
    return [{"sh:path": named.get(kind, "schema:name"), "sh:minCount": 1, "sh:maxCount": 1}]


def _property(archive: Archive, name: str, field: Field) -> Data:
    found: Data = {"sh:path": term(name, field.name)}
    if field.required:
        found["sh:minCount"] = 1
    if not field.many:
        found["sh:maxCount"] = 1
    if field.piece:
        return {**found, "sh:class": f"{OWN}:{anchor(field.piece.name)}"}
    if field.form == "word":
        words = archive.dataset.words.get(field.vocabulary)
        known = [archive.word(field.vocabulary, word) for word in (words.words if words else ())]
        return {**found, "sh:in": {"@list": known}}
    if field.form == "reference":
        return {**found, **_of_kinds(field)}
    if is_address(field):
        return {**found, "sh:nodeKind": "sh:IRI"}
    return {**found, "sh:datatype": value_type(field) or _LITERALS[field.form]}


def _of_kinds(field: Field) -> Data:
    """A reference leads to a record of one of the kinds, or to an agent where a word takes its place."""
    classes = [f"{OWN}:{kind}" for kind in field.kinds]
    classes += ["prov:Agent"] * bool(field.words)
    if len(classes) == 1:
        return {"sh:class": classes[0]}
    return {"sh:or": {"@list": [{"sh:class": each} for each in classes]}}


def terms(archive: Archive) -> Iterator[Data]:
    """The definition of each term of our own."""
    for name, piece in every_piece().items():
        yield _defined(f"{OWN}:{anchor(name)}", "rdfs:Class", name, piece.meaning)
        for field in told(piece):
            own = f"{OWN}:{anchor(name, field.name)}"
            if term(name, field.name) == own:
                wider = _WIDER.get(own.removeprefix(f"{OWN}:"))
                more = {"rdfs:subPropertyOf": wider} if wider else {}
                yield {**_defined(own, "rdf:Property", field.name.replace("_", " "), field.meaning), **more}
    for name, vocabulary in archive.dataset.words.items():
        scheme = f"{archive.base}method/#{fragment(name)}"
        yield {
            "@id": scheme,
            "@type": "skos:ConceptScheme",
            "skos:prefLabel": label(name),
            "skos:definition": vocabulary.meaning,
        }
        for word, meaning in vocabulary.words.items():
            yield {
                "@id": archive.word(name, word),
                "@type": "skos:Concept",
                "skos:inScheme": scheme,
                "skos:notation": word,
                "skos:prefLabel": label(word),
                "skos:definition": meaning,
            }


def _defined(iri: str, kind: str, label: str, meaning: str) -> Data:
    return {"@id": iri, "@type": kind, "rdfs:label": label, "rdfs:comment": meaning}
