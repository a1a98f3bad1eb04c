"""Removes what the site builder and its theme put into the site and no page uses."""

from __future__ import annotations

import shutil
from pathlib import Path

THEME_FOLDERS = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""The theme's own files, kept where a page refers to them."""
NEVER_KEPT = ("sitemap.xml.gz", "search/search_index.json", "search.json")
"""What no page uses."""


def remove_leftovers(site: Path, keep_sitemap: bool) -> None:
    """Remove the theme's own files where no page refers to them, its search index and a useless sitemap."""
    used = {folder for path in site.rglob("*.html") for folder in theme_folders(path.read_bytes())}
    for folder in THEME_FOLDERS:
        if (site / folder).is_dir() and folder not in used:
            shutil.rmtree(site / folder)
    for name in (*NEVER_KEPT, *(() if keep_sitemap else ("sitemap.xml",))):
        (site / name).unlink(missing_ok=True)


def theme_folders(page: bytes) -> set[str]:
    """The folders of the theme's own files that a page refers to."""
    return {folder for folder in THEME_FOLDERS if f"{folder}/".encode() in page}
