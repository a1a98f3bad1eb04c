"""The records of a documentary: what editors may write, and what each field means."""

from generator.model.claim import Answer, Assertion, Claim, Relation, Value
from generator.model.correction import Correction
from generator.model.documentary import Documentary
from generator.model.entity import Coordinates, Entity, Name, Organization, Person, Place, Role
from generator.model.event import Event, Participant
from generator.model.evidence import Dating, Evidence, Quote, Translation
from generator.model.question import Question
from generator.model.record import Prose, Record, Word, leaves
from generator.model.source import Derivation, Interest, Note, Rights, Source, Stub
from generator.model.words import Vocabulary, Words

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
