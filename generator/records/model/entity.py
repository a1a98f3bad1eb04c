"""People, organizations, places and events (FollowTheMoney, schema.org)."""

from typing import Annotated

from pydantic import Field, StrictBool

from generator.records.model.record import (
    Agent,
    ClaimRef,
    Date,
    Dating,
    EventRef,
    Evidence,
    LanguageTag,
    Line,
    Number,
    OneOf,
    OrganizationRef,
    Part,
    PersonRef,
    PlaceRef,
    Record,
    Remark,
    Running,
    ScriptCode,
    Url,
    Word,
)


class Name(Part):
    """One form of a name."""

    text: Line = Field(description="The form, exactly as printed.")
    kind: Annotated[Word, OneOf("name_kind")] = Field(description="What sort of form it is.")
    lang: LanguageTag | None = Field(
        None, description="Its language as a BCP 47 tag, where not that of the site."
    )
    script: ScriptCode | None = Field(None, description="Its script as an ISO 15924 code, such as Arab.")
    sensitive: StrictBool = Field(
        False,
        description="`true` where only the editors may know the form: it is left out of all that is made.",
    )


class Entity(Record):
    """A person, organization or place."""

    name_: Line | None = Field(None, alias="name", description="The name used throughout the site.")
    supplied_name: Line | None = Field(
        None, description="Our description where no source gives a name; printed in brackets."
    )
    names: list[Name] = Field(default_factory=list, description="Every form of the name.")
    search_as: list[Line] = Field(
        default_factory=list,
        description="Further spellings by which the search finds it; never shown as a form of a source.",
    )
    description: Running = Field(description="One neutral sentence resting on the sources.")
    evidence: list[Evidence] = Field([], description="Where the sources say so.")
    same_as: list[Url] = Field([], description="Addresses of the same thing elsewhere.")

    @property
    def name(self) -> str:
        """The name used throughout the site; our supplied one stands in brackets."""
        return self.name_ or f"[{self.supplied_name}]"

    @property
    def printed_forms(self) -> list[str]:
        """Every form of the name that a source may print: those listed, and the name itself."""
        own = [self.name_] if self.name_ else []
        return list(dict.fromkeys([*own, *(name.text for name in self.names if name.kind != "native")]))


class Role(Part):
    """A public role of a person, as the sources give it."""

    title: Line = Field(description="The role in our own words.")
    organization: OrganizationRef | None = Field(None, description="Where the role was held.")
    from_: Date | None = Field(None, alias="from", description="Since when, in EDTF; null: not stated.")
    to: Date | None = Field(None, description="Until when, in EDTF; null: not stated.")
    claim: ClaimRef | None = Field(
        None, description="The claim that the role rests on, where it rests on somebody's word."
    )
    evidence: list[Evidence] = Field([], description="Where the sources say so.")


class Person(Entity):
    """A person, described by public roles only."""

    family: Line | None = Field(
        None,
        description="The part of the name that citations sort by, such as Berg; null: its short form, where "
        "one is listed.",
    )
    roles: list[Role] = Field([], description="Public roles, the oldest first.")
    died: Dating | None = Field(None, description="When the person died, where the sources say so.")
    different_from: list[PersonRef] = Field(
        [],
        description="People easily taken for this one; two who share a form of a name name each other here.",
    )

    @property
    def families(self) -> list[str]:
        """What of the name may be its family part."""
        return [self.family] if self.family else [name.text for name in self.names if name.kind == "short"]


class Organization(Entity):
    """A state body, force, group, news outlet or company."""

    type: Annotated[Word, OneOf("organization_type")] = Field(description="What sort of body it is.")
    part_of: OrganizationRef | None = Field(None, description="The body it belongs to.")
    country: PlaceRef | None = Field(None, description="The country it belongs to.")


class Coordinates(Part):
    """Where a place is, in WGS 84 degrees, and how far off that may be."""

    latitude: Number = Field(ge=-90, le=90, description="Degrees north.")
    longitude: Number = Field(ge=-180, le=180, description="Degrees east.")
    uncertainty_km: Number = Field(
        ge=0.001, le=10_000, description="Radius within which the place lies, in kilometres."
    )


class Place(Entity):
    """A place named in the sources."""

    type: Annotated[Word, OneOf("place_type")] = Field(description="What sort of place it is.")
    part_of: PlaceRef | None = Field(None, description="The larger place around it.")
    coordinates: Coordinates | None = Field(
        None, description="Reference data supplied by the editors, not from the sources."
    )


class Participant(Part):
    """Someone who took part, as the sources have it."""

    entity: Agent = Field(description="The person or organization.")
    role: Annotated[Word, OneOf("participant_role")] = Field(description="The part taken.")
    claim: ClaimRef | None = Field(
        None, description="The claim that the part rests on, where it rests on somebody's word."
    )
    note: Running | None = Field(None, description="A note for readers.")
    remark: Remark = None


class Event(Record):
    """One event. An interview, speech, report or leak is an event of type `statement`."""

    name: Line = Field(description="A neutral noun phrase.")
    type: Annotated[Word, OneOf("event_type")] = Field(description="What sort of event it is.")
    status: Annotated[Word, OneOf("event_status")] = Field(description="Whether it is said to have occurred.")
    when: Dating | None = Field(None, description="When it was; null: not stated.")
    where: list[PlaceRef] = Field([], description="Where it was.")
    participants: list[Participant] = Field([], description="Who has a part in it.")
    part_of: EventRef | None = Field(None, description="The larger event it belongs to.")
    after: list[EventRef] = Field([], description="Events it came after.")
    before: list[EventRef] = Field([], description="Events it came before.")
    description: Running = Field(description="One or two neutral, attributed sentences.")
    evidence: list[Evidence] = Field(description="Where the sources speak of it.")

    @property
    def is_statement(self) -> bool:
        """Whether it discloses something (an interview, a speech, a report) and may be a shared origin."""
        return self.type in ("statement", "publication")
