"""What every kind of page keeps to on a phone and on a wide screen: its weight, its order, without script."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from .test_every_kind_of_page import NARROW, WIDE, pages_of_each_kind

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
MOST_SHIFT = 0.05
MOST_BYTES = 100_000
COMPRESSED = ("text/", "javascript", "json", "svg", "xml")
"""What servers send compressed."""
SHIFTS = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
WANTING = """() => {
  const found = [];
  const want = (held, what) => { if (!held) found.push(what); };
  const head = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  want(document.doctype && document.compatMode === "CSS1Compat", "doctype");
  want(document.characterSet === "UTF-8", "UTF-8");
  want(document.documentElement.lang, "language");
  want(head("viewport").includes("width=device-width"), "viewport");
  want(document.title.trim() && head("description").trim(), "title and description");
  want(!head("robots").includes("noindex"), "to be indexed");
  for (const image of document.images) {
    want(image.hasAttribute("alt") && image.width && image.height, `alt and size of ${image.src}`);
  }
  for (const link of document.links) {
    const text = (link.getAttribute("aria-label") ?? link.textContent).trim().toLowerCase();
    want(!["here", "click here", "more", "read more", "link", "this"].includes(text), `more than “${text}”`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  want(new Set(ids).size === ids.length, `one ${ids.find((id, at) => ids.indexOf(id) !== at)}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    const inside = text.parentElement;
    if (!text.data.trim() || inside.closest("svg") || !inside.checkVisibility()) continue;
    want(parseFloat(getComputedStyle(inside).fontSize) >= 12, `12 px: ${text.data.trim().slice(0, 40)}`);
  }
  return found;
}"""
LARGER = """() => {
  const size = (e) => parseFloat(getComputedStyle(e).fontSize);
  const headed = ".question, .words, .answered h3, .entry";
  const found = [];
  let heading = null;
  for (const each of document.querySelectorAll(`main h2, main :is(${headed})`)) {
    if (each.matches("h2")) heading = each;
    else if (heading && size(heading) > size(each))
      found.push(`${heading.textContent} > ${each.textContent}`);
  }
  return found;
}"""
DEAD = """() => [...document.querySelectorAll("button:not([popovertarget]), input, select")]
  .filter((e) => e.checkVisibility() && !e.closest("form[action]")).map((e) => e.outerHTML.slice(0, 80))"""
LINKS = """() => [...document.querySelectorAll("main a[href]:not([href^='#'])")]
  .map((a) => a.getAttribute("href"))"""
HIDDEN = """() => [...document.querySelectorAll("main [hidden] a[href]:not([href='./'])")]
  .map((a) => a.outerHTML.slice(0, 80))"""


BELOW = """() => [...document.images]
  .filter((i) => i.loading === "lazy" && i.getBoundingClientRect().top > innerHeight).map((i) => i.src)"""
"""Pictures that the browser is asked to leave until they are near."""


@pytest.fixture
def unscripted(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of a reader whose browser runs no script."""
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@SIZES
def test_nothing_moves_while_a_page_comes_and_its_typeface_last(
    page: Page, site: Path, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.add_init_script(SHIFTS)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    moved = {}
    for url in pages_of_each_kind(site):
        page.goto(url, wait_until="domcontentloaded")
        page.evaluate(DRAWN)
        while held:
            held.pop().continue_()
        page.unroute("**/*.woff2")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.evaluate(DRAWN)
        shift = page.evaluate("window.shift")
        if shift > MOST_SHIFT:
            moved[url] = round(shift, 3)
        page.route("**/*.woff2", lambda route: held.append(route))
    assert moved == {}


def test_the_first_view_of_a_page_weighs_at_most_100_kb_and_asks_nobody_else(
    chromium: Browser, address: str, site: Path
) -> None:
    weights = {url: _weights(chromium, address, url) for url in pages_of_each_kind(site)}
    elsewhere = {at for each in weights.values() for at in each if not at.startswith((address, "data:"))}
    heavy = {url: each for url, each in weights.items() if sum(each.values()) > MOST_BYTES}
    assert elsewhere == set()
    assert heavy == {}


@SIZES
def test_every_kind_of_page_holds_what_lighthouse_asks(page: Page, site: Path, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    found = []
    for url in pages_of_each_kind(site):
        page.goto(url)
        found += [f"{url}: wants {each}" for each in page.evaluate(WANTING)]
    assert "\n".join(found) == ""


@SIZES
def test_no_heading_is_larger_than_what_it_heads(page: Page, site: Path, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    found = []
    for url in pages_of_each_kind(site):
        page.goto(url)
        found += [f"{url}: {each}" for each in page.evaluate(LARGER)]
    assert "\n".join(found) == ""


def test_pages_are_set_in_the_documentarys_own_typeface_and_other_scripts_in_that_of_the_system(
    page: Page,
) -> None:
    page.goto("")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.unicodeRange)"
    )
    assert any("U+20-7E" in each for each in loaded)
    assert not any("U+100" in each for each in loaded)  # the first documentary needs no other letters


def test_without_script_no_control_is_dead_and_no_link_is_missing(
    page: Page, unscripted: Page, site: Path
) -> None:
    found = []
    for url in pages_of_each_kind(site):
        page.goto(url)
        unscripted.goto(url)
        found += [f"{url}: dead: {each}" for each in unscripted.evaluate(DEAD)]
        found += [f"{url}: hidden: {each}" for each in unscripted.evaluate(HIDDEN)]
        missing = set(page.evaluate(LINKS)) - set(unscripted.evaluate(LINKS))
        found += [f"{url}: missing: {each}" for each in sorted(missing)]
    assert "\n".join(found) == ""


def _weights(chromium: Browser, address: str, url: str) -> dict[str, int]:
    """What a reader who comes for the first time fetches, in bytes as servers send them."""
    with chromium.new_context(base_url=address) as context:
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(url)
        page.wait_for_load_state("networkidle")
        later = page.evaluate(BELOW)
        found = {}
        for answer in (each for each in answers if each.url not in later):
            body, kind = answer.body(), answer.headers.get("content-type", "")
            found[answer.url] = len(gzip.compress(body)) if any(k in kind for k in COMPRESSED) else len(body)
        return found
