"""A reader's own copy of a made-up article, compared in the page with the quotations from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from generator.pages.quotations_file import quotations_file
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.markdownfile import notes
from generator.records.reader import read
from generator.records.refs import Ref

from ..conftest import SAMPLE
from .accessibility import violations

pytestmark = pytest.mark.browser

SOURCE = "courier-report"
LOOSE = '"the bolts were loose"'
DROP = """({ name, type, bytes }) => {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def sample() -> Dataset:
    """The made-up documentary."""
    found, _ = read(SAMPLE)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    """The paragraphs of the made-up article."""
    text = (SAMPLE / f"texts/{SOURCE}.txt").read_text(encoding="utf-8")
    return [each.text for each in notes(text, "", of_text=True)[0].values()]


@pytest.fixture
def check(page: Page, sample: Dataset) -> Page:
    """The page with the source of that article chosen, which it does not list by itself."""

    def answer(route: Route) -> None:
        name = re.search(r"sources/([\w-]+)/quotations\.js", route.request.url)
        assert name
        route.fulfill(
            body=quotations_file(Site(sample), Ref("source", name[1])), content_type="text/javascript"
        )

    page.route(re.compile(f"sources/({SOURCE}|radio-interview)/quotations.js"), answer)
    page.goto(f"check/#source-{SOURCE}")
    expect(page.get_by_label("The source")).to_have_value(SOURCE)
    return page


def compare(page: Page, text: str) -> str:
    """What the page says of a text."""
    page.get_by_label("The text of the article").fill(text)
    page.get_by_role("button", name="Compare").click()
    return said(page)


def said(page: Page, patience: float = 20_000) -> str:
    """What the page says when it has compared, which may take `patience` milliseconds."""
    expect(page.locator(".check-results .marked-text")).to_be_visible(timeout=patience)
    return page.get_by_role("status").inner_text()


def drop(page: Page, name: str, kind: str, data: bytes) -> None:
    """Drop a file anywhere on the page."""
    page.evaluate(DROP, {"name": name, "type": kind, "bytes": list(data)})


def test_all_quotations_are_found_in_the_article_however_it_was_copied(
    check: Page, paragraphs: list[str]
) -> None:
    found = r"All 10 quotations from .* stand in your text, letter for letter\."
    assert re.match(found, compare(check, "\n\n".join(paragraphs)))
    expect(check.get_by_role("heading", name="Not as quoted")).to_have_count(0)
    copied = "\r\n\r\n".join(paragraphs).replace(' "', " “").replace('"', "”").replace(" ", "\u00a0 ")
    assert re.match(found, compare(check, copied.replace("bolts", "bo\u00adlts")))


def test_one_letter_changed_is_marked_and_told(check: Page, paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs).replace("the bolts were loose", "the bolts were lоose")
    assert "With a difference: 1. Missing: 0." in compare(check, text)
    item = check.locator(".quotations > li").first
    assert item.locator("mark.differs").all_inner_texts() == ["o", "о"]
    expect(item).to_contain_text(
        "Your text has “lоose” (U+043E CYRILLIC SMALL LETTER O),"
        " the quotation “loose” (U+006F LATIN SMALL LETTER O)."
    )
    assert check.locator(".marked-text mark.altered").inner_text() == "the bolts were lоose"
    number = item.get_attribute("id")
    check.locator(f".marked-text sup a[href='#{number}']").click()
    expect(item).to_be_in_viewport()


def test_a_quotation_leads_to_its_claim_and_to_its_place_in_the_text(
    check: Page, paragraphs: list[str]
) -> None:
    compare(check, "\n\n".join(paragraphs))
    item = check.locator(".quotations > li").filter(has_text="the bolts were loose").first
    expect(item.locator("a[href*='/claims/bolts-were-loose/#']")).to_have_count(1)
    item.get_by_role("link", name="in your text").click()
    expect(check.locator(".marked-text mark").filter(has_text="the bolts were loose")).to_be_in_viewport()


def test_a_paragraph_removed_is_missed_and_our_notes_stand_beside_what_holds_no_quotation(
    check: Page, paragraphs: list[str]
) -> None:
    compare(check, "\n\n".join(paragraphs))
    expect(check.locator(".block").filter(has_text="What the water did")).to_contain_text(
        "Heading 1: Section heading: about the river."
    )
    without = [text for text in paragraphs if "never received a warning" not in text]
    assert "Missing: 1." in compare(check, "\n\n".join(without))
    expect(check.locator(".quotations > li").first).to_contain_text("never received a warning")
    expect(check.locator(".quotations > li").first).to_contain_text("Nothing in your text comes near")


def test_what_stands_around_the_article_is_no_paragraph_that_was_passed_over(
    check: Page, paragraphs: list[str]
) -> None:
    other = "Nothing of this paragraph is quoted anywhere."
    texts = [other if "never received a warning" in each else each for each in paragraphs]
    before = ["Varrow Courier", "By Ada Berg", "10 March 2031"]
    for around in ([], before):
        told = compare(check, "\n\n".join([*around, *texts, *around]))
        assert told.endswith("1 paragraph is passed over.")
        assert check.locator(".block.passed > p:first-child").all_inner_texts() == [other]
    assert "What the water did" in paragraphs, "a heading, which is no paragraph"


BLOCKS = ["title", "p1", "p2", "p3"]
OF_THE_MILL = {
    "name": "Of the mill",
    "url": "sources/courier-report/",
    "language": "en",
    "direction": "ltr",
    "words": 30,
    "length": 160,
    "title": 21,
    "held": [],
    "blocks": [{"label": label, "name": label, "note": ""} for label in BLOCKS],
    "quotations": [
        {"exact": "the wheel was oiled that morning", "label": "p2", "start": 74, "uses": []},
        {"exact": "The mill stood still", "phrase": True, "uses": []},
    ],
}
"""A source of which one quotation is of the second paragraph, and words of the headline are cited."""
PASTED = [
    "The mill stood still.\nBy Ruth Calder\n4 May 2031, in the morning",
    "Nothing had been heard in the lane since the dawn.",
    "He said that the wheel was oiled that morning by himself.",
    "Nobody else was asked.",
]


@pytest.mark.parametrize("words", ["the wheel was oiled", "the wheel was greased"])
def test_a_headline_is_not_passed_over_where_the_one_quotation_differs(page: Page, words: str) -> None:
    file = f'(globalThis.quotationsOf ??= {{}})["{SOURCE}"] = {json.dumps(OF_THE_MILL)};'
    page.route(
        re.compile(f"sources/{SOURCE}/quotations.js"),
        lambda route: route.fulfill(body=file, content_type="text/javascript"),
    )
    page.goto(f"check/#source-{SOURCE}")
    expect(page.get_by_label("The source")).to_have_value(SOURCE)
    told = compare(page, "\n\n".join(PASTED).replace("the wheel was oiled", words))
    assert told.endswith("2 paragraphs are passed over.")
    assert page.locator(".block.passed > p:first-child").all_inner_texts() == [PASTED[1], PASTED[3]]
    without = "\n\n".join(each for each in PASTED if "wheel" not in each)
    assert "passed over" not in compare(page, without), "nothing tells which of them are paragraphs"


def test_an_advertisement_between_quoted_paragraphs_is_no_paragraph_that_was_passed_over(
    check: Page, paragraphs: list[str]
) -> None:
    compare(check, "\n\n".join(paragraphs))
    blocks = check.locator(".marked-text .block")
    quoted = [blocks.nth(at).locator("sup").count() > 0 for at in range(blocks.count())]
    at = next(n for n in range(1, len(quoted)) if quoted[n - 1] and quoted[n])
    compare(check, "\n\n".join([*paragraphs[:at], "Buy our bolts.", *paragraphs[at:]]))
    expect(check.locator(".block").filter(has_text="Buy our bolts.")).to_have_count(1)
    expect(check.locator(".block.passed").filter(has_text="Buy our bolts.")).to_have_count(0)


def test_of_another_source_the_page_says_which_it_may_be_and_compares_with_that(check: Page) -> None:
    text = (SAMPLE / "texts/radio-interview.txt").read_text(encoding="utf-8").replace("'", "’")
    check.goto("check/#source-radio-interview")
    expect(check.get_by_label("The source")).to_have_value("radio-interview")
    check.goto(f"check/#source-{SOURCE}")
    expect(check.get_by_label("The source")).to_have_value(SOURCE)
    told = compare(check, text)
    assert re.search(r"More quotations from .* stand in it: 2 of 2\.", told)
    assert "passed over" not in told
    check.get_by_role("link", name="Compare with that source").click()
    expect(check.get_by_role("status")).to_contain_text("All 2 quotations")
    expect(check.get_by_label("The source")).to_have_value("radio-interview")


def test_a_dropped_page_is_read_as_text_and_nothing_of_it_runs_or_is_fetched(
    check: Page, paragraphs: list[str], faults: list[str]
) -> None:
    body = "".join(f"<p>{text.replace(' ', '<!-- --> <b></b>', 1)}</p>" for text in paragraphs[1:])
    html = (
        f"<!doctype html><title>x</title><nav>Menu</nav><script>window.ran = 1</script>"
        f"<img src='https://host.example/a.png' onerror='window.ran = 2'><h1>{paragraphs[0]}</h1>{body}"
        "<iframe src='https://host.example/'></iframe><link rel=stylesheet href='https://host.example/a.css'>"
    )
    drop(check, "article.html", "text/html", html.encode())
    assert said(check).startswith("All 10 quotations")
    expect(check.locator(".marked-text")).not_to_contain_text("Menu")
    expect(check.locator(".marked-text :is(img, script, iframe, b)")).to_have_count(0)
    assert check.evaluate("window.ran") is None
    faults[:] = [each for each in faults if "inline event handler" not in each]  # the browser says it refused


def test_markup_in_a_text_stays_text(check: Page, paragraphs: list[str]) -> None:
    hostile = "<img src=x onerror='window.ran = 1'> <b>bold</b>"
    compare(check, "\n\n".join([*paragraphs, hostile]))
    expect(check.locator(".marked-text .block").last).to_contain_text(hostile)
    assert check.evaluate("window.ran") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_chosen_file_of_text_is_read_in_its_own_encoding(
    check: Page, paragraphs: list[str], encoding: str
) -> None:
    text = "\n\n".join([*paragraphs, "é “x”"]).encode(encoding)
    check.locator("input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": text}
    )
    assert said(check).startswith("All 10 quotations")
    expect(check.locator(".marked-text")).to_contain_text("é “x”")


