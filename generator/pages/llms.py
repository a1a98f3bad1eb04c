"""`llms.txt` (llmstxt.org): what the site is and where everything stands, for programs that read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.analysis.prose import plain
from generator.exports.formats import FORMATS
from generator.lib.language import gettext as _
from generator.lib.text import fragment
from generator.pages import data
from generator.pages.address import KIND_PAGES
from generator.pages.differences import in_index_order
from generator.pages.site import Site
from generator.records.kinds import url_of

PATH = "llms.txt"
_MARKDOWN = "index.html.md"
_MOST = 100
"""How many questions it names; the page of all names the others."""
_DOORS = (
    "",
    *(KIND_PAGES[kind] for kind in ("chapter", "question")),
    "timeline/",
    *(KIND_PAGES[kind] for kind in ("person", "source")),
    "method/",
)


def llms(site: Site, titles: Mapping[str, str]) -> bytes:
    """The file; `titles` are those of all pages, by their addresses from the root of the site."""
    documentary = site.dataset.documentary
    others = sorted(url for url in titles if url.count("/") == 1 and url not in (*_DOORS, data.URL))
    questions = in_index_order(site)
    chapters = sorted(site.dataset.chapters.items(), key=lambda item: item[1].order)
    about = _(
        "A documentary: it shows who says what, in which words and where, and how the accounts differ. It "
        "never says what is true. Whoever uses it keeps with each quotation who says so and in which source. "
        "Each page lies beside itself as plain Markdown, under its address followed by %(file)s.",
        file=_MARKDOWN,
    )
    records = _("Each record also lies beside its own page, as %(file)s.", file="record.json")
    sections = [
        (_("Where to begin"), (_entry(site, url, titles[url]) for url in _DOORS if url in titles)),
        (_("Story"), (_entry(site, url_of(r), c.title, plain(c.standfirst)) for r, c in chapters)),
        (_("Questions"), (_entry(site, url_of(ref), site.name(ref)) for ref in questions[:_MOST])),
        (_("Data"), _formats(site)),
        ("Optional", (_entry(site, url, titles[url]) for url in others)),  # the name that the format gives it
    ]
    blocks = [
        f"# {documentary.title}",
        f"> {documentary.subtitle}",
        plain(documentary.introduction),
        about,
        f"{_('Our own words and the data: %(licence)s.', licence=documentary.licence)} {records}",
        *(block for title, entries in sections for block in _section(title, entries)),
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def _section(title: str, entries: Iterable[str]) -> list[str]:
    found = list(entries)
    return [f"## {title}", "\n".join(found)] if found else []


def _formats(site: Site) -> Iterator[str]:
    for each in FORMATS:
        yield f"- [{each.name}]({site.address}{data.URL}#{fragment(each.name)}): {_(each.use)}"


def _entry(site: Site, url: str, title: str, about: str = "") -> str:
    name = title.replace("[", "\\[").replace("]", "\\]")
    return f"- [{name}]({site.address}{url}{_MARKDOWN}){f': {about}' if about else ''}"
