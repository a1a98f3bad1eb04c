"""The editors' page of what the records do not cover yet."""

from collections.abc import Iterator

from generator.analysis.coverage import coverage
from generator.lib.language import gettext as _
from generator.pages.listing import shortened
from generator.pages.page import Crumb, Page
from generator.pages.site import Site

URL = "editors/coverage/"


def pages(site: Site) -> Iterator[Page]:
    """The page of gaps, and the whole of each list that is too long for it."""
    gaps = coverage(site.dataset, site.standings.__getitem__)
    page = Page(
        url=URL,
        template="coverage.md.j2",
        kind="page",
        title=_("What is not covered yet"),
        description=_("Paragraphs, people, claims, questions and names that still want an editor."),
        view={
            "uncited": list(gaps.paragraphs.items()),
            "roleless": gaps.roleless,
            "unsought": list(gaps.unchecked.items()),
            "unproven": gaps.unproven,
            "single": gaps.single,
        },
        breadcrumb=(Crumb(_("Editors’ guide"), "editors/"),),
    )
    page = shortened(site, page)
    yield from (page, *page.more)
