"""The archive: every record of a documentary, read and ready to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.evidence.lock import Lock
from generator.records.kinds import KINDS
from generator.records.model import (
    Claim,
    Correction,
    Documentary,
    Entity,
    Event,
    Organization,
    Person,
    Place,
    Question,
    Record,
    Relation,
    Source,
    Words,
)
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.yamlfile import position

R = TypeVar("R", bound=Record)
Field = tuple[str | int, ...]
ENTITIES = tuple(name for name, kind in KINDS.items() if issubclass(kind.model, Entity))
"""The kinds of people, organizations and places."""


@dataclass(frozen=True)
class RecordFile:
    """The file a record was read from; its YAML begins at line `first_line`."""

    path: str
    yaml: str
    first_line: int = 1


@dataclass(frozen=True)
class Fault:
    """What a rule finds: in which record, at which value, what is wrong and how to mend it."""

    ref: Ref
    field: Field
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Dataset:
    """All records by reference, sorted; `known` also holds those whose file has faults of its own."""

    documentary: Documentary
    words: Words
    records: Mapping[Ref, Record]
    files: Mapping[Ref, RecordFile]
    lock: Lock | None = None
    known: frozenset[Ref] = field(default_factory=frozenset)
    outlines: str = ""
    """The GeoJSON of the countries that the maps are to show; empty: the editors give none."""

    def of(self, kind: str, model: type[R]) -> dict[Ref, R]:
        """The records of one kind, sorted by id."""
        if of_kinds := getattr(self.records, "of_kinds", None):  # a view that notes or narrows every look
            found: dict[Ref, R] = of_kinds((kind,))
            return found
        return {ref: r for ref, r in self.records.items() if ref.kind == kind and isinstance(r, model)}

    @cached_property
    def sources(self) -> dict[Ref, Source]:
        """All sources."""
        return self.of("source", Source)

    @cached_property
    def people(self) -> dict[Ref, Person]:
        """All people."""
        return self.of("person", Person)

    @cached_property
    def organizations(self) -> dict[Ref, Organization]:
        """All organizations."""
        return self.of("organization", Organization)

    @cached_property
    def places(self) -> dict[Ref, Place]:
        """All places."""
        return self.of("place", Place)

    @cached_property
    def entities(self) -> dict[Ref, Entity]:
        """All people, organizations and places."""
        if of_kinds := getattr(self.records, "of_kinds", None):
            found: dict[Ref, Entity] = of_kinds(ENTITIES)
            return found
        return {ref: record for ref, record in self.records.items() if isinstance(record, Entity)}

    @cached_property
    def events(self) -> dict[Ref, Event]:
        """All events."""
        return self.of("event", Event)

    @cached_property
    def claims(self) -> dict[Ref, Claim]:
        """All claims."""
        return self.of("claim", Claim)

    @cached_property
    def questions(self) -> dict[Ref, Question]:
        """All questions."""
        return self.of("question", Question)

    @cached_property
    def corrections(self) -> dict[Ref, Correction]:
        """All corrections."""
        return self.of("correction", Correction)

    @cached_property
    def relations_to(self) -> Mapping[Ref, list[tuple[Ref, Relation]]]:
        """The relations to each claim that are written in other claims, with the claim that has them."""
        found: dict[Ref, list[tuple[Ref, Relation]]] = defaultdict(list)
        for ref, claim in self.claims.items():
            for relation in claim.relations:
                found[relation.claim].append((ref, relation))
        return dict(found)

    @cached_property
    def declared_later(self) -> Mapping[Ref, frozenset[Ref]]:
        """The events that the records declare to come after each, on whichever side they say so."""
        found: dict[Ref, set[Ref]] = defaultdict(set)
        for ref, event in self.events.items():
            found[ref] |= set(event.before)
            for earlier in event.after:
                found[earlier].add(ref)
        return {ref: frozenset(others) for ref, others in found.items() if others}

    @cached_property
    def declared_earlier(self) -> Mapping[Ref, frozenset[Ref]]:
        """The events that the records declare to come before each, on whichever side they say so."""
        found: dict[Ref, set[Ref]] = defaultdict(set)
        for ref, others in self.declared_later.items():
            for other in others:
                found[other].add(ref)
        return {ref: frozenset(others) for ref, others in found.items()}

    def problem(self, fault: Fault) -> Problem:
        """The fault with its place in the file."""
        file, path = self.files[fault.ref], fault.field
        record = self.records.get(fault.ref)
        if isinstance(record, Source) and path[:1] == ("notes",) and len(path) > 1:
            note = record.notes[int(path[1])]
            return Problem(file.path, note.line, 1, f"notes.{note.label}", fault.message, fault.hint)
        return place_fault(file, path, fault.message, fault.hint)


def place_fault(file: RecordFile, path: Field, message: str, hint: str = "") -> Problem:
    """A problem at the value `path` of a YAML file, with line and column."""
    line, column = position(file.yaml, path)
    dotted = ".".join(map(str, path))
    return Problem(file.path, line + file.first_line - 1, column, dotted, message, hint)
