"""What Zotero takes from a page, read by the rules of its translator for COinS."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from lxml import html

from generator.pages import claim, person, source
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made

ITEM_TYPES = {
    "book", "bookSection", "document", "forumPost", "magazineArticle", "newspaperArticle", "report",
    "tvBroadcast", "webpage",
}  # fmt: skip
"""The types of Zotero that our works can have; another would be read as a web page."""
FIELDS = {
    "rft.date": "date",
    "rft.publisher": "publisher",
    "rft.identifier": "url",
    "rft.description": "abstractNote",
    "rft.language": "language",
    "rft.source": "publicationTitle",
}
"""Fields that are taken as they are; an identifier is one only where it is an address."""
CREATORS = {"rft.creator": "author", "rft.contributor": "contributor"}


def site(**ledger: Any) -> Site:
    records = {
        "claim:fall": made.claim(made.says("varga-1"), made.says("varga-2", source="wire")),
        "source:ledger": made.source(authors=["person:varga", "organization:daily"], **ledger),
        "source:wire": made.source(title=None, supplied_title="Dispatch", published=None),
        "organization:daily": {"name": "The Daily", "type": "news_outlet", "description": "A newspaper."},
        "person:varga": {
            "name": "Ilse Varga",
            "names": [{"text": "Varga", "kind": "short"}],
            "description": "An engineer.",
        },
    }
    return Site(made.site(records).dataset, "https://example.org/b/")


def taken(found: Site, page: Page) -> list[dict[str, Any]]:
    """The items that Zotero offers: each span's, in order."""
    tree = html.fromstring(made.rendered(found, page).split("\n---\n", 1)[1])
    return [item(span.get("title")) for span in tree.xpath('//span[@class="Z3988"][@title]')]


def item(context: str) -> dict[str, Any]:
    """One context object, key by key in the order in which it names them."""
    made: dict[str, Any] = {"itemType": "", "creators": []}
    for key, value in (part.split("=") for part in context.split("&")):
        text = unquote(value.replace("+", " "))
        if key == "rft_val_fmt" and text == "info:ofi/fmt:kev:mtx:dc":
            made["itemType"] = "webpage"
        elif key == "rft.title":
            made["publicationTitle" if made["itemType"] == "bookSection" else "title"] = text
        elif key == "rft.type" and text in ITEM_TYPES:
            made["itemType"] = text
        elif key in CREATORS:
            first, _, last = text.rpartition(" ")
            if "," in text:
                last, _, first = text.rstrip(",").partition(", ")
            made["creators"].append((CREATORS[key], last, first))
        elif key in FIELDS:
            made[FIELDS[key]] = text
    return made


def test_a_claim_is_offered_with_the_articles_behind_it() -> None:
    found = site(publisher="organization:daily", url="https://d.example/a?b&c=d")
    here, ledger, wire = taken(found, claim.page(found, Ref("claim", "fall")))
    assert (here["itemType"], here["title"]) == ("webpage", "Claim: The bridge fell by itself.")
    assert here["url"] == "https://example.org/b/claims/fall/"
    assert here["abstractNote"] == "One source · 2 articles"
    assert ledger == {
        "itemType": "newspaperArticle",
        "title": "Bridge falls",
        "publicationTitle": "The Daily",
        "creators": [("author", "Varga", "Ilse"), ("author", "The Daily", "")],
        "date": "2031-01-09",
        "url": "https://d.example/a?b&c=d",
        "language": "en",
        "abstractNote": "A report.",
    }
    assert (wire["itemType"], wire["title"]) == ("newspaperArticle", "[Dispatch]")
    assert "date" not in wire


def test_the_page_of_an_article_offers_the_notes_and_the_article() -> None:
    found = site()
    here, ledger = taken(found, source.page(found, Ref("source", "ledger")))
    assert (here["title"], ledger["title"]) == ("Reading notes: Bridge falls", "Bridge falls")


def test_a_work_of_each_type_keeps_its_title_and_type() -> None:
    kinds = {
        "book": "book", "chapter": "bookSection", "official_report": "report", "web_page": "webpage",
        "post": "forumPost", "broadcast": "tvBroadcast", "document": "document",
        "opinion": "newspaperArticle",
    }  # fmt: skip
    for word, kind in kinds.items():
        found = site(type=word, container="The Hour", translators=["person:varga"])
        _, ledger = taken(found, source.page(found, Ref("source", "ledger")))
        assert (ledger["itemType"], ledger["title"]) == (kind, "Bridge falls")
        assert ledger["publicationTitle"] == "The Hour"
        assert ("contributor", "Varga", "Ilse") in ledger["creators"]


def test_a_page_that_rests_on_no_article_is_left_to_its_tags() -> None:
    found = site()
    assert taken(found, person.page(found, Ref("person", "varga"))) == []
