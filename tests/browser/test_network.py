"""The network as a reader uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .accessibility import violations

pytestmark = pytest.mark.browser
BOXES = "svg.network .vertex a:visible"
LINES = "svg.network .near a"
ENTRIES = ".ties > section:visible"
RECORDS = ".ties > section:visible dd:visible"
PHONE = {"width": 390, "height": 844}
EVERYBODY = "details.everybody > summary"
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def network(page: Page) -> Page:
    """The page of the network, its script at work."""
    page.goto("network/")
    expect(page.get_by_label("Show the connections of")).to_be_visible()
    page.locator(EVERYBODY).click()
    return page


def most_tied(page: Page) -> tuple[str, str, int]:
    """The id and the name of the entry with most records, and to how many others it is tied."""
    entries = page.locator(".ties > section").all()
    entry = max(entries, key=lambda entry: entry.locator("dd").count())
    many = re.search(r"\d+", entry.locator("h3 small").inner_text())
    assert many
    return entry.get_attribute("id"), entry.locator("h3 a").inner_text(), int(many[0])


def box(page: Page, name: str) -> Locator:
    return page.locator(f'svg.network .vertex a[href="#{name}"]')


def expect_alone(page: Page, name: str, neighbours: int) -> None:
    """The drawing and the list show one name and those tied to it."""
    expect(page).to_have_url(f"network/#{name}")
    expect(page.locator(BOXES)).to_have_count(neighbours + 1)
    expect(page.locator(LINES)).to_have_count(neighbours)
    expect(page.locator(ENTRIES)).to_have_count(1)
    expect(page.locator(ENTRIES)).to_have_attribute("id", name)


def expect_everybody(page: Page) -> None:
    expect(page).to_have_url("network/")
    expect(page.locator(LINES)).to_have_count(0)
    if not page.locator("details.everybody").evaluate("details => details.open"):
        page.locator(EVERYBODY).click()
    expect(page.locator(ENTRIES)).to_have_count(page.locator(".ties > section").count())
    expect(page.get_by_role("status").first).to_have_text("The drawing of everybody is open.")


def test_it_opens_on_three_people_and_gives_them_back_after_a_choice(page: Page) -> None:
    page.goto("network/")
    three = page.locator(".opens figure")
    expect(three).to_have_count(3)
    expect(page.locator("svg.network")).to_be_hidden()
    three.first.get_by_role("link", name=re.compile("All connections of")).click()
    expect(page.locator("svg.network")).to_be_visible()
    expect(three.first).to_be_hidden()
    page.get_by_role("button", name="Show all").click()
    expect(three.first).to_be_visible()
    expect(page.locator("svg.network")).to_be_hidden()


def test_a_click_on_a_name_leaves_its_neighbours_and_its_link_restores_them(network):
    name, words, neighbours = most_tied(network)
    box(network, name).click()
    expect_alone(network, name, neighbours)
    expect(network.get_by_role("status").first).to_contain_text(f"{words} is tied to {neighbours} other")
    network.reload()
    expect_alone(network, name, neighbours)
    expect(network.get_by_label("Show the connections of")).to_have_value(name)
    network.go_back()
    expect_everybody(network)


def test_enter_does_what_a_click_does_and_escape_gives_everybody_back(network):
    name, _, neighbours = most_tied(network)
    box(network, name).focus()
    network.keyboard.press("Enter")
    expect_alone(network, name, neighbours)
    expect(box(network, name)).to_be_focused()
    expect(box(network, name)).to_have_attribute("aria-current", "true")
    network.keyboard.press("Escape")
    expect_everybody(network)
    expect(box(network, name)).to_be_focused()


def test_a_second_click_gives_everybody_back(network):
    name, _, neighbours = most_tied(network)
    box(network, name).click()
    expect_alone(network, name, neighbours)
    box(network, name).click()
    expect_everybody(network)


def test_from_a_name_a_reader_goes_on_to_a_neighbour(network):
    name, _, _ = most_tied(network)
    box(network, name).click()
    near = network.locator(f"{BOXES}:not([aria-current])").first
    address = near.get_attribute("href")
    near.click()
    expect(network).to_have_url(f"network/{address}")
    expect(box(network, name)).to_be_visible()
    expect(network.locator(ENTRIES)).to_have_attribute("id", address[1:])


@pytest.mark.parametrize("key", ["", "Enter"], ids=["mouse", "keyboard"])
def test_a_line_leads_to_the_records_that_tie_the_two(network, key):
    name, words, _ = most_tied(network)
    network.goto(f"network/#{name}")
    line = network.locator(LINES).nth(1)
    other, said = line.get_attribute("aria-label").split(": ", 1)
    if key:
        line.focus()
        network.keyboard.press(key)
    else:
        line.click()
    expect(network).to_have_url(re.compile(rf"network/#{name}~[po]-[a-z0-9-]+$"))
    expect(network.locator(BOXES)).to_have_count(2)
    expect(network.locator(LINES)).to_be_focused()
    expect(network.locator(LINES)).to_have_attribute("aria-label", f"{other}: {said}")
    for record in network.locator(RECORDS).all():
        expect(record).to_contain_text(other)
    counted = f"What ties {words} and {other}: {network.locator(RECORDS).count()} record"
    expect(network.get_by_role("status").first).to_contain_text(counted)
    record = network.locator(f"{RECORDS} a[href^='../']").first
    title = record.inner_text()
    record.click()
    expect(network).to_have_url(re.compile(r"/(events|claims|people|organizations)/[a-z0-9-]+/"))
    expect(network.locator("body")).to_contain_text(title)


def test_a_line_of_the_whole_drawing_can_be_followed_too(network):
    network.locator("svg.network .wide-line").last.dispatch_event("click")
    expect(network).to_have_url(re.compile(r"network/#[po]-[a-z0-9-]+~[po]-[a-z0-9-]+$"))
    expect(network.locator(BOXES)).to_have_count(2)
    expect(network.locator(RECORDS)).not_to_have_count(0)


def test_a_name_under_the_pointer_or_the_focus_lights_its_lines(network):
    name, _, neighbours = most_tied(network)
    box(network, name).focus()
    expect(network.locator("svg.network .vertex a.on")).to_have_count(neighbours + 1)
    box(network, name).blur()
    expect(network.locator("svg.network.lit")).to_have_count(0)
    box(network, name).hover()
    expect(network.locator("svg.network .vertex a.on")).to_have_count(neighbours + 1)


def test_the_list_names_whom_the_drawing_shows(network):
    name, _, neighbours = most_tied(network)
    network.goto(f"network/#{name}")
    expect_alone(network, name, neighbours)
    drawn = {line.get_attribute("aria-label").split(": ")[0] for line in network.locator(LINES).all()}
    assert set(network.locator(f"{RECORDS} :is(b, a[href^='#'])").all_inner_texts()) == drawn


def test_the_same_can_be_read_from_the_list_alone(network):
    name, _, neighbours = most_tied(network)
    network.get_by_label("Show the connections of").select_option(name)
    expect_alone(network, name, neighbours)
    network.get_by_role("link", name="The same as a list").click()
    expect(network.locator(f"{ENTRIES} h3 a")).to_be_focused()
    link = network.locator(f"{RECORDS} a[href^='#']").first
    address = link.get_attribute("href")
    link.focus()
    network.keyboard.press("Enter")
    expect(network).to_have_url(f"network/{address}")
    expect(network.locator(f"{ENTRIES} h3 a")).to_be_focused()
    network.get_by_role("button", name="Show all").click()
    expect_everybody(network)


def test_an_address_that_names_nobody_shows_everybody(network):
    network.goto("network/#p-nobody-of-this-name~o-nothing")
    expect(network.locator(ENTRIES)).to_have_count(network.locator(".ties > section").count())
    expect(network.locator(LINES)).to_have_count(0)


def test_the_page_of_a_person_leads_to_their_place_in_the_network(network):
    name, _, neighbours = most_tied(network)
    network.locator(f"#{name} h3 a").click()
    network.get_by_role("link", name="The whole network").click()
    expect_alone(network, name, neighbours)


def test_a_finger_finds_names_and_lines_on_a_phone(chromium, address):
    context = chromium.new_context(base_url=address, viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto("network/")
    page.locator(EVERYBODY).click()
    name, _, neighbours = most_tied(page)
    page.get_by_label("Show the connections of").select_option(name)
    expect_alone(page, name, neighbours)
    frame = page.locator(".network-frame")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    for line in page.locator(LINES).all():
        size = line.locator("rect").bounding_box()
        assert min(size["width"], size["height"]) >= 24
    page.locator(LINES).first.tap()
    expect(page.locator(BOXES)).to_have_count(2)
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_state_of_the_network_has_a_fault_of_access_or_runs_over_the_edge(network, size):
    network.set_viewport_size(size)
    assert violations(network) == []
    name, _, _ = most_tied(network)
    box(network, name).focus()
    network.keyboard.press("Enter")
    expect(network.locator(LINES)).not_to_have_count(0)
    assert violations(network) == []
    network.locator(LINES).first.focus()
    network.keyboard.press("Enter")
    expect(network.locator(LINES)).to_have_count(1)
    assert violations(network) == []
    assert network.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_a_name_of_the_drawing_leads_to_its_entry(chromium, address):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("network/")
    page.locator(EVERYBODY).click()
    entries = page.locator(".ties > section")
    expect(page.locator(BOXES)).to_have_count(entries.count())
    expect(page.locator("form.filter")).to_be_hidden()
    for entry in (entries.first, entries.last):
        box(page, entry.get_attribute("id")).click()
        expect(page.locator("section:target")).to_have_attribute("id", entry.get_attribute("id"))
        expect(page.locator("section:target dd").first).to_be_visible()
    context.close()
