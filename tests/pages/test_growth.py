"""No page grows with the archive: an archive in which everything hangs on one record of each kind."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.pages import assemble
from generator.records.dataset import Dataset

from .hub import hub

MOST_BYTES = 280_000
"""Of a page's 300 KB what the theme leaves to it."""
STATEMENTS = 120
CLAIMS, EVENTS = 484, 330
_LINK = re.compile(r'<a [^>]*?href="([^"#]*)(?:#([^"]*))?"')


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> dict[str, str]:
    """The files of that archive."""
    made = hub(1100, STATEMENTS)
    subject = {"subject": next(iter(made.events))}
    made = replace(made, words=dataset.words, documentary=made.documentary.model_copy(update=subject))
    return {path: text.decode(errors="replace") for path, text in assemble.pages(made).items()}


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> dict[str, str]:
    """Its pages by address."""
    return {path.removesuffix("index.md"): text for path, text in files.items() if path.endswith("index.md")}


def test_no_page_is_above_the_limit(pages: dict[str, str]) -> None:
    assert {url: len(text) for url, text in pages.items() if len(text.encode()) > MOST_BYTES} == {}


def test_every_link_leads_to_a_page_and_a_place_on_it(pages: dict[str, str], files: dict[str, str]) -> None:
    lost = set()
    for url, text in pages.items():
        for way, fragment in _LINK.findall(text):
            if way.startswith(("http", "mailto")):
                continue
            if posixpath.splitext(way)[1]:
                path = posixpath.normpath(posixpath.join(url, way))
                lost |= {path} if path not in files and path != "feed.xml" else set()
                continue
            goal = posixpath.normpath(posixpath.join(url, way)) + "/" if way else url
            goal = goal.removeprefix("./")
            # Headings get their ids from the site builder; hand-written pages are not made here.
            if goal not in pages:
                lost |= {goal} if not goal.startswith(("about/", "editors/")) else set()
            elif (
                goal != "method/"
                and re.match(r"said-|event-|source-|person-|place-|[po]-|q-", fragment)
                and f'id="{fragment}"' not in pages[goal]
            ):
                lost.add(f"{goal}#{fragment}")
    assert lost == set()


@pytest.mark.parametrize("kind", ["claims", "events"])
def test_every_record_stands_on_one_part_of_its_index(pages: dict[str, str], kind: str) -> None:
    rows = Counter(
        row
        for url, text in pages.items()
        if url.startswith(f"{kind}/by_")
        for row in re.findall(r'<th scope="row"><a href="[./]*/([ce]\d+)/">', text)
    )
    assert set(rows.values()) == {1}
    assert len(rows) == {"claims": CLAIMS, "events": EVENTS}[kind]


def test_the_rest_of_a_long_list_is_on_the_pages_of_the_whole_list(pages: dict[str, str]) -> None:
    says = "".join(text for url, text in pages.items() if url.startswith("people/p0/says/"))
    assert len(re.findall(r'class="saying"', says)) == STATEMENTS + 2 * (CLAIMS - 1)
    assert 'href="says/"' in pages["people/p0/"]


def test_a_statement_that_its_claim_leaves_out_stands_on_a_further_page(pages: dict[str, str]) -> None:
    cards = Counter(
        card
        for url, text in pages.items()
        if url == "claims/c0/" or url.startswith("claims/c0/statements/")
        for card in re.findall(r'<li class="assertion [^"]*" id="([^"]*)"', text)
    )
    assert len(cards) == STATEMENTS


def test_the_filter_of_an_index_knows_every_record(files: dict[str, str]) -> None:
    lists = [text for path, text in files.items() if re.match(r"claims/list-\d+\.js$", path)]
    known = [json.loads(line.removesuffix(",")) for text in lists for line in text.splitlines()[1:-1]]
    assert {url for _, url, _ in known} == {f"claims/c{n}/" for n in range(CLAIMS)}
    assert all(len(text.encode()) <= 300_000 for path, text in files.items() if path.endswith(".js"))
