"""Pages in the place of records that were taken down: that, when and why, and nothing of the record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.site import LINKED, Site
from generator.records.kinds import url_of


def pages(site: Site) -> Iterator[Page]:
    """A page for each record that was taken down, at the address of its page."""
    site.reads.note((LINKED,))
    for each in site.dataset.documentary.withdrawn:
        yield Page(
            url=url_of(each.ref),
            template="withdrawn.md.j2",
            kind="page",
            title=_("Withdrawn"),
            description=_("What stood here was taken down."),
            view={"withdrawal": each},
        )
