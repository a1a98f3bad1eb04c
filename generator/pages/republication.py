"""Descent: the publications whose words a source repeats, those that repeat it, and what it draws on."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.voices import SAME_WORDS
from generator.pages.site import Site
from generator.records.model import Dating, Derivation, Source
from generator.records.refs import Ref


@dataclass(frozen=True)
class Work:
    """One publication of a chain: a source of the archive (`ref`), or one of which no copy is held.

    `relation` says how it was made from the one before; empty for the original.
    """

    relation: str
    ref: Ref | None
    title: str | None
    authors: tuple[Ref, ...]
    publisher: Ref | None
    published: Dating | None
    note: str | None = None
    url: str | None = None


def descent(site: Site, ref: Ref) -> list[Work]:
    """The chain from the original through the source to its repeats; the source alone where there is none."""
    chain = [*ancestors(site, ref), held(site, ref)]
    return chain + [held(site, child) for child in _repeats(site, ref)]


def draws_on(site: Site, source: Source) -> list[Work]:
    """The publications whose matter, not whose words, the source takes up."""
    return [_parent(site, d, d.relation) for d in source.derivation if d.relation not in SAME_WORDS]


def ancestors(site: Site, ref: Ref) -> list[Work]:
    """The publications whose words a source repeats, the original first."""
    chain: list[Work] = []
    seen = {ref}
    while (step := _step(site, ref)) is not None:
        if step.of is None:
            return [_parent(site, step, ""), *chain]
        if step.of in seen or step.of not in site.dataset.sources:
            break
        ref = step.of
        seen.add(ref)
        chain.insert(0, held(site, ref))
    return chain


def _step(site: Site, ref: Ref) -> Derivation | None:
    """The derivation by which a source repeats another publication's words."""
    return next((d for d in site.dataset.sources[ref].derivation if d.relation in SAME_WORDS), None)


def repeats_as(site: Site, ref: Ref) -> str:
    """How a source came by the words of another publication; empty where they are its own."""
    step = _step(site, ref)
    return step.relation if step else ""


def _repeats(site: Site, ref: Ref) -> Iterator[Ref]:
    for child in site.linking(ref, "source.derivation.of"):
        if any(d.of == ref and d.relation in SAME_WORDS for d in site.dataset.sources[child].derivation):
            yield child


def held(site: Site, ref: Ref) -> Work:
    """A source of the archive as a publication of its chain."""
    source = site.dataset.sources[ref]
    step = _step(site, ref)
    note = step.note if step else None
    facts = source.name, tuple(source.authors), source.publisher, source.published
    return Work(repeats_as(site, ref), ref, *facts, note, source.url)


def _parent(site: Site, step: Derivation, relation: str) -> Work:
    if step.of in site.dataset.sources:
        source = site.dataset.sources[step.of]
        facts = (step.of, source.name, tuple(source.authors), source.publisher, source.published, step.note)
        return Work(relation, *facts)
    stub = step.stub
    if stub is None:
        return Work(relation, None, None, (), None, None, step.note)
    note = step.note if relation else None
    authors = tuple(stub.authors)
    return Work(relation, None, stub.title, authors, stub.publisher, stub.published, note, stub.url)
