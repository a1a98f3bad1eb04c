"""Questions: where accounts differ."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.model.record import Line, OneOf, Record, Running, SourceRef, Subject, Word


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
    silent: list[SourceRef] = Field(
        default_factory=list, description="Sources that were checked and do not address it."
    )

    @property
    def name(self) -> str:
        """The question."""
        return self.text
