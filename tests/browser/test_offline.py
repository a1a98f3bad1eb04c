"""The packed site, opened from a folder without any server."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.finish.offline import FOLDER, offline

from .test_every_kind_of_page import pages_of_each_kind

pytestmark = pytest.mark.browser

LINK = re.compile(r'\b(?:href|src)="([^"]+)"')


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(io.BytesIO(offline(site))).extractall(folder)
    return folder / FOLDER


@pytest.fixture
def page(chromium: Browser, unpacked: Path) -> Iterator[Page]:
    """An empty page of a reader of the disk; an error or a request beyond the folder fails the test."""
    faults: list[str] = []
    root = f"{unpacked.as_uri()}/"
    context = chromium.new_context(base_url=root, viewport={"width": 1280, "height": 900})
    context.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    context.on("weberror", lambda e: faults.append(str(e.error)))
    context.on("request", lambda r: None if r.url.startswith(root) else faults.append(f"request: {r.url}"))
    yield context.new_page()
    context.close()
    assert not faults


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    lost = []
    for path in unpacked.rglob("*.html"):
        for link in LINK.findall(path.read_text(encoding="utf-8")):
            parts = urlsplit(unescape(link))
            if not parts.scheme and parts.path and not (path.parent / parts.path).is_file():
                lost.append(f"{path.relative_to(unpacked)}: {link}")
    assert lost == []


def test_every_kind_of_page_opens_and_its_first_link_of_each_section_leads_on(
    page: Page, unpacked: Path
) -> None:
    for url in pages_of_each_kind(unpacked):
        page.goto(f"{unpacked.as_uri()}/{url}index.html")
        assert page.locator("h1").is_visible(), url
        link = page.locator('article a[href$="index.html"]:visible').first
        if link.count():
            link.click()
            expect(page.locator("h1"), f"from {url}").to_be_visible()


def test_what_a_reader_chooses_on_the_timeline_is_shown(page: Page, unpacked: Path) -> None:
    page.goto(f"{unpacked.as_uri()}/timeline/index.html")
    moments = page.locator(".moment:visible")
    every = moments.count()
    page.locator("select[name=person]").select_option(index=1)
    expect(page.locator(".filter output")).not_to_be_empty()
    assert 0 < moments.count() < every


def test_an_index_can_be_narrowed(page: Page, unpacked: Path) -> None:
    page.goto(f"{unpacked.as_uri()}/claims/index.html")
    page.locator(".filter input").fill("zzz")
    assert page.locator("table.index tbody tr:visible").count() == 0


def test_the_search_says_that_it_needs_a_server_and_lists_the_sections(page: Page, unpacked: Path) -> None:
    page.goto(f"{unpacked.as_uri()}/index.html")
    page.locator(".tools .search").click()
    expect(page.locator(".note.unserved")).to_be_visible()
    expect(page.locator(".note.served")).to_be_hidden()
    page.locator(".note.unserved ~ ul a").first.click()
    expect(page.locator("table.index")).to_be_visible()