def test_a_file_that_is_no_text_is_refused_by_name(check: Page) -> None:
    drop(check, "article.pdf", "application/pdf", b"%PDF-1.7\x00\x01\x02")
    expect(check.get_by_role("status")).to_contain_text("“article.pdf” is no text and no HTML.")


def test_nothing_is_asked_for_once_a_source_is_chosen(check: Page, paragraphs: list[str]) -> None:
    check.wait_for_load_state("networkidle")
    asked: list[Request] = []
    kept = check.evaluate("JSON.stringify(localStorage)")
    check.on("request", lambda request: asked.append(request))
    compare(check, "\n\n".join(paragraphs))
    compare(check, "Nothing of it.\n\n" * 3)
    drop(check, "a.txt", "text/plain", "\n\n".join(paragraphs).encode())
    assert said(check)
    check.wait_for_load_state("networkidle")
    assert asked == []
    assert check.evaluate("[JSON.stringify(localStorage), document.cookie]") == [kept, ""]


def test_without_a_source_or_a_text_the_page_says_what_is_wanting(page: Page) -> None:
    page.goto("check/")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_have_text("Choose the source first.")
    expect(page.get_by_label("The source")).to_be_focused()
    page.get_by_label("The source").select_option(index=1)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_have_text("Paste the text of the article first.")
    expect(page.get_by_label("The text of the article")).to_be_focused()


