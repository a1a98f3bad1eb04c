"""The search index, made by Pagefind from the finished pages, and the facets beside it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

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
    ".proof",
    ".foot",
    ".cite",
)
"""What stands in a page's text but is not what the page says."""
_OTHER_INTERFACES = "pagefind-*ui.*", "pagefind-highlight.js"
_FACET = re.compile(r'<meta name="facet:([^"]+)" content="([^"]*)">')
_HEADER = len(b"pagefind_dcd")


def index(site: Path) -> list[Problem]:
    """Index the pages below `site` that are marked to be searched; a complaint of Pagefind is a problem."""
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--exclude-selectors", ", ".join(_NOT_SEARCHED)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if ran.returncode:
        return [Problem(site.name, message=f"the search index was not made: {ran.stderr.strip()[-300:]}")]
    for pattern in _OTHER_INTERFACES:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    table = {name: _facets_of(site, page["url"]) for name, page in entries(site)}
    (site / FACETS).parent.mkdir(exist_ok=True)
    (site / FACETS).write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return []


def entries(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each entry of the index by its name, as Pagefind keeps it: `url`, `meta`, `anchors` and more."""
    for path in sorted((site / FOLDER / "fragment").glob("*")):
        yield path.stem, json.loads(gzip.decompress(path.read_bytes())[_HEADER:])


def facets(html: str) -> dict[str, list[str]]:
    """The facets that a page names in its head."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in _FACET.findall(html):
        found[unescape(name)].append(unescape(value))
    return dict(found)


def _facets_of(site: Path, url: str) -> dict[str, list[str]]:
    return facets((site / url.lstrip("/") / "index.html").read_text(encoding="utf-8"))
