"""Every quotation and every spelled name in the records, each under the address that the lock knows it by."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import Archive
from generator.evidence.quotation import Quotation
from generator.model import Assertion, Evidence, Person, Record
from generator.refs import Ref


def quotations(archive: Archive) -> Iterator[Quotation]:
    """All quotations of the archive, in the order of its records."""
    for ref, record in archive.records.items():
        for address, evidence in addressed(ref, record):
            if evidence.quote is not None:
                yield _quotation(address, evidence)
        for assertion in getattr(record, "assertions", []):
            if assertion.as_named and assertion.evidence:
                yield _as_named(ref, assertion)


def addressed(ref: Ref, record: Record) -> Iterator[tuple[str, Evidence]]:
    """Every piece of evidence of a record with its address, such as `claim:x/assertion-id/0`."""
    for assertion in getattr(record, "assertions", []):
        yield from assertion_evidence(ref, assertion)
    for number, evidence in enumerate(getattr(record, "evidence", [])):
        yield f"{ref}/evidence/{number}", evidence
    if isinstance(record, Person):
        for place, role in enumerate(record.roles):
            for number, evidence in enumerate(role.evidence):
                yield f"{ref}/roles/{place}/{number}", evidence


def assertion_evidence(claim: Ref, assertion: Assertion) -> Iterator[tuple[str, Evidence]]:
    """The evidence of one assertion of `claim` with its addresses."""
    for number, evidence in enumerate(assertion.evidence):
        yield f"{claim}/{assertion.id}/{number}", evidence


def _quotation(address: str, evidence: Evidence) -> Quotation:
    quote = evidence.quote
    assert quote is not None  # noqa: S101 - the caller has looked
    return Quotation(
        address,
        evidence.source.id,
        evidence.paragraph,
        quote.exact,
        quote.prefix or "",
        quote.suffix or "",
        tuple(quote.inserted),
    )


def _as_named(claim: Ref, assertion: Assertion) -> Quotation:
    evidence = assertion.evidence[0]
    return Quotation(
        f"{claim}/{assertion.id}/as_named",
        evidence.source.id,
        "",
        assertion.as_named or "",
        kind="as_named",
    )


def place_of(archive: Archive, address: str, field: str) -> tuple[Ref, tuple[str | int, ...]] | None:
    """The record and the path of the value that `address` and the fault's `field` speak of.

    None where no record has the address.
    """
    record, *steps = address.split("/")
    kind, _, ident = record.partition(":")
    ref = Ref(kind, ident)
    if ref not in archive.records:
        return None
    inside = tuple(field.split(".")) if field else ()
    if not steps or steps[0] == "evidence":
        return ref, (*(_step(s) for s in steps), *inside)
    if steps[0] == "roles":
        return ref, ("roles", int(steps[1]), "evidence", int(steps[2]), *inside)
    assertions = getattr(archive.records[ref], "assertions", [])
    number = next((n for n, a in enumerate(assertions) if a.id == steps[0]), None)
    if number is None:
        return None
    if steps[1] == "as_named":
        return ref, ("assertions", number, "as_named")
    return ref, ("assertions", number, "evidence", int(steps[1]), *inside)


def _step(text: str) -> str | int:
    return int(text) if text.isdigit() else text
