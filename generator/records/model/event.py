"""Events: what happened, was planned, alleged or said (schema.org, FollowTheMoney)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.model.evidence import Dating, Evidence
from generator.records.model.record import (
    Agent,
    ClaimRef,
    EventRef,
    Line,
    OneOf,
    Part,
    PlaceRef,
    Record,
    Running,
    Word,
)


class Participant(Part):
    """Someone who took part, as the sources have it."""

    entity: Agent = Field(description="The person or organization.")
    role: Annotated[Word, OneOf("participant_role")] = Field(description="The part taken.")
    claim: ClaimRef | None = Field(
        None, description="The claim that the part rests on, where it rests on somebody's word."
    )
    note: Running | None = Field(None, description="An editors' remark.")


class Event(Record):
    """One event. An interview, speech, report or leak is an event of type `statement`."""

    name: Line = Field(description="A neutral noun phrase.")
    type: Annotated[Word, OneOf("event_type")] = Field(description="What sort of event it is.")
    status: Annotated[Word, OneOf("event_status")] = Field(description="Whether it is said to have occurred.")
    when: Dating | None = Field(None, description="When it was; null: not stated.")
    where: list[PlaceRef] = Field(default_factory=list, description="Where it was.")
    participants: list[Participant] = Field(default_factory=list, description="Who took part.")
    part_of: EventRef | None = Field(None, description="The larger event it belongs to.")
    after: list[EventRef] = Field(default_factory=list, description="Events it came after.")
    before: list[EventRef] = Field(default_factory=list, description="Events it came before.")
    description: Running = Field(description="One or two neutral, attributed sentences.")
    evidence: list[Evidence] = Field(description="Where the sources speak of it.")

    @property
    def is_statement(self) -> bool:
        """Whether it discloses something (an interview, a speech, a report) and may be a shared origin."""
        return self.type in ("statement", "publication")
