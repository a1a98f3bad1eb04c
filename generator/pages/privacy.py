"""The privacy page: what the site keeps, asks for and tells, as far as the site itself decides it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.site import Site

KEPT = {
    "scheme": "Whether you chose dark or light pages.",
    "visit": "The days of your last two visits, by which what is new is marked; or that you want no marks.",
}
"""What the scripts keep in the browser's storage for the site, by the name it is kept under."""


def pages(site: Site) -> Iterator[Page]:
    """The privacy page."""
    yield Page(
        url="privacy/",
        template="privacy.md.j2",
        kind="page",
        title=_("Privacy"),
        description=_(
            "What this site knows of its readers, what your browser keeps, and what others can see."
        ),
        view={"kept": KEPT},
    )
