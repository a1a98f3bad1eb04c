"""The archive: every record of a documentary, read and ready to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.evidence.lock import Lock
from generator.lib.groups import grouped
from generator.lib.text import line_and_column
from generator.records.kinds import KINDS
from generator.records.media_files import MediaFile
from generator.records.model import (
    Chapter,
    Claim,
    Correction,
    Documentary,
    Entity,
    Event,
    Glossary,
    Media,
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
from generator.records.publications import told_apart
from generator.records.refs import Ref
from generator.records.sound import Sound
from generator.records.yamlfile import FieldPath, Offset, position

R = TypeVar("R", bound=Record)
ENTITIES = tuple(name for name, kind in KINDS.items() if issubclass(kind.model, Entity))
"""The kinds of people, organizations and places."""


@dataclass(frozen=True)
class RecordFile:
    """The file a record was read from; its YAML begins at line `first_line`."""

    path: str
    yaml: str
    first_line: int = 1


@dataclass(frozen=True)
class Sensitive:
    """What one file has that only the editors may know."""

    forms: frozenset[str]
    """The names that are not to stand anywhere."""
    files: frozenset[str] = frozenset()
    """The media files that the record names, below `sources/media/`."""
    left_out: tuple[int, ...] = ()
    """Which of the `names` in the file the record is read without; none: the record itself is left out."""


@dataclass(frozen=True)
class Fault:
    """What a rule finds: in which record, at which value, what is wrong and how to fix it."""

    ref: Ref
    field: FieldPath
    message: str
    hint: str = ""


def _all(model: type[R], *kinds: str) -> cached_property[dict[Ref, R]]:
    """All records of some kinds, sorted by id."""

    def found(dataset: "Dataset") -> dict[Ref, Any]:
        if of_kinds := getattr(dataset.records, "of_kinds", None):  # a view that notes or narrows every look
            return cast("dict[Ref, Any]", of_kinds(kinds))
        return {ref: record for ref, record in dataset.records.items() if ref.kind in kinds}

    return cached_property(found)


@dataclass(frozen=True)
class Dataset:
    """All records by reference, sorted; `known` also holds those whose file has faults of its own."""

    documentary: Documentary
    words: Words
    records: Mapping[Ref, Record]
    files: Mapping[Ref, RecordFile]
    lock: Lock | None = None
    known: frozenset[Ref] = field(default_factory=frozenset)
    drafts: frozenset[Ref] = field(default_factory=frozenset)
    """The records whose files say that they are not finished, with or without faults."""
    held: frozenset[Ref] = field(default_factory=frozenset)
    """The records that are not among `records` because they are not published yet."""
    waiting: frozenset[Ref] = field(default_factory=frozenset)
    """The records that are shown to editors before they are published."""
    sensitive: Mapping[Ref, "Sensitive"] = field(default_factory=dict)
    """What was read and is left out of all that is made, by the record whose file has it."""
    unsound: Mapping[Ref, Sound] = field(default_factory=dict)
    """Of the records that have faults of their own, what is sound."""
    outlines: str = ""
    """The GeoJSON of the countries that the maps are to show; empty: the editors give none."""
    catalogue: str = ""
    """The text of the documentary's own catalogue of its language; empty: it has none."""
    glossary: Glossary = field(default_factory=list)
    """The words that are explained; pages ask for them by `Site.terms`."""
    media_files: Mapping[str, MediaFile] = field(default_factory=dict)
    """What is known of the files that media name, by their paths below `sources/media/`."""

    sources = _all(Source, "source")
    people = _all(Person, "person")
    organizations = _all(Organization, "organization")
    places = _all(Place, "place")
    entities = _all(Entity, *ENTITIES)
    events = _all(Event, "event")
    claims = _all(Claim, "claim")
    questions = _all(Question, "question")
    chapters = _all(Chapter, "chapter")
    media = _all(Media, "media")
    corrections = _all(Correction, "correction")

    @cached_property
    def sensitive_forms(self) -> Mapping[str, Ref]:
        """The sensitive names, with the record whose file has each; what others are called too is none."""
        found = {form: ref for ref, each in self.sensitive.items() for form in sorted(each.forms)}
        others = ((ref, entity.printed_forms) for ref, entity in self.entities.items())
        public = {form for ref, forms in others for form in forms if found.get(form) != ref}
        return {form: ref for form, ref in found.items() if form not in public}

    @cached_property
    def relations_to(self) -> Mapping[Ref, list[tuple[Ref, Relation]]]:
        """The relations to each claim that are written in other claims, with the claim that has them."""
        claims = self.claims.items()
        return grouped((each.claim, (ref, each)) for ref, claim in claims for each in claim.relations)

    @cached_property
    def answering(self) -> Mapping[Ref, list[Ref]]:
        """The claims that answer each question."""
        pairs = ((answer.question, ref) for ref, claim in self.claims.items() for answer in claim.answers)
        return {question: list(dict.fromkeys(refs)) for question, refs in grouped(pairs).items()}

    @cached_property
    def publications(self) -> Mapping[str, Ref | str]:
        """What tells publications that are not held from others, by their marks."""
        return told_apart(self.sources)

    @cached_property
    def declared_later(self) -> Mapping[Ref, frozenset[Ref]]:
        """The events that the records declare to come after each, on whichever side they say so."""
        events = self.events.items()
        pairs = [(ref, later) for ref, event in events for later in event.before]
        pairs += [(earlier, ref) for ref, event in events for earlier in event.after]
        return {ref: frozenset(others) for ref, others in grouped(pairs).items()}

    @cached_property
    def declared_earlier(self) -> Mapping[Ref, frozenset[Ref]]:
        """The events that the records declare to come before each, on whichever side they say so."""
        pairs = ((later, ref) for ref, others in self.declared_later.items() for later in others)
        return {ref: frozenset(others) for ref, others in grouped(pairs).items()}

    def problem(self, fault: Fault) -> Problem:
        """The fault with its place in the file."""
        file, path, record = self.files[fault.ref], fault.field, self.records.get(fault.ref)
        offset = next((step for step in path if isinstance(step, Offset)), Offset(0))
        path = tuple(step for step in path if not isinstance(step, Offset))
        if isinstance(record, Chapter) and path[:1] == ("body",):
            line, column = line_and_column(record.body.text, offset)
            return Problem(file.path, record.body.line + line - 1, column, "body", fault.message, fault.hint)
        if isinstance(record, Source) and path[:1] in (("notes",), ("gaps",)) and len(path) > 1:
            at = int(path[1])
            label = record.notes[at].label if path[0] == "notes" else record.gaps[at].first
            line = record.notes[at].line if path[0] == "notes" else record.gaps[at].line
            return Problem(file.path, line, 1, f"notes.{label}", fault.message, fault.hint)
        if path[:1] == ("names",) and len(path) > 1 and fault.ref in self.sensitive:
            number = int(path[1])
            for left_out in self.sensitive[fault.ref].left_out:
                number += left_out <= number
            path = ("names", number, *path[2:])
        return place_fault(file, path, fault.message, fault.hint)


def place_fault(file: RecordFile, path: FieldPath, message: str, hint: str = "") -> Problem:
    """A problem at the value `path` of a YAML file, with line and column."""
    line, column = position(file.yaml, path)
    dotted = ".".join(map(str, path))
    return Problem(file.path, line + file.first_line - 1, column, dotted, message, hint)
