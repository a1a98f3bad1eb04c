"""Citations to copy, and the page on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.records.dataset import Dataset

pytestmark = pytest.mark.browser


def claim(dataset: Dataset) -> str:
    """The address of the claim with most statements."""
    ref = max(dataset.claims, key=lambda ref: (len(dataset.claims[ref].assertions), ref))
    return f"claims/{ref.id}/"


def source(dataset: Dataset) -> str:
    """The address of the first source that states its headline."""
    return next(f"sources/{ref.id}/" for ref, record in dataset.sources.items() if record.title)


def test_a_button_copies_the_citation_letter_for_letter(
    context: BrowserContext, page: Page, dataset: Dataset
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(claim(dataset))
    page.locator("details.cite > summary").click()
    for name in ("Chicago", "BibTeX"):
        button = page.locator("#cite").get_by_role("button", name=f"Copy {name}")
        button.click()
        row = page.locator("#cite > div").filter(has=page.get_by_role("button", name=f"Copy {name}"))
        expect(row.get_by_role("status")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == row.locator(".citation").text_content()


def test_where_the_clipboard_is_closed_the_citation_is_selected(page: Page, dataset: Dataset) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(claim(dataset))
    page.locator("details.cite > summary").click()
    page.get_by_role("button", name="Copy MLA").click()
    selected = page.evaluate("getSelection().toString()")
    assert selected == page.locator("#cite > div:nth-child(3) .citation").inner_text()


def test_every_statement_has_a_line_of_its_own_that_leads_back_to_it(page: Page, dataset: Dataset) -> None:
    page.goto(claim(dataset))
    for card in page.locator("li.assertion").all():
        line = card.locator(".cite-line .citation").first.text_content() or ""
        assert line.endswith(f"#{card.get_attribute('id')}")


def test_the_link_in_the_rail_opens_the_citations(page: Page, dataset: Dataset) -> None:
    page.goto(claim(dataset))
    expect(page.locator("#cite")).not_to_be_visible()
    page.locator(".rail .cite a").click()
    page.locator("details.cite > summary").scroll_into_view_if_needed()
    expect(page.locator("#cite")).to_be_visible()


def test_an_article_is_cited_apart_from_the_page_on_it(page: Page, dataset: Dataset) -> None:
    page.goto(source(dataset))
    page.locator("details.cite > summary").click()
    expect(page.locator("#cite .citation").first).to_contain_text("Reading notes: ")
    expect(page.locator("#cite-article .citation").first).not_to_contain_text("Reading notes: ")


def test_on_paper_the_sources_stand_and_the_navigation_does_not(page: Page, dataset: Dataset) -> None:
    page.goto(claim(dataset))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sources-here > li").first).to_be_visible()
    expect(page.locator("#cite > div").first).to_be_visible()
    for gone in (".sections", ".tools", ".record nav", ".colophon nav", ".copy", "#cite > div:last-child"):
        expect(page.locator(gone).first).not_to_be_visible()


def test_the_citations_weigh_little(site: Path, dataset: Dataset) -> None:
    for address in (claim(dataset), source(dataset), ""):
        html = (site / address / "index.html").read_text(encoding="utf-8")
        assert len(html) > 1000
        cite = html.partition('<details class="cite"')[2].partition("</details>")[0]
        assert 500 < len(cite.encode()) < 8_000