def test_another_article_is_called_into_question(check: Page) -> None:
    assert "Is it this article?" in compare(check, "A text of something else.\n\nAnd another paragraph.")


def test_an_article_in_another_language_is_shown_in_it(check: Page) -> None:
    text = (SAMPLE / "texts/radio-interview.txt").read_text(encoding="utf-8")
    check.goto("check/#source-radio-interview")
    expect(check.get_by_label("The source")).to_have_value("radio-interview")
    assert compare(check, text.replace("'", "’")).startswith("All 2 quotations")
    expect(check.locator(".marked-text mark").first).to_have_js_property("lang", "")
    assert check.locator(".marked-text p[lang=fr] mark").count() >= 2


def test_every_source_leads_to_the_page_with_itself_chosen(page: Page, site: Path) -> None:
    source = next(path.parent.name for path in sorted(site.glob("sources/*/quotations.js")))
    page.goto(f"sources/{source}/")
    page.get_by_role("link", name="Check this article yourself").first.click()
    expect(page.get_by_label("The source")).to_have_value(source)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_results_break_no_rule_of_accessibility_and_do_not_scroll_sideways(
    check: Page, paragraphs: list[str], width: int
) -> None:
    check.set_viewport_size({"width": width, "height": 900})
    text = "\n\n".join(paragraphs).replace("the bolts were loose", "the bolts were not loose", 1)
    compare(check, text.replace("never received a warning", "got none"))
    expect(check.locator(".quotations > li:has(.missing, .altered)")).not_to_have_count(0)
    assert violations(check) == []
    assert check.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_megabyte_is_compared_whole(check: Page, paragraphs: list[str]) -> None:
    filler = "\n\n".join(
        f"{number} more people crossed the river that year, as they say. " * 4 for number in range(4500)
    )
    drop(check, "long.txt", "text/plain", "\n\n".join([filler, *paragraphs]).encode())
    assert len(filler) > 1_000_000
    assert said(check, patience=120_000).startswith("All 10 quotations")
