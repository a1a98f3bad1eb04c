"""How pages are laid out on screens and paper: nothing shifts, runs over or stands on another thing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.records.dataset import Dataset

pytestmark = pytest.mark.browser

PHONE, WIDE = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value;
    done(sum);
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
})"""
READY = {
    "search/": ".search-form",
    "check/": ".check-form",
    "claims/": ".filter + .index",
    "network/": "form.filter",
}


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
@pytest.mark.parametrize("url", READY)
def test_nothing_jumps_when_the_script_has_come(page: Page, url: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(url)
    expect(page.locator(READY[url]).first).to_be_visible()
    assert page.evaluate(SHIFT) <= 0.05


def test_two_stances_of_one_source_stand_beside_each_other(page: Page, dataset: Dataset) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    for source in dataset.sources:
        page.goto(f"sources/{source.id}/")
        overprinted = page.evaluate("""() =>
          [...document.querySelectorAll(".entries > li")].flatMap((item) => {
          const boxes = [...item.querySelectorAll(".stance")].map((stance) => stance.getBoundingClientRect());
          return boxes.filter((a, n) => boxes.slice(n + 1).some((b) =>
            a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom));
        }).length""")
        assert overprinted == 0


def test_no_event_runs_over_the_edge_of_the_narrowest_screen(page: Page, dataset: Dataset) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for event in (ref for ref, record in dataset.events.items() if record.participants):
        page.goto(f"events/{event.id}/", wait_until="domcontentloaded")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, event


def test_paper_has_no_buttons_and_no_hashes(page: Page, dataset: Dataset) -> None:
    page.emulate_media(media="print")
    claim = next(ref for ref, record in dataset.claims.items() if len(record.assertions) > 1)
    for url in (f"claims/{claim.id}/", "compare/", "sources/", "changes/"):
        page.goto(url)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("button:not(th > button):visible")).to_have_count(0)
        expect(page.locator(".hash:visible, .path:visible, .acts summary:visible")).to_have_count(0)


def test_on_paper_a_matrix_is_a_table_whose_answers_stay_closed(page: Page) -> None:
    page.set_viewport_size({"width": 628, "height": 900})  # an A4 sheet within its margins
    page.emulate_media(media="print")
    page.goto("compare/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".matrix thead th").nth(1)).to_be_visible()
    expect(page.locator(".matrix details[open]")).to_have_count(0)
    assert page.locator("table.matrix").evaluate("t => getComputedStyle(t).display") == "table"


def test_with_forced_colours_drawings_have_the_colour_of_the_text(
    chromium: Browser, address: str, dataset: Dataset
) -> None:
    context = chromium.new_context(base_url=address, forced_colors="active", color_scheme="light")
    page = context.new_page()
    drawn = next(a.question for c in dataset.claims.values() for a in c.answers if len(c.assertions) > 1)
    page.goto(f"questions/{drawn.id}/")
    colours = page.locator(".accounts line.subject").evaluate_all(
        "lines => lines.map((line) => getComputedStyle(line).stroke)"
    )
    assert set(colours) == {page.evaluate("getComputedStyle(document.body).color")}
    context.close()


def test_figures_are_as_high_as_capitals(page: Page) -> None:
    page.goto("method/")
    assert page.evaluate("getComputedStyle(document.body).fontVariantNumeric").startswith("lining-nums")


def test_who_comes_for_the_check_finds_it_open(page: Page, dataset: Dataset) -> None:
    claim, record = next(iter(dataset.claims.items()))
    page.goto(f"claims/{claim.id}/#{record.assertions[0].id}:check")
    expect(page.locator("dl.path").first).to_be_visible()


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("url", ["map/", "one-origin/", "data/", "compare/", "claims/", "places/"])
def test_no_column_of_a_table_is_so_narrow_that_its_words_stand_below_each_other(
    page: Page, url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    page.evaluate("for (const each of document.querySelectorAll('td details')) each.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    narrow = page.evaluate("""() => [...document.querySelectorAll("main :is(th, td)")].filter((cell) => {
      const shown = !cell.closest("thead") && cell.checkVisibility();
      return shown && cell.innerText.length > 20 && cell.getBoundingClientRect().width < 90;
    }).map((cell) => cell.innerText)""")
    assert narrow == []


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_beside_the_words_of_somebody_there_is_room_for_where_they_are_printed(
    page: Page, site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = next(iter(sorted(site.glob("people/*/words/index.html"))))
    page.goto(f"people/{found.parts[-3]}/words/")
    columns = page.locator(".utterances .behind").all()
    assert columns
    assert all((box := each.bounding_box()) and box["width"] >= 220 for each in columns)


def test_of_somebody_no_line_lies_on_another(page: Page, dataset: Dataset) -> None:
    said = Counter(
        (a.speaker_ref, e.source, e.paragraph, e.quote.exact)
        for claim in dataset.claims.values()
        for a in claim.assertions
        for e in a.evidence
        if e.quote and a.speaker_ref and a.speaker_ref.kind == "person"
    )
    [((person, *_), number)] = said.most_common(1)
    assert number > 1
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"people/{person.id}/")
    lying = """sayings => sayings.filter((saying) => {
      const tops = [...saying.querySelectorAll(":scope > .claimed")].map((p) => p.getBoundingClientRect());
      return tops.some(({ top }, n) => n && top < tops[n - 1].bottom);
    }).length"""
    assert page.locator(".saying:has(.claimed ~ .claimed)").count()
    assert page.locator(".saying").evaluate_all(lying) == 0


def test_nothing_stands_alone_beside_the_library_card_of_a_source(page: Page, dataset: Dataset) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for source in dataset.sources:
        page.goto(f"sources/{source.id}/")
        gaps = page.locator(".page > *").evaluate_all("""shown => shown.slice(1).map((element, n) => {
          const before = shown[n].getBoundingClientRect();
          return element.getBoundingClientRect().top - before.bottom;
        })""")
        assert max(gaps) < 80, source


def test_the_names_of_data_files_stand_on_one_line_where_there_is_room(page: Page) -> None:
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto("data/")
    heights = page.locator(".files tbody th a").evaluate_all("(all) => all.map((a) => a.offsetHeight)")
    assert max(heights) < 2 * min(heights)
