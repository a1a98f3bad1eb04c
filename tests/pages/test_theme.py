"""The theme escapes every text of a page's front matter, which is plain."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parents[2] / "generator/pages/theme"
HOSTILE = '<b onclick="x">\'&amp;'
STEP = {"title": HOSTILE, "url": "claims/"}
TAG = {"name": HOSTILE, "content": HOSTILE}
META = {
    "title": HOSTILE,
    "description": HOSTILE,
    "kind": "claim",
    "record": "sources/a.yml",
    "changed": HOSTILE,
    "breadcrumb": [STEP],
    "previous": STEP,
    "next": STEP,
    "facets": [{"name": "source", "value": HOSTILE}],
    "names": [HOSTILE],
    "head": {"names": [TAG], "properties": [TAG]},
}


@pytest.mark.parametrize("template", ["main.html", "partials/breadcrumb.html", "partials/record.html"])
def test_no_text_of_the_front_matter_becomes_markup(template: str) -> None:
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - as the site builder has it
    environment.filters["url"] = str
    page = SimpleNamespace(
        meta=META, title=HOSTILE, content="", canonical_url="https://site.example/a/", toc=[]
    )
    config = SimpleNamespace(
        site_name=HOSTILE,
        site_url="https://site.example/",
        repo_url="",
        site_description="",
        copyright="",
        theme=SimpleNamespace(language="en", direction="ltr"),
        extra=SimpleNamespace(search=True),
    )
    nav = SimpleNamespace(items=[], homepage=SimpleNamespace(url="./"))
    html = environment.get_template(template).render(page=page, config=config, nav=nav)
    assert "&lt;b onclick" in html
    assert "<b " not in html
    assert '"x"' not in html
    assert "&amp;amp;" in html
