"""What a reader cites: a page of the documentary, an article, a single statement."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup, escape

from generator.analysis.prose import plain
from generator.analysis.voices import REPUBLICATION
from generator.lib.citing import Author, Issued, Item, Original, apa, chicago, issued, mla, split_name
from generator.lib.citing.exchange import bibtex, csl_json, ris, wikipedia
from generator.lib.language import gettext as _
from generator.lib.language import speaking
from generator.pages.cards import Card
from generator.pages.hedges import hedge_words
from generator.pages.page import Page
from generator.pages.republication import ancestors, repeats_as
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.pages.words import isolated, label
from generator.records.model import Dating, Entity, Person
from generator.records.refs import Ref

_TYPES = {
    **dict.fromkeys(("report", "analysis", "opinion", "interview"), "article-newspaper"),
    **{word: word for word in ("book", "chapter", "broadcast", "post")},
    "journal_article": "article-journal",
    "official_report": "report",
    "web_page": "webpage",
}
"""The types of CSL by our types of sources; another is a document."""
_BY_THEMSELVES = frozenset({"book", "broadcast", "chapter", "document", "report"})
"""Works that have a publisher; others stand in what is published."""
_ZOTERO_TYPES = {
    "article-newspaper": "newspaperArticle",
    "article-journal": "journalArticle",
    "broadcast": "tvBroadcast",
    "chapter": "bookSection",
    "post": "forumPost",
}


@dataclass(frozen=True)
class Form:
    """One form of a citation; `is_code`: it is read by a program, its lines are kept."""

    name: str
    text: Markup
    is_code: bool = False


def forms(item: Item) -> tuple[Form, ...]:
    """Every form that a page offers."""
    return (
        Form("Chicago", chicago(item)),
        Form("APA", apa(item)),
        Form("MLA", mla(item)),
        Form("Wikipedia", escape(wikipedia(item)), is_code=True),
        Form("BibTeX", escape(bibtex(item)), is_code=True),
        Form("RIS", escape(ris(item)), is_code=True),
        Form("CSL-JSON", escape(csl_json(item)), is_code=True),
    )


def page_item(site: Site, page: Page) -> Item:
    """A page of the documentary: its authors are the editors, if stated, its date that of its last change."""
    date = _changed(site, page.view.get("ref"))
    container = site.dataset.documentary.title if page.url else ""
    return _own(site, page.url, page_title(site, page), container, date, abstract(site, page))


def statement_item(site: Site, claim: Ref, card: Card) -> Item:
    """One statement on a claim, where it stands in the documentary."""
    cited = _joined(_says(site, card), _where(site, card)).striptags()
    title = f"{cited}{_(': ')}{site.title(claim)}"
    at = site.stands(claim, card.assertion.id)
    container = site.dataset.documentary.title
    return _own(site, at, title, container, _changed(site, claim), _standing(site, claim))


def _own(site: Site, url: str, title: str, container: str, date: Issued, abstract: str) -> Item:
    documentary = site.dataset.documentary
    return Item(
        key=re.sub("[/#]+", "-", url).strip("-") or "documentary",
        type="webpage",
        title=title,
        container=container,
        authors=tuple(split_name(e.name, [e.family] if e.family else []) for e in documentary.editors),
        issued=date,
        url=f"{site.address}{url}" if site.address else "",
        language=documentary.language,
        abstract=abstract,
    )


def abstract(site: Site, page: Page) -> str:
    """What the page says, in a sentence: of a claim how it stands, so that it is not read as a fact."""
    ref = page.view.get("ref")
    return _standing(site, ref) if ref and page.kind == "claim" else page.description


def _standing(site: Site, claim: Ref) -> str:
    standing = site.standings[claim]
    return " · ".join(filter(None, [standing.words, hedge_words(standing.hedges)]))


def page_title(site: Site, page: Page) -> str:
    """The title under which a page is cited and shared.

    A claim says that it is one, and the notes on an article that they are not the article: elsewhere the bare
    words would pass for what the documentary says, or for the work itself.
    """
    if page.kind == "claim":
        return _("Claim: %(text)s", text=page.title)
    return _("Reading notes: %(title)s", title=page.title) if page.kind == "source" else page.title


@memo
def source_item(site: Site, ref: Ref) -> Item:
    """An article as the copy we hold states it."""
    source = site.dataset.sources[ref]
    kind = _TYPES.get(source.type, "document")
    published = site.name(source.publisher) if source.publisher else ""
    by_itself = kind in _BY_THEMSELVES or source.container
    return Item(
        key=f"article-{ref.id}",
        type=kind,
        title=source.title or str(source.supplied_title),
        supplied=source.title is None,
        container=source.container or ("" if by_itself else published),
        publisher=published if by_itself else "",
        authors=tuple(_author(site, author) for author in source.authors),
        translators=tuple(_author(site, translator) for translator in source.translators),
        issued=dating_issued(source.published),
        publisher_place=source.publisher_place or "",
        edition=source.edition or "",
        volume=source.volume or "",
        issue=source.issue or "",
        pages=source.pages or "",
        number=source.number or "",
        doi=source.doi or "",
        isbn=source.isbn or "",
        issn=source.issn or "",
        archive=source.archive or "",
        archive_location=source.archive_location or "",
        url=source.url or "",
        language=source.language,
        original=_original(site, ref),
        archived=(source.archived[0].url, source.archived[0].date.text) if source.archived else ("", ""),
        abstract=plain(source.description),
    )


def _original(site: Site, ref: Ref) -> Original | None:
    """Where the text first appeared, if another publication printed it before."""
    chain, own = ancestors(site, ref), site.dataset.sources[ref].title
    if not chain:
        return None
    first, *later = chain
    steps = {repeats_as(site, ref), *(work.relation for work in later)}
    return Original(
        title=first.title if first.title and first.title != own else "",
        container=site.name(first.publisher) if first.publisher else "",
        issued=dating_issued(first.published),
        url=first.url or "",
        same_text=steps == {REPUBLICATION},
    )


def coins(item: Item) -> str:
    """A work as a context object in a span (COinS), by which reference managers find it on a page.

    The type stands behind the title, which Zotero otherwise takes for that of the book of a chapter. A comma
    behind a name whose parts are not stated keeps Zotero from dividing it.
    """
    title = f"[{item.title}]" if item.supplied else item.title
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", title),
        ("rft.type", _ZOTERO_TYPES.get(item.type, item.type)),
        ("rft.source", item.container),
        ("rft.publisher", item.publisher),
        *(("rft.creator", f"{name.family}, {name.given}".strip()) for name in item.authors),
        *(("rft.contributor", f"{name.family}, {name.given}".strip()) for name in item.translators),
        ("rft.date", item.issued.iso or item.issued.words if item.issued else ""),
        ("rft_id", f"info:doi/{item.doi}" if item.doi else ""),
        ("rft.identifier", f"ISBN {item.isbn}" if item.isbn else ""),
        ("rft.identifier", f"ISSN {item.issn}" if item.issn else ""),
        ("rft.identifier", item.url),
        ("rft.language", item.language),
        ("rft.description", item.abstract),
    ]
    return urlencode([(name, value) for name, value in pairs if value])


@memo
def imprint(site: Site, ref: Ref) -> Markup:
    """Who wrote and published a source and when, in one line; what is not stated is said to be so.

    A repost is named after what it repeats: by way of it the original was read.
    """
    item = source_item(site, ref)
    own = item.container or item.publisher or _("publisher not stated")
    when = _words(item.issued) or _("date not stated")
    names = [isolated(name.in_order) for name in item.authors if name.in_order != own]
    first = item.original
    if first and first.same_text and first.container:
        printed = isolated(first.container), _words(first.issued) or _("date not stated")
        passed_on = isolated(item.container or item.publisher or _("a publisher not stated"))
        return _joined(*names, *printed, _put(_("via %(publisher)s", publisher="{}"), passed_on), when)
    return _joined(*names, isolated(own), when)


@dataclass(frozen=True)
class Statement:
    """The citation of a statement: a line that names its article, and its forms.

    Wikipedia cites the article, at the paragraph: to it the documentary is not the source.
    """

    line: Markup
    forms: tuple[Form, ...]


def cited_statement(site: Site, claim: Ref, card: Card) -> Statement:
    """The citation of a statement as its card offers it; other formats stand in the files beside the page."""
    item = statement_item(site, claim, card)
    with speaking("en"):  # as the template
        at = ", ".join(_paragraphs(site, card))
    cited = Form("Wikipedia", escape(wikipedia(source_item(site, card.source), at)), is_code=True)
    styles = Form("Chicago", chicago(item)), Form("APA", apa(item)), Form("MLA", mla(item))
    return Statement(statement(site, claim, card), (*styles, cited))


def statement(site: Site, claim: Ref, card: Card) -> Markup:
    """One line that cites one statement: who, which stance, when, which article, and where it is here."""
    place = f"{site.address}{site.stands(claim, card.assertion.id)}"
    parts = _joined(_says(site, card), _words(dating_issued(card.said)), _where(site, card))
    return escape(_("; ")).join([parts, _joined(isolated(site.dataset.documentary.title), place)])


def _says(site: Site, card: Card) -> Markup:
    """Who makes the statement, with which stance."""
    speaker = card.assertion.speaker_ref
    who = str(card.assertion.described_as)
    if speaker:
        who = _("the article itself") if speaker.kind == "source" else site.name(speaker)
    hedge = card.assertion.hedge and _put(_("“%(text)s”", text="{}"), card.assertion.hedge)
    return Markup("{} ({})").format(isolated(who), _joined(label(card.assertion.stance), hedge or ""))


def _where(site: Site, card: Card) -> Markup:
    """In which article it stands, and in which paragraphs."""
    title = isolated(card.record.name)
    if card.record.title:
        title = _put(_("“%(text)s”", text="{}"), title)
    stands = _put(_("in %(title)s", title="{}"), title)
    return _joined(stands, imprint(site, card.source), *_paragraphs(site, card))


def _put(text: str, value: str) -> Markup:
    """The value in a text of the interface that has a place for it."""
    return Markup(text).format(value)  # noqa: S704 - escapes what it is given


def _joined(*parts: str) -> Markup:
    return escape(_(", ")).join(part for part in parts if part)


def _paragraphs(site: Site, card: Card) -> list[str]:
    return [*dict.fromkeys(site.place(card.source, p.paragraph, p.locator) for p in card.passages)]


def _author(site: Site, ref: Ref) -> Author:
    record = site.dataset.records[ref]
    name = record.name if isinstance(record, Entity) else site.name(ref)
    return split_name(name, record.families if isinstance(record, Person) else [])


def _changed(site: Site, ref: Ref | None) -> Issued:
    record = site.dataset.records.get(ref) if ref else None
    return issued(record.changed or record.added if record else site.last_change)


def dating_issued(dating: Dating | None) -> Issued | None:
    """The date of a record as citations print it."""
    return issued(dating.edtf, inferred=dating.basis == "inferred") if dating else None


def _words(date: Issued | None) -> str:
    if date is None:
        return ""
    return _("%(date)s (inferred)", date=date.told) if date.inferred else date.told
