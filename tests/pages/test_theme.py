"""The theme escapes every value that it prints."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import lxml.html
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


OURS = (
    "page.content",  # the page, as the site builder made it
    "about.data",  # JSON without a <
    r"'[^']*' \| url",
    r"\('assets/documentary/' ~ (name|own_script\[kind\]) ~ '.(css|js)'\) \| url",
    r'lang\.t\("[^"]*"\)',
)
"""What needs no escaping."""
ESCAPED = re.compile(rf"""(.* \| (e|replace\('"', "%22"\)))|{"|".join(OURS)}""")


@pytest.mark.parametrize("sheet", sorted(THEME.rglob("*.css")), ids=lambda path: path.name)
def test_room_at_one_side_alone_is_given_in_the_direction_of_reading(sheet: Path) -> None:
    """In Persian and Arabic what stands in that room would lie on the words."""
    given = re.findall(r"(?:padding|margin|inset):([^;}]*)[;}]", sheet.read_text(encoding="utf-8"))
    sides = [re.sub(r"\([^()]*\)", "", each).split() for each in given]
    assert [each for each in sides if len(each) == 4 and each[1] != each[3]] == []


@pytest.mark.parametrize("template", sorted(THEME.rglob("*.html")), ids=lambda path: path.name)
def test_every_value_is_escaped_as_text_or_as_an_address(template: Path) -> None:
    printed = re.findall(r"\{\{-? ?(.*?) ?-?\}\}", template.read_text(encoding="utf-8"))
    assert [value for value in printed if not ESCAPED.fullmatch(value)] == []


@pytest.mark.parametrize(
    "template", ["main.html", "404.html", "partials/breadcrumb.html", "partials/record.html"]
)
def test_no_text_of_the_front_matter_becomes_markup(template: str) -> None:
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - as the site builder has it
    environment.filters["url"] = str
    page = SimpleNamespace(
        meta=META, title=HOSTILE, content="", canonical_url=f"https://site.example/{HOSTILE}", toc=[]
    )
    config = SimpleNamespace(
        site_name=HOSTILE,
        site_url="https://site.example/",
        repo_url=f"https://forge.example/{HOSTILE}",
        site_description="",
        copyright=HOSTILE,
        theme=SimpleNamespace(language=HOSTILE, direction=HOSTILE, logo=HOSTILE, favicon=HOSTILE),
        extra_css=[HOSTILE],
        extra=SimpleNamespace(search=True),
    )
    item = SimpleNamespace(title=HOSTILE, url=HOSTILE, children=None)
    nav = SimpleNamespace(items=[item], homepage=SimpleNamespace(url=HOSTILE))
    html = environment.get_template(template).render(page=page, config=config, nav=nav)
    assert "&lt;b onclick" in html
    tags = [tag.attrib for tag in lxml.html.document_fromstring(html).iter()]
    assert not [tag for tag in tags if "onclick" in tag or "x" in tag]
    assert "&amp;amp;" in html


def test_a_documentary_has_its_own_logo_icon_and_stylesheets_after_ours() -> None:
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - as the site builder has it
    environment.filters["url"] = "../{}".format
    theme = SimpleNamespace(logo="assets/logo.svg", favicon="assets/icon.png")
    config = SimpleNamespace(extra_css=["assets/own.css"], theme=theme, extra={})
    nav = SimpleNamespace(items=[], homepage=SimpleNamespace(url=""))
    page = SimpleNamespace(meta={}, title="", content="", toc=[])
    html = environment.get_template("main.html").render(page=page, config=config, nav=nav)
    head = lxml.html.document_fromstring(html).head
    sheets = head.xpath("link[@rel='stylesheet']/@href")
    assert sheets[-1] == "../assets/own.css"
    assert sheets[0] == "../assets/documentary/face.css"
    assert head.xpath("link[@rel='icon']/@href") == ["../assets/icon.png"]
    assert head.xpath("link[@rel='preload']") == []  # its stylesheet may name another typeface
    assert '<img class="logo" src="../assets/logo.svg" alt="">' in html
