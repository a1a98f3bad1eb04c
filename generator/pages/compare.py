"""The comparison: what every source says on each question, as one matrix of them all."""

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.differences import Difference, difference, in_index_order
from generator.pages.matrix import Matrix, matrices
from generator.pages.page import Page
from generator.pages.parts import Found, Part, pages_of
from generator.pages.site import Site
from generator.records.kinds import url_of

FOLDER = "compare/"
"""The address of the comparison."""


def pages(site: Site) -> Iterator[Page]:
    """The matrix of all questions and sources, in the order of the index: one page, or parts."""
    found = [difference(site, ref) for ref in in_index_order(site)]
    several = matrices(site, found) if found else []
    on_page = dict.fromkeys([FOLDER], several[0]) if several else {}
    whole = Part(FOLDER, "", len(found), tuple(found))
    if len(several) > 1:
        on_page = {f"{FOLDER}{n}/": each for n, each in enumerate(several, 1)}
        parts = tuple(_part(n, at, each) for n, (at, each) in enumerate(on_page.items(), 1))
        whole = Part(FOLDER, "", len(found), parts=parts)
    page = Page(
        url=FOLDER,
        template="compare.md.j2",
        kind="matrix",
        title=_("Source by source"),
        description=_("What each source says on each question."),
        view={},
    )
    return pages_of(
        page,
        whole,
        lambda part: {"matrix": on_page.get(part.url)},
        lambda d: Found(d.question.text, url_of(d.ref)),
        kind=lambda part: "matrix" if part.url in on_page else "index",  # else the script has nothing to do
    )


def _part(number: int, url: str, found: Matrix) -> Part[Difference]:
    rows = tuple(row.difference for row in found.rows)
    return Part(url, f"{number}{_(': ')}{rows[0].question.text}", len(rows), rows)
