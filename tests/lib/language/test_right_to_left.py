"""On a page that runs from the right what runs from the left keeps its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from generator.lib.language import speaking
from generator.pages.render import isolated

_ISO_DATE = re.compile(r"\d{4}-\d\d|https?://")
_APART = {"bdi", "code", "pre", "script", "style", "time", "title"}
"""Elements whose text is set apart, or is not shown on the page."""


@pytest.mark.site
def test_no_iso_date_and_no_address_stands_bare_on_a_page(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if "editors" not in page.parts]
    assert {f"{page.relative_to(site)}: {text}" for page in pages for text in _bare(page)} == set()


def _bare(page: Path) -> Iterator[str]:
    for text in lxml.html.fromstring(page.read_bytes()).xpath("//text()"):
        holder = text.getparent() if not text.is_tail else text.getparent().getparent()
        around = [holder, *holder.iterancestors()]
        if _ISO_DATE.search(text) and not any(e.tag in _APART or e.get("dir") for e in around[:-1]):
            yield str(text).strip()


def test_a_date_and_foreign_letters_are_set_apart_where_the_page_runs_from_the_right() -> None:
    text = "کشته <2031-05-20>"
    with speaking("fa"):
        assert isolated(text) == 'کشته &lt;<bdi dir="ltr">2031-05-20</bdi>&gt;'
        assert isolated("Lind 2031-05") == '<bdi>Lind <bdi dir="ltr">2031-05</bdi></bdi>'
        assert isolated("ص 12031-05-201 و ۱۲") == "ص 12031-05-201 و ۱۲"
    assert isolated("killed <2031-05-20>") == "killed &lt;2031-05-20&gt;"
