"""Builds the same pages with several site builders and compares what a reader gets.

`python tests/engines/compare.py mkdocs properdocs zensical` builds `docs/` of the current folder with each
builder in a folder of its own. Every page must exist on every site, with the same title, text, anchors and
links in its header, article and footer. Exit status 1 where a builder fails or a page differs; the first
builder is the measure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

PARTS = ("docs", "generator/pages/theme", "mkdocs.yml")
"""What a builder reads."""
READ = frozenset({"title", "header", "article", "footer"})
"""The elements that are compared; around them each builder has a skeleton of its own."""
SILENT = frozenset({"script", "style", "template"})
COLOURING = frozenset({"span"})
"""Elements that some builders put around parts of words, to colour code."""
Pages = Mapping[str, Sequence[str]]


class Reading(HTMLParser):
    """Collects what a page says: its words, and each anchor and link where it stands."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._address = address
        self._open = dict.fromkeys(READ | SILENT, 0)
        self._in_word = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_word &= tag in COLOURING
        if tag in self._open:
            self._open[tag] += 1
        if not self._reads():
            return
        for name, value in attrs:
            if name in ("href", "src"):
                self.found.append(f"{name} {urljoin(self._address, value or '')}")
            elif name == "id":
                self.found.append(f"id {value}")

    def handle_endtag(self, tag: str) -> None:
        self._in_word &= tag in COLOURING
        if tag in self._open:
            self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self._reads():
            words = data.split()
            if self._in_word and words and not data[0].isspace():
                self.found[-1] += words.pop(0)
            self.found += words
            self._in_word = not data[-1:].isspace()

    def _reads(self) -> bool:
        return any(self._open[name] for name in READ) and not any(self._open[name] for name in SILENT)


def read(site: Path) -> Pages:
    """What every page of a site says, by its path."""
    return {
        path.relative_to(site).as_posix(): _read(path.read_text(encoding="utf-8"), path.relative_to(site))
        for path in sorted(site.rglob("*.html"))
    }


def _read(html: str, path: Path) -> Sequence[str]:
    reading = Reading(f"/{path.as_posix().removesuffix('index.html')}")
    reading.feed(html)
    reading.close()
    return reading.found


def differences(measure: Pages, other: Pages) -> Iterator[str]:
    """A line for each page that only one site has, or that reads otherwise on the other site."""
    yield from (f"{path}: missing" for path in sorted(measure.keys() - other.keys()))
    yield from (f"{path}: only here" for path in sorted(other.keys() - measure.keys()))
    for path in sorted(measure.keys() & other.keys()):
        pairs = zip_longest(measure[path], other[path], fillvalue="nothing")
        at = next((number for number, (a, b) in enumerate(pairs) if a != b), None)
        if at is not None:
            before, after = (
                " ".join(each[at : at + 8]) or "nothing" for each in (measure[path], other[path])
            )
            yield f"{path}: “{after}” stands where “{before}” should"


def build(builder: str, root: Path, folder: Path) -> Path | None:
    """Build a copy of the pages in `folder`; None where the builder fails, which then has said why."""
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copyfile
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        copy(root / part, folder / part)
    command = [sys.executable, "-m", builder, "build", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=folder, env=environment, check=False, stdout=sys.stderr)
    return folder / "site" if ran.returncode == 0 else None


def main(builders: Sequence[str]) -> int:
    """Compare the sites of all builders with that of the first."""
    sites: dict[str, Pages] = {}
    for builder in builders:
        with tempfile.TemporaryDirectory() as folder:
            site = build(builder, Path(), Path(folder))
            if site is None:
                sys.stdout.write(f"{builder}: the build failed\n")
                return 1
            sites[builder] = read(site)
    measure = sites[builders[0]]
    found = [f"{name}: {line}" for name, pages in sites.items() for line in differences(measure, pages)]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.stdout.write(f"{len(measure)} pages, {len(builders)} builders, {len(found)} pages differ\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["mkdocs", "properdocs", "zensical"]))
