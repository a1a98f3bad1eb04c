"""All pages of a documentary, rendered anew only where what they show has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from generator.analysis.releases import Releases
from generator.pages.address import file_of, url_of
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES, rendered
from generator.pages.by_hand import PageExtras, added, page_of
from generator.pages.page import Page
from generator.pages.picture import Pictures
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.model import Entity
from generator.records.refs import Ref
from generator.site.live.archive import LiveDataset
from generator.site.live.memory import Memory
from generator.site.live.site import LiveSite

Make = Callable[[Site], Iterator[Page]]


class LivePages:
    """The pages of an archive that changes: `take` an archive, then ask for its `files`.

    `address`, `pictures` and the releases taken are as `generator.pages.assemble.pages` takes them.
    """

    def __init__(self, address: str = "", pictures: Pictures | None = None) -> None:
        self._memory = Memory()
        self._archive = LiveDataset(self._memory)
        self._site = LiveSite(self._memory, self._archive, address)
        self._pictures = pictures if address else None
        self._renderer = Renderer(self._site)
        self._refs: list[Ref] = []
        self._by_hand: set[str] = set()
        self._taken: Dataset | None = None

    def take(self, dataset: Dataset, releases: Releases | None = None) -> None:
        """Make the pages of `archive` from now on."""
        self._memory.put("releases", releases)
        differ = self._archive.take(dataset)
        before = self._taken.records if self._taken else {}
        entities = (r for ref in differ for r in (before.get(ref), dataset.records.get(ref)))
        self._site.take_links(any(isinstance(record, Entity) for record in entities) or not before)
        self._memory.settle()
        gone = [ref for ref in self._refs if ref not in dataset.records]
        self._refs = [ref for ref in dataset.records if ref.kind in RECORD_PAGES]
        for ref in gone:
            self._memory.forget(("page", ref))
        self._taken = dataset

    def some(self, urls: Collection[str]) -> dict[str, bytes]:
        """The files of the pages at `urls` (from the root of the site), as far as there are such pages."""
        found: dict[str, bytes] = {}
        for ref in self._refs:
            if url_of(ref) in urls:
                found |= self._of_record(ref)
        rest = [url for url in urls if file_of(url) not in found]
        for make in OTHER_PAGES if rest else ():
            for url in self._made(make).keys() & rest:
                found |= self._rendered(make, url)
        return found

    def files(self) -> dict[str, bytes]:
        """Every generated file below `docs/` by its path, as `generator.pages.assemble` makes them."""
        found: dict[str, bytes] = {}
        for ref in self._refs:
            found |= self._of_record(ref)
        for make in OTHER_PAGES:
            for url in self._made(make):
                found |= self._rendered(make, url)
        return found

    def by_hand(self, texts: Mapping[str, bytes]) -> dict[str, PageExtras]:
        """What is added to the hand-written pages `texts`, by the same paths (below `docs/`)."""
        for path in self._by_hand - texts.keys():
            self._memory.forget(("added", path))
        self._by_hand = set(texts)
        for path, text in texts.items():
            self._memory.put(("by hand", path), text)
        self._memory.settle()
        return {path: self._memory.ask(("added", path), partial(self._added, path)) for path in texts}

    def _added(self, path: str) -> PageExtras:
        return added(self._renderer, page_of(path, self._memory.read(("by hand", path))), self._pictures)

    def _of_record(self, ref: Ref) -> dict[str, bytes]:
        make = RECORD_PAGES[ref.kind]
        found: dict[str, bytes]
        found = self._memory.ask(("page", ref), lambda: self._render(make(self._site, ref)))
        return found

    def _made(self, make: Make) -> Mapping[str, Page]:
        found: Mapping[str, Page]
        found = self._memory.ask(("made", make), lambda: self._make(make))
        return found

    def _make(self, make: Make) -> Mapping[str, Page]:
        return {page.url: page for page in make(self._site)}

    def _rendered(self, make: Make, url: str) -> dict[str, bytes]:
        def compute() -> dict[str, bytes]:
            return self._render(self._memory.ask_part(("made", make), url, lambda: self._make(make)))

        found: dict[str, bytes] = self._memory.ask(("rendered", make, url), compute)
        return found

    def _render(self, page: Page) -> dict[str, bytes]:
        return rendered(self._renderer, page, self._pictures)
