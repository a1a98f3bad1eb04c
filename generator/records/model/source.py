"""Sources: the articles and documents that the documentary reads (CSL-JSON, schema.org, PROV)."""

import re
from typing import Annotated

from pydantic import Field

from generator.lib.identifiers import DOI_ADDRESS
from generator.records.model.record import (
    Agent,
    Date,
    Dating,
    Doi,
    Isbn,
    Issn,
    LanguageTag,
    Line,
    Locator,
    OneOf,
    Part,
    Record,
    RecordingTime,
    Running,
    SourceRef,
    Url,
    Whole,
    Word,
)


class Stub(Part):
    """A publication that we know of but hold no copy of."""

    title: Line | None = Field(None, description="Its headline, where known.")
    authors: list[Agent] = Field([], description="Its authors, where known.")
    publisher: Agent | None = Field(None, description="Who published it.")
    published: Dating | None = Field(None, description="When it was published.")
    url: Url | None = Field(None, description="Its web address.")


class Derivation(Part):
    """What a source was made from (PROV `wasDerivedFrom`)."""

    relation: Annotated[Word, OneOf("derivation")] = Field(description="How the source was made from it.")
    of: SourceRef | None = Field(None, description="The parent, where it is a source of this archive.")
    stub: Stub | None = Field(None, description="The parent, where we hold no copy of it.")
    note: Running | None = Field(None, description="How we know.")


class Interest(Part):
    """A stake of the author or publisher that the source itself declares."""

    text: Running = Field(description="The stake, in our own words.")
    short: Annotated[Line, Field(max_length=90)] | None = Field(
        None, description="The same in a few words, for lists; null: lists leave it out."
    )
    paragraph: Line | None = Field(None, description="The paragraph that says so, if it is in the article.")


RIGHTS_HOLDER = "The rights holder that the copy names."
_FREE = re.compile(r"public domain\b|cc0\b|cc[ -](?:by|zero|pdm)\b|creative commons\b", re.IGNORECASE)


class Rights(Part):
    """Who holds the rights in the text, and how much of it may be quoted."""

    holder: Line | None = Field(None, description=RIGHTS_HOLDER)
    licence: Line | None = Field(
        None,
        description="The licence; null means all rights reserved. Public domain and Creative "
        "Commons (`public domain`, `CC BY 4.0`) lift the limits on quoting.",
    )
    excerpt_words: Whole | None = Field(
        None,
        description="The most words that may be quoted altogether, where that is agreed; null means "
        "15 % of the text, and 30 % with the speech of the people it quotes.",
    )

    @property
    def is_free(self) -> bool:
        """Whether the licence lifts the limits on quoting."""
        return self.licence is not None and _FREE.match(self.licence) is not None

    @property
    def is_unlimited(self) -> bool:
        """Whether the whole text may be printed."""
        return self.is_free and self.excerpt_words is None


class Archived(Part):
    """An archived copy on the web."""

    url: Url = Field(description="Address of the archived copy.")
    date: Date = Field(description="When the copy was taken.")


class CueStart(Part):
    """When in a recording a paragraph of its transcript begins, and who speaks there."""

    paragraph: Line = Field(description="The paragraph, such as `p3`.")
    start: RecordingTime = Field(
        description="When it begins, as HH:MM:SS.mmm from the beginning of the recording."
    )
    speaker: Line | None = Field(
        None, description="The name that the transcript sets before it, letter for letter."
    )

    @property
    def seconds(self) -> float:
        """The start in seconds."""
        hours, minutes, seconds = self.start.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


class Capture(Part):
    """The copy of the text that we hold."""

    words: Whole = Field(description="Words of the article's text in that copy.")
    file: Line | None = Field(
        None,
        description="File name of the captured copy, for `ingest`; with `#` its part that was taken.",
    )
    ocr: Line | None = Field(
        None,
        description="The program that read the text off pictures of its pages, such as tesseract 5.3.0; "
        "null: the file holds the text.",
    )
    note: Running | None = Field(None, description="What the copy lacks, and how it reached us.")
    cues: list[CueStart] = Field(
        [], description="Of the transcript of a recording: when its paragraphs begin; `ingest` writes them."
    )


