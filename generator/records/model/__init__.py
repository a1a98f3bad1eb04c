"""The records of a documentary: what editors may write, and what each field means."""

from generator.records.model.claim import Answer, Assertion, Claim, Relation, Value
from generator.records.model.correction import Correction
from generator.records.model.documentary import Documentary
from generator.records.model.entity import Coordinates, Entity, Name, Organization, Person, Place, Role
from generator.records.model.event import Event, Participant
from generator.records.model.evidence import Dating, Evidence, Quote, Translation
from generator.records.model.question import Question
from generator.records.model.record import Prose, Record, Word, leaves
from generator.records.model.source import Derivation, Interest, Note, Rights, Source, Stub
from generator.records.model.words import Vocabulary, Words

__all__ = [
    "Answer",
    "Assertion",
    "Claim",
    "Coordinates",
    "Correction",
    "Dating",
    "Derivation",
    "Documentary",
    "Entity",
    "Event",
    "Evidence",
    "Interest",
    "Name",
    "Note",
    "Organization",
    "Participant",
    "Person",
    "Place",
    "Prose",
    "Question",
    "Quote",
    "Record",
    "Relation",
    "Rights",
    "Role",
    "Source",
    "Stub",
    "Translation",
    "Value",
    "Vocabulary",
    "Word",
    "Words",
    "leaves",
]
