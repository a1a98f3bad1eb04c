"""The theme escapes every text of a page's front matter, which is plain."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

THEME = Path(__file__).parents[1] / "generator/theme"
HOSTILE = '<b onclick="x">\'&amp;'
STEP = {"title": HOSTILE, "url": "claims/"}
META = {
    "title": HOSTILE,
    "description": HOSTILE,
    "kind": "claim",
    "record": "sources/a.yml",
    "changed": HOSTILE,
    "breadcrumb": [STEP],
    "previous": STEP,
    "next": STEP,
}
# The blocks of Material's page that print front matter, without the rest of it.
BASE = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in ("site_meta", "htmltitle", "container"))


@pytest.mark.parametrize("template", ["main.html", "partials/breadcrumb.html", "partials/record.html"])
def test_no_text_of_the_front_matter_becomes_markup(template: str) -> None:
    loader = ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(THEME)])
    environment = Environment(loader=loader, autoescape=False)  # noqa: S701 - as the site builder has it
    environment.filters["url"] = str
    page = SimpleNamespace(
        meta=META, title=HOSTILE, content="", canonical_url="https://site.example/a/", toc=[]
    )
    config = SimpleNamespace(
        site_name=HOSTILE, site_url="https://site.example/", repo_url="", site_description=""
    )
    html = environment.get_template(template).render(page=page, config=config)
    assert "&lt;b onclick" in html
    assert "<b" not in html
    assert '"x"' not in html
    assert "&amp;amp;" in html
