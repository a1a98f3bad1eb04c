"""A record in the words of schema.org, as the heads of pages and the graph of all records tell it.

A property is given only what the record states in its own name: a role or a part in an event that rests on a
claim is none, and an event that is not said to have occurred is a mere thing. Who asserts, denies or doubts a
claim is told by the statements about it, each with its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.origins import ASSERTING
from generator.analysis.prose import plain
from generator.analysis.voices import said
from generator.exports.archive import Archive, Data
from generator.exports.works import MEDIA, SOURCES, article, iso, medium, period, stated
from generator.lib.language import label
from generator.records.model import (
    Assertion,
    Chapter,
    Claim,
    Correction,
    Event,
    Evidence,
    Media,
    Organization,
    Person,
    Place,
    Question,
    Source,
)
from generator.records.refs import Ref

Mention = Callable[[Ref], Data]
"""How another record is named where one tells of it."""
OCCURRED = "occurred"
"""The status of an event that whoever tells of it says occurred."""
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "claim": "Claim",
    "question": "Question",
    "chapter": "Article",
    "media": "CreativeWork",
    "source": "CreativeWork",
    "correction": "CorrectionComment",
}
_FINER = {
    "organization": {
        "news_outlet": "NewsMediaOrganization",
        "news_agency": "NewsMediaOrganization",
        "state_body": "GovernmentOrganization",
        "company": "Corporation",
    },
    "place": {"country": "Country", "city": "City", "airport": "Airport", "province": "AdministrativeArea"},
    "media": MEDIA,
    "source": SOURCES,
}
"""The types of what is told by types of ours."""


def described(archive: Archive, ref: Ref, mention: Mention, most: int | None = None) -> Data:
    """The record as a node of JSON-LD whose terms are those of schema.org; `most` limits what is listed."""
    record: Any = archive.dataset.records[ref]
    return _DESCRIBE[ref.kind](_Telling(archive, ref, mention, most), record)


def named(archive: Archive, ref: Ref) -> Data:
    """The type and the name of a record, to mention it by."""
    return {"@type": _type(archive.dataset.records[ref], ref.kind), "name": archive.name(ref)}


def _type(record: Any, kind: str) -> str:
    if kind == "event":
        return "Event" if record.status == OCCURRED else "Thing"
    finer = _FINER.get(kind, {})
    return finer.get(record.type, _TYPES[kind]) if finer else _TYPES[kind]


@dataclass(frozen=True)
class _Telling:
    archive: Archive
    ref: Ref
    mention: Mention
    most: int | None

    def all(self, refs: Iterable[Ref | None]) -> list[Data]:
        """Each record that is there, as it is mentioned."""
        return [self.mention(each) for each in [*refs][: self.most] if each]


def _entity(record: Person | Organization | Place) -> Data:
    forms = [form for form in dict.fromkeys(name.text for name in record.names) if form != record.name_]
    return {
        "name": record.name,
        "alternateName": forms,
        "description": plain(record.description),
        "sameAs": list(record.same_as),
    }


def _person(tell: _Telling, person: Person) -> Data:
    own = [role for role in person.roles if role.claim is None][: tell.most]
    return stated(
        {
            "@type": "Person",
            **_entity(person),
            "memberOf": [
                stated(
                    {
                        "@type": "OrganizationRole",
                        "roleName": role.title,
                        "startDate": iso(role.from_),
                        "endDate": iso(role.to),
                        "memberOf": tell.mention(role.organization),
                        "subjectOf": _cited(tell, role.evidence),
                    }
                )
                for role in own
                if role.organization
            ],
            "hasOccupation": [
                {"@type": "Occupation", "name": role.title} for role in own if not role.organization
            ],
            "deathDate": period(person.died)[0],
            "subjectOf": _cited(tell, person.evidence),
        }
    )


def _organization(tell: _Telling, body: Organization) -> Data:
    return stated(
        {
            "@type": _type(body, "organization"),
            **_entity(body),
            "parentOrganization": tell.all([body.part_of]),
            "subjectOf": _cited(tell, body.evidence),
        }
    )


def _place(tell: _Telling, place: Place) -> Data:
    at = place.coordinates
    middle = {"@type": "GeoCoordinates", "latitude": at.latitude, "longitude": at.longitude} if at else None
    circle = at and {
        "@type": "GeoCircle",
        "geoMidpoint": middle,
        "geoRadius": round(at.uncertainty_km * 1000),
    }
    return stated(
        {
            "@type": _type(place, "place"),
            **_entity(place),
            "geo": circle,
            "containedInPlace": tell.all([place.part_of]),
            "subjectOf": _cited(tell, place.evidence),
        }
    )


def _event(tell: _Telling, event: Event) -> Data:
    told = {"name": event.name, "description": plain(event.description)}
    if event.status != OCCURRED:
        status = label(event.status)
        told |= {"@type": "Thing", "disambiguatingDescription": status}
        return stated({**told, "subjectOf": _cited(tell, event.evidence)})
    start, end = period(event.when)
    own = [part for part in event.participants if part.claim is None][: tell.most]
    return stated(
        {
            "@type": "Event",
            **told,
            "startDate": start,
            "endDate": end,
            "location": tell.all(event.where),
            "about": [
                {
                    "@type": "Role",
                    "roleName": label(part.role),
                    "about": tell.mention(part.entity),
                }
                for part in own
            ],
            "superEvent": tell.all([event.part_of]),
            "subjectOf": _cited(tell, event.evidence),
        }
    )


def _claim(tell: _Telling, claim: Claim) -> Data:
    """Where it is asserted, and who says what of it; never whether it is so."""
    asserted = dict.fromkeys(a.source for a in claim.assertions if a.stance in ASSERTING and a.source)
    return stated(
        {
            "@type": "Claim",
            "text": claim.text,
            "about": tell.all(claim.about),
            "appearance": tell.all(asserted),
            "subjectOf": [_statement(tell, each) for each in claim.assertions[: tell.most]],
        }
    )


def _statement(tell: _Telling, assertion: Assertion) -> Data:
    """One assertion, denial, doubt … of a claim, with whose it is and where it stands."""
    direct = [each.quote for each in assertion.evidence if each.quote and each.kind == "direct"]
    words = [quote.exact for quote in direct if not quote.omits]  # nothing here tells what they leave out
    speaker = assertion.speaker_ref
    if speaker is None:
        creator: Data | None = {"@type": "Thing", "description": assertion.described_as}
    else:  # an article that speaks for itself is no person: the statement is based on it
        creator = None if speaker.kind == "source" else tell.mention(speaker)
    return stated(
        {
            "@id": tell.archive.iri(f"{tell.ref}/{assertion.id}"),
            "@type": "Quotation" if words else "CreativeWork",
            "creator": creator,
            "description": label(assertion.stance),
            "additionalType": tell.archive.word("stance", assertion.stance),
            "text": words,
            "dateCreated": period(said(tell.archive.dataset, assertion))[0],
            "isBasedOn": tell.all([assertion.source]),
        }
    )


def _question(tell: _Telling, question: Question) -> Data:
    dataset = tell.archive.dataset
    answers = [
        {"@type": "Answer", "text": answer.answer, "about": tell.mention(each)}
        for each in dataset.answering.get(tell.ref, [])[: tell.most]
        for answer in dataset.claims[each].answers
        if answer.question == tell.ref
    ]
    about = tell.all(question.about)
    return stated({"@type": "Question", "text": question.text, "about": about, "suggestedAnswer": answers})


def _source(tell: _Telling, source: Source) -> Data:
    return article(tell.archive, tell.ref, tell.mention)


def _media(tell: _Telling, record: Media) -> Data:
    return {**medium(record, tell.all(record.creators)), **stated({"about": tell.all(record.shows)})}


def _chapter(tell: _Telling, chapter: Chapter) -> Data:
    return {"@type": "Article", "headline": chapter.title, "abstract": chapter.standfirst}


def _correction(tell: _Telling, correction: Correction) -> Data:
    return stated(
        {
            "@type": "CorrectionComment",
            "text": plain(correction.after),
            "datePublished": iso(correction.date),
            "about": tell.all(correction.affects),
        }
    )


def _cited(tell: _Telling, evidence: Iterable[Evidence]) -> list[Data]:
    return tell.all(dict.fromkeys(each.source for each in evidence))


_DESCRIBE: Mapping[str, Callable[[_Telling, Any], Data]] = {
    "source": _source,
    "person": _person,
    "organization": _organization,
    "place": _place,
    "event": _event,
    "claim": _claim,
    "question": _question,
    "chapter": _chapter,
    "media": _media,
    "correction": _correction,
}
