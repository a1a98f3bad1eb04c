"""A word of the glossary is explained where it stands: by mouse, by keyboard, without script and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import violations

pytestmark = pytest.mark.browser

OPEN = ".explained:popover-open"


def test_a_term_opens_and_closes_by_keyboard_alone(page: Page) -> None:
    page.goto("")
    term = page.locator(".term").first
    term.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_contain_text(term.inner_text())
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.closest('{OPEN}') !== null"), "its links come next"
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(term).to_be_focused()


def test_an_open_explanation_breaks_no_rule_of_accessibility_and_stays_in_the_window(page: Page) -> None:
    for size in ({"width": 1440, "height": 900}, {"width": 320, "height": 640}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.goto("")
        page.locator(".term").first.click()
        box = page.locator(OPEN).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert violations(page) == []


def test_a_term_opens_without_script_and_leads_to_its_place_in_the_glossary(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.locator(".term").first.click()
    name = page.locator(f"{OPEN} dfn").inner_text()
    page.locator(f"{OPEN} a").last.click()
    expect(page.locator(".glossary > li:target dfn")).to_have_text(name)
    context.close()


def test_on_paper_the_words_stay_and_what_they_mean_stands_at_the_end(page: Page) -> None:
    page.goto("")
    page.emulate_media(media="print")
    expect(page.locator(".term").first).to_be_visible()
    for each in page.locator(".explained").all():
        expect(each).to_be_visible()
    expect(page.locator(".explained button").first).to_be_hidden()
