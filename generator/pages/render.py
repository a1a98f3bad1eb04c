"""Renders pages: Jinja templates with everything escaped, and the functions that templates call."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from generator.analysis.prose import Link
from generator.analysis.prose import plain as unmarked
from generator.lib.dates import Edtf, beside, plain
from generator.lib.language import digits, filling, language, translated, translated_number
from generator.lib.language import gettext as _
from generator.lib.media.cues import clock
from generator.lib.text import capitalized, fragment, wrapped
from generator.pages.address import file_of, way, way_to_file
from generator.pages.article import Article, article
from generator.pages.cards import card
from generator.pages.citation import cited_statement
from generator.pages.cited import left_out_of
from generator.pages.embed import Embed, embeds
from generator.pages.feed import has_feed
from generator.pages.foot import TEMPLATE, WITHOUT, foot
from generator.pages.glossary import PAGE as GLOSSARY_PAGE
from generator.pages.media import Picture, in_words, place_in, region_of, seen, shown
from generator.pages.metadata import head
from generator.pages.oembed import discovery
from generator.pages.page import Page
from generator.pages.proof import pieces
from generator.pages.site import Site
from generator.pages.trace import trace
from generator.pages.words import in_order, isolated, label, located, plural
from generator.records.kinds import url_of
from generator.records.model import Word
from generator.records.model.documentary import TERM
from generator.records.refs import Ref

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&~^=:\"'@$]")
# Jinja tells compiled templates apart by their texts alone: a change of how they are read needs another name.
_COMPILED = FileSystemBytecodeCache(pattern="__documentary_1_%s.cache")
_WINDOW = 65
"""The most letters of a title that search engines show."""
_BLANK_LINES = re.compile(r"\n{3,}")
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_IN_MARKDOWN = frozenset({"method.md.j2", "fields.md.j2"})
"""Templates that write paragraphs and lists in Markdown."""
_ISO_DAY = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?")


def markdown(text: str) -> Markup:
    """The text for a Markdown line: every character that could be markup as a numeric entity."""
    return Markup(_MARKDOWN.sub(lambda m: f"&#{ord(m[0])};", " ".join(text.split())))  # noqa: S704 - escaped here


def quoted(text: str) -> Markup:
    """The text in the quotation marks of the language that is written in."""
    return Markup(_("“%(text)s”", text="{}")).format(text)  # noqa: S704 - escapes what it is given


def direction(tag: str) -> str:
    """The direction in which the language with a BCP 47 tag is written."""
    return language(tag).direction


def date(edtf: Edtf, calendar: str | None = None) -> Markup:
    """A date in plain words, as `<time>` where HTML can hold it, and beside it that of another calendar."""
    other = beside(edtf, calendar) if calendar else ""
    after = Markup(" ({})").format(other) if other else ""
    if _ISO_DAY.fullmatch(edtf.text):
        return Markup('<time datetime="{}">{}</time>{}').format(edtf.text, plain(edtf), after)
    return Markup('<span class="date">{}</span>{}').format(plain(edtf), after)


def unlinked(prose: str) -> Markup:
    """Prose of which the links lead nowhere."""
    return in_order(unmarked(prose))


def window_title(title: str, documentary: str) -> dict[str, str]:
    """What the browser's tab and search engines show, as `window`, where title and documentary are too long.

    The title alone, cut at a word where it is too long by itself; nothing where both have room.
    """
    if len(f"{title} · {documentary}") <= _WINDOW:
        return {}
    whole_words = " ".join(wrapped(title, _WINDOW, mark="…"))
    return {"window": whole_words if whole_words != "…" else f"{title[: _WINDOW - 1]}…"}


def _window(title: str, documentary: str) -> str:
    """What the browser's tab shows of a page with this title."""
    return window_title(title, documentary).get("window", f"{title} · {documentary}")


@dataclass(frozen=True)
class Rendered:
    """A page as it is written: where, what the theme is told of it, and its body."""

    path: str
    """The file below `docs/`."""
    matter: Mapping[str, Any]
    """The front matter: what the theme prints around the body."""
    body: str
    """Markdown, of which the headings alone are not HTML yet (see `article`)."""
    article: Article | None
    """The body as the finished HTML, None where a template writes paragraphs in Markdown."""
    embeds: tuple[Embed, ...] = ()
    """What other websites may show of it."""

    @property
    def markdown(self) -> bytes:
        """The whole file: front matter, whose texts are plain, and the body."""
        lines = [f"{key}: {_flow(value)}" for key, value in self.matter.items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""]).encode()


