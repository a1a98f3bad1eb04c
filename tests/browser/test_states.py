"""What only appears when a reader acts, or has asked the system for something: it obeys the rules as well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import violations
from .test_every_kind_of_page import pages_of_each_kind

pytestmark = pytest.mark.browser

SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
)
"""Text as loose as WCAG 1.4.12 asks pages to bear, without its room between paragraphs."""
CUT = """() => [...document.querySelectorAll("main *")].filter((e) => {
  const hides = ["hidden", "clip"].includes(getComputedStyle(e).overflowX);
  return hides && !e.closest("svg") && e.clientWidth > 1 && e.scrollWidth > e.clientWidth;
}).map((e) => e.outerHTML.slice(0, 80))"""
STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const inner = element.querySelector(".area");  // a mark of a drawing shows its focus on this
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    html: element.outerHTML.slice(0, 120),
    marked: outlined || (inner && parseFloat(getComputedStyle(inner).strokeWidth) >= 2),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""

AHEAD = """() => {
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary")];
  const ahead = stops.slice(stops.indexOf(document.activeElement) + 1);
  return ahead.filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility()).length;
}"""


@pytest.fixture
def loose(chromium: Browser, address: str) -> Iterator[Page]:
    """A page whose style a test may change, which the content policy else forbids."""
    context = chromium.new_context(base_url=address, bypass_csp=True)
    yield context.new_page()
    context.close()


def test_the_search_dialog_with_results_and_without(page: Page) -> None:
    page.goto("method/")
    page.keyboard.press("/")
    dialog = page.locator("dialog.search-dialog")
    dialog.locator("input").fill("the")
    expect(dialog.locator("ol.entries").first).to_be_visible()
    assert violations(page) == []
    dialog.locator("input").fill("zzzzzz")
    expect(dialog.locator(".empty")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")  # empties the field
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_search_page_with_narrowed_results(page: Page) -> None:
    page.goto("search/#q=the&kind=claim")
    expect(page.locator(".search-results ol.entries")).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 320])
def test_an_index_narrowed_and_sorted_and_left_without_a_row(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("people/")
    page.locator("table.index thead button").last.click()
    page.locator(".filter input").fill("a")
    assert violations(page) == []
    page.locator(".filter input").fill("zzzzzz")
    assert violations(page) == []


def test_the_page_for_lost_readers(page: Page, faults: list[str]) -> None:
    page.goto("gone/and/gone/")
    assert violations(page) == []
    faults[:] = [fault for fault in faults if "404" not in fault and "request: " not in fault]


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto("claims/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["height"] > 24  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_tab_leads_through_every_kind_of_page_and_is_never_lost_or_out_of_view(
    page: Page, site: Path
) -> None:
    for url in pages_of_each_kind(site):
        page.goto(url)
        expect(page.locator(".search-form[hidden]")).to_have_count(0)  # its script has set the focus
        for _ in range(min(page.evaluate(AHEAD), 50)):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP)
            assert stop is not None, f"{url}: the focus is lost"
            assert stop["marked"], f"{url}: nothing shows the focus of {stop['html']}"
            assert stop["inView"], f"{url}: out of view: {stop['html']}"


def test_nothing_moves_for_those_who_ask_for_that(page: Page, site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    for url in pages_of_each_kind(site):
        page.goto(url)
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e);"
            " return parseFloat(s.transitionDuration) || s.animationName !== 'none'"
            " || s.scrollBehavior === 'smooth' }).length"
        )
        assert moving == 0, url


def test_marks_and_the_present_section_stay_with_forced_colours(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    folder = max(
        (site / "claims").iterdir(), key=lambda p: len((p / "index.html").read_bytes()) if p.is_dir() else 0
    )
    page.goto(f"claims/{folder.name}/")
    mark = page.locator(".assertion").first
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = mark.evaluate("e => getComputedStyle(e, '::after').backgroundColor")
    assert drawn not in (canvas, "rgba(0, 0, 0, 0)")
    page.goto("questions/")
    here, elsewhere = (
        page.locator(s).first.evaluate("e => getComputedStyle(e).borderBottomColor")
        for s in (".sections a[aria-current]", ".sections a:not([aria-current])")
    )
    assert here != elsewhere


def test_a_page_at_two_and_four_times_its_size_needs_no_sideways_scrolling(page: Page, site: Path) -> None:
    for width in (640, 320):  # 1280 CSS pixels at 200 % and at 400 %
        page.set_viewport_size({"width": width, "height": 450})
        for url in pages_of_each_kind(site):
            page.goto(url)
            assert _fits(page), f"{url} at {width}"


@pytest.mark.parametrize("style", [SPACED, ":root { font-size: 200% }"], ids=["loose", "twice-as-large"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_is_cut_off_where_it_is_loose_or_large(
    loose: Page, site: Path, style: str, width: int
) -> None:
    loose.set_viewport_size({"width": width, "height": 844})
    for url in pages_of_each_kind(site):
        loose.goto(url)
        loose.add_style_tag(content=style)
        assert loose.evaluate(CUT) == [], url


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
