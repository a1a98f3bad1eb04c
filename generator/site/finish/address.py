"""Where the site will stand on the web, as its own pages say."""

from __future__ import annotations

import re
from pathlib import Path

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def address_of(site: Path) -> str:
    """The address of the site's root with a slash at its end; empty where the home page names none."""
    home = site / "index.html"
    return address_in(home.read_text(encoding="utf-8")) if home.is_file() else ""


def address_in(home: str) -> str:
    """The same, from the text of the home page."""
    found = _CANONICAL.search(home)
    return f"{found[1].rstrip('/')}/" if found else ""
