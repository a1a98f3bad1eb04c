"""Every page of the built site can be cited and shared, the hand-written ones like the made ones."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.site

NOT_CITED = {"check/index.html", "search/index.html", "404.html"}
SHARED = 'property="og:title"', 'name="citation_title"', 'name="DC.title"', "application/ld+json"


def test_every_page_has_citations_and_tags_and_the_search_page_has_none(site: Path) -> None:
    cited, not_cited = set(), set()
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        marks = [html.count('<details class="cite"'), *map(html.count, SHARED)]
        if '<meta http-equiv="refresh"' not in html:
            (cited if marks == [1] * len(marks) else not_cited).add(path.relative_to(site).as_posix())
        assert "<!-- added" not in html
    assert not_cited == NOT_CITED
    assert {"about/index.html", "about/reading/index.html", "editors/recipes/index.html"} <= cited
