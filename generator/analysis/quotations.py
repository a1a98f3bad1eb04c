"""Every quotation, quoted phrase and spelled name in the records, under the address the lock knows it by."""

import re
from collections.abc import Callable, Iterator

from generator.evidence.article import Article
from generator.evidence.quotation import Kind, Quotation
from generator.evidence.rights import Grant
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Evidence, Person, Record, Source
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath

_PHRASE = re.compile("“([^“”]+)”")
_OWN_PROSE = {"text", "answer", "name", "description", "reason", "note", "settled_by"}
_NOT_OF_THE_TEXT = {"capture", "interest", "derivation", "names"}

WORDS = ("as_named", "described_as", "hedge")
"""The fields of an assertion that hold words of its article."""

PRINTED = {"title": "title", "subtitle": ""}
"""The fields of a source that hold words of its copy, and in which paragraph they stand."""

Choose = Callable[[str, list[str], str, str], str]
"""Which of the cited sources a phrase stands in: (address, source ids, paragraph, phrase) → source id."""


def quotations(dataset: Dataset, choose: Choose | None = None) -> Iterator[Quotation]:
    """All quotations of the archive, in the order of its records.

    A phrase that our own prose quotes names no source: `choose` picks it among those that the record
    cites; without it the lock's source is taken.
    """
    locked = dataset.lock.entries if dataset.lock else {}

    def as_locked(address: str, sources: list[str], paragraph: str, phrase: str) -> str:
        source = locked[address].source if address in locked else ""
        return source if source in sources else sources[0]

    cited, language = _cited(dataset), dataset.documentary.language
    names = {name.text for entity in dataset.entities.values() for name in entity.names}
    for ref, record in dataset.records.items():
        if isinstance(record, Source):
            yield from _printed(ref, record)
        yield from _phrases(ref, record, language, cited.get(ref, []), names, choose or as_locked)
        for address, assertion, evidence in addressed(ref, record):
            if evidence.quote is not None:
                yield _quotation(address, evidence, f"{ref}/{assertion.id}" if assertion else "")
        for assertion in getattr(record, "assertions", []):
            if assertion.evidence:
                yield from _words_of(ref, assertion)


def _printed(ref: Ref, source: Source) -> Iterator[Quotation]:
    """What a source is called: the headline, and the line under it. Anyone may cite a title."""
    for field, paragraph in PRINTED.items():
        if words := getattr(source, field):
            yield Quotation(f"{ref}/{field}", ref.id, paragraph, words, kind="as_named")


def _cited(dataset: Dataset) -> dict[Ref, list[str]]:
    """The ids of the sources that each record cites; a question cites what the claims that answer it cite."""
    found = {
        ref: list(dict.fromkeys(evidence.source.id for _, _, evidence in addressed(ref, record)))
        for ref, record in dataset.records.items()
    }
    return found | {
        question: list(
            dict.fromkeys(source for ref in dataset.answering.get(question, ()) for source in found[ref])
        )
        for question in dataset.questions
    }


def _phrases(
    ref: Ref, record: Record, language: str, cited: list[str], names: set[str], choose: Choose
) -> Iterator[Quotation]:
    notes = record.notes if isinstance(record, Source) else []
    for path, value in record.quoting:
        if path[-1] not in _OWN_PROSE or path[0] in _NOT_OF_THE_TEXT:
            continue
        paragraph = notes[int(path[1])].label if path[0] == "notes" else ""
        sources = [ref.id] if ref.kind == "source" else cited
        prose = Article({"p1": value}, language)
        for number, found in enumerate(_PHRASE.finditer(value)):
            phrase = found[1]
            address = f"{ref}/words/{'.'.join(map(str, path))}/{number}"
            source = choose(address, sources, paragraph, phrase) if sources else ""
            # A single word or a name is no excerpt: it does not count against the rights in a text.
            kind: Kind = "phrase" if " " in phrase and phrase not in names else "as_named"
            yield Quotation(address, source, paragraph, phrase, kind=kind, prose=prose, at=found.start(1))


def addressed(ref: Ref, record: Record) -> Iterator[tuple[str, Assertion | None, Evidence]]:
    """Every piece of evidence of a record, with its address (`claim:x/assertion-id/0`) and its assertion."""
    for assertion in getattr(record, "assertions", []):
        for address, evidence in assertion_evidence(ref, assertion):
            yield address, assertion, evidence
    for number, evidence in enumerate(getattr(record, "evidence", [])):
        yield f"{ref}/evidence/{number}", None, evidence
    if isinstance(record, Person):
        for place, role in enumerate(record.roles):
            for number, evidence in enumerate(role.evidence):
                yield f"{ref}/roles/{place}/{number}", None, evidence


def assertion_evidence(claim: Ref, assertion: Assertion) -> Iterator[tuple[str, Evidence]]:
    """The evidence of one assertion of `claim` with its addresses."""
    for number, evidence in enumerate(assertion.evidence):
        yield f"{claim}/{assertion.id}/{number}", evidence


def _quotation(address: str, evidence: Evidence, statement: str) -> Quotation:
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
        direct=evidence.kind == "direct",
        omits=tuple(quote.omits),
        shown_in=statement,
    )


def _words_of(claim: Ref, assertion: Assertion) -> Iterator[Quotation]:
    """The article's words beside its quotations: the name and the description of the speaker, the hedge.

    A hedge stands in the paragraph that carries the statement, where that is one. All are too short for an
    excerpt, which the rule `long_words_of_a_source` sees to.
    """
    source = assertion.evidence[0].source.id
    paragraphs = {evidence.paragraph for evidence in assertion.evidence}
    for field in WORDS:
        words = getattr(assertion, field)
        if words:
            paragraph = paragraphs.pop() if field == "hedge" and len(paragraphs) == 1 else ""
            yield Quotation(f"{claim}/{assertion.id}/{field}", source, paragraph, words, kind="as_named")


def grant(source: Source) -> Grant:
    """What the rights in a source allow to be quoted of it."""
    return Grant(source.rights.excerpt_words, source.rights.is_free)


def place_of(dataset: Dataset, address: str, field: str) -> tuple[Ref, FieldPath] | None:
    """The record and the path of the value that `address` and the fault's `field` speak of.

    None where no record has the address.
    """
    record, *steps = address.split("/")
    kind, _, ident = record.partition(":")
    ref = Ref(kind, ident)
    if ref not in dataset.records:
        return None
    inside = tuple(field.split(".")) if field else ()
    if ref.kind == "source" and steps and steps[0] in PRINTED:
        return ref, (steps[0],)
    if steps and steps[0] == "words":
        return ref, tuple(_step(step) for step in steps[1].split("."))
    if not steps or steps[0] == "evidence":
        return ref, (*(_step(s) for s in steps), *inside)
    if steps[0] == "roles":
        return ref, ("roles", int(steps[1]), "evidence", int(steps[2]), *inside)
    assertions = getattr(dataset.records[ref], "assertions", [])
    number = next((n for n, a in enumerate(assertions) if a.id == steps[0]), None)
    if number is None:
        return None
    if steps[1] in WORDS:
        return ref, ("assertions", number, steps[1])
    return ref, ("assertions", number, "evidence", int(steps[1]), *inside)


def _step(text: str) -> str | int:
    return int(text) if text.isdigit() else text
