"""The booklet of a documentary: made of its records, looked at by the rights guard, as EPUB and as PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.analysis.releases import read_releases
from generator.check.checking import checked_since
from generator.check.guard import Guard
from generator.check.keyed import runs_without_text
from generator.lib.address import site_address
from generator.lib.language import speaking
from generator.pages.booklet import booklet
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.pages.typeface import typeface
from generator.records.problems import Problem
from generator.records.reader import read_texts
from generator.site.current import STORE
from generator.site.finish.epub import epub
from generator.site.finish.paper import NotPrintedError, browser, paper, pdf
from generator.site.state import Kept
from generator.site.store import KeptFiles, Store
from generator.site.workspace import renditions


@dataclass(frozen=True)
class MadeBooklet:
    """The booklet as bytes, none where there are problems; `unprinted` says why there is no PDF."""

    epub: bytes = b""
    pdf: bytes = b""
    unprinted: str = ""
    problems: list[Problem] = field(default_factory=list)


def made(root: Path) -> MadeBooklet:
    """The booklet of the documentary in `root`, or why it cannot be made.

    What the last build has checked and found sound is not checked again.
    """
    kept = Store(root / STORE).load("kept")
    sound, known = (kept.sound, kept.files) if isinstance(kept, Kept) else (None, None)
    files = KeptFiles(root, known)
    now, problems = checked_since(sound, root, files, files.digest)
    if now is None:
        return MadeBooklet(problems=problems)
    releases, _ = read_releases(root)
    dataset = now.dataset
    articles, _ = read_texts(root, dataset, files)
    keyed, problems = runs_without_text(root, dataset, articles)
    if problems:
        return MadeBooklet(problems=problems)
    with speaking(dataset.documentary.language, dataset.catalogue):
        book = booklet(Renderer(Site(dataset, site_address(root), releases)), renditions(root))
        # What is guarded on paper stands in the EPUB too, text for text.
        if problems := Guard(dataset, articles, keyed).in_html("the booklet", paper(book)):
            return MadeBooklet(problems=problems)
        fonts = typeface()
        packed, found = epub(book, fonts), browser()
        if found is None:
            return MadeBooklet(
                packed, unprinted="no Chromium was found: install it, or name its path in CHROMIUM"
            )
        try:
            return MadeBooklet(packed, pdf(book, fonts, found))
        except NotPrintedError as fault:
            return MadeBooklet(packed, unprinted=f"{found} did not print: {fault}")
