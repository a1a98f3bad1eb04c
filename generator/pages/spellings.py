"""Spellings: which source prints which form of a name, as `verify` found them in the texts."""

from dataclasses import dataclass
from itertools import combinations

from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.records.model import Entity, Name
from generator.records.refs import Ref


@dataclass(frozen=True)
class Spelling:
    """One form of a name, and how often each source prints it.

    `name` is the form as the record lists it, None where it is the name itself or an `as_named`. A count is
    None where the source is known to print the form but nobody has counted. `within`: where no source prints
    it by itself, it stands inside a longer name that one prints.
    """

    text: str
    name: Name | None
    sources: tuple[tuple[Ref, int | None], ...]
    within: bool
    others: tuple[Ref, ...] = ()
    """The people who have the same form: a source may mean any of them."""

    @property
    def native(self) -> bool:
        """Whether the form is the name in its own script, supplied by the editors."""
        return self.name is not None and self.name.kind == "native"

    @property
    def total(self) -> int:
        """How often all sources together print it, as far as counted."""
        return sum(count or 0 for _, count in self.sources)


def spellings(site: Site, ref: Ref, entity: Entity) -> list[Spelling]:
    """Every form of the name, those printed most often first and native forms last."""
    listed = {name.text: name for name in entity.names}
    forms = dict.fromkeys([*entity.printed_forms, *listed])
    found: dict[str, dict[Ref, int | None]] = {text: _counts(site, text) for text in forms}
    for text, source in _as_named(site, ref):
        found.setdefault(text, {}).setdefault(source, None)
    inside = _parts(site)
    people = site.dataset.people
    alike = [other for other in getattr(entity, "different_from", ()) if other in people]
    rows = [
        Spelling(
            text,
            listed.get(text),
            tuple(counts.items()),
            text in inside,
            tuple(other for other in alike if text in people[other].printed_forms),
        )
        for text, counts in found.items()
    ]
    return sorted(rows, key=lambda row: (row.native, -row.total, -len(row.sources), row.text))


def _counts(site: Site, text: str) -> dict[Ref, int | None]:
    names = site.dataset.lock.names if site.dataset.lock else {}
    refs = {Ref("source", source): found[text].count for source, found in names.items() if text in found}
    return {ref: refs[ref] for ref in sorted(refs) if ref in site.dataset.sources}


@memo
def _parts(site: Site) -> frozenset[str]:
    """Every run of words inside a longer name that some source prints."""
    lock = site.dataset.lock
    printed = {name for names in lock.names.values() for name in names} if lock else ()
    every = (name.split() for name in printed)
    return frozenset(
        " ".join(words[first:last])
        for words in every
        for first, last in combinations(range(len(words) + 1), 2)
    )


def _as_named(site: Site, ref: Ref) -> list[tuple[str, Ref]]:
    return [
        (a.as_named, a.evidence[0].source)
        for claim in site.linking(ref, "claim.assertions.speaker")
        for a in site.dataset.claims[claim].assertions
        if a.speaker_ref == ref and a.as_named
    ]
