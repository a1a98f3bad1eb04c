"""The documentary as a whole: its title and its subject."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import EventRef, Line, Record, Running


class Documentary(Record):
    """What `sources/documentary.yml` says of the site as a whole."""

    title: Line = Field(description="Title of the documentary.")
    subtitle: Line = Field(description="One line under the title.")
    introduction: Running = Field(description="One paragraph for a reader who comes for the first time.")
    subject: EventRef = Field(description="The event the documentary is about.")
    language: Line = Field("en", description="Language of our own words, as a BCP 47 tag.")
    licence: Line = Field(description="Licence of our own words and data.")
