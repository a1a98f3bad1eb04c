"""The search index, made by Pagefind from the finished pages, and the facets beside it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pagefind_bin

from generator.records.problems import Problem

FOLDER = "pagefind"
FACETS = "search/facets.json"
"""For each entry of the index the facets of its page: `{entry: {facet: [value, …]}}`.

Pagefind has filters of its own, but writes their values in an order that changes from run to run.
"""
_NOT_SEARCHED = (
    "nav",
    "svg",
    ".headerlink",
    ".standing",
    ".record",  # the foot of the page
    ".backlinks",
    ".relations",
    ".acts",
    ".cite",
)
"""What stands in a page's text but is not what the page says."""
_OTHER_INTERFACES = re.compile(r"pagefind-(.*ui\..*|highlight\.js)")
_FACET = re.compile(r'<meta name="facet:([^"]+)" content="([^"]*)">')
_HEADER = len(b"pagefind_dcd")
Facets = dict[str, list[str]]


def index(site: Path, scratch: Path, facets: Mapping[str, Facets]) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of the index of those pages below `site` that are marked to be searched, by their paths.

    The index is made in the folder `scratch`; `facets` are those of each page, by its path. A complaint of
    Pagefind is a problem.
    """
    command = [pagefind_bin.get_executable(), "--silent", "--site", site, "--output-path", scratch]
    command += ["--exclude-selectors", ", ".join(_NOT_SEARCHED)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if ran.returncode:
        return {}, [Problem("site", message=f"the search index was not made: {ran.stderr.strip()[-300:]}")]
    files = {
        f"{FOLDER}/{path.relative_to(scratch).as_posix()}": path.read_bytes()
        for path in sorted(scratch.rglob("*"))
        if path.is_file() and not _OTHER_INTERFACES.fullmatch(path.name)
    }
    table = {name: facets.get(f"{page['url'].lstrip('/')}index.html", {}) for name, page in _entries(files)}
    files[FACETS] = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    return files, []


def entries(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each entry of the index by its name, as Pagefind keeps it: `url`, `meta`, `anchors` and more."""
    return _entries(
        {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / FOLDER).glob("fragment/*")}
    )


def _entries(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(files):
        if path.startswith(f"{FOLDER}/fragment/"):
            yield Path(path).stem, json.loads(gzip.decompress(files[path])[_HEADER:])


def facets(html: str) -> Facets | None:
    """The facets that a page names in its head; None where the page is not searched."""
    if " data-pagefind-body" not in html:
        return None
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in _FACET.findall(html):
        found[unescape(name)].append(unescape(value))
    return dict(found)
