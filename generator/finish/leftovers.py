"""Removes what the site builder and its theme put into the site and no page uses."""

from __future__ import annotations

import shutil
from pathlib import Path

_THEME_FOLDERS = ("assets/javascripts", "assets/stylesheets", "assets/images")
_SEARCH_INDEXES = ("search/search_index.json", "search.json")


def remove_leftovers(site: Path, keep_sitemap: bool) -> None:
    """Remove the theme's own files where no page refers to them, its search index and a useless sitemap."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    for folder in _THEME_FOLDERS:
        if (site / folder).is_dir() and not any(f"{folder}/" in page for page in pages):
            shutil.rmtree(site / folder)
    for name in ("sitemap.xml.gz", *_SEARCH_INDEXES, *(() if keep_sitemap else ("sitemap.xml",))):
        (site / name).unlink(missing_ok=True)