class _Template(Template):
    """A template that is evaluated once a page, however many others of the page import it."""

    def make_module(self, *args: Any, **kwargs: Any) -> TemplateModule:
        imported: Any = self.environment.globals["imported"]
        if self.name not in imported:
            imported[self.name] = super().make_module(*args, **kwargs)
        found: TemplateModule = imported[self.name]
        return found


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, site: Site, permalink: tuple[str, str] = ("", "")) -> None:
        """`permalink` is what stands after each heading as a link to it, and the title of that link."""
        self.site = site
        self.permalink = permalink
        self.environment = Environment(
            loader=PackageLoader("generator.pages"),
            bytecode_cache=_COMPILED,
            auto_reload=False,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals |= {"_": _gettext, "ngettext": _ngettext}
        self.environment.template_class = _Template
        self.environment.filters.update(
            md=markdown,
            label=label,
            quoted=quoted,
            slug=fragment,
            unlinked=unlinked,
            direction=direction,
            isolated=isolated,
            located=located,
            date=partial(date, calendar=site.dataset.documentary.calendar),
            plain_date=plain,
            number=digits,
            capitalized=capitalized,
            counted=plural,
            clock=clock,
            window=partial(_window, documentary=site.dataset.documentary.title),
        )
        self.environment.globals["statement"] = partial(cited_statement, site)
        self.environment.globals["card_of"] = partial(card, site)
        self.environment.globals["pieces_of"] = pieces
        self.environment.globals["left_out_of"] = partial(left_out_of, site)
        self.environment.globals["shown_of"] = partial(shown, site)
        self.environment.globals["seen"] = partial(seen, site)
        self.environment.globals["place_in"] = place_in
        self.environment.globals["place_in_words"] = in_words
        self.environment.globals["region_of"] = region_of
        self.environment.globals["trace"] = partial(trace, site)
        self.environment.tests["word"] = lambda value: isinstance(value, Word)

    def render(self, page: Page, pictured: bool = False) -> Rendered:
        """The page; `pictured`: a picture lies beside it."""
        sources: dict[Ref, None] = {}
        terms: dict[Ref, None] = {}
        body = self.filled(page.template, page, page.view, sources, terms)
        matter = page.front_matter()
        framed = embeds(self, page)
        if page.kind not in WITHOUT:
            end, matter["head"] = self.ending(page, pictured, list(sources), list(terms), framed)
            matter |= {"feed": page.title} if has_feed(page) else {}
            body += f"\n\n{end}"
        body = _BLANK_LINES.sub("\n\n", body).strip()
        matter |= window_title(page.title, self.site.dataset.documentary.title)
        finished = None if page.template in _IN_MARKDOWN else article(body, *self.permalink)
        return Rendered(file_of(page.url), matter, body, finished, framed)

    def ending(
        self,
        page: Page,
        pictured: bool,
        sources: Collection[Ref] = (),
        terms: Collection[Ref] = (),
        embeds: Sequence[Embed] = (),
    ) -> tuple[str, dict[str, Any]]:
        """What ends the page and what its head says of it.

        `sources` are those that it refers to, `terms` those of the glossary that it explains, `embeds` what
        other websites may show of it.
        """
        end = self.filled(TEMPLATE, page, foot(self.site, page, sources, terms, embeds))
        return end, head(self.site, page, sources, pictured) | discovery(embeds)

    def filled(
        self,
        template: str,
        page: Page,
        view: Mapping[str, Any],
        sources: dict[Ref, None] | None = None,
        terms: dict[Ref, None] | None = None,
    ) -> str:
        """The template with what is in `view`, for `page`.

        Each source that it links joins `sources`, each term that it explains `terms`.
        """
        self.environment.globals["imported"] = {}
        words = {"page": page, "site": self.site, "dataset": self.site.dataset}
        return self.environment.get_template(template).render(
            **words, **self._words_for(page, sources, terms), **view
        )

    def _words_for(
        self, page: Page, sources: dict[Ref, None] | None = None, terms: dict[Ref, None] | None = None
    ) -> dict[str, Any]:
        """The functions that templates call.

        Each source that is linked joins `sources`, and each term that is explained joins `terms`.
        """

        def to(url: str) -> str:
            return way(page.url, url)

        def href(ref: Ref, fragment: str = "") -> str:
            if ref.kind == "source" and sources is not None:
                sources.setdefault(ref)
            return to(self.site.stands(ref, fragment) if fragment else url_of(ref))

        def link(ref: Ref, text: str | None = None, fragment: str = "") -> Markup:
            name = isolated(text if text is not None else self.site.name(ref))
            waits = waiting() if ref in self.site.dataset.waiting else ""
            return Markup(f'<a href="{escape(href(ref, fragment))}">{name}</a>{waits}')  # noqa: S704 - escaped

        def waiting() -> Markup:
            return Markup(' <span class="badge">%s</span>') % _("not published yet")

        def prose(text: str | None, *without: Ref) -> Markup:
            return Markup("").join(map(linked, self.site.segments(text or "", without)))

        def linked(segment: str | Link) -> Markup:
            if isinstance(segment, Link) and segment.ref in self.site.dataset.records:
                return link(segment.ref, segment.text)
            return _text(segment, page, terms)

        def explains(text: str) -> Markup:
            """The text with its terms explained; names in it lead nowhere."""
            return Markup("").join(_text(s, page, terms) for s in self.site.linker.segments(text))

        return {
            "to": to,
            "to_file": partial(way_to_file, page.url),
            "srcset": partial(_srcset, page.url),
            "href": href,
            "link": link,
            "prose": prose,
            "explains": explains,
        }


def _srcset(page: str, picture: Picture) -> str:
    """The sizes of a picture as the page at `page` names them."""
    return ", ".join(f"{way_to_file(page, url)} {width}w" for url, width in picture.srcset)


def _text(segment: str | Link, page: Page, terms: dict[Ref, None] | None) -> Markup:
    """Words that lead to no record; those of a term open its explanation where the page has them first."""
    text = in_order(segment.text if isinstance(segment, Link) else segment)
    if not isinstance(segment, Link) or segment.ref.kind != TERM:
        return text
    if page.url == GLOSSARY_PAGE:
        return Markup('<a href="#{}">{}</a>').format(segment.ref.id, text)
    if terms is None or segment.ref in terms:
        return text
    terms[segment.ref] = None
    opens = Markup('<button type="button" class="term" popovertarget="{}">{}</button>')
    return opens.format(segment.ref, text)


def _gettext(text: str, /, **values: object) -> Markup:
    """A text of the interface in a template; what fills it in is escaped."""
    return Markup(translated(text)) % filling(values)  # noqa: S704 - the texts are ours


def _ngettext(one: str, many: str, amount: int, /, **values: object) -> Markup:
    return Markup(translated_number(one, many, amount)) % filling({"num": amount, **values})  # noqa: S704


def _flow(value: Any) -> str:
    """A value as JSON, which is YAML too where no character in it is a line break or unprintable to YAML."""
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
