"""The comparison: what every source says on each question, as one matrix of them all."""

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.differences import difference, in_index_order
from generator.pages.matrix import Extent, Matrix, extents, matrix
from generator.pages.page import Page
from generator.pages.parts import Found, Part, pages_of
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.refs import Ref

FOLDER = "compare/"
"""The address of the comparison."""


def pages(site: Site) -> Iterator[Page]:
    """The matrix of all questions and sources, in the order of the index: one page, or parts."""
    questions = in_index_order(site)
    several = extents(site, questions) if questions else []
    on_page = dict.fromkeys([FOLDER], several[0]) if several else {}
    whole = Part(FOLDER, "", len(questions), tuple(questions))
    if len(several) > 1:
        on_page = {f"{FOLDER}{n}/": each for n, each in enumerate(several, 1)}
        parts = tuple(_part(site, n, at, each) for n, (at, each) in enumerate(on_page.items(), 1))
        whole = Part(FOLDER, "", len(questions), parts=parts)
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
        lambda part: {"matrix": _matrix(site, on_page.get(part.url))},
        lambda ref: Found(site.name(ref), url_of(ref)),
        kind=lambda part: "matrix" if part.url in on_page else "index",  # else the script has nothing to do
        shape=lambda part: on_page.get(part.url),
    )


def _matrix(site: Site, of: Extent | None) -> Matrix | None:
    return matrix(site, [difference(site, ref) for ref in of.questions], of.columns) if of else None


def _part(site: Site, number: int, url: str, of: Extent) -> Part[Ref]:
    name = f"{number}{_(': ')}{site.name(of.questions[0])}"
    return Part(url, name, len(of.questions), of.questions)
