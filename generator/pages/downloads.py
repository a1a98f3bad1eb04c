"""The files beside a page: its record, its citations for reference managers, its feed, its quotations."""

from __future__ import annotations

from generator.exports.whole import encoded
from generator.lib.citing import Item
from generator.lib.citing.exchange import bibtex, csl_json, ris
from generator.pages.address import KIND_PAGES
from generator.pages.cards import cards
from generator.pages.citation import page_item, source_item, statement_item
from generator.pages.feed import has_feed, record_feed
from generator.pages.metadata import archive_of
from generator.pages.page import Page
from generator.pages.quotations_file import NAME as QUOTATIONS
from generator.pages.quotations_file import quotations_file
from generator.pages.site import Site
from generator.records.kinds import KINDS, url_of
from generator.records.refs import Ref

CITATIONS = {"CSL-JSON": "citations.json", "BibTeX": "citations.bib", "RIS": "citations.ris"}
"""The formats of citations, and the files that hold them."""
RECORD = "record.json"
"""The file that holds the record of the page."""


def beside(site: Site, page: Page) -> dict[str, bytes]:
    """The files by their paths from the root of the site."""
    files = {}
    if is_of_record(page):
        record = archive_of(site).record(page.view["ref"])
        files[f"{page.url}{RECORD}"] = encoded(record)
    if has_citations(page):
        found = items(site, page)
        texts = (csl_json(*found), "\n\n".join(map(bibtex, found)), "\n".join(map(ris, found)))
        files |= {
            f"{page.url}{name}": f"{text}\n".encode()
            for name, text in zip(CITATIONS.values(), texts, strict=True)
        }
    if page.kind == "source" and page.url == url_of(page.view["ref"]):
        files[f"{page.url}{QUOTATIONS}"] = quotations_file(site, page.view["ref"])
    return files | record_feed(site, page.view["ref"]) if has_feed(page) else files


def is_of_record(page: Page) -> bool:
    """Whether it is the page of one record, and no further page of it."""
    ref = page.view.get("ref")
    return isinstance(ref, Ref) and ref.kind in KINDS and page.url == url_of(ref)


def has_citations(page: Page) -> bool:
    """Whether more is cited by the page than the page: the statements on a claim, the articles behind it."""
    ref = page.view.get("ref")
    return page.url == KIND_PAGES["source"] or (
        page.kind in ("claim", "question", "source") and ref is not None and page.url == url_of(ref)
    )


def items(site: Site, page: Page) -> list[Item]:
    """What is cited with the page: itself, statements, articles; with the list of sources every article."""
    ref = page.view.get("ref")
    if not isinstance(ref, Ref):
        return [source_item(site, source) for source in site.in_kind("source")]
    if ref.kind == "source":
        return [page_item(site, page), source_item(site, ref)]
    claims = [ref] if ref.kind == "claim" else [p.claim for p in site.positions.get(ref, ())]
    made = [(claim, card) for claim in claims for card in cards(site, claim)]
    statements = [statement_item(site, claim, card) for claim, card in made]
    sources = dict.fromkeys(card.source for _claim, card in made)
    return [page_item(site, page), *statements, *(source_item(site, source) for source in sources)]
