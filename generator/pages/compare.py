"""The compare pages: for each event with questions about it, what every source says on each of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.lib.language import gettext as _
from generator.pages.address import url_of
from generator.pages.differences import Difference, differences
from generator.pages.matrix import Matrix, matrices
from generator.pages.page import Crumb, Page
from generator.pages.parts import Found, Part, divided, letters, pages_of
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.records.refs import Ref

FOLDER = "compare/"
"""The address of the index of matrices."""


@dataclass(frozen=True)
class Entry:
    """One matrix in the index: its event, and how many questions and open questions it holds."""

    event: Ref
    url: str
    questions: int
    open: int


def pages(site: Site) -> Iterator[Page]:
    """The index of matrices and one matrix for each event that a question is about."""
    events = compared(site)
    yield from pages_of(
        Page(
            url=FOLDER,
            template="compare-index.md.j2",
            kind="index",
            title=_("Compare the accounts"),
            description=_("What each source says on each question, event by event."),
        ),
        divided(events, FOLDER, lambda event: letters(site.name(event)), folder="by_name/"),
        lambda part: {"entries": [_entry(site, event) for event in part.entries]},
        lambda event: Found(site.name(event), compare_url(event)),
    )
    for event in events:
        yield from _matrix_pages(site, event)


def compare_url(event: Ref) -> str:
    """The address of the matrix of an event."""
    return f"{FOLDER}{event.id}/"


def compared(site: Site) -> list[Ref]:
    """The events that some question is about: the subject first, then those with most questions."""
    subject = site.dataset.documentary.subject
    about = [e for e in site.in_kind("event") if site.linking(e, "question.about")]
    return sorted(about, key=lambda e: (e != subject, -len(site.linking(e, "question.about"))))


def _entry(site: Site, event: Ref) -> Entry:
    found = differences(site, event)
    return Entry(event, compare_url(event), len(found), sum(d.question.state == "open" for d in found))


@memo
def _matrix_pages(site: Site, event: Ref) -> tuple[Page, ...]:
    """The matrix of an event on one page, or on one for each of its parts."""
    name, url = site.name(event), compare_url(event)
    found = differences(site, event)
    several = matrices(site, found)
    whole = Part(url, "", len(found), tuple(found))
    on_page = {url: several[0]}
    if len(several) > 1:
        on_page = {f"{url}{n}/": each for n, each in enumerate(several, 1)}
        parts = tuple(_part(n, at, each) for n, (at, each) in enumerate(on_page.items(), 1))
        whole = Part(url, "", len(found), parts=parts)
    page = Page(
        url=url,
        template="compare.md.j2",
        kind="matrix",
        title=_("Compare: %(event)s", event=name),
        description=_("What each source says on each question about this: %(event)s.", event=name),
        breadcrumb=(Crumb(_("Compare"), FOLDER),),
        view={"event": event},
    )
    return tuple(
        pages_of(
            page,
            whole,
            lambda part: {"matrix": on_page.get(part.url)},
            lambda d: Found(d.question.text, url_of(d.ref)),
            kind=lambda part: "index" if part.parts else page.kind,  # an overview has no table for the script
        )
    )


def _part(number: int, url: str, found: Matrix) -> Part[Difference]:
    rows = tuple(row.difference for row in found.rows)
    return Part(url, f"{number}{_(': ')}{rows[0].question.text}", len(rows), rows)
