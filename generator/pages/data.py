"""The page of the data: every format in which the records can be taken along."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.archive import Archive
from generator.exports.formats import made
from generator.lib.language import digits
from generator.lib.language import gettext as _
from generator.pages.downloads import RECORD
from generator.pages.page import Page
from generator.pages.site import Site

URL = "data/"


def pages(site: Site) -> Iterator[Page]:
    """The page, with all files beside it."""
    found = made(Archive(site.dataset, site.address, site.name, [*site.terms.values()]))
    yield Page(
        url=URL,
        template="data.md.j2",
        kind="page",
        title=_("Data"),
        description=_("Every record of this documentary in the formats of the field, to be used elsewhere."),
        view={"formats": found, "record": RECORD, "size": size},
        files={f"{URL}{file.path}": file.data for each in found for file in each.files},
    )


def is_data(path: str) -> bool:
    """Whether the file at `path` holds records for programs, which tell quotations by its fields."""
    return path.endswith(f"/{RECORD}") or (path.startswith(URL) and not path.endswith(".md"))


def size(amount: int) -> str:
    """A number of bytes in words, rounded up so that nothing is empty."""
    kilobytes = -(-amount // 1000)
    if kilobytes < 1000:
        return _("%(number)s KB", number=digits(kilobytes))
    return _("%(number)s MB", number=digits(round(kilobytes / 1000, 1)))
