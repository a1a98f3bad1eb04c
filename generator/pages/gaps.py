"""The editors' page of what the records do not cover yet."""

from collections.abc import Collection, Iterator

from generator.analysis.coverage import coverage
from generator.lib.language import gettext as _
from generator.pages.listing import shortened
from generator.pages.page import Crumb, Page
from generator.pages.site import Site
from generator.pages.source import Row, rows
from generator.records.refs import Ref

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
            "uncited": [(ref, _rows(site, ref, labels)) for ref, labels in gaps.paragraphs.items()],
            "unnoted": list(gaps.unnoted.items()),
            "roleless": gaps.roleless,
            "unsought": list(gaps.unchecked.items()),
            "unproven": gaps.unproven,
            "single": gaps.single,
        },
        breadcrumb=(Crumb(_("Editors’ guide"), "editors/"),),
    )
    page = shortened(site, page)
    yield from (page, *page.more)


def _rows(site: Site, ref: Ref, labels: Collection[str]) -> list[Row]:
    """The rows of the reading notes on the paragraphs `labels`."""
    return [row for row in rows(site, ref) if row.label in labels]
