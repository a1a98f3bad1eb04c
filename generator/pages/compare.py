"""The compare pages: for each event with questions about it, what every source says on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.lib.language import gettext as _
from generator.pages.differences import differences
from generator.pages.matrix import matrix
from generator.pages.page import Crumb, Page
from generator.pages.site import Site
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
    yield Page(
        url=FOLDER,
        template="compare-index.md.j2",
        kind="index",
        title=_("Compare the accounts"),
        description=_("What each source says on each question, event by event."),
        view={"entries": [_entry(site, event) for event in events]},
    )
    for event in events:
        yield site.memo(("matrix", event), partial(_matrix_page, site, event))


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


def _matrix_page(site: Site, event: Ref) -> Page:
    name = site.name(event)
    return Page(
        url=compare_url(event),
        template="compare.md.j2",
        kind="matrix",
        title=_("Compare: %(event)s", event=name),
        description=_("What each source says on each question about this: %(event)s.", event=name),
        breadcrumb=(Crumb(_("Compare"), FOLDER),),
        view={"event": event, "matrix": matrix(site, differences(site, event))},
    )
