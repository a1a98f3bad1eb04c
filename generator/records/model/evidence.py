"""Dates with their basis, and the passages of sources that carry a statement."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.model.record import Date, LanguageTag, Line, OneOf, Part, Running, SourceRef, Word


class Dating(Part):
    """When something was, in EDTF, and whether a source states it or we infer it."""

    edtf: Date = Field(description="The date in EDTF (ISO 8601-2), no finer than the sources allow.")
    time: Line | None = Field(None, description="Clock time as HH:MM, where a source states one.")
    tz: Line | None = Field(None, description="Time zone of `time`, an IANA name such as Europe/Oslo.")
    basis: Annotated[Word, OneOf("date_basis")] = Field(
        description="`stated` where a source gives this date, `inferred` where we work it out."
    )
    reason: Running | None = Field(
        None, description="Why an inferred date follows from what the source says."
    )


class Translation(Part):
    """A quotation in another language; the words quoted stay those of the source."""

    text: Line = Field(description="The quotation, translated.")
    lang: LanguageTag = Field(description="Language of the translation as a BCP 47 tag.")
    translator: Line = Field(description="Who translated it, as readers are told.")


class Quote(Part):
    """The exact words of a source: the W3C Web Annotation TextQuoteSelector."""

    exact: Line = Field(
        description="The words, letter for letter; ` […] ` marks words we left out. At least 12 characters."
    )
    prefix: Line | None = Field(
        None, description="The words just before, where `exact` stands more than once."
    )
    suffix: Line | None = Field(
        None, description="The words just after, where `exact` stands more than once."
    )
    inserted: list[Line] = Field(
        default_factory=list, description="Bracketed words inside `exact` that the editors put in."
    )
    translation: Translation | None = Field(
        None, description="The words in the language of the documentary; they stand below the original."
    )


class Evidence(Part):
    """The passage of one source that carries a statement."""

    source: SourceRef = Field(description="The source in which the passage stands.")
    paragraph: Line = Field(
        description="Where it begins: `title`, `standfirst`, `p3` (third paragraph), `h1` (first heading)."
    )
    kind: Annotated[Word, OneOf("evidence_kind")] = Field(
        description="Whether the words are the speaker's own, the article's wording, or a figure."
    )
    quote: Quote | None = Field(None, description="The exact words; without them the evidence is a pointer.")
    note: Running | None = Field(None, description="An editors' remark on the passage.")
