"""What a site that is read from a disk searches: a script, because nothing can be fetched there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.site.finish.search import FACETS, entries


def search_data(site: Path) -> str:
    """The script that carries the titles, names, summaries and headings of all pages in the index.

    A heading that several pages share says nothing of any of them and is left out.
    """
    table = json.loads((site / FACETS).read_text(encoding="utf-8"))
    pages = sorted(entries(site), key=lambda entry: str(entry[1]["url"]))
    shared = Counter(text for _, page in pages for text in {text for text, _ in _headings(page)})
    found = [
        {
            "url": page["url"].lstrip("/"),
            "meta": {
                key: page["meta"][key] for key in ("title", "section", "description") if key in page["meta"]
            },
            "facets": table[name],
            "headings": [{"title": text, "id": at} for text, at in _headings(page) if shared[text] == 1],
        }
        for name, page in pages
    ]
    return f"globalThis.searchData = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"


def _headings(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for anchor in page["anchors"]:
        if anchor["element"] in ("h2", "h3", "h4") and anchor["text"].strip():
            yield " ".join(anchor["text"].split()), anchor["id"]
