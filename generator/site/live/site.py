"""The site as the live build sees it: every computed value is remembered with what it was computed from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, TypeVar

from generator.analysis.backlinks import Backlink
from generator.analysis.releases import Releases
from generator.analysis.standing import Standing, standing
from generator.pages.page import Crumb
from generator.pages.site import Site
from generator.records.refs import Ref
from generator.site.live.archive import LiveDataset, through_memory
from generator.site.live.memory import Memory
from generator.site.live.prose import LiveBacklinks, LiveLinker

T = TypeVar("T")


class _Standings(Mapping[Ref, Standing]):
    """The standing of each claim, computed when asked for."""

    def __init__(self, memory: Memory, dataset: LiveDataset) -> None:
        self._memory = memory
        self._archive = dataset

    def __getitem__(self, claim: Ref) -> Standing:
        if claim not in self._archive.claims:
            raise KeyError(claim)
        found: Standing = self._memory.ask(("standing", claim), lambda: standing(self._archive, claim))
        return found

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._archive.claims)

    def __len__(self) -> int:
        return len(self._archive.claims)


class LiveSite(Site):
    """A site over a memory. What it computes of one record is remembered, so that a page that shows only the
    name of a record is not in doubt when something else in that record changes.
    """

    linker: LiveLinker

    def __init__(self, memory: Memory, dataset: LiveDataset, address: str) -> None:
        self.memory = memory
        self.dataset = dataset
        self.address = address
        self.linker = LiveLinker(memory)
        self._backlinks = LiveBacklinks(memory, dataset, self.linker)
        self._standings = _Standings(memory, dataset)

    def memo(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What `compute` gives, computed when it is not known or not what it was."""
        found: T = self.memory.ask(("once", key), compute)
        return found

    def take_links(self, names_changed: bool) -> None:
        """Bring links up to date with the archive."""
        if names_changed:
            self.linker.take(self.dataset)
        self._backlinks.take(self.dataset.records)

    @property
    def releases(self) -> Releases:  # type: ignore[override]
        """The releases made so far."""
        return self.memory.read("releases") or Releases()

    @property
    def backlinks(self) -> Any:
        """What points at each record."""
        return self._backlinks

    @property
    def standings(self) -> Mapping[Ref, Standing]:
        """The standing of each claim."""
        return self._standings

    def name(self, ref: Ref) -> str:
        """The name by which a record is shown."""
        return str(self.memory.ask(("name", ref), lambda: Site.name(self, ref)))

    def path(self, ref: Ref) -> str:
        """The path of the record's file."""
        return str(self.memory.ask(("path", ref), lambda: Site.path(self, ref)))

    def changed(self, ref: Ref) -> str:
        """The day of the record's last change."""
        return str(self.memory.ask(("changed", ref), lambda: Site.changed(self, ref)))

    def summary(self, ref: Ref) -> str:
        """One sentence on the record."""
        return str(self.memory.ask(("summary", ref), lambda: Site.summary(self, ref)))

    def neighbours(self, ref: Ref) -> tuple[Crumb | None, Crumb | None]:
        """The pages before and after a record's page."""
        found: tuple[Crumb | None, Crumb | None]
        found = self.memory.ask(("neighbours", ref), lambda: Site.neighbours(self, ref))
        return found

    def place_in_lists(self, ref: Ref) -> tuple[bool, Any, str, str]:
        """The key by which lists of one kind are sorted."""
        found: tuple[bool, Any, str, str]
        found = self.memory.ask(("place", ref), lambda: Site.place_in_lists(self, ref))
        return found

    def corrections(self, ref: Ref) -> list[Ref]:
        """The corrections that affect a record."""
        found: list[Ref] = self.memory.ask(("corrections", ref), lambda: Site.corrections(self, ref))
        return found

    def linking(self, ref: Ref, field: str) -> list[Ref]:
        """The records that refer to `ref` in `field`."""
        found: list[Ref]
        found = self.memory.ask(("linking", ref, field), lambda: Site.linking(self, ref, field))
        return found

    def pointing_at(self, ref: Ref, *without: str) -> dict[str, list[Backlink]]:
        """What points at a record under each heading."""
        key = ("pointing", ref, *without)
        found: dict[str, list[Backlink]] = self.memory.ask(key, lambda: Site.pointing_at(self, ref, *without))
        return found


through_memory(Site, LiveSite)
