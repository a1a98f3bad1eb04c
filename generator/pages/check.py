"""The page on which a reader's own copy of an article is compared with the quotations from it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.comparison import PATH, comparison_script
from generator.pages.page import Page
from generator.pages.site import Site

URL = "check/"
MOST = 500
"""How many sources the page lists; the others are chosen by the link on their own pages."""


def pages(site: Site) -> Iterator[Page]:
    """The page, with the module that its script compares by."""
    sources = site.in_kind("source")
    yield Page(
        url=URL,
        template="check.md.j2",
        kind="check",
        title=_("Check an article yourself"),
        description=_(
            "Paste an article, and see which of the quotations from it stand there letter for letter."
        ),
        view={"sources": sources[:MOST], "beyond": len(sources) > MOST},
        files={PATH: comparison_script()},
    )
