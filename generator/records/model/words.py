"""The closed vocabularies: each word with its meaning."""

from __future__ import annotations

from pydantic import Field

from generator.records.model.record import Line, Part


class Vocabulary(Part):
    """One closed list of words."""

    meaning: Line = Field(description="What the list says of a record.")
    words: dict[str, Line] = Field(description="Each word with its meaning.")


LOADED = "loaded"
"""The list of words that stand only inside quotation marks; no field takes words from it."""

Words = dict[str, Vocabulary]
"""The lists of `words.yml` by name."""
