"""The ten things that a reader comes for, each from the front page with its number of clicks.

They are those of the documentary of this project, on a desk and on a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
SIZES = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


class Reader:
    """Somebody at the front page, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        page.goto("")

    def click(self, target: Locator) -> None:
        expect(target).to_be_visible()
        target.click()
        self.clicks += 1

    def question(self, text: str) -> None:
        """Open a question from the list of them all."""
        self.click(self.page.locator("a.question").filter(has_text=text))

    def voice(self, name: str) -> Locator:
        """A voice of the front page, by who speaks."""
        return self.page.locator("li.voice").filter(has_text=name)

    def search(self, words: str) -> Locator:
        """Search, and give the first hit."""
        self.click(self.page.get_by_role("link", name="Search").first)
        box = self.page.get_by_role("searchbox").last
        box.fill(words)
        box.press("Enter")
        first = self.page.locator(".search-results a.entry").first
        expect(first).to_be_visible(timeout=30_000)
        return first

    def sees(self, target: Locator) -> None:
        """The target is on the screen, without scrolling."""
        expect(target).to_be_in_viewport()


@pytest.fixture(params=SIZES)
def reader(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Reader]:
    """A reader at a desk, and one with a phone."""
    context = chromium.new_context(
        base_url=address,
        viewport=SIZES[request.param],
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield Reader(context.new_page())
    context.close()


def test_who_first_confirmed_israels_part_is_answered_on_one_page_in_its_first_screen(reader: Reader) -> None:
    reader.question("Who first spoke in public of Israel’s part")
    assert reader.clicks == 1
    reader.sees(reader.page.locator(".lede", has_text="first public acknowledgement"))


def test_how_many_were_hurt_and_why_the_figures_differ_is_two_clicks_from_home(reader: Reader) -> None:
    reader.question("What harm did Iran’s missile attack do?")
    assert reader.clicks <= 2
    reader.sees(reader.page.locator(".lede", has_text="They count different things"))
    expect(reader.page.locator("article")).to_contain_text("At least 110 wounded")


def test_how_many_were_hurt_is_found_by_the_word_injured(reader: Reader) -> None:
    reader.search("injured")
    found = reader.page.locator(".search-results a.entry", has_text="What harm did Iran’s missile attack do?")
    reader.click(found.first)
    assert reader.clicks == 2
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("What harm")


def test_whether_the_hayman_quotation_is_real_can_be_checked_in_two_clicks(reader: Reader) -> None:
    words = reader.voice("Tamir Hayman").locator(".words").inner_text()
    reader.click(reader.voice("Tamir Hayman").get_by_role("link", name="Check it"))
    card = reader.page.locator("li.assertion:target")
    reader.sees(card.locator(".words"))
    assert card.locator(".words").first.inner_text() == words
    reader.click(card.locator(".check > summary"))
    assert reader.clicks == 2
    expect(card).to_contain_text("a program compared them letter for letter")


def test_the_evidence_for_an_imminent_threat_stands_in_somebodys_words(reader: Reader) -> None:
    expect(reader.page.locator(".short", has_text="imminent and sinister attacks")).to_be_visible()
    reader.click(reader.voice("Donald Trump").locator(".leads a"))
    assert reader.clicks == 1
    words = reader.page.locator(".saying .words", has_text="imminent").first
    expect(words).to_be_visible()
    expect(words.locator("xpath=..")).to_contain_text("Donald Trump")


def test_which_articles_are_reposts_is_seen_in_one_look_at_the_sources(reader: Reader) -> None:
    reposts = reader.page.locator(".library > li", has_text="a repost")
    assert [link.inner_text() for link in reposts.locator("> a").all()] == ["Carnelos 2022", "DeCamp 2023"]
    expect(reposts.first).to_contain_text("Middle East Eye")
    assert reader.clicks == 0


def test_who_hayman_is_and_what_else_he_said_is_one_click_away(reader: Reader) -> None:
    reader.click(reader.page.locator(".people > li > a", has_text="Tamir Hayman"))
    assert reader.clicks == 1
    reader.sees(reader.page.locator(".role-line").first)
    assert reader.page.locator(".saying .words").count() >= 3


def test_a_name_in_its_own_script_finds_its_person_first(reader: Reader) -> None:
    first = reader.search("سلیمانی")
    expect(first).to_have_text("Qasem Soleimani")
    reader.click(first)
    assert reader.clicks == 2


def test_a_link_to_one_cell_is_copied_in_three_clicks_and_opens_it(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="The same answers, source by source"))
    cell = reader.page.locator("td.answer").first
    reader.click(cell.locator("summary").first)
    reader.click(cell.get_by_role("button", name="Copy link to this cell"))
    assert reader.clicks == 3
    expect(reader.page.get_by_role("status").first).to_have_text("Link copied")
    reader.page.goto(reader.page.evaluate("navigator.clipboard.readText()"))
    reader.page.reload()
    expect(reader.page.locator("td:target details").first).to_have_attribute("open", "")


def test_the_page_of_a_statement_is_cited_in_wikipedias_form(reader: Reader) -> None:
    reader.click(reader.voice("Tamir Hayman").get_by_role("link", name="Check it"))
    reader.click(reader.page.locator("details.cite > summary"))
    assert reader.clicks == 2
    expect(reader.page.locator("#cite")).to_contain_text(re.compile(r"\{\{cite web"))


def test_what_is_new_is_one_click_away(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="What is new", exact=True).first)
    assert reader.clicks == 1
    expect(reader.page.locator("ul.changes > li").first).to_contain_text("2026")


def test_every_section_is_two_clicks_away_and_the_doors_are_six(reader: Reader) -> None:
    menu = reader.page.locator(".menu > summary")
    if menu.is_visible():
        reader.click(menu)
        doors, every = reader.page.locator(".menu nav > ul a"), reader.page.locator(".menu a")
        assert doors.count() == 7  # with the front page itself
    else:
        doors, every = reader.page.locator(".sections a"), reader.page.locator(".colophon a")
        assert doors.count() == 6
    names = every.all_inner_texts()
    assert {"Claims", "Source by source", "Map", "Network", "What is new"} <= {*names}
    assert "Editors’ guide" not in names
    reader.click(every.filter(has_text="Map"))
    assert reader.clicks <= 2
