"""The packed site, opened from a folder without any server."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pages.facets import names
from generator.records.dataset import Dataset
from generator.records.kinds import url_of
from generator.site.finish.offline import FOLDER, offline

from .test_every_kind_of_page import pages_of_each_kind

pytestmark = pytest.mark.browser

ANSWERS = """async (asked) => {
  const field = document.querySelector("#search-words");
  const results = document.querySelector(".search-results");
  const said = document.querySelector(".search-form output");
  const answers = [];
  for (const question of JSON.parse(asked)) {
    field.value = question;
    field.dispatchEvent(new Event("input"));
    while (results.ariaBusy !== "false") await new Promise((done) => setTimeout(done));
    answers.push([said.textContent, results.textContent]);
  }
  return JSON.stringify(answers);
}"""
"""What a reader is told and shown for each question."""
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


def test_every_spelling_of_a_name_finds_its_record_first_of_its_kind(
    page: Page, unpacked: Path, dataset: Dataset
) -> None:
    page.goto(f"{unpacked.as_uri()}/search/index.html")
    for ref, record in dataset.records.items():
        for name in names(record):
            page.locator("#search-words").fill(name)
            first = f'.search-results li:first-child > a.entry[href$="/{url_of(ref)}index.html"]'
            expect(page.locator(first), name).to_be_visible()


def test_a_slash_finds_from_any_page_groups_by_kind_and_leads_to_all_results(
    page: Page, unpacked: Path, dataset: Dataset
) -> None:
    word = dataset.documentary.title.split()[-1]
    page.goto(f"{unpacked.as_uri()}/claims/index.html")
    page.keyboard.press("/")
    page.keyboard.type(word)
    results = page.locator("dialog .search-results")
    expect(results.locator("h2").nth(1)).to_be_visible()
    titles = [heading.inner_text() for heading in results.locator("h2").all()]
    assert len(titles) == len(set(titles))
    page.keyboard.press("Enter")
    expect(page.locator("#search-words")).to_have_value(word)
    expect(page.locator(".search-results h2").nth(1)).to_be_visible()
    page.locator(".search-results a.entry").first.click()
    expect(page.locator(".page")).to_contain_text(word)


def test_a_heading_is_found_and_its_link_leads_to_it(page: Page, unpacked: Path) -> None:
    heading = "What you can rely on"
    page.goto(f"{unpacked.as_uri()}/search/index.html#q={heading}")
    page.locator(".places").get_by_role("link", name=heading).click()
    expect(page.locator(":target")).to_contain_text(heading)


def test_results_are_narrowed_and_the_address_keeps_the_question(page: Page, unpacked: Path) -> None:
    page.goto(f"{unpacked.as_uri()}/search/index.html")
    page.locator("#search-words").fill("the")
    page.get_by_label("Kind").select_option("source")
    expect(page.locator(".search-results h2")).to_have_count(1)
    assert page.url.endswith("/search/index.html#q=the&kind=source")
    page.reload()
    expect(page.locator(".search-results h2")).to_have_count(1)


def test_the_search_says_what_it_finds_and_when_it_finds_nothing(page: Page, unpacked: Path) -> None:
    page.goto(f"{unpacked.as_uri()}/search/index.html")
    page.locator("#search-words").fill("zzz")
    expect(page.locator(".search-results .empty")).to_contain_text("Nothing found for “zzz”")


def test_a_hundred_questions_have_the_same_answers_as_on_the_site(
    page: Page, unpacked: Path, chromium: Browser, address: str, dataset: Dataset
) -> None:
    served = chromium.new_page()
    served.goto(f"{address}search/")
    page.goto(f"{unpacked.as_uri()}/search/index.html")
    asked = [*dict.fromkeys(questions(dataset))][:100]
    assert len(asked) == 100
    online, offline = (json.loads(reader.evaluate(ANSWERS, json.dumps(asked))) for reader in (served, page))
    served.close()
    assert online == offline
    assert len({found for found, _ in online}) > 10


def questions(dataset: Dataset) -> Iterator[str]:
    """What stands nowhere, spellings, words, words in a row, beginnings of words."""
    yield from ("zzzxq", "xylophonist", "injured", "strikes", "سليماني", '"cold feet"', "the for of")
    yield from [name for ref, record in dataset.records.items() for name in names(record)][:150:4]
    claims = [claim.text.split() for claim in dataset.claims.values()]
    yield from [f'"{" ".join(words[1:3])}"' for words in claims[::9]]
    yield from [f"{words[0]} {words[-1]}" for words in claims[4::9]]
    yield from [words[-1][:5] for words in claims[::3]]


def test_without_script_the_search_page_leads_to_the_sections(chromium: Browser, unpacked: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{unpacked.as_uri()}/search/index.html")
    expect(page.locator(".search-form")).to_be_hidden()
    page.locator("noscript ul a").first.click()
    expect(page.locator("table.index")).to_be_visible()
    context.close()
