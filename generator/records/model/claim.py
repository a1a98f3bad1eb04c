"""Claims: one proposition each, with every assertion of it; and questions, on which they are positions."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from generator.records.model.record import (
    Agent,
    ClaimRef,
    Date,
    Dating,
    EventRef,
    Evidence,
    Line,
    Number,
    OneOf,
    Part,
    Points,
    QuestionRef,
    Record,
    Remark,
    Running,
    SourceRef,
    Subject,
    Word,
)
from generator.records.refs import ID, Ref

UNNAMED = "unnamed"
ABOUT_WORDS = frozenset({"spelling", "wording"})
"""The kinds of claim that say how something is written or called; such a claim has no standing."""
_SPEAKER = Points("person", "organization", "source")


def _speaker(value: object) -> object:
    return value if value == UNNAMED else _SPEAKER.read(value)


Speaker = Annotated[
    Ref | Literal["unnamed"],
    BeforeValidator(_speaker),
    PlainSerializer(str),
    WithJsonSchema({**_SPEAKER.json, "x-words": [UNNAMED]}),
]
"""A person, an organization, the article itself (`source:…`) or the word `unnamed`."""


class Answer(Part):
    """The claim as a position on a question."""

    question: QuestionRef = Field(description="The question.")
    answer: Line = Field(description="The answer this claim gives, in at most six words.")


class Value(Part):
    """A figure: a number or a range with everything needed to compare it."""

    number: Number | None = Field(None, description="The number, in digits; or `min` and `max`.")
    min: Number | None = Field(None, description="The lowest number of a range, in digits.")
    max: Number | None = Field(None, description="The highest number of a range, in digits.")
    unit: Line | None = Field(None, description="What is counted or measured.")
    scope: Line | None = Field(None, description="Of what, where: only figures of one scope compare.")
    qualifier: Annotated[Word, OneOf("qualifier")] = Field(description="How exact the number is meant.")
    as_of: Date | None = Field(None, description="The date for which the figure is given, in EDTF.")


class Relation(Part):
    """How this claim stands to another. Written on one side; the other side is computed."""

    relation: Annotated[Word, OneOf("relation")] = Field(description="The relation.")
    claim: ClaimRef = Field(description="The other claim.")
    note: Running | None = Field(None, description="A note for readers.")
    remark: Remark = None


class Assertion(Part):
    """One occurrence: one speaker takes a stance on the claim in one source."""

    id: Line = Field(pattern=f"^{ID.pattern}$", description="Unique in the claim; its permalink.")
    speaker: Speaker = Field(
        description="Who says it: person:…, organization:…, source:… (the article itself), or `unnamed`."
    )
    described_as: Line | None = Field(
        None,
        description="How that source introduces the speaker, in its words letter for letter; "
        "an unnamed speaker needs it.",
    )
    record: Agent | None = Field(
        None,
        description="The record of an unnamed speaker: of the person whom no source names, or of the body "
        "they belong to.",
    )
    as_named: Line | None = Field(None, description="The speaker's name as that source spells it.")
    stance: Annotated[Word, OneOf("stance")] = Field(description="How the speaker stands to the claim.")
    said: Dating | None = Field(
        None,
        description="When it was said; null: as `said_in`; of what an article says itself when it came out; "
        "else not stated.",
    )
    said_in: EventRef | None = Field(None, description="The interview, speech or report it was said in.")
    via: list[Agent] = Field([], description="Who passed it on, from the speaker towards our source.")
    basis: Annotated[Word, OneOf("basis")] = Field(description="How the speaker says they know.")
    independent_because: Running | None = Field(
        None,
        description="Why it is independent of what others of the same body said in the same days; "
        "without a reason they count as one source.",
    )
    hedge: Line | None = Field(
        None, description="The hedging words, as printed there; they stand wherever the claim is listed."
    )
    evidence: list[Evidence] = Field(description="The passages of one source that carry it.")
    note: Running | None = Field(None, description="A note for readers.")
    remark: Remark = None

    @property
    def source(self) -> Ref | None:
        """The source in which this occurrence stands, None while it has no evidence."""
        return self.evidence[0].source if self.evidence else None

    @property
    def speaker_ref(self) -> Ref | None:
        """The record of the speaker, None for an unnamed one."""
        return self.speaker if isinstance(self.speaker, Ref) else None

    @property
    def counts_as(self) -> Ref | None:
        """Who it counts for: its named speaker, or the named body to which an unnamed one belongs."""
        body = self.record if self.record and self.record.kind == "organization" else None
        return self.speaker_ref or body

    @property
    def voice(self) -> Ref | None:
        """The record on whose page the statement stands: of the speaker, named or not."""
        return self.speaker_ref or self.record


class Claim(Record):
    """One proposition in one neutral sentence, and who says what about it."""

    text: Line = Field(description="The proposition.")
    kind: Annotated[Word, OneOf("claim_kind")] = Field(description="What sort of claim it is.")
    about: list[Subject] = Field(description="Whom and what it is about.")
    answers: list[Answer] = Field([], description="The questions it is a position on.")
    value: Value | None = Field(None, description="The figure, where the claim is one.")
    relations: list[Relation] = Field([], description="How it stands to other claims.")
    assertions: list[Assertion] = Field(description="Every occurrence of the claim or of its denial.")

    @property
    def name(self) -> str:
        """The proposition."""
        return self.text

    @property
    def is_about_words(self) -> bool:
        """Whether it says only how something is written or called."""
        return self.kind in ABOUT_WORDS


class Question(Record):
    """A question to which the sources give different answers; the positions are the claims that answer it."""

    text: Line = Field(description="The question.")
    about: list[Subject] = Field(description="Whom and what it is about.")
    compatibility: Annotated[Word, OneOf("compatibility")] = Field(
        description="Whether the positions exclude each other, or how they may go together."
    )
    settled_by: Running = Field(description="What would settle it.")
    severity: Annotated[Word, OneOf("severity")] = Field(description="How much hangs on it.")
    state: Annotated[Word, OneOf("question_state")] = Field(description="Whether it is open.")
    reason: Running = Field(description="Why it stands so, attributed.")
    silent: list[SourceRef] = Field([], description="Sources that were checked and do not address it.")

    @property
    def name(self) -> str:
        """The question."""
        return self.text
