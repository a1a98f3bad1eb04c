"""What had been said by when, and what rests on one origin, as a reader uses them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from .accessibility import violations

pytestmark = pytest.mark.browser


def test_the_slider_shows_how_everything_stood_and_keeps_the_day_in_the_address(page: Page) -> None:
    page.goto("said-when/")
    section = page.locator("section.then")
    expect(section).to_be_hidden()
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    expect(section.get_by_role("heading", level=2)).to_be_visible()
    expect(page).to_have_url(re.compile(r"#day=\d{4}-\d\d-\d\d$"))
    first = page.url
    page.get_by_role("button", name="Next day with statements").click()
    expect(page).not_to_have_url(first)
    page.go_back()
    expect(page).to_have_url(first)
    expect(page.get_by_role("button", name="Previous day with statements")).to_be_disabled()
    assert violations(page) == []


def test_a_turning_point_leads_to_its_day(page: Page) -> None:
    page.goto("said-when/")
    entry = page.locator(".turning > li").last
    day = entry.locator("time").get_attribute("datetime")
    entry.get_by_role("button", name="How everything stood").click()
    expect(page).to_have_url(re.compile(f"day={day}$"))
    expect(page.locator("section.then")).to_contain_text("Somebody had spoken of")


def test_a_turning_point_before_christ_leads_to_its_day(page: Page) -> None:
    def without_time(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub("</?time[^>]*>", "", answer.text()))

    page.route("**/said-when/", without_time)
    page.goto("said-when/")
    entry = page.locator(".turning > li").last
    day = (entry.get_attribute("id") or "").removeprefix("d")
    entry.get_by_role("button", name="How everything stood").click()
    expect(page).to_have_url(re.compile(f"day={day}$"))


def test_nothing_is_fetched_before_a_reader_asks(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for url in ("said-when/", "one-origin/"):
        page.goto(url, wait_until="networkidle")
    assert not [url for url in asked if url.endswith("statements.js")]


def test_who_is_taken_away_stands_in_the_address_and_can_be_put_back(page: Page) -> None:
    page.goto("one-origin/")
    row = page.locator("table.resting tbody tr").first
    row.get_by_role("button", name="Take away").click()
    expect(page).to_have_url(re.compile(r"#without="))
    expect(row.get_by_role("button", name="Take away")).to_have_count(0)
    count = row.locator("summary").text_content()
    number = re.match(r"\d+", count or "")
    assert number
    losing = page.locator("section.then summary", has_text="Lose their last independent origin")
    expect(losing).to_contain_text(f"· {number[0]}")
    assert violations(page) == []
    told = page.locator("form.without output").text_content() or ""
    lede = page.locator(".lede").text_content() or ""
    claims = [int(found) for found in re.findall(r"(\d+) claims? (?:lose|stand)", told)]
    assert [sum(claims)] == [int(found) for found in re.findall(r"Of (\d+) claim", lede)]
    row.get_by_role("button", name="Put back").click()
    row.get_by_role("button", name="Take away").click()
    page.reload()
    expect(losing).to_be_visible()
    page.get_by_role("button", name="Put all back").click()
    expect(page.locator("section.then")).to_be_hidden()
    assert "without" not in page.url


def test_an_address_that_names_who_is_not_there_takes_nobody_away(page: Page) -> None:
    page.goto("one-origin/#without=person:nobody-of-this-name")
    expect(page.locator("select")).to_be_visible()
    expect(page.locator("section.then")).to_be_hidden()
