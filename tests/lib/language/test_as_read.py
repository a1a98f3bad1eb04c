"""The documentary in Persian as a reader sees it: mirrored, and whole in every script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "claims/",
    "claims/bolts-were-loose/",
    "timeline/",
    "people/layla-haddad/",
    "changes/",
    "search/",
    "check/",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@pytest.mark.parametrize("url", PAGES)
def test_a_page_breaks_no_rule_of_accessibility(page: Page, url: str) -> None:
    page.goto(url)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@pytest.mark.parametrize("width", [1440, 390])
def test_a_page_begins_at_the_right_and_does_not_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for url in PAGES:
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url
        box = page.locator("h1").bounding_box()
        assert box
        assert box["x"] + box["width"] > width * 0.7, url


def test_scripts_speak_the_language_too(page: Page) -> None:
    page.goto("claims/")
    assert page.locator(".filter output").inner_text() == "17 ادعاها"
    page.goto("search/#q=bridge")
    page.locator(".search-results li").first.wait_for()
    assert "صفحه" in page.locator("form output").inner_text()


def test_a_name_of_another_script_is_set_apart(page: Page) -> None:
    page.goto("claims/bolts-were-loose/")
    inside = page.locator("a[href$='holm-interview/'] bdi").first
    assert inside.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
