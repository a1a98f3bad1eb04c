"""Every kind of page, opened as readers open it: wide and narrow, light and dark, script on and off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # the others are found as well, but not described at length
}
OF_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""What dark can break when light breaks nothing: only colours differ."""
WIDE, NARROW, NARROWEST = (
    {"width": 1440, "height": 900},
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
)


def pages_of_each_kind(site: Path) -> list[str]:
    """Every page of its own, of each folder of records the one of middle length, and the longest account."""
    found = [""]
    for folder in sorted(p for p in site.iterdir() if (p / "index.html").is_file()):
        found.append(f"{folder.name}/")
        below = sorted(_records(folder), key=_size)
        if below:
            found.append(f"{below[len(below) // 2].relative_to(site).as_posix()}/")
    for name in ("account", "words"):
        longest = max((page.parent for page in site.glob(f"*/*/{name}/index.html")), key=_size)
        found.append(f"{longest.relative_to(site).as_posix()}/")
    return found


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(WIDE, "light"), (WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")],
    ids=["wide-light", "wide-dark", "narrow-light", "narrow-dark"],
)
def test_no_kind_of_page_breaks_a_rule_of_accessibility(
    chromium: Browser, address: str, site: Path, size: dict[str, int], scheme: str
) -> None:
    faults: list[str] = []
    context = chromium.new_context(base_url=address, viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    context.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    context.on("request", lambda r: None if r.url.startswith(address) else faults.append(f"request: {r.url}"))
    page = context.new_page()
    first, *others = pages_of_each_kind(site)
    for url in (first, *others):
        page.goto(url)
        # An open menu lies over what is below it: it is looked at on the first page alone.
        opened = "details" if url == first else "main details"
        page.evaluate(
            "(which) => { for (const d of document.querySelectorAll(which)) d.open = true }", opened
        )
        results = Axe().run(page, options=RULES if scheme == "light" else OF_COLOUR)
        faults += [f"{url}: {v['id']}: {v['nodes'][0]['html']}" for v in results.response["violations"]]
    context.close()
    assert "\n".join(faults) == ""


@pytest.mark.parametrize("size", [WIDE, NARROW, NARROWEST], ids=["wide", "narrow", "narrowest"])
def test_no_kind_of_page_scrolls_sideways(page: Page, site: Path, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    wider = []
    first, *others = pages_of_each_kind(site)
    for url in (first, *others):
        page.goto(url)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(url)
    assert wider == []


def test_every_page_has_one_heading_and_says_what_it_is(page: Page, site: Path) -> None:
    first, *others = pages_of_each_kind(site)
    for url in (first, *others):
        page.goto(url)
        assert page.locator("h1").count() == 1, url
        assert page.title().strip(), url
        assert page.locator('meta[name="description"]').get_attribute("content"), url


def test_everything_can_be_read_without_script(chromium: Browser, address: str, site: Path) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    first, *others = pages_of_each_kind(site)
    for url in (first, *others):
        page.goto(url)
        assert page.locator("main, article").first.is_visible(), url
        assert page.locator("nav a").first.is_visible(), url
    context.close()


def test_a_quotation_opens_to_its_proof(page: Page, site: Path) -> None:
    folder = max(_records(site / "claims"), key=_size)
    page.goto(f"claims/{folder.name}/")
    proof = page.locator("details.check").first
    proof.locator("summary").click()
    assert re.search(r"[0-9a-f]{64}", proof.inner_text())


def test_a_link_to_a_statement_is_copied_and_leads_to_its_card(
    context: BrowserContext, page: Page, site: Path
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    folder = max(_records(site / "claims"), key=_size)
    page.goto(f"claims/{folder.name}/")
    link = page.locator("a.permalink").last
    goal = link.get_attribute("href") or ""
    link.click()
    expect(link).to_have_text("Copied")
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    assert page.url.endswith(goal)
    assert page.locator(f"li{goal}").is_visible()


def _records(folder: Path) -> list[Path]:
    return [p.parent for p in folder.rglob("index.html") if p.parent != folder]


def _size(folder: Path) -> int:
    return (folder / "index.html").stat().st_size
