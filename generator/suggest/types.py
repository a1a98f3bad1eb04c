"""What a suggestion is, and what accepting it would write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.records.refs import Ref

Topic = Literal["name", "new name", "date", "figure", "quotation", "repeat", "conflict", "passage"]
TOPICS: dict[Topic, str] = {
    "name": "Names known",
    "new name": "Names unknown",
    "date": "Dates",
    "figure": "Figures",
    "quotation": "Quotations",
    "repeat": "Says what a claim says",
    "conflict": "Says otherwise than a claim",
    "passage": "Shares words with another text",
}
"""The headings, in the order in which suggestions are listed."""

Span = tuple[int, int]
"""Half-open offsets in `Article.canonical`."""


@dataclass(frozen=True, order=True)
class Spanned:
    """Something that stands in the text from `start` to `end`."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True)
class NewRecord:
    """A record to write; fields that are None are for the editor to fill in."""

    ref: Ref
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Addition:
    """An item to append to the list `field` of a record that exists."""

    ref: Ref
    field: str
    item: Any


Draft = NewRecord | Addition


@dataclass(frozen=True)
class Suggestion:
    """One thing found in the article: where, in which words, why it is suggested, and its draft.

    `found` holds the details for machines: texts, numbers, lists and mappings of them. `drafts` is empty
    where there is nothing to write. Of several drafts the editor picks one by its kind.
    """

    topic: Topic
    paragraph: str
    start: int
    end: int
    words: str
    reason: str
    found: Mapping[str, Any] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
