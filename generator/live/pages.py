"""All pages of a documentary, rendered anew only where what they show has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from generator.archive import Archive
from generator.live.archive import LiveArchive
from generator.live.memory import Memory
from generator.live.site import LiveSite
from generator.model import Entity
from generator.pages.address import file_of, url_of
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.refs import Ref

Make = Callable[[Site], Iterator[Page]]


class LivePages:
    """The pages of an archive that changes: `take` an archive, then ask for its `files`."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._archive = LiveArchive(self._memory)
        self._site = LiveSite(self._memory, self._archive)
        self._renderer = Renderer(self._site)
        self._refs: list[Ref] = []
        self._taken: Archive | None = None

    def take(self, archive: Archive) -> None:
        """Make the pages of `archive` from now on."""
        differ = self._archive.take(archive)
        before = self._taken.records if self._taken else {}
        entities = (r for ref in differ for r in (before.get(ref), archive.records.get(ref)))
        self._site.take_links(any(isinstance(record, Entity) for record in entities) or not before)
        self._memory.settle()
        gone = [ref for ref in self._refs if ref not in archive.records]
        self._refs = [ref for ref in archive.records if ref.kind in RECORD_PAGES]
        for ref in gone:
            self._memory.forget(("page", ref))
        self._taken = archive

    def some(self, urls: Collection[str]) -> Mapping[str, bytes]:
        """The files of the pages at `urls` (from the root of the site), as far as there are such pages."""
        found = dict(self._of_record(ref) for ref in self._refs if url_of(ref) in urls)
        others = [url for url in urls if file_of(url) not in found]
        return found | {
            file_of(url): self._rendered(make, url)
            for make in (OTHER_PAGES if others else ())
            for url in self._made(make)
            if url in others
        }

    def files(self) -> dict[str, bytes]:
        """Every generated file below `docs/` by its relative path, as `generator.pages.pages` makes them."""
        found = dict(self._of_record(ref) for ref in self._refs)
        return found | {
            file_of(url): self._rendered(make, url) for make in OTHER_PAGES for url in self._made(make)
        }

    def _of_record(self, ref: Ref) -> tuple[str, bytes]:
        make = RECORD_PAGES[ref.kind]
        found: tuple[str, bytes]
        found = self._memory.ask(("page", ref), lambda: self._renderer.render(make(self._site, ref)))
        return found

    def _made(self, make: Make) -> Mapping[str, Page]:
        found: Mapping[str, Page]
        found = self._memory.ask(("made", make), lambda: self._make(make))
        return found

    def _make(self, make: Make) -> Mapping[str, Page]:
        return {page.url: page for page in make(self._site)}

    def _rendered(self, make: Make, url: str) -> bytes:
        found: bytes = self._memory.ask(("rendered", make, url), lambda: self._render(make, url))
        return found

    def _render(self, make: Make, url: str) -> bytes:
        page = self._memory.ask_part(("made", make), url, lambda: self._make(make))
        return self._renderer.render(page)[1]
