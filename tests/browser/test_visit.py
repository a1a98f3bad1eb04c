"""What is new since a reader's last visit, as a reader meets it; the day stays in their browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

NEW = ".badge.new"


def visited(context: BrowserContext, day: str) -> None:
    """Make the reader one whose last visit was on that day."""
    kept = json.dumps(json.dumps({"now": day}))
    context.add_init_script(f"if (!localStorage.getItem('visit')) localStorage.setItem('visit', {kept});")


def test_on_a_first_visit_nothing_is_marked(page: Page) -> None:
    page.goto("changes/")
    assert page.locator(NEW).count() == 0
    assert "On your next visit" in page.locator("p.visit").inner_text()
    assert "nothing leaves it" in page.locator("p.visit").inner_text()


def test_what_came_after_the_last_visit_is_marked(context: BrowserContext, page: Page) -> None:
    visited(context, "2000-01-02")
    page.goto("changes/")
    assert page.locator(f"li[data-changed] {NEW}").count() == page.locator("li[data-changed]").count() > 0
    assert "2 January 2000" in page.locator("p.visit").inner_text()
    page.goto("claims/")
    assert page.locator(f"tr[data-changed] th {NEW}").count() > 0


def test_what_is_older_than_the_last_visit_is_not_marked(context: BrowserContext, page: Page) -> None:
    visited(context, "9000-01-01")
    page.goto("claims/")
    assert page.locator(NEW).count() == 0


def test_the_marks_stay_for_the_whole_visit(context: BrowserContext, page: Page) -> None:
    visited(context, "2000-01-02")
    page.goto("claims/")
    page.goto("changes/")
    page.reload()
    assert page.locator(NEW).count() > 0


def test_a_reader_can_have_it_forgotten_and_taken_up_again(context: BrowserContext, page: Page) -> None:
    page.goto("changes/")
    page.evaluate("localStorage.setItem('visit', JSON.stringify({ now: '2000-01-02' }))")
    page.reload()
    assert page.locator(NEW).count() > 0
    page.get_by_role("button", name="Forget my visits").click()
    assert page.locator(NEW).count() == 0
    assert page.evaluate("localStorage.getItem('visit')") == "off"
    page.reload()
    assert page.locator(NEW).count() == 0
    page.get_by_role("button", name="Mark what is new").click()
    assert "2000" not in page.evaluate("localStorage.getItem('visit')")
