"""Media: pictures, scans, documents and recordings, with makers, rights and provenance."""

import re
from typing import Annotated

from pydantic import Field, StrictBool

from generator.records.model.record import (
    Agent,
    Dating,
    Evidence,
    FilePath,
    Line,
    OneOf,
    Part,
    PlaceRef,
    Points,
    Record,
    Running,
    Sha256,
    SourceRef,
    Url,
    Word,
)
from generator.records.model.source import RIGHTS_HOLDER
from generator.records.refs import Ref

PICTURES = frozenset({"image", "scan"})
"""The types of media that are one still picture."""
RECORDINGS = frozenset({"audio", "video"})
"""The types of media that are played."""
DOCUMENT = "document"
MEDIA_TYPES = PICTURES | RECORDINGS | {DOCUMENT}
"""All types of media."""
_SHOWN_FREELY = re.compile(
    r"(?:(?:CC0|public domain|CC PDM)|CC[ -]BY(?:-SA)?)(?:[ -]\d\.\d)?(?: [A-Z]{2})?", re.IGNORECASE
)

Shown = Annotated[Ref, Points("person", "organization", "place", "event", "claim")]


class MediaRights(Part):
    """Who holds the rights in a medium, and by what right it is shown."""

    holder: Line | None = Field(None, description=RIGHTS_HOLDER)
    licence: Line | None = Field(
        None,
        description="The licence, such as `public domain` or `CC BY 4.0`. A file is shown under public "
        "domain, CC0, CC BY and CC BY-SA; under any other with a `permission`.",
    )
    permission: Line | None = Field(
        None,
        description="Who allowed it to be shown here, when and how, as readers are told; or why it may be "
        "shown without being asked.",
    )

    @property
    def may_be_shown(self) -> bool:
        """Whether the licence or a permission lets the file be shown."""
        free = self.licence is not None and _SHOWN_FREELY.fullmatch(self.licence) is not None
        return free or self.permission is not None


class Provenance(Part):
    """Where a file came from, and what was done to it."""

    original: Url | None = Field(None, description="The address that the file was taken from.")
    crop: Running | None = Field(None, description="What was cut off or changed; null: nothing.")
    sha256: Sha256 | None = Field(
        None, description="The SHA-256 of the file; the check tells when the file is another."
    )
    note: Running | None = Field(None, description="How it reached us.")


class Media(Record):
    """A picture, a scan, a document, a sound or a film, shown here or only told of."""

    name: Line = Field(description="What it shows or is, as a neutral noun phrase.")
    type: Annotated[Word, OneOf("media_type")] = Field(description="What sort of medium it is.")
    description: Running = Field(description="What it shows or says, in one or two neutral sentences.")
    file: FilePath | None = Field(
        None, description="Its file below `sources/media/`; null: the file is not shown here."
    )
    url: Url | None = Field(None, description="The address at which others show it; it is never embedded.")
    not_shown_because: Running | None = Field(
        None, description="Why the file is not shown here, as readers are told."
    )
    alternative_text: Line | None = Field(
        None, description="What the picture shows, for those who cannot see it; a file of a picture needs it."
    )
    warning: Line | None = Field(
        None, description="What readers are warned of before it is shown; null: it is shown at once."
    )
    shows: list[Shown] = Field([], description="Whom and what it shows: their pages show it.")
    creators: list[Agent] = Field([], description="Who made it; empty: not stated.")
    when: Dating | None = Field(None, description="When it was made; null: not stated.")
    where: PlaceRef | None = Field(None, description="Where it was made; null: not stated.")
    rights: MediaRights = Field(default_factory=MediaRights, description="Rights in the medium.")
    provenance: Provenance | None = Field(None, description="Where the file came from.")
    transcript: SourceRef | None = Field(
        None, description="The source that holds what is said in it, word for word."
    )
    captions: FilePath | None = Field(
        None,
        description="Subtitles (WebVTT) of a recording, below `sources/media/`. They print the words of the "
        "`transcript`, so its source needs a licence that lets all of it be printed.",
    )
    poster: FilePath | None = Field(
        None, description="The picture that stands for a film until it plays, below `sources/media/`."
    )
    page_text: StrictBool = Field(
        False, description="`true` where the text of a document is published below the picture of each page."
    )
    evidence: list[Evidence] = Field([], description="Where the sources speak of it.")

    @property
    def files(self) -> dict[str, str]:
        """The files that it names, by field."""
        named = {field: getattr(self, field) for field in ("file", "captions", "poster")}
        return {field: path for field, path in named.items() if path}
