"""What a page's head says of it: tags for reference managers and shared links, and schema.org data."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.analysis.origins import ASSERTING
from generator.lib.citing import Item
from generator.lib.language import gettext as _
from generator.pages.citation import dating_issued, page_item, page_title, source_item
from generator.pages.hedges import hedge_words
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.pages.words import few, label
from generator.records.model import Assertion, Claim, Media, Source
from generator.records.refs import Ref

PICTURE = "card.png"
"""The picture of a shared link, in the folder of its page."""
PICTURE_SIZE = 1200, 630

_SCHEMA_TYPES = {
    "report": "NewsArticle",
    "interview": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "journal_article": "ScholarlyArticle",
    "official_report": "Report",
    "web_page": "WebPage",
    "post": "SocialMediaPosting",
}
_MEDIA_TYPES = {
    "image": "ImageObject",
    "scan": "ImageObject",
    "document": "DigitalDocument",
    "audio": "AudioObject",
    "video": "VideoObject",
}
_MOST = 100
"""How many sources the head of a page names to programs."""


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
    told = site.dataset.claims[claim].assertions
    if not told:
        return ""
    back = {speaker(site, a) for a in told if a.stance == "retracts"}
    asserting = [a for a in told if a.stance in ASSERTING and speaker(site, a) not in back]
    stance = "retracts" if back else told[0].stance
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
    return _stated(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": item.title,
            "url": item.url,
            "dateModified": item.issued.iso if item.issued else "",
            "inLanguage": item.language,
            "license": {"@type": "CreativeWork", "name": documentary.licence},
            "editor": [{"@type": "Person", "name": editor.name} for editor in documentary.editors],
            "isPartOf": _stated({"@type": "WebSite", "name": documentary.title, "url": site.address}),
            "mainEntity": entity,
            "citation": [_article(site, ref) for ref in [r for r in sources if r not in told][:_MOST]],
        }
    )


def _entity(site: Site, page: Page) -> tuple[dict[str, Any], Collection[Ref]]:
    """The article or claim that the page is about, with the sources told by it.

    Of a claim it says where it is asserted, never whether it is so.
    """
    ref = page.view.get("ref")
    record = site.dataset.records.get(ref) if ref else None
    if page.kind == "source" and ref:
        return _article(site, ref), {ref}
    if isinstance(record, Media):
        return _medium(site, record), ()
    if not isinstance(record, Claim):
        return {}, ()
    sources = dict.fromkeys(a.source for a in record.assertions if a.stance in ASSERTING and a.source)
    appearance = [_article(site, source) for source in [*sources][:_MOST]]
    return _stated({"@type": "Claim", "text": record.text, "appearance": appearance}), sources


def _medium(site: Site, medium: Media) -> dict[str, Any]:
    issued = dating_issued(medium.when)
    return _stated(
        {
            "@type": _MEDIA_TYPES.get(medium.type, "CreativeWork"),
            "name": medium.name,
            "creator": [_agent(site, maker) for maker in medium.creators],
            "dateCreated": issued.iso if issued and not issued.inferred else "",
            "license": {"@type": "CreativeWork", "name": licence}
            if (licence := medium.rights.licence)
            else None,
            "creditText": medium.rights.holder,
        }
    )


@memo
def _article(site: Site, ref: Ref) -> dict[str, Any]:
    source, item = site.dataset.sources[ref], source_item(site, ref)
    issued = dating_issued(source.published)
    publisher = site.name(source.publisher) if source.publisher else ""
    return _stated(
        {
            "@type": _SCHEMA_TYPES.get(source.type, "CreativeWork"),
            "name" if item.supplied else "headline": source.name,
            "author": [_agent(site, author) for author in source.authors],
            "translator": [_agent(site, translator) for translator in source.translators],
            "isPartOf": _whole(source),
            "publisher": _stated(
                {"@type": "Organization", "name": publisher, "location": source.publisher_place}
            )
            if publisher
            else None,
            "bookEdition": source.edition,
            "isbn": "" if source.container else source.isbn,
            "pagination": source.pages,
            "reportNumber": source.number if source.type == "official_report" else "",
            "identifier": _identifiers(source),
            "holdingArchive": {"@type": "ArchiveOrganization", "name": source.archive}
            if source.archive
            else None,
            "itemLocation": source.archive_location,
            "datePublished": issued.iso if issued and not issued.inferred else "",
            "inLanguage": item.language,
            "url": item.url,
        }
    )


def _whole(source: Source) -> dict[str, Any]:
    """The larger work, and of which volume and issue of it the source is a part."""
    kind = "Periodical" if source.issn else "Book" if source.type == "chapter" else "CreativeWork"
    isbn = source.isbn if source.container else None
    whole = _stated({"@type": kind, "name": source.container, "issn": source.issn, "isbn": isbn})
    whole = whole if len(whole) > 1 else {}
    for name, number in (("Volume", source.volume), ("Issue", source.issue)):
        if number:
            part = {"@type": f"Publication{name}", f"{name.lower()}Number": number, "isPartOf": whole}
            whole = _stated(part)
    return whole


def _identifiers(source: Source) -> list[dict[str, str]]:
    number = None if source.type == "official_report" else source.number
    found = (("DOI", source.doi), ("number", number))
    return [{"@type": "PropertyValue", "propertyID": name, "value": text} for name, text in found if text]


def _agent(site: Site, ref: Ref) -> dict[str, str]:
    return {"@type": "Person" if ref.kind == "person" else "Organization", "name": site.name(ref)}


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
