"""Corrections: what the documentary once said otherwise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.model.record import AnyRecord, Date, OneOf, Record, Running, Word


class Correction(Record):
    """One correction of the documentary itself."""

    date: Date = Field(description="When it was made.")
    kind: Annotated[Word, OneOf("correction_kind")] = Field(description="What sort of correction it is.")
    affects: list[AnyRecord] = Field(min_length=1, description="The records it changes.")
    before: Running = Field(description="What stood there.")
    after: Running = Field(description="What stands there now.")
    reason: Running = Field(description="Why it was changed.")

    @property
    def name(self) -> str:
        """What sort of correction it is, and its date."""
        return f"{self.kind.capitalize()} of {self.date.text}"
