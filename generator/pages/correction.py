"""Corrections: one page for each, and one that lists them all, the newest first."""

from collections.abc import Iterator

from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES
from generator.pages.page import Page
from generator.pages.parts import Found, dates, divided, pages_of
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.records.kinds import KINDS, url_of
from generator.records.refs import Ref

_MOST = 60
"""How many corrections one part holds: each is shown whole."""


def page(site: Site, ref: Ref) -> Page:
    """The page of one correction."""
    correction = site.dataset.corrections[ref]
    return record_page(site, ref, {"correction": correction})


def pages(site: Site) -> Iterator[Page]:
    """All corrections: one page, or one for each of its parts."""
    corrections = site.dataset.corrections
    newest = sorted(corrections, key=lambda ref: (corrections[ref].date, ref), reverse=True)
    return pages_of(
        Page(
            url=KIND_PAGES["correction"],
            template="corrections.md.j2",
            kind="index",
            title=_(KINDS["correction"].title),
            description=_("What this documentary once said otherwise, and why it was changed."),
        ),
        divided(newest, KIND_PAGES["correction"], lambda r: dates(corrections[r].date), _MOST, "by_date/"),
        lambda part: {"newest": [(ref, corrections[ref]) for ref in part.entries]},
        lambda ref: Found(site.summary(ref), url_of(ref), plain(corrections[ref].date)),
    )
