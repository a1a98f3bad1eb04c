"""The matrix as a reader uses it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .accessibility import violations

pytestmark = pytest.mark.browser
CELLS = "table.matrix tbody td"
ROWS = "table.matrix tbody tr"
BOX = re.compile("Only questions")
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def matrix(page: Page, dataset) -> Page:
    """The page of a matrix with several questions."""
    page.goto("compare/")
    return page


@pytest.fixture
def agreeing(page: Page) -> Page:
    """The page of a matrix with a row in which no two sources differ."""
    page.goto("compare/")
    if page.locator(f"{ROWS}:not([data-differ])").count():
        return page
    return pytest.skip("in every row of this documentary two sources differ")


def test_a_shared_link_opens_its_cell_and_marks_it(matrix):
    cell = matrix.locator(f"{CELLS}.answer").last
    place = cell.get_attribute("id")
    assert re.fullmatch(r"q-[a-z0-9-]+--[a-z0-9-]+", place)
    expect(cell.locator("details").first).not_to_have_attribute("open", "")
    url = matrix.url
    matrix.goto("about:blank")
    matrix.goto(f"{url}#{place}")
    for details in cell.locator("details").all():
        expect(details).to_have_attribute("open", "")
    expect(matrix.locator("td:target")).to_have_attribute("id", place)
    expect(cell.locator("summary").first).to_be_in_viewport()


def test_a_link_to_a_cell_can_be_copied_from_it(matrix, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell = matrix.locator(f"{CELLS}.answer").first
    button = cell.get_by_role("button", name="Copy link to this cell")
    expect(button).to_be_hidden()
    cell.locator("summary").first.click()
    button.click()
    expect(matrix.get_by_role("status")).to_have_text("Link copied")
    copied = matrix.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"#{cell.get_attribute('id')}")
    assert copied.startswith("http")


def test_an_open_cell_leads_to_the_statement_and_the_paragraph(matrix):
    cell = matrix.locator(f"{CELLS}.answer").first
    cell.locator("summary").first.click()
    expect(cell.get_by_role("link", name="the statement").first).to_have_attribute(
        "href", re.compile(r"claims/[a-z0-9-]+/#[a-z0-9-]+$")
    )
    expect(cell.locator('a[href*="/sources/"][href*="#"]:visible').first).to_be_visible()


def test_only_differences_can_be_shown_and_the_link_restores_it(agreeing):
    address = agreeing.url
    differing = agreeing.locator(f"{ROWS}[data-differ]").count()
    every = agreeing.locator(ROWS).count()
    agreeing.get_by_label(BOX).check()
    expect(agreeing).to_have_url(f"{address}?differ=yes")
    expect(agreeing.locator(f"{ROWS}:visible")).to_have_count(differing)
    expect(agreeing.get_by_role("status")).to_have_text(f"{differing} of {every} questions")
    agreeing.reload()
    expect(agreeing.get_by_label(BOX)).to_be_checked()
    expect(agreeing.locator(f"{ROWS}:visible")).to_have_count(differing)
    agreeing.get_by_label(BOX).uncheck()
    expect(agreeing).to_have_url(address)
    expect(agreeing.locator(f"{ROWS}:visible")).to_have_count(every)


def test_a_shared_cell_is_shown_even_where_its_row_is_left_out(agreeing):
    place = agreeing.locator(f"{ROWS}:not([data-differ]) td").first.get_attribute("id")
    agreeing.goto(f"{agreeing.url}?differ=yes#{place}")
    expect(agreeing.locator(f"[id='{place}']")).to_be_visible()


def test_the_whole_matrix_stands_on_the_page_and_an_open_answer_moves_no_column(matrix):
    region = matrix.locator(".scroll:has(> table.matrix)")
    assert region.evaluate("r => r.clientHeight >= r.firstElementChild.offsetHeight")
    places = "table => [...table.tHead.rows[0].cells].map((cell) => cell.getBoundingClientRect().x)"
    before = matrix.locator("table.matrix").evaluate(places)
    matrix.locator(f"{CELLS}.answer summary").first.click()
    assert matrix.locator("table.matrix").evaluate(places) == before
    matrix.evaluate("scrollTo(0, document.querySelector('table.matrix').offsetTop + 1500)")
    head = matrix.locator("table.matrix thead th").nth(1)
    assert abs(head.evaluate("cell => cell.getBoundingClientRect().y")) < 2


def test_arrow_keys_move_from_cell_to_cell(matrix):
    row = matrix.locator(ROWS).first
    row.locator("th a").focus()
    matrix.keyboard.press("ArrowRight")
    assert matrix.evaluate("document.activeElement.closest('td').cellIndex") == 1
    matrix.keyboard.press("End")
    last = row.locator("td").count()
    assert matrix.evaluate("document.activeElement.closest('td').cellIndex") == last
    matrix.keyboard.press("ArrowDown")
    assert matrix.evaluate("document.activeElement.closest('tr').rowIndex") == 2
    matrix.keyboard.press("ArrowRight")
    assert matrix.evaluate("document.activeElement.closest('td').cellIndex") == last
    matrix.keyboard.press("Home")
    assert matrix.evaluate("document.activeElement.closest('th, td').cellIndex") == 0
    matrix.keyboard.press("Control+Home")
    assert matrix.evaluate("document.activeElement.closest('tr').rowIndex") == 0


def test_arrow_keys_pass_over_rows_that_are_left_out(page, dataset):
    page.goto("compare/")
    rows = page.locator(ROWS)
    page.evaluate("document.querySelectorAll('table.matrix tbody tr')[1].hidden = true")
    rows.first.locator("th a").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 3


def test_a_focused_cell_is_not_hidden_by_the_heads(matrix):
    matrix.set_viewport_size({"width": 1280, "height": 500})
    rows = matrix.locator(ROWS)
    rows.nth(2).locator("th a").focus()
    rows.nth(1).evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 10)")
    matrix.keyboard.press("ArrowUp")
    expect(rows.nth(1).locator("th a")).to_be_focused()
    assert matrix.evaluate(
        "document.activeElement.getBoundingClientRect().top >= "
        "document.querySelector('table.matrix thead th').getBoundingClientRect().bottom - 1"
    )


def test_to_a_screen_reader_it_is_a_plain_table_on_a_phone_too(matrix):
    matrix.set_viewport_size(PHONE)
    table = matrix.get_by_role("table")
    expect(table).to_have_accessible_name(re.compile(r"\d+ questions?, \d+ sources?"))
    expect(table.get_by_role("rowheader")).to_have_count(matrix.locator(ROWS).count())
    expect(table.get_by_role("cell")).to_have_count(matrix.locator(CELLS).count())


def test_on_a_phone_each_answer_stands_under_its_source_without_sideways_scrolling(matrix):
    matrix.set_viewport_size(PHONE)
    cell = matrix.locator(CELLS).first
    expect(cell.locator(".of a")).to_be_visible()
    region = matrix.locator(".scroll:has(> table.matrix)")
    assert region.evaluate("r => r.scrollWidth <= r.clientWidth")


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_no_state_of_the_matrix_has_a_fault_of_access_or_runs_over_the_edge(matrix, size):
    matrix.set_viewport_size(size)
    matrix.get_by_label(BOX).check()
    assert violations(matrix) == []
    matrix.get_by_label(BOX).uncheck()
    place = matrix.locator(f"{CELLS}.answer").first.get_attribute("id")
    matrix.goto(f"{matrix.url}#{place}")
    expect(matrix.locator("td:target details").first).to_have_attribute("open", "")
    assert violations(matrix) == []
    assert matrix.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_a_cell_can_be_opened_and_linked(chromium, address, dataset):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("compare/")
    cell = page.locator(f"{CELLS}.answer").first
    cell.locator("summary").first.click()
    cell.get_by_role("link", name="link to this cell").click()
    expect(page.locator("td:target")).to_have_count(1)
    expect(page.locator("form.filter")).to_be_hidden()
    context.close()
