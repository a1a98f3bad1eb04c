"""The material facts of a record, on which a reader may rely, and how two states of them differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.records.dataset import Dataset
from generator.records.model import (
    Assertion,
    Claim,
    Dating,
    Entity,
    Event,
    Evidence,
    Person,
    Place,
    Question,
    Source,
    Value,
)
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath

Key = tuple[str, str]
"""The sort of a fact and what tells it apart in its record, such as `("stance", "berg-in-the-courier")`."""
State = Mapping[Ref, Mapping[Key, str]]
"""The material facts of every record."""


@dataclass(frozen=True)
class Fact:
    """One fact.

    `what` is its sort (`figure`, `stance`, `quotation`, `date` …), `key` tells the facts of one sort in a
    record apart whatever their order, `text` is the fact in short and `field` the path of the value that
    holds it.
    """

    what: str
    key: str
    text: str
    field: FieldPath


def facts(dataset: Dataset, ref: Ref) -> list[Fact]:
    """The material facts of a record, in the order of its fields; no two share `what` and `key`."""
    record = dataset.records[ref]
    found = [Fact("name", "", str(getattr(record, "name", ref.id)), ())]
    if isinstance(record, Claim):
        found += _claim(record)
    elif isinstance(record, Event):
        found += _event(record)
    elif isinstance(record, Source):
        found += _source(record)
    elif isinstance(record, Question):
        found += [Fact("state", "", record.state, ("state",))]
        found += [Fact("compatibility", "", record.compatibility, ("compatibility",))]
        found += [Fact("silent", s.id, "silent", ("silent", n)) for n, s in enumerate(record.silent)]
    if isinstance(record, Entity | Event):
        found += _quotations("", record.evidence, ())
    if isinstance(record, Person):
        found += _person(record)
    if isinstance(record, Place) and record.coordinates:
        at = record.coordinates
        found += [Fact("coordinates", "", f"{at.latitude}, {at.longitude}", ("coordinates",))]
    return found


def _claim(claim: Claim) -> Iterator[Fact]:
    if claim.value:
        yield Fact("figure", "", _figure(claim.value), ("value",))
    for n, answer in enumerate(claim.answers):
        yield Fact("answer", answer.question.id, answer.answer, ("answers", n, "answer"))
    for n, relation in enumerate(claim.relations):
        yield Fact("relation", relation.claim.id, relation.relation, ("relations", n))
    for n, assertion in enumerate(claim.assertions):
        yield from _assertion(assertion, ("assertions", n))


def _assertion(assertion: Assertion, at: FieldPath) -> Iterator[Fact]:
    who = str(assertion.speaker_ref or f"unnamed ({assertion.described_as})")
    yield Fact("speaker", assertion.id, who, (*at, "speaker"))
    yield Fact("stance", assertion.id, assertion.stance, (*at, "stance"))
    if assertion.hedge:
        yield Fact("hedge", assertion.id, assertion.hedge, (*at, "hedge"))
    yield Fact("basis", assertion.id, assertion.basis, (*at, "basis"))
    yield from _date(assertion.id, assertion.said, (*at, "said"))
    yield from _quotations(assertion.id, assertion.evidence, at)


def _event(event: Event) -> Iterator[Fact]:
    yield Fact("status", "", event.status, ("status",))
    yield from _date("", event.when, ("when",))
    for n, place in enumerate(event.where):
        yield Fact("place", place.id, "here", ("where", n))
    parts = {(p.entity, p.role): (n, p) for n, p in enumerate(event.participants)}
    for (entity, role), (n, part) in parts.items():
        ground = str(part.claim) if part.claim else "stated"
        yield Fact("participant", f"{entity} {role}", ground, ("participants", n))


def _source(source: Source) -> Iterator[Fact]:
    yield Fact("type", "", source.type, ("type",))
    yield Fact("author", "", " ".join(map(str, source.authors)) or "not stated", ("authors",))
    yield Fact("publisher", "", str(source.publisher or "not stated"), ("publisher",))
    yield from _date("", source.published, ("published",))
    made_from = {f"{d.relation} {d.of or 'of a text not held'}": n for n, d in enumerate(source.derivation)}
    for parent, n in made_from.items():
        yield Fact("derivation", parent, "stated", ("derivation", n))


def _person(person: Person) -> Iterator[Fact]:
    yield from _date("died", person.died, ("died",))
    for n, role in {role.title: (n, role) for n, role in enumerate(person.roles)}.values():
        period = f"{role.from_ or 'not stated'} to {role.to or 'not stated'}"
        yield Fact("role", role.title, period, ("roles", n))
        yield from _quotations(role.title, role.evidence, ("roles", n))


def _date(key: str, dating: Dating | None, field: FieldPath) -> Iterator[Fact]:
    if dating:
        text = " ".join(filter(None, (dating.edtf.text, dating.time, dating.tz)))
        yield Fact("date", key, text if dating.basis == "stated" else f"{text} ({dating.basis})", field)


def _quotations(holder: str, evidence: list[Evidence], at: FieldPath) -> Iterator[Fact]:
    """One fact for each quotation, known by holder, source and paragraph so that a new one moves none."""
    seen: dict[str, int] = {}
    for n, passage in enumerate(evidence):
        if passage.quote:
            key = " ".join(filter(None, (holder, passage.source.id, passage.paragraph)))
            seen[key] = seen.get(key, 0) + 1
            again = f" {seen[key]}" if seen[key] > 1 else ""
            yield Fact("quotation", key + again, passage.quote.exact, (*at, "evidence", n, "quote", "exact"))


def _figure(value: Value) -> str:
    ends = (value.number, value.min, value.max)
    low_to_high = " to ".join(f"{end:,.15g}" for end in ends if end is not None)
    parts = (value.qualifier, low_to_high, value.unit, value.scope, value.as_of and value.as_of.text)
    return ", ".join(str(part) for part in parts if part)


@dataclass(frozen=True, order=True)
class Change:
    """One change of a record.

    `what` is the sort of the fact that changed, or `added`, `removed` or `renamed` for the record itself;
    `key` tells facts of one sort apart. `before` and `after` are empty where there is no such fact; of a
    renamed record they are its references.
    """

    ref: Ref
    what: str
    key: str = ""
    before: str = ""
    after: str = ""

    @property
    def fact(self) -> str:
        """The fact that changed, in short."""
        return f"{self.what} ({self.key})" if self.key else self.what


def between(before: State, after: State) -> list[Change]:
    """All changes, sorted. A record that has another id and the same facts is renamed."""
    renamed = _renamed(before, after)
    found = [Change(new, "renamed", "", str(old), str(new)) for old, new in renamed.items()]
    found += [Change(ref, "removed") for ref in before if ref not in after and ref not in renamed]
    found += [Change(ref, "added") for ref in after if ref not in before and ref not in renamed.values()]
    for ref in before.keys() & after.keys():
        found += _changed(ref, before[ref], after[ref])
    return sorted(found)


def _renamed(before: State, after: State) -> dict[Ref, Ref]:
    new = [ref for ref in after if ref not in before]
    found: dict[Ref, Ref] = {}
    for old in before:
        if old in after:
            continue
        same = [ref for ref in new if ref.kind == old.kind and after[ref] == before[old]]
        if same:
            found[old] = same[0]
            new.remove(same[0])
    return found


def _changed(ref: Ref, before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[Change]:
    for what, key in sorted(before.keys() | after.keys()):
        old, new = before.get((what, key), ""), after.get((what, key), "")
        if old != new:
            yield Change(ref, what, key, old, new)
