"""One update: from the checked dataset to the published site, by way of what the last update left."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateError

from generator.analysis.releases import Releases
from generator.check.checking import Sound, differing
from generator.check.guard import Guard
from generator.check.keyed import runs_without_text
from generator.check.rules.references import links_on_pages
from generator.lib.address import CONFIGURATION, site_address
from generator.pages.address import file_of
from generator.pages.article import anchors
from generator.pages.assemble import OTHER_PAGES, RECORD_PAGES, rendered
from generator.pages.by_hand import PageExtras, added, page_of
from generator.pages.data import URL as DATA
from generator.pages.data import pages as pages_of_data
from generator.pages.feed import site_feed
from generator.pages.llms import PATH as LLMS
from generator.pages.llms import llms
from generator.pages.page import Page
from generator.pages.picture import Pictures
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.pages.tracking import Key
from generator.pages.typeface import STYLESHEET, typeface
from generator.records import SCHEMAS
from generator.records.kinds import url_of
from generator.records.problems import Problem
from generator.records.reader import read_texts
from generator.records.refs import Ref, unstorable
from generator.records.schemas import write_schemas
from generator.site.builder import Builder, MadePage, Settings
from generator.site.current import DOCS, fingerprint, variables
from generator.site.finish import LOST, finished, refused
from generator.site.finish.hosting import hosting
from generator.site.finish.plain import SUFFIX as MARKDOWN
from generator.site.finish.plain import plain
from generator.site.finish.redirects import moved
from generator.site.finish.search import facets
from generator.site.finish.sitemap import robots, sitemap
from generator.site.finish.styles import ASSETS, Run, joined, name_of, renamed
from generator.site.publish import place
from generator.site.state import SEARCH, Kept, Made, Maker, Outcome, Rest, changed
from generator.site.store import digest_of
from generator.site.templates import problem_of
from generator.site.tree import files_below, remove
from generator.site.workers import cores, shared
from generator.site.workspace import PICTURES, Workspace, renditions
from generator.site.writer import manifest, write

_FEW = 24
"""Pages that are made sooner by one process than shared among several."""
_MOST_IN_MEMORY = 600
"""Pages that wait for MkDocs together."""
_LINK = re.compile(rb"\]\(([^)#\s]*\.md)#|\]:\s*(\S*\.md)#")
Show = Callable[[Mapping[str, bytes]], None]
"""Is given pages that are done before the others are, by their paths in the site."""
Task = tuple[int, Ref | None]
"""A page to be made: a record's, or those of the maker with this number."""
_LONG: Task = (OTHER_PAGES.index(pages_of_data), None)
"""The task that takes as long as hundreds of pages."""


