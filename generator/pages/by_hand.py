"""Hand-written pages: what is added to them, so that they are cited and shared like those that are made."""

import posixpath
import re
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, Template
from mkdocs.utils.meta import get_data

from generator.analysis.prose import record_of, replaced_links
from generator.pages.address import file_of
from generator.pages.metadata import PICTURE
from generator.pages.page import Page
from generator.pages.picture import Pictures
from generator.pages.render import Renderer
from generator.records.kinds import url_of

_HEAD, _FOOT = "<!-- added: head -->", "<!-- added: foot -->"
"""Where the theme leaves room on a page that has no tags of its own."""
_INDEX = re.compile(r"(^|/)(index|readme)/$", re.IGNORECASE)
_HEADING = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)


@dataclass(frozen=True)
class PageExtras:
    """What is added to the page at `url`: to its head, to its end, and the picture beside it."""

    url: str
    head: str
    foot: str
    picture: bytes | None

    @property
    def files(self) -> dict[str, bytes]:
        """The files beside the page, by their paths in the site."""
        return {self.url + PICTURE: self.picture} if self.picture is not None else {}

    def to(self, html: str) -> str:
        """The page as the site builder made it, with all that is added."""
        return html.replace(_HEAD, self.head, 1).replace(_FOOT, self.foot, 1)


def page_of(path: str, text: bytes) -> Page:
    """The hand-written page at `path` below `docs/`, as its front matter and heading tell of it."""
    body, matter = get_data(text.decode("utf-8-sig", errors="replace"))
    heading = _HEADING.search(body)
    url = _INDEX.sub(r"\1", f"{path.removesuffix('.md')}/")
    return Page(
        url=url,
        template="",
        kind=str(matter.get("kind") or "page"),
        title=str(matter.get("title") or (heading[1] if heading else url)),
        description=str(matter.get("description") or ""),
    )


def added(renderer: Renderer, page: Page, pictures: Pictures | None) -> PageExtras:
    """What is added to a hand-written page; `pictures` draws that of a shared link."""
    picture = pictures.of(renderer.site, page) if pictures else None
    foot, head = renderer.ending(page, picture is not None)
    return PageExtras(page.url, _tags().render(meta={"head": head}), foot.strip(), picture)


def with_addresses(markdown: str, path: str) -> str:
    """The Markdown of the page at `path` below `docs/` with its links to records leading to their pages."""

    def led(link: re.Match[str]) -> str:
        target = record_of(link)
        file = posixpath.relpath(file_of(url_of(target)), posixpath.dirname(path)) if target else ""
        return f"{link['words']}({file}{link['part']})" if target else link[0]

    return replaced_links(markdown, led)


@cache
def _tags() -> Template:
    """The theme's own template, escaping as there."""
    environment = Environment(loader=PackageLoader("generator.pages", "theme"))  # noqa: S701
    return environment.get_template("partials/citation.html")
