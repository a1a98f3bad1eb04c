"""Links in prose, found once: searched again only where a name that was added or removed may stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from generator.analysis.backlinks import Backlink, in_order, links_from
from generator.analysis.prose import Link, Linker
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.site.live.memory import Memory

Text = tuple[str, str, frozenset[Ref]]


class LiveLinker(Linker):
    """A linker over a memory: `take` brings it to the names of an archive."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._names_now: Linker | None = None
        self._heads: dict[str, list[tuple[str, Ref]]] = {}
        self._texts: set[Text] = set()

    def take(self, dataset: Dataset) -> None:
        """Link the names of `archive` from now on."""
        self._names_now = Linker(dataset)
        before, self._heads = self._heads, self._names_now.forms
        heads = {
            head for head in before.keys() | self._heads.keys() if before.get(head) != self._heads.get(head)
        }
        touched = [key for key in self._texts if any(head in key[1] for head in heads)]
        self._memory.touch(touched)

    def segments(self, prose: str, without: Iterable[Ref] = ()) -> list[str | Link]:
        """The text in pieces, plain or linked."""
        key = ("segments", str(prose), frozenset(without))
        self._texts.add(key)
        found: list[str | Link] = self._memory.ask(key, lambda: self._found(prose, key[2]))
        return found

    def _found(self, prose: str, without: frozenset[Ref]) -> list[str | Link]:
        assert self._names_now is not None  # noqa: S101 - `take` comes first
        return self._names_now.segments(prose, without)


class LiveBacklinks:
    """What points at each record, kept as links are added and removed."""

    def __init__(self, memory: Memory, dataset: Dataset, linker: Linker) -> None:
        self._memory = memory
        self._archive = dataset
        self._linker = linker
        self._from: dict[Ref, dict[Ref, list[Backlink]]] = {}
        self._at: dict[Ref, dict[Ref, list[Backlink]]] = {}

    def take(self, refs: Iterable[Ref]) -> None:
        """Take over the links of the records `refs`, which are all there are."""
        refs = list(refs)
        doubtful = [ref for ref in refs if not self._memory.is_fresh(("links", ref))]
        touched: set[Ref] = set()
        for ref in doubtful:
            touched |= self._replace(ref, self._memory.ask(("links", ref), partial(self._links, ref)))
        for ref in self._from.keys() - set(refs):
            touched |= self._replace(ref, {})
            del self._from[ref]
            self._memory.forget(("links", ref))
        self._memory.touch(("backlinks", target) for target in touched)

    def __getitem__(self, target: Ref) -> list[Backlink]:
        found: list[Backlink] = self._memory.ask(("backlinks", target), lambda: self._found(target))
        return found

    def get(self, target: Ref, default: object = ()) -> list[Backlink]:
        """What points at a record, nothing for one that is not there."""
        return self[target]

    def _found(self, target: Ref) -> list[Backlink]:
        if target not in self._archive.records:
            return []
        return in_order([link for links in self._at.get(target, {}).values() for link in links])

    def _links(self, ref: Ref) -> dict[Ref, list[Backlink]]:
        return links_from(ref, self._archive.records[ref], self._linker)

    def _replace(self, ref: Ref, links: dict[Ref, list[Backlink]]) -> set[Ref]:
        """Take over the links of one record; the targets for which something changed."""
        before, self._from[ref] = self._from.get(ref, {}), links
        changed = {
            target for target in before.keys() | links.keys() if before.get(target) != links.get(target)
        }
        for target in changed:
            at = self._at.setdefault(target, {})
            at.pop(ref, None)
            if target in links:
                at[ref] = links[target]
        return changed
