"""One documentary kept in memory: after each edit its site is what a clean build would make."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import TemplateError

from generator.analysis.release import read_releases
from generator.analysis.releases import RELEASES
from generator.lib.address import site_address
from generator.lib.language import language, speaking
from generator.pages.by_hand import PageExtras
from generator.pages.picture import Pictures
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import read_texts
from generator.records.schemas.files import FOLDER as SCHEMAS
from generator.site.build import DOCS, PICTURES, SITE, build, for_theme, write_schemas
from generator.site.finish.address import address_in
from generator.site.finish.feed import feed
from generator.site.finish.redirects import moved
from generator.site.finish.sitemap import robots, sitemap_of
from generator.site.live.builder import CONFIG, configuration_faults
from generator.site.live.checks import LiveChecks
from generator.site.live.documents import HandWritten
from generator.site.live.files import KeptFiles
from generator.site.live.guard import LiveGuard
from generator.site.live.html import LiveHtml
from generator.site.live.pages import LivePages
from generator.site.live.published import Published
from generator.site.live.search import SEARCH
from generator.site.live.templates import problem_of, states
from generator.site.writer import write

HOME = "index.html"
Show = Callable[[Mapping[str, bytes]], None]
"""Is given pages that are done before the others are, by their paths in the site."""


@dataclass(frozen=True)
class Outcome:
    """What became of an edit: the problems that keep the site as it was, or the paths that changed in it."""

    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)


class Session:
    """The documentary in the folder `root`; `tell` is told why an edit has every page made anew."""

    def __init__(self, root: Path, tell: Callable[[str], None] = lambda line: None) -> None:
        self.root = root
        self.published = Published(root / SITE)
        self._tell = tell
        self._kept = KeptFiles()
        self._checks = LiveChecks(root, self._kept)
        self._pages = LivePages()
        self._pages_of: dict[str, object] = {}
        self._hand = HandWritten(root / DOCS)
        self._html = LiveHtml(root, SITE)
        self._guard = LiveGuard()
        self._made: dict[str, bytes] | None = None
        self._unseen: set[Path] | None = None
        self._listed: object = None

    def update(
        self, touched: Collection[Path] | None = None, first: Collection[str] = (), show: Show | None = None
    ) -> Outcome:
        """Bring the site to the state of the sources, all but the search index.

        `touched` are the files that may have changed, None where that is not known. The pages at the
        addresses `first` are made before the others and given to `show`.
        """
        self._checks.suspect(touched or ())
        self._unseen = None if touched is None or self._unseen is None else self._unseen | set(touched)
        dataset, problems = self._checks.checked()
        if dataset is None or problems:
            return Outcome(problems)
        releases, problems = self._kept(self.root / RELEASES, partial(read_releases, self.root))
        problems = problems or self._kept(self.root / CONFIG, partial(configuration_faults, self.root))
        if problems:
            return Outcome(problems)
        self._set_up(dataset.documentary.language)
        with speaking(dataset.documentary.language):
            try:
                self._pages.take(dataset, releases)
                return self._bring(dataset, first, show)
            except TemplateError as fault:
                return Outcome([problem_of(fault)])

    def _set_up(self, tag: str) -> None:
        """Begin anew where something changed that all pages are made of."""
        pages_of: dict[str, object] = {
            "the site's address": site_address(self.root),
            "the language": tag,
            "a template or catalogue": states(),
        }
        if changed := [name for name, value in pages_of.items() if self._pages_of.get(name) != value]:
            self._pages_of = pages_of
            self._pages = LivePages(site_address(self.root), Pictures(self.root / PICTURES))
            language.cache_clear()
        if self._html.is_outdated():
            changed.append("mkdocs.yml or the theme")
        os.environ |= for_theme(tag)
        if changed and self._made is not None:
            self._tell(f"{' and '.join(changed)} changed: every page is made anew")

    def _bring(self, dataset: Dataset, first: Collection[str], show: Show | None) -> Outcome:
        """Bring the site to the state of `archive`, in its language."""
        self._guard.take(dataset, read_texts(self.root, dataset, self._kept)[0])
        if show is not None and first and self._made is not None:
            show(self._first(first))
        made = self._pages.files()
        if problems := self._write_pages(made):
            return Outcome(problems)
        self._write_schemas(dataset)
        by_hand = self._hand.look(made, self._unseen)
        self._unseen = set()
        added = self._pages.by_hand({path: text for path, text in by_hand.items() if path.endswith(".md")})
        return self._publish(made | by_hand, added, dataset)

    def wrote(self, path: Path) -> bool:
        """Whether the file at `path` is a page in `docs/` as this session wrote it, or a schema."""
        docs = self.root / DOCS
        if path.is_relative_to(self.root / SCHEMAS):
            return True
        if self._made is None or not path.is_relative_to(docs):
            return False
        name = path.relative_to(docs).as_posix()
        is_there = path.read_bytes() if path.is_file() else None
        return name not in self._hand and is_there == self._made.get(name)

    def _first(self, urls: Collection[str]) -> dict[str, bytes]:
        """The pages at `urls`, as far as they are there already and nothing is wrong with them."""
        texts = self._pages.some(urls)
        if not self._html.builder.by_page or self._guard.in_pages(DOCS, texts):
            return {}
        return {where: self._html.shown(where) for where in self._html.build(texts)}

    def _write_pages(self, made: dict[str, bytes]) -> list[Problem]:
        before = self._made or {}
        changed = {path for path, text in made.items() if before.get(path) != text}
        looked_at = made.keys() if self._guard.looks_at_all else changed
        if problems := self._guard.in_pages(DOCS, {path: made[path] for path in looked_at}):
            return problems
        docs = self.root / DOCS
        if self._unseen is not None:
            changed |= {
                path.relative_to(docs).as_posix() for path in self._unseen if path.is_relative_to(docs)
            }
        done, problems = write(docs, made, None if self._unseen is None else changed)
        if done is not None:
            self._made = made
        return problems

    def _write_schemas(self, dataset: Dataset) -> None:
        listed = dataset.known, dataset.words
        if listed != self._listed and (self.root / SCHEMAS).is_dir():
            write_schemas(self.root, dataset)
            self._listed = listed

    def _publish(self, texts: dict[str, bytes], added: Mapping[str, PageExtras], dataset: Dataset) -> Outcome:
        if problems := self._html.begin(texts):
            return Outcome(problems)
        if not self._html.builder.by_page:
            problems = build(self.root, "mkdocs", lambda line: None)
            self.published = Published(self.root / SITE)
            return Outcome(problems, set() if problems else {HOME})
        self._html.build(texts, added)
        files = self._html.files()
        made = self._html.ready | self._of_the_whole(files, dataset)
        if problems := self._html.problems() + self._leaks(made, files):
            return Outcome(sorted(set(problems)))
        made |= {
            where: data
            for page in added.values()
            for where, data in page.files.items()
            if f"{page.url}{HOME}" in files
        }
        made |= self._html.joined(files, self.published.read)
        changed = self.published.replace(made, files, apart=SEARCH)
        self._guard.looks_at_all = False
        self._html.ready.clear()
        return Outcome([], changed)

    def _leaks(self, made: dict[str, bytes], files: set[str]) -> list[Problem]:
        rest = files - made.keys() if self._guard.looks_at_all else ()
        others = {path: self.published.read(path) for path in rest if path.endswith(".html")}
        return self._guard.in_pages(SITE, made | others)

    def _of_the_whole(self, files: set[str], dataset: Dataset) -> dict[str, bytes]:
        """The files that are made of the whole site."""
        home = self._html.ready.get(HOME) or (self.root / SITE / HOME).read_bytes()
        address = address_in(home.decode())
        found = {"feed.xml": feed(dataset, address), "robots.txt": robots(address)}
        if address:
            pages = (path for path in files if path.endswith("index.html"))
            found["sitemap.xml"] = sitemap_of(pages, dataset, address)
        return found | moved(dataset, address)