class Note(Part):
    """A reading note: what one paragraph says, in our own words."""

    label: str = Field(description="The paragraph: `p3`, `h1`, `title` or `standfirst`.")
    text: Running = Field(description="What it says, in our own words.")
    line: int = Field(description="Line of the note in the file, from 1.")
    locator: Locator | None = Field(
        None, description="Where in the work it stands: `[p250, page 88]` before the note."
    )


class Gap(Part):
    """Paragraphs of a long source, or headings, on which there are no reading notes: `[p4–p249]`."""

    first: str = Field(description="The first of them, such as `p4`.")
    last: str = Field(description="The last of them, such as `p249`.")
    text: Running | None = Field(None, description="What they are about, in our own words.")
    line: int = Field(description="Line of the gap in the file, from 1.")

    @property
    def labels(self) -> list[str]:
        """The labels of all of them, in order."""
        return [f"{self.first[0]}{n}" for n in range(int(self.first[1:]), int(self.last[1:]) + 1)]


class Source(Record):
    """One article, document or broadcast."""

    title: Line | None = Field(None, description="The headline as printed; null where the copy has none.")
    supplied_title: Line | None = Field(
        None, description="Our own title where the copy has none; printed in brackets."
    )
    subtitle: Line | None = Field(None, description="The line under the headline, if it is a mere title.")
    short: Annotated[Line, Field(max_length=40)] | None = Field(
        None,
        description="Its short name in lists, such as Holm 2031; null: author or publisher, with the year or "
        "headline.",
    )
    type: Annotated[Word, OneOf("source_type")] = Field(description="What sort of publication it is.")
    authors: list[Agent] = Field([], description="The byline; empty: not stated.")
    translators: list[Agent] = Field([], description="Who translated it, where it names them.")
    container: Line | None = Field(
        None,
        description="The larger work it stands in, where that has a name beside its publisher's: the book of "
        "a chapter, the programme of a broadcast, the website of a page.",
    )
    publisher: Agent | None = Field(None, description="Who published this copy; null: not stated.")
    publisher_place: Line | None = Field(None, description="Where its publisher published it, as printed.")
    published: Dating | None = Field(None, description="When this copy was published; null: not stated.")
    edition: Line | None = Field(None, description="Its edition: a number, such as 2, or in words.")
    volume: Line | None = Field(None, description="Its volume, such as 3 or XII.")
    issue: Line | None = Field(None, description="The issue of the periodical that it stands in.")
    pages: Line | None = Field(None, description="Its pages in the larger work, such as 88–102.")
    number: Line | None = Field(None, description="Its number as a report or in the files of a court.")
    doi: Doi | None = Field(None, description="Its DOI, such as 10.5555/12345678.")
    isbn: Isbn | None = Field(None, description="Its ISBN, or that of the book it stands in.")
    issn: Issn | None = Field(None, description="The ISSN of the periodical that it stands in.")
    archive: Line | None = Field(None, description="The archive or library that holds the original.")
    archive_location: Line | None = Field(
        None, description="Its shelf mark there, or the fonds, box and folder."
    )
    language: LanguageTag = Field("en", description="Language of the text as a BCP 47 tag.")
    url: Url | None = Field(None, description="Web address of the copy; null: not known.")
    archived: list[Archived] = Field([], description="Archived copies on the web.")
    derivation: list[Derivation] = Field(
        [], description="What it republishes, excerpts, translates, rewrites or rests on."
    )
    interest: list[Interest] = Field([], description="Stakes that the copy declares.")
    rights: Rights = Field(default_factory=Rights, description="Rights in the text.")
    capture: Capture = Field(description="The copy of the text that we hold.")
    description: Running = Field(description="One neutral sentence on what it is.")
    notes: list[Note] = Field([], description="Reading notes, one per paragraph: the body of the file.")
    gaps: list[Gap] = Field([], description="Runs of paragraphs without notes, declared in the body.")

    @property
    def name(self) -> str:
        """The headline, or our supplied title in brackets."""
        return self.title or f"[{self.supplied_title}]"

    def note(self, label: str) -> Note | None:
        """The reading note of the paragraph `label`, or None where there is no such paragraph."""
        return next((note for note in self.notes if note.label == label), None)

    @property
    def address(self) -> str | None:
        """The address that leads to it: that of the copy, else that of its DOI."""
        return self.url or (f"{DOI_ADDRESS}{self.doi}" if self.doi else None)
