"""One documentary kept in memory: after each edit its site is what a clean build would make."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.address import site_address
from generator.archive import Archive
from generator.build import DOCS, PICTURES, SITE, build, for_theme, write_schemas
from generator.checking import checked
from generator.evidence.article import Article
from generator.finish.address import address_in
from generator.finish.feed import feed
from generator.finish.moved import moved
from generator.finish.sitemap import robots, sitemap_of
from generator.guard import Guard
from generator.language import ENGLISH, speaking
from generator.live.documents import HandWritten
from generator.live.files import KeptFiles
from generator.live.html import LiveHtml
from generator.live.pages import LivePages
from generator.live.published import Published
from generator.live.search import SEARCH
from generator.pages.picture import Pictures
from generator.problems import Problem
from generator.reader import read, read_texts
from generator.release import read_releases
from generator.schemas.files import FOLDER as SCHEMAS
from generator.writer import write

HOME = "index.html"
Show = Callable[[Mapping[str, bytes]], None]
"""Is given pages that are done before the others are, by their paths in the site."""


@dataclass(frozen=True)
class Outcome:
    """What became of an edit: the problems that keep the site as it was, or the paths that changed in it."""

    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)


class Session:
    """The documentary in the folder `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.published = Published(root / SITE)
        self._kept = KeptFiles()
        self._address = ""
        self.forget_pages()
        self._hand = HandWritten(root / DOCS)
        archive, _ = read(root)
        os.environ |= for_theme(archive.documentary.language if archive else ENGLISH.tag)
        self._html = LiveHtml(root, SITE)
        self._articles: Mapping[str, Article] = {}
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
        self._kept.suspect(touched or ())
        self._unseen = None if touched is None or self._unseen is None else self._unseen | set(touched)
        archive, problems = checked(self.root, self._kept)
        if archive is None or problems:
            return Outcome(problems)
        articles, _ = read_texts(self.root, archive, self._kept)
        guard = Guard(archive, articles)
        if self._address != (address := site_address(self.root)):
            self._address = address
            self.forget_pages()
        with speaking(archive.documentary.language):
            return self._bring(archive, guard, first, show)

    def _bring(self, archive: Archive, guard: Guard, first: Collection[str], show: Show | None) -> Outcome:
        """Bring the site to the state of `archive`, in its language."""
        self._pages.take(archive)
        if show is not None and first and self._made is not None:
            show(self._first(first, guard))
        made = self._pages.files()
        if problems := self._write_pages(made, guard):
            return Outcome(problems)
        self._write_schemas(archive)
        by_hand = self._hand.look(made, self._unseen)
        self._unseen = set()
        return self._publish(made | by_hand, archive, guard)

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

    def forget_pages(self) -> None:
        """Make all pages anew at the next update: their templates or the site's address changed."""
        self._pages = LivePages(self._address, Pictures(self.root / PICTURES), read_releases(self.root)[0])

    def _first(self, urls: Collection[str], guard: Guard) -> dict[str, bytes]:
        """The pages at `urls`, as far as they are there already and nothing is wrong with them."""
        texts = self._pages.some(urls)
        if not self._html.builder.by_page or guard.in_pages(DOCS, texts):
            return {}
        return {where: self._html.shown(where) for where in self._html.build(texts)}

    def _write_pages(self, made: dict[str, bytes], guard: Guard) -> list[Problem]:
        before = self._made or {}
        changed = {path for path, text in made.items() if before.get(path) != text}
        if problems := guard.in_pages(DOCS, {path: made[path] for path in changed}):
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

    def _write_schemas(self, archive: Archive) -> None:
        listed = archive.known, archive.words
        if listed != self._listed and (self.root / SCHEMAS).is_dir():
            write_schemas(self.root, archive)
            self._listed = listed

    def _publish(self, texts: dict[str, bytes], archive: Archive, guard: Guard) -> Outcome:
        if problems := self._html.begin(texts):
            return Outcome(problems)
        if not self._html.builder.by_page:
            problems = build(self.root, "mkdocs", lambda line: None)
            self.published = Published(self.root / SITE)
            return Outcome(problems, set() if problems else {HOME})
        self._html.build(texts)
        files = self._html.files()
        problems = self._html.problems() + guard.in_pages(SITE, self._html.ready)
        if problems:
            return Outcome(sorted(set(problems)))
        whole = self._of_the_whole(files, archive)
        made = self._html.joined(files, self.published.read)
        changed = self.published.replace(made | whole, files, apart=SEARCH)
        self._html.ready.clear()
        return Outcome([], changed)

    def _of_the_whole(self, files: set[str], archive: Archive) -> dict[str, bytes]:
        """The files that are made of the whole site."""
        home = self._html.ready.get(HOME) or (self.root / SITE / HOME).read_bytes()
        address = address_in(home.decode())
        found = {"feed.xml": feed(archive, address), "robots.txt": robots(address)}
        if address:
            pages = (path for path in files if path.endswith("index.html"))
            found["sitemap.xml"] = sitemap_of(pages, archive, address)
        return found | moved(archive, address)
