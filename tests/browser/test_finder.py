"""The filter of a list in parts, which finds in all of them; and the parts without any script."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.engine import Engine
from generator.site.finish.offline import FOLDER, offline

from ..build_copy import ROOT
from ..site.clean import many_places, project
from .accessibility import violations
from .conftest import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documentary with places for more than one page."""
    root = tmp_path_factory.mktemp("growing")
    shutil.copytree(ROOT / "tests/sample/sources", root / "sources")
    shutil.copytree(ROOT / "tests/sample/texts", root / "sources/texts")
    many_places(project(root))
    assert Engine(root).update().problems == []
    return root / "site"


@pytest.fixture(scope="module")
def address(browser_path: str, site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def finds_in_another_part(page: Page, start: str, goal: re.Pattern[str]) -> None:
    page.goto(start)
    page.get_by_label("Filter all").fill("jámletcdf")
    expect(page.locator(".finder output")).to_have_text(re.compile("^1 of 3[0-9][0-9] "))
    page.locator(".finder + .entries").get_by_role("link", name="Jamletcdf").click()
    expect(page).to_have_url(goal)
    expect(page.locator("h1")).to_contain_text("Jamletcdf")


@pytest.mark.parametrize("start", ["places/", "places/by_name/h/", "map/", "places/norland/places/"])
def test_it_finds_what_stands_in_another_part(page: Page, start: str) -> None:
    finds_in_another_part(page, start, re.compile("/places/j-[0-9]+/$"))


def test_it_says_that_nothing_is_found_and_shows_no_more_than_fifty(page: Page) -> None:
    page.goto("places/")
    field, output = page.get_by_label("Filter all places"), page.locator(".finder output")
    entries = page.locator(".finder + .entries")
    field.fill("amlet")
    expect(entries.locator("a")).to_have_count(50)
    expect(entries.locator("li").last).to_have_text("270 more")
    field.fill("nowhere")
    expect(output).to_have_text(re.compile("^None of all"))
    expect(entries).to_be_hidden()
    field.fill("")
    expect(output).to_have_text(re.compile("^3[0-9][0-9] places$"))


def test_what_could_not_be_loaded_is_loaded_at_the_next_letter(page: Page, faults: list[str]) -> None:
    page.goto("places/")
    page.route("**/list-1.js", lambda route: route.abort())
    field = page.get_by_label("Filter all places")
    field.fill("jamlet")
    expect(page.locator(".finder output")).to_have_text(re.compile("could not be loaded"))
    assert all("ERR_FAILED" in fault for fault in faults)
    faults.clear()
    page.unroute("**/list-1.js")
    field.fill("jamletb")
    expect(page.locator(".finder + .entries a").first).to_be_visible()


def test_a_copy_on_a_disk_has_it_too(
    chromium: Browser, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(io.BytesIO(offline(site))).extractall(folder)
    context = chromium.new_context(base_url=f"{(folder / FOLDER).as_uri()}/")
    start = "places/by_name/h/index.html"
    finds_in_another_part(context.new_page(), start, re.compile("/places/j-[0-9]+/index.html$"))
    context.close()


def test_without_a_script_every_place_is_reached_by_the_parts(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("places/")
    expect(page.locator(".finder")).to_be_hidden()
    parts = page.locator(".parts a").evaluate_all("links => links.map(link => link.href)")
    found = set()
    for part in parts:
        page.goto(part)
        found |= set(page.locator("table.index tbody th a").evaluate_all("links => links.map(a => a.href)"))
    assert {f"{address}places/{letter}-{n}/" for letter in "hj" for n in range(160)} <= found
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_a_page_of_parts_is_accessible_and_no_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("places/")
    page.get_by_label("Filter all places").fill("jamletb")
    expect(page.locator(".finder + .entries a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
