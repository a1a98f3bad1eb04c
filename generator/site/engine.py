"""The engine: brings `docs/` and the site to the sources, all at once or only where they differ.

`build` is its first update and `serve` every further one. What an update makes is kept below `build/store/`,
so that the next, in this run or another, makes only what has changed; the bytes are those of a clean build.
"""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
import threading
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from jinja2 import TemplateError

from generator.analysis.releases import RELEASES, Releases, read_releases
from generator.analysis.watched import WATCHED, last_seen, read_watched
from generator.check.checking import Sound, checked_since
from generator.check.guard import Guard
from generator.check.keyed import runs_without_text
from generator.lib.address import site_address
from generator.lib.language import speaking
from generator.pages.assemble import pages
from generator.pages.data import is_data
from generator.pages.picture import Pictures
from generator.records import SCHEMAS
from generator.records.dataset import Dataset
from generator.records.reader import TEXTS, read_texts
from generator.site.builder import Builder
from generator.site.current import DOCS, INPUTS
from generator.site.finish.search import index
from generator.site.publish import place, unfit
from generator.site.state import Kept, Outcome, Rest, changed, to_be_searched
from generator.site.store import KeptFiles, digest_of
from generator.site.templates import problem_of
from generator.site.tree import digest_at, links_below, when
from generator.site.update import Show, Update
from generator.site.workspace import PICTURES, Workspace, renditions
from generator.site.writer import write


class Engine:
    """The documentary in the folder `root`, which is absolute; nobody else may build in it meanwhile.

    With drafts the site shows them as far as they are sound; it is not to be published.
    """

    def __init__(self, root: Path, *, with_drafts: bool = False) -> None:
        self.root = root
        self.with_drafts = with_drafts
        self._at = Workspace(root)
        self._loaded = False
        self._alone = threading.RLock()

    @property
    def site(self) -> Path:
        """The folder that the site was written to by an update."""
        assert self._at.settings is not None  # noqa: S101 - an update came first
        return self._at.settings.site

    def load(self) -> None:
        """Take over what the last run left, as far as it is whole."""
        at, self._loaded = self._at, True
        for leftover in (at.staged, *at.store.folder.glob("search-*")):
            shutil.rmtree(leftover, ignore_errors=True)
        kept = at.store.load("kept")
        if not isinstance(kept, Kept):
            return
        known = (at.store.load(INPUTS) or {}).get("outputs", {})
        whole = {
            path
            for path, digest in kept.outputs.items()
            if when(f"{at.tree}/{path}") == known.get(path, ()) or digest_at(at.tree / path) == digest
        }
        kept.pages = {url: made for url, made in kept.pages.items() if made.files.keys() <= whole}
        if not all(made.files.keys() <= whole for made in kept.rest.pages.values()):
            kept.rest = Rest()
        kept.outputs = {path: digest for path, digest in kept.outputs.items() if path in whole}
        at.kept, at.files = kept, KeptFiles(self.root, kept.files)

    def update(
        self,
        touched: Collection[Path] | None = None,
        first: Collection[str] = (),
        show: Show = lambda pages: None,
        search: bool = True,
        data: bool = True,
    ) -> Outcome:
        """Bring everything to the state of the sources; the search index too, unless that is left to `find`.

        The data take as long as many pages: without `data` they stay as they are, where there are any, until
        the next update that makes them.

        `touched` are files that are known to be written since the last update, as far as any are. Pages at
        the addresses `first` are made before the others and given to `show`. With a problem nothing is
        written.
        """
        if not self._loaded:
            self.load()
        at = self._at
        at.files.suspect(touched or ())
        now, problems = checked_since(
            at.kept.sound if at.kept else None,
            self.root,
            at.files,
            at.files.digest,
            with_drafts=self.with_drafts,
        )
        if now is None:
            return Outcome(problems)
        releases, _ = at.files(self.root / RELEASES, partial(read_releases, self.root))
        watched, _ = at.files(self.root / WATCHED, partial(read_watched, self.root))
        seen = last_seen(watched, now.dataset)
        tag = now.dataset.documentary.language
        with speaking(tag, now.dataset.catalogue):
            return self._updated(now, releases, seen, first, show, search, data)

    def _updated(
        self,
        now: Sound,
        releases: Releases,
        seen: Mapping[str, str],
        first: Collection[str],
        show: Show,
        search: bool,
        data: bool,
    ) -> Outcome:
        """As `update`, in the language of the documentary."""
        tag, title = now.dataset.documentary.language, now.dataset.documentary.title
        builder = Builder(
            self.root,
            tag,
            newest(now.dataset),
            title,
            story=bool(now.dataset.chapters),
            glossary=bool(now.dataset.glossary),
        )
        settings, problems = builder.settings()
        if settings is None or problems:
            return Outcome(problems)
        others = [settings.docs, *settings.theme]
        if problems := [*unfit(self.root, settings.site, others), *links_below(self.root / DOCS)]:
            return Outcome(problems)
        with self._alone:
            try:
                return Update(self._at, now, releases, seen, builder, settings).run(first, show, search, data)
            except TemplateError as fault:
                return Outcome([problem_of(fault)])
            finally:
                shutil.rmtree(self._at.staged, ignore_errors=True)

    def find(self) -> Outcome:
        """Make the search index of the site as it is now, where that is another than it was made of.

        Updates may come meanwhile, from another thread: an index that they outdate is not taken.
        """
        at = self._at
        if at.kept is None:
            return Outcome()
        with tempfile.TemporaryDirectory(dir=at.store.folder, prefix="search-") as scratch:
            snapshot = Path(scratch, "site")
            with self._alone:
                kept = at.kept
                of, pages, same = to_be_searched(kept)
                if kept.searched == of:
                    return Outcome()
                for path in pages:
                    (snapshot / path).parent.mkdir(parents=True, exist_ok=True)
                    place(at.tree / "site" / path, snapshot / path)
            files = index(snapshot, pages, same, at.store)
        with self._alone:
            if at.kept is not kept:
                return Outcome()
            before = dict(kept.outputs)
            at.take_index(kept, of, files)
            done = changed(before, kept.outputs)
            at.publish(bool(done))
            return Outcome(changed=done)

    @property
    def is_behind(self) -> bool:
        """Whether an update left the data for later."""
        return self._at.kept is not None and self._at.kept.is_behind

    def save(self) -> None:
        """Keep for the next run what was made."""
        with self._alone:
            at = self._at
            if at.kept is None or at.settings is None:
                return
            at.store.forget(INPUTS)
            at.kept.files = at.files.kept(TEXTS)
            at.store.save("kept", at.kept)
            if at.settings.by_page and not at.kept.is_behind:
                docs = [path.removeprefix("docs/") for path in at.kept.outputs if path.startswith("docs/")]
                sound = at.kept.sound
                known = {
                    "fingerprint": at.fingerprint,
                    "with_drafts": self.with_drafts if sound.held.reasons or sound.held.waiting else None,
                    "until": sound.held.until,
                    "is_published": not sound.held.waiting,
                    "theme": [os.path.relpath(folder, self.root) for folder in at.settings.theme],
                    "searched": at.kept.searched == to_be_searched(at.kept)[0],
                    "site": os.path.relpath(at.settings.site, self.root),
                    "docs": {path: when(f"{self.root}/{DOCS}/{path}") for path in docs},
                    "outputs": {path: when(f"{at.tree}/{path}") for path in at.kept.outputs},
                }
                at.store.save(INPUTS, known)

    def forget(self) -> None:
        """Have the next run begin from nothing."""
        self._at.store.forget(INPUTS, "kept")

    def wrote(self, path: Path) -> bool:
        """Whether the file at `path` is as this engine wrote it: a page in `docs/`, or a schema."""
        if path.is_relative_to(self.root / SCHEMAS):
            return True
        docs = self.root / DOCS
        if self._at.kept is None or not path.is_relative_to(docs):
            return False
        kept = self._at.kept.outputs.get(f"docs/{path.relative_to(docs).as_posix()}")
        return kept is not None and kept == digest_at(path)


