"""The search as a reader uses it."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
DIALOG = "dialog.search-dialog"


def person_with_two_spellings(dataset):
    """A person of the documentary, and a spelling of the name that is not the page's title."""
    return next(
        (ref, person, name.text)
        for ref, person in dataset.people.items()
        for name in person.names
        if name.kind == "spelling" and name.text != person.name
    )


def test_a_slash_a_spelling_and_the_person_opens(page, dataset):
    ref, person, spelling = person_with_two_spellings(dataset)
    page.goto("claims/")
    page.keyboard.press("/")
    page.keyboard.type(spelling)
    page.locator(DIALOG).get_by_role("link", name=person.name, exact=True).first.click()
    expect(page).to_have_url(f"people/{ref.id}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(person.name)


def test_every_form_of_a_name_finds_its_person_first(page, dataset):
    page.goto("search/")
    for person in dataset.people.values():
        for name in person.names:
            page.goto(f"search/?{urlencode({'q': name.text, 'kind': 'person'})}")
            first = page.locator(".search-results a.entry").first
            expect(first, name.text).to_have_text(person.name)


def test_a_link_to_a_question_shows_its_results(page, dataset):
    word = dataset.documentary.title.split()[-1]
    page.goto(f"search/?{urlencode({'q': word, 'kind': 'claim'})}")
    expect(page.get_by_role("searchbox")).to_have_value(word)
    expect(page.locator(".search-results h2")).to_have_count(1)
    expect(page.locator(".search-results mark").first).to_be_visible()
    page.locator(".search-results a.entry").first.click()
    expect(page).to_have_url(re.compile("/claims/[a-z0-9-]+/"))


def test_the_address_follows_the_question_and_back_undoes_a_choice(page):
    page.goto("search/")
    page.get_by_role("searchbox").fill("the")
    expect(page).to_have_url("search/?q=the")
    page.get_by_label("Kind").select_option("source")
    expect(page).to_have_url("search/?q=the&kind=source")
    expect(page.locator(".search-results h2")).to_have_count(1)
    page.go_back()
    expect(page.get_by_label("Kind")).to_have_value("")


def test_a_choice_that_bears_a_number_leads_to_so_many_pages(page, dataset):
    page.goto(f"search/?{urlencode({'q': dataset.documentary.title.split()[-1]})}")
    said = page.locator(".search-form output")
    expect(said).not_to_be_empty()
    total = said.inner_text()
    for name in ("standing", "speaker", "source", "year"):
        choice = page.locator(f"select[name={name}] option:enabled", has_text="(").first
        number = int(choice.inner_text().rpartition("(")[2].rstrip(")"))
        page.locator(f"select[name={name}]").select_option(choice.get_attribute("value"))
        expect(said).to_have_text(f"{number} page{'s' if number > 1 else ''}")
        page.go_back()
        expect(said).to_have_text(total)


def test_every_record_of_a_kind_can_be_listed_without_a_word(page, dataset):
    page.goto("search/?kind=source")
    expect(page.locator(".search-form output")).to_have_text(f"{len(dataset.sources)} pages")


def test_escape_closes_and_the_focus_returns(page):
    page.goto("claims/")
    link = page.locator("table.index tbody a").first
    link.focus()
    page.keyboard.press("Control+k")
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(link).to_be_focused()


def test_a_slash_typed_into_a_field_is_a_slash(page):
    page.goto("claims/")
    page.get_by_label("Filter claims").press("/")
    expect(page.get_by_label("Filter claims")).to_have_value("/")
    expect(page.locator(DIALOG)).to_have_count(0)


def test_the_keyboard_alone_leads_to_a_result(page, dataset):
    ref, person, spelling = person_with_two_spellings(dataset)
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type(spelling)
    expect(page.locator(DIALOG).get_by_role("link", name=person.name, exact=True).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"people/{ref.id}/")


def test_enter_leads_to_all_results(page):
    page.goto("timeline/")
    page.keyboard.press("/")
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    expect(page).to_have_url("search/?q=the")
    expect(page.locator(".search-results section").first).to_be_visible()


def test_nothing_of_the_index_is_loaded_before_it_is_asked(page, context):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto("claims/", wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url or "facets" in url]


def test_without_script_the_search_page_leads_to_the_sections(chromium, address, dataset):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.get_by_role("link", name="Search").click()
    expect(page.locator("noscript .note.served")).to_be_visible()
    expect(page.locator(".search-form")).to_be_hidden()
    page.locator("main").get_by_role("link", name="People").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("People")
    context.close()


def test_a_page_that_is_not_there_says_so_at_any_depth(page, faults):
    page.goto("claims/not/a/claim/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No page stands at this address")
    page.locator("main").get_by_role("link", name="Claims").click()
    expect(page).to_have_url("claims/")
    faults[:] = [fault for fault in faults if "404" not in fault and "request: " not in fault]


def test_the_choice_of_light_or_dark_works_under_the_content_policy(page):
    page.goto("")
    page.get_by_role("button", name="Dark").click()
    page.goto("claims/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_a_lost_reader_can_search_at_any_depth(page, faults):
    page.goto("claims/gone/and/gone/")
    page.locator("main input[type=search]").fill("the")
    page.keyboard.press("Enter")
    expect(page.locator("#search-words")).to_have_value("the")
    expect(page).to_have_url("search/?q=the")
    faults[:] = [fault for fault in faults if "404" not in fault and "request: " not in fault]
