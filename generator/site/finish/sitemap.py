"""`sitemap.xml` (sitemaps.org 0.9) and `robots.txt` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.pages.embed import FOLDER
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[str], dataset: Dataset, address: str) -> bytes:
    """Every page of the site, those of records with the day of their last change; `address` is the root's.

    An embed is no page.
    """
    changed = {
        f"{KINDS[ref.kind].pages}/{ref.id}/": (record.changed or record.added).text
        for ref, record in dataset.records.items()
    }
    paths = sorted(page.removesuffix("index.html") for page in pages if not page.startswith(FOLDER))
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<urlset xmlns="{_NAMESPACE}">']
    for url in paths:
        day = f"<lastmod>{changed[url]}</lastmod>" if url in changed else ""
        lines.append(f"<url><loc>{escape(address + url)}</loc>{day}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def robots(address: str) -> bytes:
    """Everything may be read; the sitemap is named where the site knows its address."""
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines += ["", f"Sitemap: {address}sitemap.xml"]
    return "\n".join([*lines, ""]).encode()