def write_pages(root: Path) -> Outcome:
    """Check the documentary in `root` and write the pages below `docs/`, for whichever builder."""
    files = KeptFiles(root)
    now, problems = checked_since(None, root, files, files.digest)
    if now is None:
        return Outcome(problems)
    releases, _ = read_releases(root)
    watched, _ = read_watched(root)
    dataset = now.dataset
    seen = last_seen(watched, dataset)
    made = pages(dataset, site_address(root), Pictures(root / PICTURES), releases, renditions(root), seen)
    articles, _ = read_texts(root, dataset, files)
    keyed, problems = runs_without_text(root, dataset, articles)
    printed = {path: data for path, data in made.items() if not is_data(path)}
    if problems := problems or Guard(dataset, articles, keyed).in_files(DOCS, printed):
        return Outcome(problems)
    without_text = keyed.words if keyed else {}
    digests = {path: digest_of(data) for path, data in made.items()}

    def put(path: str, target: Path) -> None:
        target.write_bytes(made[path])

    done, problems = write(root / DOCS, digests, put)
    if done is None:
        return Outcome(problems)
    count = sum(path.endswith(".md") for path in made)
    return Outcome(
        made=count,
        records=len(dataset.records),
        pages=count,
        beside=len(made) - count,
        docs=done,
        texts=len(articles),
        keyed=len(without_text),
        unread=tuple(
            ref.id for ref in dataset.sources if ref.id not in articles and ref.id not in without_text
        ),
        held=now.held.reasons,
    )


def newest(dataset: Dataset) -> int:
    """The newest day on which a record was added or changed, in seconds since 1970."""
    days = [
        day.latest for r in dataset.records.values() for day in (r.added, r.changed) if day and day.latest
    ]
    return int(datetime.datetime(*max(days), tzinfo=datetime.UTC).timestamp()) if days else 0
