"""What one update after the other works on: the tree of finished files, what was read, the tracked site."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.lib.address import configuration
from generator.lib.files import write as write_whole
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.pages.tracking import Key
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.schemas.files import FOLDER as SCHEMAS
from generator.site.builder import CONFIG, Settings
from generator.site.finish.search import index
from generator.site.publish import is_published, publish
from generator.site.state import SEARCH, Kept, to_be_searched
from generator.site.store import KeptFiles, Store, digest_of, program
from generator.site.tree import files_below, remove
from generator.site.writer import manifest

DOCS = "docs"
STORE = "build/store"
"""What is kept from one run to the next."""
PICTURES = "build/pictures"
"""Where drawn pictures are kept from one build to the next."""
_ENVIRONMENT = re.compile(r"!ENV\s*\[?([^\]\n]*)")
_NAME = re.compile(r"\b[A-Z_][A-Z0-9_]*\b")


class Workspace:
    """The workspace of the documentary in the folder `root`, which is absolute."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root / STORE)
        self.tree = root / STORE / "tree"
        """Every finished file, below `docs/` or `site/`; each is replaced from one moment to the next."""
        self.staged = root / STORE / "next"
        """What the update under way has made."""
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
        self.listed: object = None
        """What the schemas for text editors were written of."""

    def variables(self) -> str:
        """The environment, as far as `mkdocs.yml` names it."""
        try:
            text = configuration(self.root)
        except OSError:
            return ""
        names = {name for found in _ENVIRONMENT.findall(text) for name in _NAME.findall(found)}
        return repr([(name, os.environ.get(name)) for name in sorted(names)])

    def fingerprint_now(self, theme: Iterable[str]) -> str:
        """A digest of everything that the site is made of; `theme` are the folders of the theme."""
        made = manifest(self.root / DOCS).keys()
        lines = [program(), self.variables(), self.files.digest(self.root / CONFIG)]
        for folder in ("sources", DOCS, *theme):
            base = self.root / folder
            for path in files_below(base):
                where = path.relative_to(base).as_posix()
                ours = where in made if folder == DOCS else f"{folder}/{where}".startswith(f"{SCHEMAS}/")
                if not ours and not any(step.startswith(".") for step in where.split("/")):
                    lines.append(f"{folder}/{where} {self.files.digest(path)}")
        return digest_of("\n".join(lines).encode())

    def index(self, kept: Kept) -> list[Problem]:
        """Bring the search index to the pages in the tree."""
        of, pages = to_be_searched(kept)
        if kept.searched == of:
            return []
        with tempfile.TemporaryDirectory(prefix="documentary-") as scratch:
            files, problems = index(self.tree / "site", Path(scratch), pages)
        if not problems:
            self.take_index(kept, of, files)
        return problems

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

    def publish(self) -> None:
        """Put the site in its place."""
        assert self.settings is not None and self.kept is not None  # noqa: PT018, S101 - an update came first
        paths = [path.removeprefix("site/") for path in self.kept.outputs if path.startswith("site/")]
        if not is_published(self.tree / "site", self.settings.site, paths):
            publish(self.tree / "site", self.settings.site, paths)