@dataclass
class Work:
    """What a worker hands back; pages that MkDocs is to see with all others are `waiting`."""

    pages: dict[str, Made] = field(default_factory=dict)
    makers: dict[int, Maker] = field(default_factory=dict)
    waiting: dict[str, tuple[MadePage, Made]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sheets: dict[str, bytes] = field(default_factory=dict)


class Update:
    """One update: from the checked dataset to the published site."""

    def __init__(
        self,
        at: Workspace,
        now: Sound,
        releases: Releases,
        seen: Mapping[str, str],
        builder: Builder,
        settings: Settings,
    ) -> None:
        self.at = at
        self.root = at.root
        self.now = now
        self.dataset = now.dataset
        self.releases = releases
        self.seen = seen
        self.builder = builder
        self.settings = settings
        self.address = site_address(self.root)
        self.state = at.kept
        self.outputs: dict[str, str] = {}
        self._sheets: dict[Run, tuple[str, bytes]] = {}
        theme = (os.path.relpath(folder, at.root) for folder in settings.theme)
        self.fingerprint = fingerprint(at.root, at.files, theme)
        self.frame = self._frame()

    def _frame(self) -> str:
        """A digest of what stands around every page: settings, templates, and which stylesheets there are."""
        if not self.settings.by_page:
            return ""
        lines = [variables(self.root), self._digest(self.root / CONFIGURATION)]
        lines.append(f"{bool(self.dataset.chapters)} {bool(self.dataset.glossary)}")
        for folder in self.settings.theme:
            for path in sorted(folder.rglob("*")):
                told = self._digest(path) if path.suffix == ".html" else ""
                lines.append(f"{path.relative_to(folder)} {told}")
        own = self.settings.docs / ASSETS
        lines += [path.name for path in sorted(own.glob("*.css"))] if own.is_dir() else []
        return digest_of("\n".join(lines).encode())

    @cached_property
    def guard(self) -> Guard:
        """The guard over everything that is made or copied anew."""
        articles, _ = read_texts(self.root, self.dataset, self.at.files)
        return Guard(self.dataset, articles, self.keyed)

    @cached_property
    def _at_hand(self) -> set[str]:
        """The sources whose texts are at hand."""
        return {ref.id for ref in self.dataset.sources if f"{ref.id}.txt" in self.now.texts}

    def _digest(self, path: Path) -> str:
        return self.at.files.digest(path)

    def run(self, first: Collection[str], show: Show, search: bool, data: bool) -> Outcome:
        """As `Engine.update`."""
        at = self.at
        at.staged.mkdir(parents=True, exist_ok=True)
        self._take()
        assert at.renderer is not None  # noqa: S101 - made with the site
        self.renderer = at.renderer
        self.pictures = Pictures(self.root / PICTURES) if self.address else None
        self.renditions = renditions(self.root)
        stale = self._stale()
        tasks = stale if data or not self._has_data() else [task for task in stale if task != _LONG]
        keyed, problems = runs_without_text(self.root, self.dataset, self._at_hand)
        if problems:
            return Outcome(problems)
        self.keyed = keyed
        if tasks:
            _ = self.guard  # before the work is shared: made once for all
        links = self.site.links  # before the work is shared: found once for all
        done = self._make(tasks, first, show)
        if done.problems:
            return Outcome(sorted(set(done.problems)))
        before = self.state
        self.made = len(done.pages) + len(done.waiting)
        pages = dict(done.pages)
        makers = (before.makers if before and self.kept_all else {}) | done.makers
        urls = [url_of(ref) for ref in self.dataset.records if ref.kind in RECORD_PAGES]
        urls += [url for _, maker in sorted(makers.items()) for url in maker.urls]
        for url in urls:
            if url not in pages and url not in done.waiting:
                assert before is not None  # noqa: S101 - what is not made was kept
                pages |= {each: before.pages[each] for each in (url, *before.pages[url].more)}
        rest, problems = self._rest(pages, done)
        if problems:
            return Outcome(sorted(set(problems)))
        return self._finish(Kept(
            self.base, self.frame, self.now, pages, makers, rest, {}, {},
            before.searched if before else "", {}, links, is_behind=len(tasks) < len(stale),
        ), done, search)  # fmt: skip

    # Which pages are to be made

    def _take(self) -> None:
        """Bring the tracked site to the dataset; whatever differs since the last good update is stale."""
        at, state = self.at, self.state
        dataset = self.dataset
        of_all = (
            dataset.documentary,
            dataset.words,
            dataset.outlines,
            dataset.catalogue,
            dataset.lock is None,
            dataset.waiting,
            dataset.sensitive,
        )
        self.base = base = self.address, self.frame, self.releases, self.seen, of_all
        self.kept_all = state is not None and state.base == base and bool(self.frame)
        if at.site is None or at.base != base:
            known = state.sound.dataset if state and self.kept_all else self.dataset
            links = state.links if state and self.kept_all else None
            at.site = Site.tracked(known, self.address, self.releases, links, self.seen)
            at.base, at.taken, at.differ = base, known, set()
            at.renderer = Renderer(at.site, self.settings.permalink)
        self.site = at.site
        taken = at.taken
        if taken is not self.dataset:
            refs = differing(taken, self.dataset)
            at.differ |= self.site.take(self.dataset, refs)
            at.taken = self.dataset

    def _is_kept(self, url: str, shape: str | None = None) -> bool:
        """Whether the page stays as it is; `shape` is what it would have now, where that is known."""
        page = self.state.pages.get(url) if self.state and self.kept_all else None
        if self.state and self.state.is_behind and url == DATA:
            return False
        if page is None or not page.reads.isdisjoint(self.at.differ):
            return False
        if shape is not None and page.shape != shape:
            return False
        return all(map(self._is_kept, page.more))

    def _has_data(self) -> bool:
        """Whether there are data, if only of an earlier update."""
        state = self.state
        return state is not None and self.kept_all and _LONG[0] in state.makers and DATA in state.pages

    def _stale(self) -> list[Task]:
        tasks: list[Task] = []
        for number in range(len(OTHER_PAGES)):
            maker = self.state.makers.get(number) if self.state and self.kept_all else None
            differs = maker is None or not maker.reads.isdisjoint(self.at.differ)
            if differs or not all(map(self._is_kept, maker.urls if maker else ())):
                tasks.append((number, None))
        tasks += [
            (0, ref)
            for ref in self.dataset.records
            if ref.kind in RECORD_PAGES and not self._is_kept(url_of(ref))
        ]
        return tasks

    # Making pages

    def _make(self, tasks: list[Task], first: Collection[str], show: Show) -> Work:
        done = Work()
        if first and self.state is not None and self.settings.by_page:
            viewed = [task for task in tasks if task[1] is not None and url_of(task[1]) in first]
            done = self._work(iter(viewed))
            if done.problems:
                return done
            pages = [path for made in done.pages.values() for path in made.files if _is_html(path)]
            staged = {path: self.at.waiting(path) for path in pages}
            show(
                {
                    path.removeprefix("site/"): file.read_bytes()
                    for path, file in staged.items()
                    if file.is_file()  # the others are as they were
                }
            )
            tasks = [task for task in tasks if task not in viewed]
        is_much = len(tasks) > _FEW or _LONG in tasks
        workers = cores() if self.settings.by_page and is_much else 1
        for part in shared(tasks, self._work, workers) if tasks else ():
            done.pages |= part.pages
            done.makers |= part.makers
            done.waiting |= part.waiting
            done.problems += part.problems
            done.sheets |= part.sheets
        return done

    def _work(self, tasks: Iterator[Task]) -> Work:
        """Make the pages of these tasks, with all that they are in the site."""
        done = Work()
        made: dict[str, tuple[str, MadePage, Made]] = {}
        try:
            for number, ref in tasks:
                self._render_all(number, ref, done, made)
                if len(made) >= _MOST_IN_MEMORY:
                    self._build(made, done)
            self._build(made, done)
        except TemplateError as fault:  # in a worker nobody else could tell of it
            done.problems.append(problem_of(fault))
        return done

    def _build(self, made: dict[str, tuple[str, MadePage, Made]], done: Work) -> None:
        """Have MkDocs build the pages `made`, and empty it."""
        if not made:
            return
        nav = dict.fromkeys(self.settings.nav - made.keys(), "")
        built = self.builder.build({path: page for path, (_, page, _) in made.items()}, nav, rest=False)
        done.problems += built.problems
        for where, html in built.pages.items():
            path = built.sources[where]
            url, _, known = made.pop(path)
            done.pages[url] = self._complete(where, path, html, known, done)
        done.problems += [_not_built(path) for path in made]
        made.clear()

    def _render_all(
        self, number: int, ref: Ref | None, done: Work, made: dict[str, tuple[str, MadePage, Made]]
    ) -> None:
        for page, reads in self._pages(number, ref, done):
            url, given, known = self._render(page, reads, done)
            if given.article is None or not self.settings.by_page:
                done.waiting[url] = given, known
            elif (before := self._before(url, known)) is not None:
                done.pages[url] = before
            else:
                made[file_of(url)] = url, given, known

    def _pages(self, number: int, ref: Ref | None, done: Work) -> Iterator[tuple[Page, frozenset[Key]]]:
        """The pages of a task that are stale, each with what was read to make its view."""
        site = self.site
        if ref is not None:
            with site.reads.noted() as keys:
                page = RECORD_PAGES[ref.kind](site, ref)
            for each in (page, *page.more):
                yield each, frozenset(keys)
            return
        with site.reads.noted() as keys:
            pages = list(OTHER_PAGES[number](site))
        reads = site.reads.kept(keys)
        done.makers[number] = Maker(reads, tuple(page.url for page in pages))
        for page in pages:
            if not self._is_kept(page.url, page.shape):
                yield page, frozenset() if page.shape else site.pages.get(page.url, reads)

    def _spoken(self, page: Page) -> set[str]:
        """The source that the captions beside the page of a medium may print whole: its page leads there."""
        source = page.view["medium"].transcript
        return {source.id} if source and self.dataset.sources[source].rights.is_unlimited else set()

    def _render(self, page: Page, reads: frozenset[Key], done: Work) -> tuple[str, MadePage, Made]:
        with self.site.reads.noted() as keys:
            text, beside = rendered(self.renderer, page, self.pictures, self.renditions)
        captions = {path: data for path, data in beside.items() if path.endswith(".vtt")}
        done.problems += self.guard.in_files(DOCS, captions, self._spoken(page)) if captions else []
        for path, data in beside.items():
            if path.endswith(".html"):
                html = data.decode()
                done.problems += [*refused(path, html, "site"), *self.guard.in_html(f"site/{path}", html)]
        files = {f"docs/{text.path}": text.markdown}
        files |= {f"{tree}/{path}": data for path, data in beside.items() for tree in ("docs", "site")}
        digests = {path: self._put(path, data) for path, data in files.items()}
        more = tuple(each.url for each in page.more)
        made = Made(self.site.reads.kept(reads | keys), digests, page.title, None, (), more, page.shape)
        return page.url, MadePage(text.matter, text.article, text.body), made

    def _before(self, url: str, known: Made) -> Made | None:
        """The page as it was kept, where what MkDocs is to be given is the same again."""
        before = self.state.pages.get(url) if self.state and self.kept_all else None
        if before is None or before.files != {**before.files, **known.files}:
            return None
        page = f"site/{url}index.html"
        if before.files.keys() - known.files.keys() - {f"{page}{MARKDOWN}"} != {page}:
            return None
        return replace(before, reads=known.reads, more=known.more, shape=known.shape)

    def _complete(self, where: str, path: str, html: bytes, known: Made, done: Work) -> Made:
        """The page as it stands in the site, finished; `path` is where it lies below `docs/`."""
        page, problems = finished(where, html, "site")
        runs: list[Run] = []

        def sheet(run: Run) -> str:
            name, content = self._sheet(run)
            if name:
                runs.append(run)
                done.sheets[f"site/{ASSETS}{name}"] = content
            return name

        text = joined(page.decode(), sheet)
        data = text.encode()
        done.problems += problems
        done.problems += self.guard.in_html(f"{DOCS}/{path}" if path else f"site/{where}", text)
        files = {**known.files, f"site/{where}": self._put(f"site/{where}", data)}
        url = where.removesuffix("index.html")
        if where != LOST and (words := plain(text, f"{self.address}{url}" if self.address else "")):
            beside = f"site/{where}{MARKDOWN}"
            files[beside] = self._put(beside, words.encode())
        return replace(known, files=files, facets=facets(text), runs=tuple(runs))

    def _sheet(self, run: Run) -> tuple[str, bytes]:
        """The name and content of joined stylesheets; no name where one of them is not there."""
        if run not in self._sheets:
            folders = (self.settings.docs, *self.settings.theme)
            found = [
                next((p for f in folders if (p := f / f"{ASSETS}{name}.css").is_file()), None) for name in run
            ]
            content = b"".join(path.read_bytes() for path in found if path)
            self._sheets[run] = (name_of(content), content) if all(found) else ("", b"")
        return self._sheets[run]

    def _put(self, path: str, data: bytes) -> str:
        """Have `data` wait to become the file `path`, unless that is what it is."""
        digest = digest_of(data)
        if self.state is None or self.state.outputs.get(path) != digest:
            self.at.waiting(path).write_bytes(data)
        return digest

    # What MkDocs makes beside the made pages

    def _rest(self, pages: dict[str, Made], done: Work) -> tuple[Rest, list[Problem]]:
        """Everything beside the made pages; those that waited for it join `pages`."""
        made = {file_of(url): url for url in (*pages, *done.waiting)}
        hand, others, problems = self._by_hand(made)
        extras = {path: self._extras(path, text) for path, text in hand.items()}
        key = self._rest_key(pages, made, hand, others, extras)
        kept = self.state.rest if self.state and self.kept_all and self.state.rest.key == key else None
        if problems or (kept and not done.waiting):
            return kept or Rest(), problems
        built = self.builder.build(
            {file_of(url): page for url, (page, _) in done.waiting.items()},
            {file_of(url): page.title for url, page in pages.items()},
            rest=kept is None,
            gone=manifest(self.root / DOCS).keys() - made.keys(),
            ids=lambda path: anchors(self._html(made[path])),
        )
        rest = kept or Rest(key, static={
            where: str(path)
            for where, path in built.static.items()
            if not path.is_relative_to(self.settings.docs)
            or path.relative_to(self.settings.docs).as_posix() in others
        })  # fmt: skip
        work = Work()
        for where, html in built.pages.items():
            path = built.sources.get(where, "")
            if url := made.get(path):
                pages[url] = self._complete(where, path, html, done.waiting.pop(url)[1], work)
                continue
            extra = extras.get(path)
            known = Made(frozenset(), {}, "", None, ())
            if extra is not None:
                html = extra.to(html.decode()).encode()
                files = {f"site/{at}": self._put(f"site/{at}", data) for at, data in extra.files.items()}
                known = Made(frozenset(), files, "", None, ())
            rest.pages[where] = self._complete(where, path, html, known, work)
        done.sheets |= work.sheets
        if kept is None:
            copied = {path: (self.settings.docs / path).read_bytes() for path in others}
            work.problems += self.guard.in_files(DOCS, copied)
        missing = [_not_built(file_of(url)) for url in done.waiting]
        return rest, built.problems + work.problems + (missing if not built.problems else [])

    def _by_hand(self, made: Mapping[str, str]) -> tuple[dict[str, bytes], set[str], list[Problem]]:
        """The pages in `docs/` that nothing made, the other files there, and what is wrong with either."""
        ours = manifest(self.root / DOCS).keys() | made.keys()
        hand: dict[str, bytes] = {}
        others: set[str] = set()
        problems: list[Problem] = []
        addresses = {url.casefold(): path for path, url in made.items()}
        names = {path.casefold(): path for path in made}
        for name in sorted(files_below(self.settings.docs)):
            if name in ours or name.startswith(".") or "/." in name:
                continue
            if why := unstorable(name) or _twin(names.setdefault(name.casefold(), name), name):
                problems.append(Problem(f"{DOCS}/{name}", message=why, hint="rename it"))
            if not name.endswith(".md"):
                others.add(name)
                continue
            hand[name] = (self.settings.docs / name).read_bytes()
            other = addresses.setdefault(page_of(name, hand[name]).url.casefold(), name)
            if other != name:
                message = f"this page and {DOCS}/{other} would stand at one address"
                problems.append(Problem(f"{DOCS}/{name}", message=message, hint="move or rename it"))
        problems += links_on_pages(self.dataset, {f"{DOCS}/{name}": text for name, text in hand.items()})
        return hand, others, problems

    def _extras(self, path: str, text: bytes) -> PageExtras:
        page = page_of(path, text)
        key = "extras", path, digest_of(text)
        return self.site.memo(key, lambda: added(self.renderer, page, self.pictures))

    def _rest_key(
        self,
        pages: Mapping[str, Made],
        made: Mapping[str, str],
        hand: Mapping[str, bytes],
        others: Collection[str],
        extras: Mapping[str, PageExtras],
    ) -> str:
        lines = [self.frame, *sorted(made), *sorted(others)]
        for path, text in hand.items():
            lines += [path, digest_of(text), digest_of(repr(extras[path]).encode())]
            for first, second in _LINK.findall(text):
                to = os.path.normpath(Path(path).parent / (first or second).decode(errors="replace"))
                page = pages.get(made.get(to, ""))
                lines.append(repr(sorted(page.files.items())) if page else "")
        return digest_of("\n".join(lines).encode())

    def _html(self, url: str) -> str:
        """The finished page at `url`."""
        name = f"site/{url}index.html"
        for path in (self.at.waiting(name), self.at.tree / name):
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return ""

    # What is made of the whole

    def _finish(self, state: Kept, done: Work, search: bool) -> Outcome:
        at, before = self.at, self.state
        every = {**state.pages, **{f"rest {where}": page for where, page in state.rest.pages.items()}}
        outputs = {path: digest for page in every.values() for path, digest in page.files.items()}
        for where, path in state.rest.static.items():
            outputs[f"site/{where}"] = self._copied(f"site/{where}", Path(path))
        for path, data in {
            **done.sheets,
            **self._restyled(every, state, outputs),
            **self._whole(outputs, state),
        }.items():
            outputs[path] = self._put(path, data)
        self.outputs = outputs
        if problems := self._leaks(every):
            return Outcome(sorted(set(problems)))
        had = before.outputs if before else {}
        keyed = self.keyed.words if self.keyed else {}
        outputs |= {path: digest for path, digest in had.items() if path.startswith(SEARCH)}
        docs = {
            path.removeprefix("docs/"): digest for path, digest in outputs.items() if path.startswith("docs/")
        }
        written, problems = write(self.root / DOCS, docs, self._place, at.files.digest)
        if written is None:
            return Outcome(problems)
        self._write_schemas()
        self._move(outputs)
        state.outputs = outputs
        if search:
            at.index(state)
        at.settings, at.kept, at.differ, at.swept = self.settings, state, set(), True
        at.fingerprint = self.fingerprint
        differing = changed(had, state.outputs)
        at.publish(bool(differing))
        return Outcome(
            changed=differing,
            made=self.made,
            records=len(self.dataset.records),
            pages=len(state.pages),
            beside=sum(not path.endswith(".md") for path in docs),
            docs=written,
            texts=len(self.now.texts),
            keyed=len(keyed),
            unread=tuple(
                ref.id for ref in self.dataset.sources if ref.id not in self._at_hand and ref.id not in keyed
            ),
            held=self.now.held.reasons,
        )

    def _copied(self, path: str, source: Path) -> str:
        digest = self._digest(source)
        if self.state is None or self.state.outputs.get(path) != digest:
            return self._put(path, source.read_bytes())
        return digest

    def _restyled(self, every: Mapping[str, Made], state: Kept, outputs: dict[str, str]) -> dict[str, bytes]:
        """The joined stylesheets, and the kept pages that name one whose content is another now."""
        runs = {run for page in every.values() for run in page.runs}
        state.styles = {run: self._sheet(run)[0] for run in runs}
        was = self.state.styles if self.state else {}
        other = {run: name for run, name in state.styles.items() if was.get(run, name) != name}
        found = {f"site/{ASSETS}{self._sheet(run)[0]}": self._sheet(run)[1] for run in runs}
        for page in every.values() if other else ():
            for path in page.files:
                if other.keys() & set(page.runs) and path.endswith(".html") and path in self._kept_paths():
                    data = (self.at.tree / path).read_bytes()
                    for run in page.runs:
                        data = renamed(data, was.get(run, ""), state.styles[run])
                    page.files[path] = digest_of(data)  # type: ignore[index]
                    found[path] = data
        return found

    def _kept_paths(self) -> Collection[str]:
        return self.state.outputs.keys() if self.state else ()

    def _whole(self, outputs: Mapping[str, str], state: Kept) -> dict[str, bytes]:
        """The files of the site that are made of all records or of all pages."""
        found = {**site_feed(self.dataset, self.address), "robots.txt": robots(self.address)}
        paths = {path.removeprefix("site/") for path in outputs if path.startswith("site/")}
        if self.address:
            pages = (path for path in paths if path.endswith("index.html"))
            found["sitemap.xml"] = sitemap(pages, self.dataset, self.address)
        found |= moved(self.dataset, self.address, paths)
        found |= hosting(self.address)
        found[LLMS] = llms(self.site, {url: page.title for url, page in state.pages.items()})
        faces = self.at.files(STYLESHEET, typeface)
        found |= {f"{ASSETS}{name}": data for name, data in faces.items()}
        return {f"site/{path}": data for path, data in found.items()}

    def _guarded_anew(self) -> bool:
        """Whether pages that are kept were compared with other texts than those at hand now."""
        if self.state is None:
            return False
        read = [
            [(source.title, source.rights.is_free) for source in sound.dataset.sources.values()]
            for sound in (self.state.sound, self.now)
        ]
        had, has = ((sound.texts, sound.keyed) for sound in (self.state.sound, self.now))
        return had != has or read[0] != read[1]

    def _leaks(self, every: Mapping[str, Made]) -> list[Problem]:
        """What the rights guard finds on pages that are kept, where the texts are others now."""
        if not self._guarded_anew():
            return []
        paths = [path for page in every.values() for path in page.files if _is_html(path)]
        kept = [path for path in paths if not self.at.waiting(path).is_file()]
        static = self.state.rest.static.values() if self.state else ()
        ours = [Path(path) for path in static if Path(path).is_relative_to(self.settings.docs)]
        files = {path.relative_to(self.settings.docs).as_posix(): path.read_bytes() for path in ours}
        return self.guard.in_files(DOCS, files) + [
            problem
            for path in kept
            for problem in self.guard.in_html(path, (self.at.tree / path).read_text(encoding="utf-8"))
        ]

    def _place(self, path: str, target: Path) -> None:
        """Put a made file below `docs/`."""
        staged = self.at.waiting(f"docs/{path}")
        place(staged if staged.is_file() else self.at.tree / "docs" / path, target)

    def _move(self, outputs: Mapping[str, str]) -> None:
        """Have the tree hold what was made, and nothing else."""
        tree = self.at.tree
        known = self.state.outputs.keys() if self.state and self.at.swept else set(files_below(tree))
        self.at.swept = False  # until all is done
        staged = {file.name for file in self.at.staged.iterdir()}
        folders: set[Path] = set()
        for path in outputs:
            file = self.at.waiting(path)
            if file.name in staged:
                target = tree / path
                if target.parent not in folders:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    folders.add(target.parent)
                file.replace(target)
        for path in known - outputs.keys():
            remove(tree, path)

    def _write_schemas(self) -> None:
        listed = self.dataset.known, self.dataset.words
        if listed != self.at.listed and (self.root / SCHEMAS).is_dir():
            write_schemas(self.root, self.dataset)
            self.at.listed = listed


def _is_html(path: str) -> bool:
    """Whether it is HTML of the site; that below `docs/` is the same."""
    return path.startswith("site/") and path.endswith(".html")


def _twin(first: str, name: str) -> str:
    """Why two names are one on Windows and macOS; empty where they are not two."""
    return "" if first == name else f"on Windows and macOS this and {DOCS}/{first} are one file"


def _not_built(path: str) -> Problem:
    return Problem(
        CONFIGURATION,
        message=f"MkDocs was told to leave out {DOCS}/{path}",
        hint="take it out of exclude_docs",
    )
