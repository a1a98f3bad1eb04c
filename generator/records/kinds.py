"""The table of kinds: where the records of a kind lie, their model, their pages and their links."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.model import (
    Chapter,
    Claim,
    Correction,
    Event,
    Media,
    Organization,
    Person,
    Place,
    Question,
    Record,
    Source,
)
from generator.records.refs import Ref

CURATED = "sources/curated"
DOCUMENTARY = "sources/documentary.yml"
WORDS = f"{CURATED}/words.yml"
GLOSSARY = f"{CURATED}/glossary.yml"
"""Where records and the files beside them lie, from the project folder."""


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `folder` is where its files lie, from the project folder; `in_site` is the folder of its pages in the
    site, where that is not called by its plural. `nouns` are what readers are told that one and several are,
    where that is neither its name nor its plural.
    """

    name: str
    plural: str
    title: str
    model: type[Record]
    folder: str
    suffix: str = ".yml"
    in_site: str = ""
    nouns: tuple[str, str] = ("", "")

    @property
    def one(self) -> str:
        """What one of them is, for readers."""
        return self.nouns[0] or self.name

    @property
    def many(self) -> str:
        """What several of them are, for readers."""
        return self.nouns[1] or self.plural

    @property
    def pages(self) -> str:
        """The folder of its pages in the site."""
        return self.in_site or self.plural

    @property
    def links(self) -> Mapping[str, str]:
        """By the path of each field that refers to other records the heading of the link read backwards.

        List positions are left out of the path.
        """
        return _LINKS[self.name]


_EVIDENCE = {"evidence.source": "Cited for", "evidence.media.of": "Pointed to for"}
_LINKS: Mapping[str, Mapping[str, str]] = {
    "source": {
        "authors": "Wrote",
        "translators": "Translated",
        "publisher": "Publications",
        "derivation.of": "Republished, reworked or reported on in",
        "derivation.stub.authors": "Wrote what these sources repeat or draw on",
        "derivation.stub.publisher": "Published what these sources repeat or draw on",
    },
    "person": {
        **_EVIDENCE,
        "roles.organization": "People with a role here",
        "roles.claim": "Roles that rest on this claim",
        "roles.evidence.source": "Cited for the role of",
        "roles.evidence.media.of": "Pointed to for the role of",
        "different_from": "Not to be confused with",
    },
    "organization": {**_EVIDENCE, "part_of": "Parts", "country": "Organizations of this country"},
    "place": {**_EVIDENCE, "part_of": "Places within"},
    "event": {
        **_EVIDENCE,
        "where": "Events here",
        "participants.entity": "Parts in events",
        "participants.claim": "Parts in events that rest on this claim",
        "part_of": "Includes",
        "after": "Followed by",
        "before": "Preceded by",
    },
    "claim": {
        "about": "Claims about this",
        "answers.question": "Positions",
        "relations.claim": "Related claims",
        "assertions.speaker": "Says",
        "assertions.record": "Says, without a name",
        "assertions.said_in": "Said here",
        "assertions.via": "Relayed",
        "assertions.evidence.source": "Speaks of the claim",
        "assertions.evidence.media.of": "Pointed to for the claim",
    },
    "question": {"about": "Questions about this", "silent": "Does not address"},
    "chapter": {},
    "media": {
        **_EVIDENCE,
        "shows": "Shown in",
        "creators": "Made",
        "where": "Made here",
        "transcript": "Transcript of",
    },
    "correction": {"affects": "Corrections"},
}
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("source", "sources", "Sources", Source, "sources/articles", ".md"),
        Kind("person", "people", "People", Person, f"{CURATED}/people"),
        Kind("organization", "organizations", "Organizations", Organization, f"{CURATED}/organizations"),
        Kind("place", "places", "Places", Place, f"{CURATED}/places"),
        Kind("event", "events", "Events", Event, f"{CURATED}/events"),
        Kind("claim", "claims", "Claims", Claim, f"{CURATED}/claims"),
        Kind("question", "questions", "Questions", Question, f"{CURATED}/questions"),
        Kind("chapter", "chapters", "Story", Chapter, "sources/chapters", ".md", "story"),
        Kind(
            *("media", "media", "Pictures and documents", Media, f"{CURATED}/media"),
            nouns=("picture or document", "pictures and documents"),
        ),
        Kind("correction", "corrections", "Corrections", Correction, f"{CURATED}/corrections"),
    )
}
"""Every kind by name, in the order in which pages list them."""


def kind_at(path: str) -> Kind | None:
    """The kind of the record that lies at a path below the root; None where it is no place of one."""
    return next((kind for kind in KINDS.values() if path.startswith(f"{kind.folder}/")), None)


def path_of(ref: Ref) -> str:
    """Where the record lies below the root."""
    kind = KINDS[ref.kind]
    return f"{kind.folder}/{ref.id}{kind.suffix}"


def url_of(ref: Ref) -> str:
    """The address of the record's page from the root of the site, with a slash at the end."""
    return f"{KINDS[ref.kind].pages}/{ref.id}/"
