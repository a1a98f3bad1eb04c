"""What one update after the other works on: the tree of finished files, what was read, the tracked site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.lib.files import write as write_whole
from generator.pages.render import Renderer
from generator.pages.renditions import Renditions
from generator.pages.site import Site
from generator.pages.tracking import Key
from generator.records.dataset import Dataset
from generator.records.media_files import FOLDER
from generator.site.builder import Settings
from generator.site.current import STORE, TREE
from generator.site.finish.search import index
from generator.site.publish import is_published, publish
from generator.site.state import SEARCH, Kept, to_be_searched
from generator.site.store import KeptFiles, Store, digest_of
from generator.site.tree import remove

PICTURES = "build/pictures"
"""Where drawn pictures are kept from one build to the next."""
MEDIA = "build/media"
"""Where the copies of media are."""


def renditions(root: Path) -> Renditions:
    """What makes the copies of the media of the documentary in `root`."""
    return Renditions(root / FOLDER, root / MEDIA)


class Workspace:
    """The workspace of the documentary in the folder `root`, which is absolute."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root / STORE)
        self.tree = root / TREE
        self.staged = root / STORE / "next"
        """What the update under way has made, all in one folder: `waiting` names the files."""
        self.kept: Kept | None = None
        self.files = KeptFiles(root)
        self.settings: Settings | None = None
        self.fingerprint = ""
        """That of the sources as the last good update found them."""
        self.site: Site | None = None
        """The tracked site, which may be ahead of what was published: `differ` says in what."""
        self.renderer: Renderer | None = None
        self.base: object = None
        """What the tracked site rests on as a whole."""
        self.taken: Dataset | None = None
        self.differ: set[Key] = set()
        self.swept = False
        """Whether the tree is known to hold nothing but what was made."""
        self.listed: object = None
        """What the schemas for text editors were written of."""

    def waiting(self, path: str) -> Path:
        """Where what the update under way has made waits to become the file `path` of the tree."""
        return self.staged / digest_of(path.encode())

    def index(self, kept: Kept) -> None:
        """Bring the search index to the pages in the tree."""
        of, pages, same = to_be_searched(kept)
        if kept.searched != of:
            self.take_index(kept, of, index(self.tree / "site", pages, same, self.store))

    def take_index(self, kept: Kept, of: str, files: Mapping[str, bytes]) -> None:
        """Have the tree hold the search index `files`, made of what has the digest `of`."""
        outputs = {path: digest for path, digest in kept.outputs.items() if not path.startswith(SEARCH)}
        for path, data in files.items():
            outputs[f"site/{path}"] = digest_of(data)
            if kept.outputs.get(f"site/{path}") != outputs[f"site/{path}"]:
                write_whole(self.tree / "site" / path, data)
        for path in kept.outputs.keys() - outputs.keys():
            remove(self.tree, path)
        kept.outputs, kept.searched = outputs, of

    def publish(self, is_new: bool) -> None:
        """Put the site in its place; `is_new`: it is another than stands there.

        One that shows what is not published yet stays in the tree, for editors: the last one keeps its place.
        """
        assert self.settings is not None and self.kept is not None  # noqa: PT018, S101 - an update came first
        if self.kept.sound.held.waiting:
            return
        paths = [path.removeprefix("site/") for path in self.kept.outputs if path.startswith("site/")]
        if is_new or not is_published(self.tree / "site", self.settings.site, paths):
            publish(self.tree / "site", self.settings.site, paths, self.store.folder / "spare")
