"""The entities of FollowTheMoney that each record makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.analysis.origins import ASSERTING
from generator.analysis.prose import plain
from generator.analysis.standing import standing
from generator.exports.archive import Archive, Data, decimal, web_iri
from generator.exports.schema_org import OCCURRED
from generator.exports.works import iso, period
from generator.lib.language import gettext as _
from generator.records.model import Claim, Event, Media, Organization, Person, Place, Role, Source
from generator.records.refs import Ref

_PUBLIC = frozenset({"state_body", "armed_force", "intelligence_service", "legislature"})
_WHOLE_WORKS = frozenset({"book", "chapter", "document", "official_report"})
_MEDIA = {"image": "Image", "scan": "Image", "audio": "Audio", "video": "Video"}
_FORMS = {"short": "weakAlias", "acronym": "abbreviation"}
DATES = frozenset({"date", "startDate", "endDate", "deathDate", "publishedAt"})
"""The properties that are dates; FollowTheMoney's own library reads none but of the years 1000 to 2999."""


@dataclass(frozen=True)
class Entity:
    """One, with whose word it rests on where that is not the documentary's."""

    id: str
    schema: str
    properties: Mapping[str, Any]
    added: str
    rests_on: tuple[tuple[str, str], ...] = field(default=())
    """Each source that asserts the claim, with the address of its first assertion; empty: on none."""

    def values(self) -> Iterator[tuple[str, str]]:
        """Each property with each of its values once, in order."""
        for name, value in self.properties.items():
            for each in dict.fromkeys(value if isinstance(value, list) else [value]):
                if each not in (None, "") and (name not in DATES or each[0] in "12"):
                    yield name, decimal(each) if isinstance(each, float) else str(each)


def entities(archive: Archive) -> Iterator[Entity]:
    """All entities, in the order of the records."""
    for ref, record in archive.dataset.records.items():
        if ref.kind in _MAKE:
            yield from _MAKE[ref.kind](archive, ref, record)


def _id(ref: Ref) -> str:
    return f"{ref.kind}-{ref.id}"


def _about(archive: Archive, ref: Ref, record: Any) -> Data:
    """What every entity has: where it is told of, in what words, and by which sources."""
    cited = dict.fromkeys(each.source for each in getattr(record, "evidence", ()))
    return {
        "summary": plain(getattr(record, "description", "")),
        "sourceUrl": archive.iri(str(ref)) if archive.address else None,
        "proof": [_id(source) for source in cited],
    }


def _named(archive: Archive, ref: Ref, record: Person | Organization | Place) -> Data:
    forms: dict[str, list[str]] = {"name": [record.name]}
    known = _FORMS if ref.kind != "place" else {}  # an address has no further sorts of names
    for form in record.names:
        found = forms.setdefault(known.get(form.kind, "alias"), [])
        if form.text != record.name:
            found.append(form.text)
    elsewhere = [web_iri(address) for address in record.same_as]
    return {
        **forms,
        **_about(archive, ref, record),
        "wikidataId": [at.rpartition("/")[2] for at in elsewhere if re.search(r"wikidata\.org/.*/Q\d+$", at)],
        "wikipediaUrl": [at for at in elsewhere if ".wikipedia.org/" in at],
    }


def _person(archive: Archive, ref: Ref, person: Person) -> Iterator[Entity]:
    own = [role.title for role in person.roles if not role.organization and role.claim is None]
    properties = {**_named(archive, ref, person), "position": own, "deathDate": period(person.died)[0]}
    yield Entity(_id(ref), "Person", properties, person.added.text)
    for number, role in enumerate(person.roles):
        yield from _role(archive, ref, person, number, role)


def _role(archive: Archive, ref: Ref, person: Person, number: int, role: Role) -> Iterator[Entity]:
    rests_on, status = _resting(archive, role.claim)
    if role.claim and not rests_on:
        return
    if role.organization:
        properties = {
            "member": _id(ref),
            "organization": _id(role.organization),
            "role": role.title,
            "startDate": iso(role.from_),
            "endDate": iso(role.to),
            "status": status,
            "proof": [_id(source) for source in dict.fromkeys(each.source for each in role.evidence)],
        }
        yield Entity(f"role-{ref.id}-{number}", "Membership", properties, person.added.text, rests_on)
    elif rests_on:
        yield Entity(_id(ref), "Person", {"position": role.title}, person.added.text, rests_on)


