"""The finished HTML of all pages, built anew only for the pages whose text changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.pages.by_hand import PageExtras
from generator.records.problems import Problem
from generator.site.finish import finished
from generator.site.finish.prune import NEVER_KEPT, THEME_FOLDERS, theme_folders
from generator.site.live.builder import Builder
from generator.site.live.files import State, state_of
from generator.site.live.styles import LiveStyles


class LiveHtml:
    """The site in the folder `site` of `root`, as the site builder and the finishing steps make it.

    What is built waits in `ready`, by its path in the site, until it is taken from there.
    """

    def __init__(self, root: Path, site: str) -> None:
        self.ready: dict[str, bytes] = {}
        self._root = root
        self._site = site
        self._builder: Builder | None = None
        self._texts: dict[str, tuple[bytes, PageExtras | None]] = {}
        self._where: dict[str, str] = {}
        self._faults: dict[str, list[Problem]] = {}
        self._folders: dict[str, set[str]] = {}
        self._static: dict[str, State] = {}
        self._styles = LiveStyles()

    @property
    def builder(self) -> Builder:
        """The site builder in use; `begin` comes first."""
        assert self._builder is not None  # noqa: S101
        return self._builder

    def is_outdated(self) -> bool:
        """Whether the configuration or theme in use is no longer the one that stands there."""
        return self._builder is not None and self._builder.has_other_settings()

    def begin(self, texts: Mapping[str, bytes]) -> list[Problem]:
        """Have the builder know all files in `docs/`; the problems of its configuration."""
        if self._builder is None or self._builder.is_outdated(texts):
            self._builder = Builder(self._root)
            self._texts.clear()
            self._faults.clear()
            self._static.clear()
            for where, (html, problems) in self._builder.templates().items():
                self._add(where, html, problems)
        if self._builder.by_page:
            self._arrange(texts)
        return self._builder.problems

    def build(
        self, texts: Mapping[str, bytes], added: Mapping[str, PageExtras] = MappingProxyType({})
    ) -> set[str]:
        """Build those of the pages `texts` that are not built as they are; their paths in the site.

        `added` is what is added to hand-written pages, by the same paths.
        """
        now = {path: (text, added.get(path)) for path, text in texts.items() if path in self._where}
        wanted = [path for path, content in now.items() if self._texts.get(path) != content]
        for path in wanted:
            html, problems = self.builder.page(path, texts[path])
            page = added.get(path)
            self._add(self._where[path], page.to(html.decode()).encode() if page else html, problems)
            self._texts[path] = now[path]
        return {self._where[path] for path in wanted}

    def problems(self) -> list[Problem]:
        """The problems of all pages, after all were built."""
        return [problem for faults in self._faults.values() for problem in faults] + self.builder.links()

    def files(self) -> set[str]:
        """The path of every page and copied file of the site; copied files that changed join `ready`."""
        used = {folder for folders in self._folders.values() for folder in folders}
        unused = tuple(f"{folder}/" for folder in THEME_FOLDERS if folder not in used)
        static = {
            where: path
            for where, path in self.builder.static().items()
            if where not in NEVER_KEPT and not where.startswith(unused)
        }
        states = {where: state_of(path) for where, path in static.items()}
        for where, path in static.items():
            if self._static.get(where) != states[where]:
                self.ready[where] = path.read_bytes()
        self._static = states
        return {*static, *self._faults}

    def joined(self, files: Collection[str], old: Callable[[str], bytes]) -> dict[str, bytes]:
        """What is ready, as it is to stand in the site: each page with one stylesheet.

        `files` are the paths of all files of the site; those that are not ready `old` gives.
        """
        return self._styles.join(self.ready, self.builder.static(), files, old)

    def shown(self, where: str) -> bytes:
        """A page that is ready, with the stylesheets that the site has now."""
        return self._styles.as_before(self.ready[where])

    def _arrange(self, texts: Mapping[str, bytes]) -> None:
        there = self.builder.paths()
        for path in sorted(there - texts.keys()):
            self.builder.remove(path)
            self._texts.pop(path, None)
        for path in sorted(texts.keys() - there):
            self.builder.add(path)
        before, self._where = self._where, self.builder.pages()
        for where in set(before.values()) - set(self._where.values()):
            for kept in (self._faults, self._folders, self.ready):
                kept.pop(where, None)
        if texts.keys() != there:  # a link to a page that came or went is another link now
            for path, text in texts.items():
                if b"](" in text or b"]:" in text:
                    self._texts.pop(path, None)

    def _add(self, where: str, html: bytes, problems: list[Problem]) -> None:
        self.ready[where], faults = finished(where, html, self._site)
        self._faults[where] = problems + faults
        self._folders[where] = theme_folders(html)
