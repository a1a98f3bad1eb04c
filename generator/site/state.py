"""What an update leaves to the next, and what it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.check.checking import Sound
from generator.pages.embed import FOLDER as EMBEDS
from generator.pages.site import Links
from generator.pages.tracking import Key
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.site.finish.search import FOLDER, Facets, Searched, synonyms
from generator.site.finish.styles import Run
from generator.site.store import digest_of
from generator.site.writer import Written

SEARCH = f"site/{FOLDER}/"
"""What the search index consists of, by the beginning of the path in the tree."""


@dataclass(frozen=True)
class Outcome:
    """What became of an update: the problems that keep everything as it was, or what changed."""

    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    """The paths in the site that came, went or changed."""
    made: int = 0
    """How many pages were made; the others were kept."""
    records: int = 0
    pages: int = 0
    beside: int = 0
    """How many files below `docs/` stand beside the pages: pictures, feeds, citations."""
    docs: Written = field(default_factory=lambda: Written(0, 0, 0))
    """What was written below `docs/`."""
    texts: int = 0
    """With how many articles the rights guard compared the pages that were made."""
    keyed: int = 0
    """With how many more it compared them by keyed runs."""
    unread: tuple[str, ...] = ()
    """The ids of the sources that it could not compare them with."""
    held: Mapping[Ref, str] = field(default_factory=dict)
    """The records that are left out, each with the reason."""


@dataclass(frozen=True)
class Made:
    """A page as it was made."""

    reads: frozenset[Key]
    files: Mapping[str, str]
    """The SHA-256 of each of its files, by paths that begin with `docs/` or `site/`."""
    title: str
    facets: Facets | None
    runs: tuple[Run, ...]
    """The stylesheets that it names joined."""
    more: tuple[str, ...] = ()
    """The addresses of the further pages of its record."""
    shape: str = ""
    """As `Page.shape`."""


@dataclass(frozen=True)
class Maker:
    """What a maker of pages that are of no one record read, and the addresses of its pages."""

    reads: frozenset[Key]
    urls: tuple[str, ...]


@dataclass
class Rest:
    """What the site holds beside the made pages."""

    key: str = ""
    """The digest of what it was made of."""
    pages: dict[str, Made] = field(default_factory=dict)
    """The hand-written pages and the theme's own, by their path in the site."""
    static: dict[str, str] = field(default_factory=dict)
    """The files that are copied, by their path in the site."""


@dataclass
class Kept:
    """All that an update leaves to the next."""

    base: object
    """What every page is made of: another one, and every page is made again."""
    frame: str
    """The digest of what MkDocs puts around every page."""
    sound: Sound
    pages: dict[str, Made]
    """By address."""
    makers: dict[int, Maker]
    rest: Rest
    styles: dict[Run, str]
    outputs: dict[str, str]
    """The SHA-256 of every file below the tree."""
    searched: str
    """The digest of what the search index was made of."""
    files: dict[str, tuple[str, Any]]
    """What was read from files, with the SHA-256 of each."""
    links: Links
    """What each record points at."""
    is_behind: bool = False
    """Whether the page of the data, with the files beside it, is still that of an earlier update."""


def to_be_searched(state: Kept) -> tuple[str, dict[str, Searched], dict[str, list[str]]]:
    """A digest of what is searched; the pages, by their paths in the site; and the synonyms."""
    found: dict[str, Searched] = {}
    same = synonyms(state.sound.dataset.words)
    digests = [repr(same)]
    for made in (*state.pages.values(), *state.rest.pages.values()):
        for path, digest in made.files.items():
            if made.facets is not None and _is_page(path):
                found[path.removeprefix("site/")] = digest, made.facets
                digests.append(f"{path} {digest}")
    return digest_of("\n".join(sorted(digests)).encode()), found, same


def _is_page(path: str) -> bool:
    return path.endswith(".html") and path.startswith("site/") and not path.startswith(f"site/{EMBEDS}")


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """The paths in the site that came, went or changed between two states of the tree."""
    return {
        path.removeprefix("site/")
        for path in {**before, **after}
        if path.startswith("site/") and before.get(path) != after.get(path)
    }
