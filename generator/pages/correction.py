"""Corrections: one page for each, and one that lists them all, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import Site
from generator.records.kinds import KINDS
from generator.records.refs import Ref


def page(site: Site, ref: Ref) -> Page:
    """The page of one correction."""
    correction = site.dataset.corrections[ref]
    return record_page(site, ref, description=site.summary(ref), view={"correction": correction})


def pages(site: Site) -> Iterator[Page]:
    """The page of all corrections."""
    corrections = site.dataset.corrections
    newest = sorted(corrections, key=lambda ref: (corrections[ref].date, ref), reverse=True)
    yield Page(
        url=KIND_PAGES["correction"],
        template="corrections.md.j2",
        kind="index",
        title=_(KINDS["correction"].title),
        description=_("What this documentary once said otherwise, and why it was changed."),
        view={"newest": [(ref, corrections[ref]) for ref in newest]},
    )
