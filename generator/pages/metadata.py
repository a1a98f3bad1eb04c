"""What a page's head says of it: tags for reference managers and shared links, and schema.org data."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.analysis.origins import upheld
from generator.exports.archive import Archive
from generator.exports.schema_org import described, named
from generator.exports.works import article, stated
from generator.lib.citing import Item
from generator.lib.language import gettext as _
from generator.pages.citation import page_item, page_title
from generator.pages.hedges import hedge_words
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.pages.words import few, label
from generator.records.model import Assertion
from generator.records.refs import Ref

PICTURE = "card.png"
"""The picture of a shared link, in the folder of its page."""
PICTURE_SIZE = 1200, 630

_MOST = 50
"""How many sources, statements or others of one sort the head of a page names to programs."""


def head(site: Site, page: Page, sources: Iterable[Ref], pictured: bool) -> dict[str, Any]:
    """The keys `names`, `properties` (lists of name and content) and `data` (JSON) for the theme to print.

    `sources` are those the page refers to; `pictured`: there is a picture beside the page. Addresses are
    printed only where the site knows its own.
    """
    item = page_item(site, page)
    data = json.dumps(_data(site, page, item, sources), ensure_ascii=False, separators=(",", ":"))
    return {
        "names": _tags(_names(site, item, pictured)),
        "properties": _tags(_properties(site, page, item, pictured)),
        "data": data.replace("<", "\\u003c"),
    }


def shared_title(site: Site, page: Page) -> str:
    """The title of a shared link: a claim with who says so, for by itself it would be read as news."""
    who = who_says(site, page)
    return f"{who}{_(': ')}{page.title}" if who else page_title(site, page)


def who_says(site: Site, page: Page) -> str:
    """On the page of a claim who asserts it still, and with what hedges; else who does what with it."""
    ref = page.view.get("ref")
    return asserted_by(site, ref) if page.kind == "claim" and ref else ""


def asserted_by(site: Site, claim: Ref) -> str:
    """The same of a claim that has no page here; empty where no statement on it is recorded."""
    record = site.dataset.claims[claim]
    told, asserting = record.assertions, upheld(site.dataset, record)
    if not told:
        return ""
    stance = "retracts" if any(a.stance == "retracts" for a in told) else told[0].stance
    names = [speaker(site, a) for a in asserting or told if asserting or a.stance == stance]
    who = few(list(dict.fromkeys(names)))
    if not asserting:
        return f"{who}{_(': ')}{label(stance)}"
    hedges = hedge_words(site.standings[claim].hedges)
    return _(", ").join(filter(None, [_("According to %(who)s", who=who), hedges]))


def speaker(site: Site, assertion: Assertion) -> str:
    """Who makes a statement: the name, or the words by which somebody unnamed is introduced."""
    ref = assertion.speaker_ref
    return site.name(ref) if ref else _("“%(text)s”", text=assertion.described_as)


def _tags(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "content": content} for name, content in pairs if content]


def _names(site: Site, item: Item, pictured: bool) -> Iterator[tuple[str, str]]:
    """Highwire Press tags, Dublin Core, the type of a web page for Zotero and of a card for shared links."""
    date = item.issued.iso if item.issued else ""
    yield "z:itemType", "webpage"
    yield "citation_title", item.title
    for author in item.authors:
        yield "citation_author", author.inverted
    yield "citation_publication_date", date.replace("-", "/")
    yield "citation_language", item.language
    yield "citation_public_url", item.url
    yield "citation_abstract", item.abstract
    yield "DC.title", item.title
    yield "DC.date", date
    yield "DC.language", item.language
    yield "DC.rights", site.dataset.documentary.licence
    yield "DC.source", item.container
    yield "twitter:card", "summary_large_image" if pictured and item.url else "summary"


def _properties(site: Site, page: Page, item: Item, pictured: bool) -> Iterator[tuple[str, str]]:
    """The Open Graph protocol; cards of other services fall back on it."""
    yield "og:type", "website"
    yield "og:site_name", site.dataset.documentary.title
    title = shared_title(site, page)
    yield "og:title", title
    yield "og:description", item.abstract
    yield "og:url", item.url
    if pictured and item.url:
        yield "og:image", item.url + PICTURE
        yield "og:image:width", str(PICTURE_SIZE[0])
        yield "og:image:height", str(PICTURE_SIZE[1])
        yield "og:image:alt", title


def _data(site: Site, page: Page, item: Item, sources: Iterable[Ref]) -> dict[str, Any]:
    documentary = site.dataset.documentary
    entity, told = _entity(site, page)
    return stated(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": item.title,
            "url": item.url,
            "dateModified": item.issued.iso if item.issued else "",
            "inLanguage": item.language,
            "license": {"@type": "CreativeWork", "name": documentary.licence},
            "editor": [{"@type": "Person", "name": editor.name} for editor in documentary.editors],
            "isPartOf": stated({"@type": "WebSite", "name": documentary.title, "url": site.address}),
            "mainEntity": entity,
            "citation": [_named(site, ref) for ref in [r for r in sources if r not in told][:_MOST]],
        }
    )


def _entity(site: Site, page: Page) -> tuple[dict[str, Any], Collection[Ref]]:
    """The record that the page is about, as the graph of all records has it, with what it mentions.

    What is mentioned again is told by its IRI alone.
    """
    ref = page.view.get("ref")
    if ref is None or ref not in site.dataset.records:
        return {}, ()
    told = {ref}

    def mention(other: Ref) -> dict[str, Any]:
        if other in told:
            return {"@id": archive_of(site).iri(str(other))}
        told.add(other)
        return _named(site, other)

    described_as = described(archive_of(site), ref, mention, _MOST)
    return {"@id": archive_of(site).iri(str(ref)), **described_as}, told


@memo
def _named(site: Site, ref: Ref) -> dict[str, Any]:
    """Another record where one tells of it: a source with its imprint, others by their names."""
    archive = archive_of(site)
    if ref.kind == "source":
        node = article(archive, ref, lambda agent: _named(site, agent))
    else:
        node = named(archive, ref)
    return {"@id": archive.iri(str(ref)), **node}


def archive_of(site: Site) -> Archive:
    """The records of the site as they are exported, under the names that its pages give them."""
    return Archive(site.dataset, site.address, site.name)
