"""The search as a reader uses it."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from generator.site.finish.letters import words

pytestmark = pytest.mark.browser
DIALOG = "dialog.search-dialog"
NO_LETTER = ("Cn", "Co", "Cs")
"""Categories of what Unicode assigns to nothing."""


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
            page.goto(f"search/#{urlencode({'q': name.text, 'kind': 'person'})}")
            first = page.locator(".search-results a.entry").first
            expect(first, name.text).to_have_text(person.name)


def test_a_link_to_a_question_shows_its_results(page, dataset):
    word = dataset.documentary.title.split()[-1]
    page.goto(f"search/#{urlencode({'q': word, 'kind': 'claim'})}")
    expect(page.get_by_role("searchbox")).to_have_value(word)
    expect(page.locator(".search-results h2")).to_have_count(1)
    expect(page.locator(".search-results mark").first).to_be_visible()
    page.locator(".search-results a.entry").first.click()
    expect(page).to_have_url(re.compile("/claims/[a-z0-9-]+/"))


def test_no_server_is_told_what_is_searched_for(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.goto("claims/")
    page.keyboard.press("/")
    page.keyboard.type("zirconium")
    page.keyboard.press("Enter")
    expect(page.locator("#search-words")).to_have_value("zirconium")
    page.reload()
    expect(page.locator("#search-words")).to_have_value("zirconium")
    assert len(asked) > 2
    assert not [url for url in asked if "zirconium" in url]


def test_the_address_follows_the_question_and_back_undoes_a_choice(page):
    page.goto("search/")
    page.get_by_role("searchbox").fill("the")
    expect(page).to_have_url("search/#q=the")
    page.get_by_label("Kind").select_option("source")
    expect(page).to_have_url("search/#q=the&kind=source")
    expect(page.locator(".search-results h2")).to_have_count(1)
    page.go_back()
    expect(page.get_by_label("Kind")).to_have_value("")


def test_a_choice_that_bears_a_number_leads_to_so_many_pages(page, dataset):
    page.goto(f"search/#{urlencode({'q': dataset.documentary.title.split()[-1]})}")
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
    _, person, spelling = person_with_two_spellings(dataset)
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type(spelling)
    expect(page.locator(DIALOG).get_by_role("link", name=person.name, exact=True).first).to_be_visible()
    first = page.locator(DIALOG).locator("a.entry").first.get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(first)


def test_enter_leads_to_all_results(page):
    page.goto("timeline/")
    page.keyboard.press("/")
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    expect(page).to_have_url("search/#q=the")
    expect(page.locator(".search-results section").first).to_be_visible()


def test_nothing_of_the_index_is_loaded_before_it_is_asked(page, context):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto("claims/", wait_until="networkidle")
    assert not [url for url in asked if "search/parts" in url]


def test_without_script_the_search_page_leads_to_the_sections(chromium, address, dataset):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.locator("noscript .note.served")).to_be_visible()
    expect(page.locator(".search-form")).to_be_hidden()
    page.locator("main").get_by_role("link", name="People").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("People")
    context.close()


def test_a_page_that_is_not_there_says_so_at_any_depth(page, faults):
    page.goto("claims/not/a/claim/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No page stands at this address")
    page.locator("main").get_by_role("link", name="Questions").click()
    expect(page).to_have_url("questions/")
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
    expect(page).to_have_url("search/#q=the")
    faults[:] = [fault for fault in faults if "404" not in fault and "request: " not in fault]


FIND = """async ([question, wanted, most]) => {
  const { find } = await import(new URL("../assets/documentary/search-engine.js", location.href));
  return find(question, wanted, most);
}"""


def found(page, question, wanted=None, most=500):
    """What the engine of the search finds."""
    return page.evaluate(FIND, [question, wanted or {}, most])


def test_a_word_that_stands_nowhere_finds_nothing(page):
    page.goto("search/")
    for word in ("xylophonist", "quokka", "zzzxq", "axolotls", "zirconium"):
        assert found(page, word)["total"] == 0, word
        page.locator("#search-words").fill(word)
        expect(page.locator(".search-results .empty")).to_contain_text(f"Nothing found for “{word}”")


def test_a_word_finds_the_pages_that_hold_it_or_its_inflections_and_no_others(page):
    page.goto("search/")
    for word, forms in {
        "retaliation": {"retaliation", "retaliations"},
        "strikes": {"strike", "strikes", "striking"},
        "denied": {"deny", "denies", "denied", "denying"},
        "planned": {"plan", "plans", "planned", "planning"},
    }.items():
        marked = page.evaluate(
            """async (word) => {
              const { find } = await import(new URL("../assets/documentary/search-engine.js", location.href));
              const { groups } = await find(`${word} `, {}, 500);
              const excerpts = ({ places, summary }) => [...places.map((one) => one.excerpt), summary || []];
              const pieces = groups.flatMap(({ pages }) => pages.flatMap(excerpts)).flat();
              return pieces.filter(([, found]) => found).map(([text]) => text);
            }""",
            word,
        )
        assert marked
        assert {words(text)[0] for text in marked} <= forms


def test_a_quoted_word_is_exact_and_quoted_words_stand_in_a_row(page):
    page.goto("search/")
    exact, inflected = found(page, '"struck"')["total"], found(page, "strikes ")["total"]
    assert exact > 0
    assert found(page, '"strike"')["total"] < inflected
    assert 0 < found(page, '"drone strike"')["total"] < found(page, "drone strike ")["total"] + 1
    assert found(page, '"strike drone"')["total"] == 0


def test_what_only_begins_like_a_word_is_told_from_it(page, dataset):
    beginning = dataset.documentary.title.split()[-1][:5].lower()
    page.goto(f"search/#q={beginning}")
    expect(page.locator(".search-form output")).to_contain_text(f"begin with “{beginning}”")
    assert found(page, f'"{beginning}"')["total"] == 0


def test_a_person_is_found_in_any_spelling_and_script(page, dataset):
    """As another keyboard writes the name, with the article, with marks, and as the editors add."""
    person = next(person for person in dataset.people.values() if person.search_as)
    native = next(name.text for name in person.names if name.kind == "native")
    typed = native.replace("ی", "ي").replace("ک", "ك")
    marked = "".join(f"{letter}\u0304" if letter in "aeiou" else letter for letter in person.name)
    article = " ".join(f"ال{word}" for word in typed.split())
    page.goto("search/")
    for spelling in (typed, article, marked, person.name.upper(), *person.search_as):
        (group,) = [group for group in found(page, spelling)["groups"] if group["kind"] == "person"]
        assert group["pages"][0]["title"] == person.name, spelling


def test_a_spelling_for_finding_is_shown_nowhere(site, dataset):
    ref, person = next((ref, person) for ref, person in dataset.people.items() if person.search_as)
    html = (site / f"people/{ref.id}/index.html").read_text(encoding="utf-8")
    body = html.partition("<body")[2]
    assert person.search_as
    assert not [form for form in person.search_as if form in body]


def test_synonyms_of_the_vocabulary_find_each_other(page, dataset):
    page.goto("search/")
    assert found(page, "injured ")["total"] == found(page, "wounded ")["total"] > 0


def test_the_order_is_questions_claims_people_and_spellings_and_pages_come_last(page, dataset):
    page.goto("search/")
    name = dataset.documentary.title.split()[-1]
    groups = {group["kind"]: group["pages"] for group in found(page, name)["groups"]}
    order = [
        "chapter",
        "question",
        "claim",
        "person",
        "organization",
        "event",
        "place",
        "media",
        "source",
        "correction",
        "page",
    ]
    assert list(groups) == [kind for kind in order if kind in groups]
    standing = ["standing" in claim["facets"] for claim in groups["claim"]]
    assert standing == sorted(standing, reverse=True)
    assert set(standing) == {True, False}


def test_words_that_match_are_shown_as_a_quotation_below_its_speaker(page):
    page.goto('search/#q="cold feet"&kind=claim')
    place = page.locator(".search-results .places li").first
    expect(place.locator("a")).to_contain_text("political source")
    expect(place.locator("blockquote mark").first).to_have_text("cold")


def test_letters_are_folded_alike_by_the_build_and_by_the_browser(page):
    page.goto("search/")
    every = map(chr, range(0x20, 0x30000))
    known = [letter for letter in every if unicodedata.category(letter) not in NO_LETTER]
    texts = [f"a{letter}b {letter}" for letter in known] + ["al-Sadr El Al", "السلام الله", "השלום"]
    folded = page.evaluate(
        """async (texts) => {
          const { parts } = await import(new URL("../assets/documentary/letters.js", location.href));
          return JSON.stringify(JSON.parse(texts).map(parts));
        }""",
        json.dumps(texts),
    )
    assert [text for text, its in zip(texts, json.loads(folded), strict=True) if words(text) != its] == []
