"""Previews of records beside the links to them (WCAG 1.4.13)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from generator.pages.claim import related
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.refs import Ref

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PREVIEW = "#preview"


def related_claims(dataset: Dataset) -> tuple[Ref, Ref]:
    """A claim, and another to which its page links."""
    site = Site(dataset)
    return next((ref, found[0].claim) for ref in dataset.claims if (found := related(site, ref)))


def link_to(page: Page, ref: Ref) -> Locator:
    return page.locator(f'.page a[href="../{ref.id}/"]').first


def focused(page: Page, dataset: Dataset) -> tuple[Locator, Ref]:
    """A link to a claim that was reached with the keyboard."""
    here, there = related_claims(dataset)
    page.goto(f"claims/{here.id}/")
    link = link_to(page, there)
    page.keyboard.press("Tab")  # from here on the focus is the keyboard's
    link.focus()
    return link, there


def test_the_focus_on_a_link_shows_how_the_claim_stands_and_its_sources(page: Page, dataset: Dataset) -> None:
    link, claim = focused(page, dataset)
    preview = page.locator(PREVIEW)
    expect(preview.locator(".standing .verdict")).not_to_be_empty()
    source = dataset.sources[dataset.claims[claim].assertions[0].evidence[0].source]
    expect(preview).to_contain_text(source.name)
    expect(link).to_have_attribute("aria-describedby", "preview")
    expect(preview.locator("a, button, [id]")).to_have_count(0)


def test_the_preview_of_a_claim_gives_the_words_and_who_says_them(page: Page, dataset: Dataset) -> None:
    _, claim = focused(page, dataset)
    if not any(e.quote for a in dataset.claims[claim].assertions for e in a.evidence):
        pytest.skip("nobody is quoted on that claim")
    expect(page.locator(f"{PREVIEW} .words")).not_to_be_empty()
    expect(page.locator(f"{PREVIEW} .who")).not_to_be_empty()


def test_escape_closes_the_preview_and_leaves_the_focus(page: Page, dataset: Dataset) -> None:
    link, _ = focused(page, dataset)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(PREVIEW)).to_have_count(0)
    expect(link).to_be_focused()
    expect(link).not_to_have_attribute("aria-describedby", "preview")


def test_the_preview_closes_when_the_focus_moves_on(page: Page, dataset: Dataset) -> None:
    focused(page, dataset)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    expect(page.locator(PREVIEW)).to_have_count(0)


def test_the_pointer_may_move_onto_the_preview_and_off_it(page: Page, dataset: Dataset) -> None:
    here, there = related_claims(dataset)
    page.goto(f"claims/{here.id}/")
    link_to(page, there).hover()
    preview = page.locator(PREVIEW)
    expect(preview).to_be_visible()
    preview.hover()
    page.wait_for_timeout(600)  # longer than the preview waits before it closes
    expect(preview).to_be_visible()
    page.mouse.move(1, 1)
    expect(preview).to_have_count(0)


def test_a_link_to_a_statement_shows_its_words(page: Page, dataset: Dataset) -> None:
    ref, assertion = next(
        (r, a) for r, c in dataset.claims.items() for a in c.assertions if a.evidence[0].quote
    )
    source = assertion.evidence[0].source
    page.goto(f"sources/{source.id}/")
    page.locator(f'.notes a[href="../../claims/{ref.id}/#{assertion.id}"]').first.hover()
    expect(page.locator(f"{PREVIEW} .words").first).to_be_visible()
    expect(page.locator(f"{PREVIEW} .stance").first).to_have_text(assertion.stance)


def test_no_preview_opens_for_fingers(chromium: Browser, address: str, dataset: Dataset) -> None:
    context = chromium.new_context(
        base_url=address, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda r: fetched.append(r.url) if r.resource_type == "fetch" else None)
    focused(page, dataset)
    page.wait_for_timeout(800)
    expect(page.locator(PREVIEW)).to_have_count(0)
    assert fetched == []
    context.close()


def test_without_script_a_link_is_a_link(chromium: Browser, address: str, dataset: Dataset) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    here, there = related_claims(dataset)
    page.goto(f"claims/{here.id}/")
    link_to(page, there).click()
    assert page.url == f"{address}claims/{there.id}/"
    context.close()


def test_nothing_is_loaded_before_a_link_is_asked_for(page: Page, dataset: Dataset) -> None:
    fetched: list[str] = []
    page.on("request", lambda r: fetched.append(r.url) if r.resource_type == "fetch" else None)
    here, there = related_claims(dataset)
    page.goto(f"claims/{here.id}/", wait_until="networkidle")
    assert fetched == []
    link_to(page, there).hover()
    expect(page.locator(PREVIEW)).to_be_visible()
    assert [url.rsplit("/claims/")[-1] for url in fetched] == [f"{there.id}/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_an_open_preview_and_open_citations_break_no_rule(
    chromium: Browser, address: str, dataset: Dataset, width: int, scheme: str
) -> None:
    context = chromium.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    focused(page, dataset)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.evaluate(
        "document.querySelectorAll('details.cite, details.cite-line').forEach((d) => { d.open = true; })"
    )
    drawings = {"exclude": [["svg"]]}  # looked at with the pages they belong to
    results = Axe().run(page, context=drawings, options=RULES).response
    assert [(v["id"], v["nodes"][0]["html"]) for v in results["violations"]] == []
    box = page.locator(PREVIEW).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    context.close()
