"""What the archive does not cover yet: for editors, who decide what to do about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.analysis.standing import standing
from generator.records.dataset import Archive
from generator.records.model import Assertion, Claim, Evidence, Record
from generator.records.refs import Ref


@dataclass(frozen=True)
class Coverage:
    """The gaps of an archive.

    `paragraphs` are the labels of each source that no evidence cites; `roleless` people without public role;
    `single` claims that rest on one origin or none; `unchecked` the sources of each question that neither
    answer it nor are named silent; `unproven` people, organizations and places whose name stands in no text.
    """

    paragraphs: dict[Ref, list[str]]
    roleless: list[Ref]
    single: list[Ref]
    unchecked: dict[Ref, list[Ref]]
    unproven: list[Ref]


def coverage(archive: Archive) -> Coverage:
    """Find the gaps of `archive`."""
    return Coverage(
        _uncited(archive),
        [ref for ref, person in archive.people.items() if not person.roles],
        [ref for ref in archive.claims if standing(archive, ref).origins < 2],
        _unchecked(archive),
        _in_no_text(archive),
    )


def evidence_of(record: Record) -> list[tuple[Assertion | None, Evidence]]:
    """Every piece of evidence in a record, with the assertion it belongs to."""
    if isinstance(record, Claim):
        return [(a, e) for a in record.assertions for e in a.evidence]
    own = list(getattr(record, "evidence", []))
    roles = [e for role in getattr(record, "roles", []) for e in role.evidence]
    return [(None, e) for e in own + roles]


def _uncited(archive: Archive) -> dict[Ref, list[str]]:
    cited: dict[Ref, set[str]] = defaultdict(set)
    for record in archive.records.values():
        for _, evidence in evidence_of(record):
            cited[evidence.source].add(evidence.paragraph)
    gaps = {
        ref: [n.label for n in source.notes if n.label.startswith("p") and n.label not in cited[ref]]
        for ref, source in archive.sources.items()
    }
    return {ref: labels for ref, labels in gaps.items() if labels}


def _unchecked(archive: Archive) -> dict[Ref, list[Ref]]:
    heard: dict[Ref, set[Ref]] = defaultdict(set)
    for claim in archive.claims.values():
        sources = {a.source for a in claim.assertions if a.source}
        for answer in claim.answers:
            heard[answer.question] |= sources
    for ref, question in archive.questions.items():
        heard[ref] |= set(question.silent)
    gaps = {
        ref: [source for source in archive.sources if source not in heard[ref]] for ref in archive.questions
    }
    return {ref: sources for ref, sources in gaps.items() if sources}


def _in_no_text(archive: Archive) -> list[Ref]:
    if archive.lock is None:
        return []
    found = {name for names in archive.lock.names.values() for name in names}
    return [
        ref
        for ref, entity in archive.entities.items()
        if entity.name_ and not found & {entity.name_, *(name.text for name in entity.names)}
    ]
