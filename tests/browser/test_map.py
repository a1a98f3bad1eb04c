"""The map as a reader uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .accessibility import violations

pytestmark = pytest.mark.browser
MARKS = ".map-frame svg.map a"
ROWS = "table.index tbody tr"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
FREE_POINT = """circle => {
  const { x, y, width } = circle.getBoundingClientRect();
  const spots = [...Array(24).keys()].map((n) => {
    const [angle, reach] = [(n * Math.PI) / 12, width * 0.4];
    return [x + width / 2 + reach * Math.cos(angle), y + width / 2 + reach * Math.sin(angle)];
  });
  return spots.find(([x, y]) => document.elementFromPoint(x, y) === circle);
}"""
"""A point inside a circle that nothing else covers."""


@pytest.fixture
def atlas(page: Page) -> Page:
    """The page of the map, its script at work."""
    page.goto("map/")
    expect(page.locator(".map-filter .filter")).to_be_visible()
    return page


def eventful(page: Page) -> Locator:
    """The first mark of a place with events."""
    return page.locator(f"{MARKS}:has(.spot:not(.bare))").first


def card(page: Page) -> Locator:
    return page.locator(".place-card")


def row_of(page: Page, mark: Locator) -> Locator:
    return page.locator(f"tr[id='{mark.get_attribute('href')[1:]}']")


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_no_room_is_kept_before_the_list_for_a_filter_that_stands_above_the_map(atlas, size):
    atlas.set_viewport_size(size)
    gap = """table => table.getBoundingClientRect().top
      - table.previousElementSibling.getBoundingClientRect().bottom"""
    assert atlas.locator("table.index").evaluate(gap) <= 32


def test_the_circle_of_a_place_opens_it(atlas):
    circle = atlas.locator(f"{MARKS} .reach").first
    circle.scroll_into_view_if_needed()
    atlas.mouse.click(*circle.evaluate(FREE_POINT))
    mark = circle.locator("xpath=..")
    expect(atlas).to_have_url(f"map/{mark.get_attribute('href')}")
    expect(mark).to_have_attribute("aria-current", "true")
    name = row_of(atlas, mark).locator("th a").inner_text()
    expect(atlas.get_by_role("region", name=name, exact=True)).to_be_visible()
    expect(card(atlas)).to_contain_text("within")


def test_an_open_place_says_what_the_list_says_and_leads_to_its_events(atlas):
    mark = eventful(atlas)
    mark.focus()
    atlas.keyboard.press("Enter")
    row = row_of(atlas, mark)
    events = row.locator("td").last.locator("a")
    for fact, cell in zip(card(atlas).locator("dd").all(), reversed(row.locator("td").all()), strict=True):
        expect(fact).to_have_text(cell.text_content())
    expect(card(atlas).locator("dd").first.locator("a")).to_have_count(events.count())
    title = events.first.inner_text()
    card(atlas).get_by_role("link", name=title).first.click()
    expect(atlas).to_have_url(re.compile(r"/events/[a-z0-9-]+/$"))
    expect(atlas.locator("h1")).to_contain_text(title)


def test_the_keyboard_opens_a_place_reads_it_and_comes_back(atlas):
    mark = eventful(atlas)
    mark.focus()
    atlas.keyboard.press("Enter")
    expect(card(atlas)).to_be_focused()
    atlas.keyboard.press("Tab")
    expect(card(atlas).locator("a").first).to_be_focused()
    atlas.keyboard.press("Escape")
    expect(card(atlas)).to_be_hidden()
    expect(atlas).to_have_url("map/")
    expect(mark).to_be_focused()


def test_a_second_choice_or_the_button_closes_the_place(atlas):
    mark = eventful(atlas)
    mark.locator("text").first.click()
    expect(card(atlas)).to_be_visible()
    mark.locator("text").first.click()
    expect(card(atlas)).to_be_hidden()
    mark.locator("text").first.click()
    card(atlas).get_by_role("button", name="Close").click()
    expect(card(atlas)).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_link_to_a_place_opens_it_with_its_mark_in_view(atlas, size):
    atlas.set_viewport_size(size)
    mark = eventful(atlas)
    address = mark.get_attribute("href")
    atlas.goto("about:blank")
    atlas.goto(f"map/{address}")
    expect(card(atlas)).to_be_in_viewport()
    expect(mark.locator(".spot")).to_be_in_viewport()
    atlas.reload()
    expect(card(atlas)).to_be_visible()
    card(atlas).get_by_role("button", name="Close").click()
    atlas.go_back()
    expect(card(atlas)).to_be_visible()


def test_words_narrow_the_map_and_the_list_and_stand_in_the_address(atlas):
    mark = eventful(atlas)
    event = row_of(atlas, mark).locator("td").last.locator("a").first.inner_text()
    atlas.get_by_label("Filter places").fill(event)
    expect(mark).not_to_have_class(re.compile("faint"))
    shown = atlas.locator(f"{ROWS}:visible")
    expect(atlas.locator(f"{MARKS}.faint")).not_to_have_count(0)
    for row in shown.all():
        expect(row).to_contain_text(event)
    names = {f"#{row.get_attribute('id')}" for row in shown.all()}
    bright = atlas.locator(f"{MARKS}:not(.faint)").all()
    assert {link.get_attribute("href") for link in bright} <= names
    many = shown.count()
    expect(atlas).to_have_url(re.compile(r"map/\?find="))
    atlas.reload()
    expect(atlas.get_by_label("Filter places")).to_have_value(event)
    expect(shown).to_have_count(many)
    expect(atlas.locator(f"{MARKS}.faint")).not_to_have_count(0)


def test_every_place_with_coordinates_stands_on_a_map_or_is_named_as_outside(atlas, dataset):
    drawn = set(atlas.locator("svg.map a").evaluate_all("links => links.map((a) => a.getAttribute('href'))"))
    named = atlas.locator("#list ~ p").all_inner_texts()
    for ref, place in dataset.places.items():
        if place.coordinates and f"#place-{ref.id}" not in drawn:
            assert any(place.name in words for words in named)


def test_the_list_quotes_the_names_that_the_sources_print(atlas, dataset):
    expect(atlas.locator(ROWS)).to_have_count(len(dataset.places))
    expect(atlas.locator("td[data-label='As reported']", has_text="“")).not_to_have_count(0)


def test_the_small_map_of_a_place_leads_to_it_on_the_large_one(atlas):
    mark = eventful(atlas)
    address = mark.get_attribute("href")
    row_of(atlas, mark).locator("th a").click()
    atlas.get_by_role("link", name="On the map of all places").click()
    expect(atlas).to_have_url(re.compile(f"map/{address}$"))
    expect(card(atlas)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_marks_are_large_enough_for_a_finger(atlas, size):
    atlas.set_viewport_size(size)
    expect(atlas.locator("svg.map a:not(:has(.hit))")).to_have_count(0)
    for hit in atlas.locator("svg.map .hit").all():
        assert hit.bounding_box()["height"] >= 24


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_state_of_the_map_has_a_fault_of_access_or_runs_over_the_edge(atlas, size):
    atlas.set_viewport_size(size)
    assert violations(atlas) == []
    mark = eventful(atlas)
    mark.focus()
    atlas.keyboard.press("Enter")
    expect(card(atlas)).to_be_visible()
    assert violations(atlas) == []
    assert atlas.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_a_mark_leads_to_its_row(chromium, address):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("map/")
    mark = eventful(page)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_have_attribute("id", mark.get_attribute("href")[1:])
    expect(page.locator("tr:target td").last.locator("a").first).to_be_visible()
    expect(card(page)).to_be_hidden()
    context.close()


def test_a_table_of_one_row_has_no_filter_and_one_of_two_has(page: Page) -> None:
    kept = 1

    def shortened(route: Route) -> None:
        answer = route.fetch()
        start, rows, end = re.split(
            r"(?<=<tbody>)(.*?)(?=</tbody>)", answer.text(), maxsplit=1, flags=re.DOTALL
        )
        few = "".join(re.findall(r"<tr.*?</tr>", rows, flags=re.DOTALL)[:kept])
        route.fulfill(response=answer, body=start + few + end)

    page.route("**/map/", shortened)
    for kept, filters in ((1, 0), (2, 1)):
        page.goto("map/")
        expect(page.locator(ROWS)).to_have_count(kept)
        expect(page.locator(".filter.finding output")).to_have_count(filters)