def _resting(archive: Archive, claim: Ref | None) -> tuple[tuple[tuple[str, str], ...], str]:
    """The sources that assert the claim, with each assertion's address; and the standing of the claim."""
    if claim is None:
        return (), ""
    told = archive.dataset.claims[claim].assertions
    found = {a.source.id: f"{claim}/{a.id}" for a in reversed(told) if a.stance in ASSERTING and a.source}
    return tuple(sorted(found.items())), standing(archive.dataset, claim).words


def _organization(archive: Archive, ref: Ref, body: Organization) -> Iterator[Entity]:
    schema = "PublicBody" if body.type in _PUBLIC else "Company" if body.type == "company" else "Organization"
    parent = _id(body.part_of) if body.part_of else None
    yield Entity(_id(ref), schema, {**_named(archive, ref, body), "parent": parent}, body.added.text)


def _place(archive: Archive, ref: Ref, place: Place) -> Iterator[Entity]:
    at = place.coordinates
    point: Data = {"latitude": at.latitude, "longitude": at.longitude} if at else {}
    if at:
        point["remarks"] = _("within %(km)s km", km=at.uncertainty_km)
    properties = {"full": place.name, **_named(archive, ref, place), **point}
    yield Entity(_id(ref), "Address", properties, place.added.text)


def _event(archive: Archive, ref: Ref, event: Event) -> Iterator[Entity]:
    added, about = event.added.text, _about(archive, ref, event)
    if event.status != OCCURRED:
        name = f"{event.name} ({_(event.status.replace('_', ' '))})"
        yield Entity(_id(ref), "Note", {"name": name, **about}, added)
        return
    start, end = period(event.when)
    properties = {
        "name": event.name,
        **about,
        **({"startDate": start, "endDate": end} if end else {"date": start}),
        "addressEntity": [_id(place) for place in event.where],
        "involved": [_id(part.entity) for part in event.participants if part.claim is None],
    }
    yield Entity(_id(ref), "Event", properties, added)
    for part in event.participants:
        rests_on, _standing = _resting(archive, part.claim)
        if rests_on:
            yield Entity(_id(ref), "Event", {"involved": _id(part.entity)}, added, rests_on)


def _source(archive: Archive, ref: Ref, source: Source) -> Iterator[Entity]:
    properties = {
        "title": source.name,
        "author": [archive.name(author) for author in source.authors],
        "publisher": archive.name(source.publisher) if source.publisher else None,
        "publishedAt": period(source.published)[0],
        "summary": plain(source.description),
        "sourceUrl": web_iri(source.address) if source.address else None,
    }
    schema = "Pages" if source.type in _WHOLE_WORKS else "Article"
    yield Entity(_id(ref), schema, properties, source.added.text)


def _media(archive: Archive, ref: Ref, medium: Media) -> Iterator[Entity]:
    schema = _MEDIA.get(medium.type, "Pages")
    properties = {
        "title": medium.name,
        "author": [archive.name(maker) for maker in medium.creators],
        **_about(archive, ref, medium),
        "pictured": [_id(shown) for shown in medium.shows if shown.kind == "person" and schema == "Image"],
    }
    yield Entity(_id(ref), schema, properties, medium.added.text)


def _claim(archive: Archive, ref: Ref, claim: Claim) -> Iterator[Entity]:
    for assertion in claim.assertions:
        properties = {
            "description": archive.says(ref, assertion),
            "entity": [_id(each) for each in claim.about],
            "sourceUrl": archive.iri(f"{ref}/{assertion.id}") if archive.address else None,
            "proof": _id(assertion.source) if assertion.source else None,
        }
        yield Entity(f"{_id(ref)}.{assertion.id}", "Note", properties, claim.added.text)


_MAKE: Mapping[str, Callable[[Archive, Ref, Any], Iterator[Entity]]] = {
    "source": _source,
    "person": _person,
    "organization": _organization,
    "place": _place,
    "event": _event,
    "claim": _claim,
    "media": _media,
}
