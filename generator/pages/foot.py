"""What ends every page: the sources it refers to, the citations, and its address for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.pages.citation import coins, forms, imprint, page_item, source_item
from generator.pages.downloads import CITATIONS, has_citations
from generator.pages.feed import has_feed
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.refs import Ref

TEMPLATE = "foot.md.j2"
WITHOUT = frozenset({"search"})
"""The kinds of pages that nobody cites."""
_DARK = re.compile(b"\x01+")
_BORDER = 2
"""Modules of paper around a QR code."""


def foot(site: Site, page: Page, sources: Iterable[Ref]) -> dict[str, Any]:
    """The names that the template uses; `sources` are those the page refers to, the first named first.

    The page of a source does not list itself, an index not what it is a list of.
    """
    ref = page.view.get("ref")
    address = f"{site.address}{page.url}" if site.address else ""
    return {
        "sources": [] if page.kind == "index" else [source for source in sources if source != ref],
        "imprint": partial(imprint, site),
        "here": forms(page_item(site, page)),
        "article": forms(source_item(site, ref)) if ref and page.kind == "source" else (),
        "files": CITATIONS if has_citations(page) else {},
        "follow": has_feed(page),
        "coins": partial(coins, site),
        "address": address,
        "qr": _qr(address) if address else "",
    }


def _qr(address: str) -> Markup:
    """The address as a QR code (ISO/IEC 18004), black, for paper alone.

    Every mask can be read; trying all eight for the one that looks best takes five times as long.
    """
    import segno  # a tenth of a second, and no site without an address needs it

    rows = segno.make_qr(address, error="m", mask=3).matrix
    runs, x, y = [], 0, 0.0
    for top, row in enumerate(rows, _BORDER):
        for dark in _DARK.finditer(row):
            left, right = dark.start() + _BORDER, dark.end() + _BORDER
            runs.append(f"m{left - x} {top + 0.5 - y:g}h{right - left}")
            x, y = right, top + 0.5
    size = len(rows) + 2 * _BORDER
    return Markup(  # noqa: S704 - digits of a drawing
        f'<svg aria-hidden="true" viewBox="0 0 {size} {size}" class="qr">'
        f'<path stroke="#000" d="M{"".join(runs)[1:]}"/></svg>'
    )
