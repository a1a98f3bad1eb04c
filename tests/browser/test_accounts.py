"""How the accounts came out on the screen: nothing is printed over anything, and all can be reached."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from generator.records.dataset import Dataset

pytestmark = pytest.mark.browser

BOXES = """(rows) => rows.map((row) => [...row.querySelectorAll(".area, .label")].map((part) => {
  const b = part.getBoundingClientRect();
  return [b.left, b.top, b.right, b.bottom];
}).filter((box) => box[2] > box[0]))"""


def questions(dataset: Dataset) -> list[str]:
    return [f"questions/{ref.id}/" for ref in dataset.questions]


@pytest.mark.parametrize("width", [960, 1440])
def test_no_mark_and_no_name_lies_on_another(page: Page, dataset: Dataset, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for url in questions(dataset):
        page.goto(url)
        for boxes in page.locator(".accounts .track > svg").evaluate_all(BOXES):
            assert all(left >= 0 and right <= width for left, _, right, _ in boxes), url
            for a, b in combinations(boxes, 2):
                # A name begins within the room of its own mark.
                apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
                assert apart, (url, a, b)


def test_on_a_phone_marks_are_apart_and_names_stand_below(page: Page, dataset: Dataset) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for url in questions(dataset):
        page.goto(url)
        for boxes in page.locator(".accounts .track > svg").evaluate_all(BOXES):
            for a, b in combinations(boxes, 2):
                assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1, url
        names = page.locator(".accounts .names")
        assert all(names.nth(n).is_visible() for n in range(names.count()))


def test_a_mark_leads_to_the_card_of_its_statement(page: Page) -> None:
    page.goto("questions/israels-part/")
    mark = page.locator(".accounts a.account").first
    goal = (mark.get_attribute("href") or "").partition("#")[2]
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"li.assertion#{goal}")).to_be_visible()


def test_a_row_leads_to_its_answer_also_where_that_is_folded(page: Page) -> None:
    page.goto("questions/israels-part/")
    folded = page.locator("details.more section.answer").first
    expect(folded).not_to_be_visible()
    page.locator(f'.accounts .of a[href="#{folded.get_attribute("id")}"]').click()
    expect(folded).to_be_visible()
