"""What ends every page: terms, sources it refers to, citations, and its address for paper."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.lib.citing import Item
from generator.pages.citation import coins, forms, imprint, page_item, source_item
from generator.pages.downloads import CITATIONS, RECORD, has_citations, is_of_record
from generator.pages.embed import Embed
from generator.pages.feed import has_feed
from generator.pages.glossary import PAGE as GLOSSARY_PAGE
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.refs import Ref

TEMPLATE = "foot.md.j2"
_MOST = 100
"""How many sources a page names."""
WITHOUT = frozenset({"check", "search"})
"""The kinds of pages that nobody cites."""


def foot(
    site: Site, page: Page, sources: Iterable[Ref], terms: Iterable[Ref] = (), embeds: Sequence[Embed] = ()
) -> dict[str, Any]:
    """The names that the template uses; `sources` are those the page refers to, the first named first.

    `terms` are those that open an explanation on the page; `embeds` are what other websites may show of it.

    The page of a source does not list itself, an index and the front page not what they are lists of.
    """
    ref = page.view.get("ref")
    address = f"{site.address}{page.url}" if site.address else ""
    sources = [*sources]
    here = page_item(site, page)
    article = source_item(site, ref) if ref and page.kind == "source" else None
    return {
        "sources": [] if page.kind in ("home", "index") else [source for source in sources if source != ref],
        "terms": [site.terms[ref] for ref in terms],
        "glossary": GLOSSARY_PAGE,
        "itself": ref,
        "imprint": partial(imprint, site),
        "here": forms(here),
        "article": forms(article) if article else (),
        "files": CITATIONS if has_citations(page) else {},
        "record": RECORD if is_of_record(page) else "",
        "follow": has_feed(page),
        "coins": [coins(item) for item in _offered(site, page, here, sources)],
        "address": address,
        "qr": _qr(address) if address else "",
        "embeds": embeds,
    }


def _offered(site: Site, page: Page, here: Item, sources: list[Ref]) -> list[Item]:
    """What a reference manager offers to take: the page, and the article or articles behind it."""
    ref = page.view.get("ref")
    behind = {"claim": sources[:_MOST], "source": [ref] if ref else []}.get(page.kind, [])
    return [here, *(source_item(site, source) for source in behind)] if behind else []


def _qr(address: str) -> Markup:
    """The address as a QR code (ISO/IEC 18004), black, for paper alone.

    Every mask can be read; trying all eight for the one that looks best takes five times as long.
    """
    import segno  # a tenth of a second, and no site without an address needs it

    code = segno.make_qr(address, error="m", mask=3)
    drawn = code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None).strip()
    return Markup(drawn.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S704 - digits of a drawing
