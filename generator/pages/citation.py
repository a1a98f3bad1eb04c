"""What a reader cites: a page of the documentary, an article, a single statement."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.lib.citing import Author, Issued, Item, apa, chicago, issued, mla, split_name
from generator.lib.citing.exchange import bibtex, csl_json, ris, wikipedia
from generator.lib.language import gettext as _
from generator.pages.cards import Card
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.pages.words import label
from generator.records.model import Dating, Person
from generator.records.refs import Ref

_NEWS = frozenset({"report", "analysis", "opinion", "interview"})


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
    documentary = site.dataset.documentary
    return Item(
        key=page.url.strip("/").replace("/", "-") or "documentary",
        type="webpage",
        title=page_title(site, page),
        container=documentary.title if page.url else "",
        authors=tuple(split_name(e.name, [e.family] if e.family else []) for e in documentary.editors),
        issued=_changed(site, page),
        url=f"{site.address}{page.url}" if site.address else "",
        language=documentary.language,
    )


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
    return Item(
        key=f"article-{ref.id}",
        type="article-newspaper" if source.type in _NEWS else str(source.type),
        title=source.title or str(source.supplied_title),
        supplied=source.title is None,
        container=site.name(source.publisher) if source.publisher else "",
        authors=tuple(_author(site, author) for author in source.authors),
        issued=_issued(source.published),
        url=source.url or "",
        language=source.language,
    )


@memo
def imprint(site: Site, ref: Ref) -> str:
    """Who wrote and published a source and when, in one line; what is not stated is said to be so."""
    item = source_item(site, ref)
    return _(", ").join(
        [
            *(name.in_order for name in item.authors),
            item.container or _("publisher not stated"),
            _words(item.issued) or _("date not stated"),
        ]
    )


def statement(site: Site, claim: Ref, card: Card) -> str:
    """One line that cites one statement: who, which stance, when, which article, and where it is here."""
    speaker = card.assertion.speaker_ref
    who = str(card.assertion.described_as)
    if speaker:
        who = _("the article itself") if speaker.kind == "source" else site.name(speaker)
    hedge = _("“%(text)s”", text=card.assertion.hedge) if card.assertion.hedge else ""
    said = _words(_issued(card.said))
    title = _("“%(text)s”", text=card.record.title) if card.record.title else card.record.name
    paragraphs = dict.fromkeys(site.paragraph(passage.paragraph) for passage in card.passages)
    parts = [
        f"{who} ({_(', ').join(filter(None, [label(card.assertion.stance), hedge]))})",
        said,
        _("in %(title)s", title=title),
        imprint(site, card.source),
        *paragraphs,
    ]
    place = f"{site.address}{site.stands(claim, card.assertion.id)}"
    return f"{_(', ').join(filter(None, parts))}{_('; ')}{site.dataset.documentary.title}, {place}"


def _author(site: Site, ref: Ref) -> Author:
    record = site.dataset.records[ref]
    short = [n.text for n in record.names if n.kind == "short"] if isinstance(record, Person) else []
    return split_name(site.name(ref), short)


def _changed(site: Site, page: Page) -> Issued:
    record = site.dataset.records.get(page.view.get("ref"))  # type: ignore[arg-type]
    if record is not None:
        return issued(record.changed or record.added)
    return issued(site.last_change)


def _issued(dating: Dating | None) -> Issued | None:
    return issued(dating.edtf, inferred=dating.basis == "inferred") if dating else None


def _words(date: Issued | None) -> str:
    if date is None:
        return ""
    return _("%(date)s (inferred)", date=date.words) if date.inferred else date.words
