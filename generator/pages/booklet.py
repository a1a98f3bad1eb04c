"""The booklet: the story, the questions and the sources as one text, of which EPUB and PDF are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown import markdown
from markupsafe import Markup

from generator.lib.citing import chicago
from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.lib.language import spoken
from generator.pages import chapter, glossary, method, question, source
from generator.pages.article import article
from generator.pages.citation import source_item
from generator.pages.differences import differences
from generator.pages.media import shown
from generator.pages.page import Page
from generator.pages.questions import grouped
from generator.pages.render import Renderer
from generator.pages.renditions import Renditions
from generator.pages.site import Site
from generator.pages.typeface import faces
from generator.pages.words import plural
from generator.pages.xhtml import BookPiece, Places, piece
from generator.records.kinds import KINDS
from generator.records.refs import Ref

_MARKS = Path(__file__).parent / "theme/assets/documentary/marks.css"
_NO_WORD = re.compile(r"[^\w ]")
_HUE = re.compile(r"--([a-z]+): light-dark\((#[0-9a-f]{6}),")


@dataclass(frozen=True)
class BookletPart:
    """One text of the booklet.

    `id` names it in both formats; `group` is the heading that stands above it, empty for none.
    """

    id: str
    title: str
    piece: BookPiece
    group: str = ""


@dataclass(frozen=True)
class BookletSection:
    """Parts under one heading of the contents."""

    id: str
    title: str
    parts: tuple[BookletPart, ...]


@dataclass(frozen=True)
class Booklet:
    """The whole text, in order.

    `places` says where it holds what the site has at an address; `pictures` are the files of those that stand
    in it, by their addresses.
    """

    renderer: Renderer
    sections: tuple[BookletSection, ...]
    places: Places
    pictures: Mapping[str, bytes]

    @property
    def title(self) -> str:
        """The documentary’s title."""
        return self.renderer.site.dataset.documentary.title

    @property
    def cover(self) -> tuple[str, str, str, str]:
        """The words on the cover: the state of the data, the title, the line below it, how much there is."""
        view, documentary = self._view, self.renderer.site.dataset.documentary
        return view["state"], self.title, documentary.subtitle, " · ".join(view["counts"])

    @property
    def parts(self) -> Iterator[BookletPart]:
        """Every part, in order."""
        for section in self.sections:
            yield from section.parts

    def filled(self, name: str, **more: object) -> str:
        """A template of the booklet, given what all of them are, and `more`."""
        return _filled(self.renderer, name, "", {**self._view, **more})

    def text(self, part: BookletPart, at: Callable[[str, str], str], shift: int = 0) -> Markup:
        """A part as XHTML; `at` is the way to an id in a part, `shift` how far its headings move down."""

        def href(to: str) -> str | None:
            found = self.places.of(to, part.piece.page)
            return at(*found) if isinstance(found, tuple) else found

        return Markup(part.piece.xhtml(href, shift))  # noqa: S704 - serialised as XML

    @cached_property
    def _view(self) -> Mapping[str, Any]:
        site = self.renderer.site
        counted = [(kind, len(site.refs_by_kind.get(kind, ()))) for kind in ("source", "claim", "question")]
        newest = site.last_change
        return {
            "documentary": site.dataset.documentary,
            "language": site.dataset.documentary.language,
            "direction": spoken().direction,
            "sections": self.sections,
            "state": _("State of %(date)s", date=plain(newest)),
            "counts": [plural(number, kind) for kind, number in counted if number],
            "address": site.address,
            "day": newest.text,
            "faces": faces(),
            "hues": _hues(),
            "in_css": _in_css,
        }


def booklet(renderer: Renderer, renditions: Renditions | None = None) -> Booklet:
    """The booklet of the renderer’s site, written in the language that is spoken.

    `renditions` makes the copies of pictures; without it words say what they show.
    """
    pictures = _pictures(renderer.site) if renditions else {}
    sections = [
        BookletSection("story", _(KINDS["chapter"].title), tuple(_story(renderer, pictures))),
        BookletSection("questions", _(KINDS["question"].title), tuple(_questions(renderer))),
        BookletSection("sources", _(KINDS["source"].title), tuple(_sources(renderer))),
        BookletSection("reading", _("How to read this"), tuple(_reading(renderer))),
        BookletSection("glossary", _("Glossary"), tuple(_glossary(renderer))),
    ]
    kept = tuple(section for section in sections if section.parts)
    held: dict[str, tuple[str, str]] = {}
    for part in (part for section in kept for part in section.parts):
        for place, name in part.piece.places.items():
            held.setdefault(place, (part.id, name))
    wanted = {src for section in kept for part in section.parts for src in part.piece.pictures}
    copies = (
        [renditions.of(renderer.site, ref) for ref in {pictures[src] for src in wanted}] if renditions else []
    )
    files = {src: data for each in copies for src, data in each.items() if src in wanted}
    return Booklet(renderer, kept, Places(held, renderer.site.address), dict(sorted(files.items())))


def _pictures(site: Site) -> dict[str, Ref]:
    """The media of which pictures may stand in the booklet, by the addresses of these."""
    found: dict[str, Ref] = {}
    for ref in site.in_kind("media"):
        medium = shown(site, ref)
        if not medium.medium.warning:
            pictures = (medium.picture, *(sheet.picture for sheet in medium.sheets))
            found |= {picture.src: ref for picture in pictures if picture}
    return found


def _story(renderer: Renderer, pictures: Collection[str]) -> Iterator[BookletPart]:
    site = renderer.site
    more = {"figures": "booklet/media.j2", "host": urlsplit(site.address).hostname or ""}
    for ref in site.in_kind("chapter"):
        yield _part(renderer, "chapter", chapter.page(site, ref), pictures, **more)


def _questions(renderer: Renderer) -> Iterator[BookletPart]:
    site = renderer.site
    for group in grouped(site, differences(site)):
        above = group.title
        for found in group.questions:
            yield replace(_part(renderer, "question", question.page(site, found.ref)), group=above)
            above = ""


def _sources(renderer: Renderer) -> Iterator[BookletPart]:
    site = renderer.site
    for ref in site.in_kind("source"):
        part = _part(renderer, "source", source.page(site, ref), citation=chicago(source_item(site, ref)))
        yield replace(part, title=site.name(ref))


def _reading(renderer: Renderer) -> Iterator[BookletPart]:
    (page,) = method.pages(renderer.site)
    html = markdown(_filled(renderer, "reading", page.url, page.view), extensions=["attr_list"])
    yield BookletPart("how-to-read", _("How to read this"), piece(html, "how", page.url))


def _glossary(renderer: Renderer) -> Iterator[BookletPart]:
    for page in glossary.pages(renderer.site):
        html = article(renderer.filled(page.template, page, page.view)).html
        yield BookletPart("glossary", page.title, piece(html, "g", page.url))


def _part(
    renderer: Renderer, name: str, page: Page, pictures: Collection[str] = (), **more: object
) -> BookletPart:
    """What a template of the booklet makes of the page of a record."""
    ref = page.view["ref"]
    html = _filled(renderer, name, page.url, {**page.view, **more})
    found = piece(html, f"{ref.kind[0]}-{ref.id}", page.url, pictures)
    return BookletPart(f"{ref.kind}-{ref.id}", page.title, found)


def _in_css(text: str) -> Markup:
    """The text as a string of a style sheet, whatever characters it has."""
    return Markup('"{}"').format(_NO_WORD.sub(lambda sign: f"\\{ord(sign[0]):06x}", text))


def _filled(renderer: Renderer, name: str, url: str, view: Mapping[str, Any]) -> str:
    """A template of the booklet; its links are those of the page at `url`."""
    return renderer.filled(f"booklet/{name}.j2", Page(url, "", "page", "", ""), view)


@cache
def _hues() -> Mapping[str, str]:
    """The colour of each stance on paper, as the style sheet of the site has it."""
    return dict(_HUE.findall(_MARKS.read_text(encoding="utf-8")))
