"""The joined stylesheets of the live site: made anew where a stylesheet changed, without building a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from generator.site.finish.styles import ASSETS, Run, joined, name_of, renamed


class LiveStyles:
    """Which pages use which joined stylesheets, and how these are named in the last good site.

    Stylesheets may change; where one comes or goes, all pages are to be built anew.
    """

    def __init__(self) -> None:
        self._pages: dict[Run, set[str]] = defaultdict(set)
        self._names: dict[Run, str] = {}

    def as_before(self, page: bytes) -> bytes:
        """The page with the joined stylesheets of the last good site; others stay apart."""
        return joined(page.decode(), lambda run: self._names.get(run, "")).encode()

    def join(
        self,
        ready: Mapping[str, bytes],
        static: Mapping[str, Path],
        kept: Collection[str],
        old: Callable[[str], bytes],
    ) -> dict[str, bytes]:
        """The files `ready` with their stylesheets joined, and all other files that change thereby.

        `static` are the copied files by their path in the site. `kept` are the paths of all files; those that
        are not ready are as the last good site has them, which `old` gives.
        """
        for pages in self._pages.values():
            pages.difference_update(ready)
            pages.intersection_update(kept)
        found = dict(ready)
        names: dict[Run, str] = {}

        def name(run: Run) -> str:
            if run not in names:
                paths = [static.get(f"{ASSETS}{sheet}.css") for sheet in run]
                content = b"".join(path.read_bytes() for path in paths if path)
                names[run] = name_of(content) if all(paths) else ""
                if names[run]:
                    found[f"{ASSETS}{names[run]}"] = content
            return names[run]

        for run, pages in self._pages.items():
            if pages and name(run) != self._names[run]:
                for where in pages:
                    found[where] = renamed(found.get(where) or old(where), self._names[run], name(run))
        for where, html in ready.items():
            if where.endswith(".html"):
                found[where] = self._joined(where, html, name)
        self._names = names
        return found

    def _joined(self, where: str, html: bytes, name: Callable[[Run], str]) -> bytes:
        def one(run: Run) -> str:
            self._pages[run].add(where)
            return name(run)

        return joined(html.decode(), one).encode()
