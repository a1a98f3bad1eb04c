"""The records of a documentary: what editors may write, and what each field means."""

from generator.records.model.chapter import Body, Chapter
from generator.records.model.claim import Answer, Assertion, Claim, Question, Relation, Value
from generator.records.model.documentary import (
    CastMember,
    ClaimInShort,
    Correction,
    Documentary,
    Glossary,
    InTwoMinutes,
    QuestionInShort,
    Term,
    Vocabulary,
    Words,
)
from generator.records.model.entity import (
    Coordinates,
    Entity,
    Event,
    Name,
    Organization,
    Participant,
    Person,
    Place,
    Role,
)
from generator.records.model.media import Media
from generator.records.model.record import (
    Cited,
    Dating,
    Evidence,
    Locator,
    PlaceInMedium,
    Prose,
    Quote,
    Record,
    Translation,
    Word,
    leaves,
)
from generator.records.model.source import Derivation, Gap, Interest, Note, Rights, Source, Stub
