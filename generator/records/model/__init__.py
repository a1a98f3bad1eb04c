"""The records of a documentary: what editors may write, and what each field means."""

from generator.records.model.claim import Answer, Assertion, Claim, Question, Relation, Value
from generator.records.model.documentary import (
    ClaimInShort,
    Correction,
    Documentary,
    InTwoMinutes,
    QuestionInShort,
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
    Dating,
    Evidence,
    PlaceInMedium,
    Prose,
    Quote,
    Record,
    Translation,
    Word,
    leaves,
)
from generator.records.model.source import Derivation, Interest, Note, Rights, Source, Stub
