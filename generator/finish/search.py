"""The search index, made by Pagefind from the finished pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.problems import Problem

FOLDER = "pagefind"
_NOT_SEARCHED = (
    "nav",
    "svg",
    ".headerlink",
    ".record",  # the foot of the page
    ".backlinks",
    ".relations",
    ".proof",
    ".foot",
    ".cite",
)
"""What stands in a page's text but is not what the page says."""
_OTHER_INTERFACES = "pagefind-*ui.*", "pagefind-highlight.js"


def index(site: Path) -> list[Problem]:
    """Index the pages below `site` that are marked to be searched; a complaint of Pagefind is a problem."""
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--exclude-selectors", ", ".join(_NOT_SEARCHED)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    for pattern in _OTHER_INTERFACES:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    if ran.returncode == 0:
        return []
    return [Problem(site.name, message=f"the search index was not made: {ran.stderr.strip()[-300:]}")]
