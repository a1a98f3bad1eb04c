"""The table of kinds: where the records of a kind lie, their model, their pages and their links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.records.model import (
    Claim,
    Correction,
    Event,
    Organization,
    Person,
    Place,
    Question,
    Record,
    Source,
)
from generator.records.refs import Ref


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    `folder` is below `sources/`, `pages` below `docs/`; `links` maps the path of a field that refers to
    other records (list positions left out) to the heading the link has when it is read backwards.
    """

    name: str
    plural: str
    title: str
    model: type[Record]
    folder: str
    suffix: str = ".yml"
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> str:
        """Folder of the pages below `docs/`."""
        return self.plural


_EVIDENCE = {"evidence.source": "Cited for"}

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "source",
            "sources",
            "Sources",
            Source,
            "articles",
            ".md",
            links={
                "authors": "Wrote",
                "publisher": "Published",
                "derivation.of": "Republished or reworked in",
                "derivation.stub.authors": "Wrote an original",
                "derivation.stub.publisher": "Published an original",
            },
        ),
        Kind(
            "person",
            "people",
            "People",
            Person,
            "curated/people",
            links={
                **_EVIDENCE,
                "roles.organization": "People with a role here",
                "roles.claim": "Roles that rest on this claim",
                "roles.evidence.source": "Cited for the role of",
                "different_from": "Not to be confused with",
            },
        ),
        Kind(
            "organization",
            "organizations",
            "Organizations",
            Organization,
            "curated/organizations",
            links={**_EVIDENCE, "part_of": "Parts", "country": "Organizations of this country"},
        ),
        Kind(
            "place",
            "places",
            "Places",
            Place,
            "curated/places",
            links={**_EVIDENCE, "part_of": "Places within"},
        ),
        Kind(
            "event",
            "events",
            "Events",
            Event,
            "curated/events",
            links={
                **_EVIDENCE,
                "where": "Events here",
                "participants.entity": "Took part in",
                "participants.claim": "Parts in events that rest on this claim",
                "part_of": "Includes",
                "after": "Followed by",
                "before": "Preceded by",
            },
        ),
        Kind(
            "claim",
            "claims",
            "Claims",
            Claim,
            "curated/claims",
            links={
                "about": "Claims about this",
                "answers.question": "Positions",
                "relations.claim": "Related claims",
                "assertions.speaker": "Says",
                "assertions.record": "Says, without a name",
                "assertions.said_in": "Said here",
                "assertions.via": "Relayed",
                "assertions.evidence.source": "Carries the claim",
            },
        ),
        Kind(
            "question",
            "questions",
            "Where accounts differ",
            Question,
            "curated/questions",
            links={"about": "Questions about this", "silent": "Does not address"},
        ),
        Kind(
            "correction",
            "corrections",
            "Corrections",
            Correction,
            "curated/corrections",
            links={"affects": "Corrections"},
        ),
    )
}
"""Every kind by name, in the order in which pages list them."""


def path_of(ref: Ref) -> str:
    """Where the record lies below the root."""
    kind = KINDS[ref.kind]
    return f"sources/{kind.folder}/{ref.id}{kind.suffix}"
