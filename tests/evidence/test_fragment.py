import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.evidence.fragment import text_fragment_url

URL = "https://orlo.example/a"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"exact": "four grey boats"}, "#:~:text=four%20grey%20boats"),
        ({"exact": "“four  grey\nboats,”"}, "#:~:text=four%20grey%20boats"),
        ({"exact": "well-known, R&D"}, "#:~:text=well%2Dknown%2C%20R%26D"),
        ({"exact": "four boats", "prefix": "that "}, "#:~:text=that-,four%20boats"),
        ({"exact": "four boats", "suffix": " left"}, "#:~:text=four%20boats,-left"),
        (
            {"exact": "“four boats”", "prefix": "she said", "suffix": ", then left at nine o’clock"},
            "#:~:text=she%20said-,%E2%80%9Cfour%20boats%E2%80%9D,-%2C%20then%20left%20at%20nine",
        ),
        (
            {"exact": "one two three four five six seven eight"},
            "#:~:text=one%20two%20three%20four%20five%20six%20seven%20eight",
        ),
        (
            {"exact": "one two three four five six seven eight nine."},
            "#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine",
        ),
        ({"exact": "one two\n\nthree four"}, "#:~:text=one%20two,three%20four"),
        ({"exact": "one two […] three four"}, "#:~:text=one%20two,three%20four"),
        ({"exact": "[They] left [the] town", "inserted": ["[They]", "[the]"]}, "#:~:text=left,town"),
        ({"exact": "a [sic] b"}, "#:~:text=a%20%5Bsic%5D%20b"),
        ({"exact": "چهار قایق"}, "#:~:text=%DA%86%D9%87%D8%A7%D8%B1%20%D9%82%D8%A7%DB%8C%D9%82"),
    ],
)
def test_the_directive_follows_the_specification(given: dict[str, str], expected: str) -> None:
    assert text_fragment_url(URL, **given) == URL + expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://o.example/#part", "https://o.example/#part:~:text=four%20boats"),
        ("https://o.example/#", "https://o.example/#:~:text=four%20boats"),
        ("https://o.example/#:~:text=x", "https://o.example/#:~:text=x&text=four%20boats"),
        ("https://o.example/?q=1", "https://o.example/?q=1#:~:text=four%20boats"),
    ],
)
def test_a_fragment_of_the_address_is_kept(url: str, expected: str) -> None:
    assert text_fragment_url(url, "four boats") == expected


def test_a_quotation_without_a_word_has_no_address() -> None:
    with pytest.raises(ValueError, match="without a word"):
        text_fragment_url(URL, "[…] …")


PARAGRAPHS = [
    "“We saw four grey boats,” said the mayor’s well-known sister, R&D chief.",
    "We saw four grey boats again, she added later.",
    "The guards had told everybody in the village of Orlo that nobody would ever cross the river",
    "before midnight on Monday.",
]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture(scope="module")
def scrolled() -> Iterator[object]:
    """A function from the fields of a quotation to the paragraph that Chromium scrolls to, if any."""
    if not CHROMIUM.exists():
        pytest.skip(f"no Chromium at {CHROMIUM}; set CHROMIUM to its path")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    filler = "<div style='height:4000px'></div>"
    body = "".join(f"{filler}<p>{text}</p>" for text in PARAGRAPHS)
    page_source = f"<!doctype html><meta charset=utf-8>{body}{filler}"
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        context = browser.new_context()
        context.route("**/*", lambda route: route.fulfill(body=page_source, content_type="text/html"))

        def visit(**given: str) -> int | None:
            page = context.new_page()
            page.goto(text_fragment_url("http://orlo.example/long", **given))
            in_view = (
                "[...document.querySelectorAll('p')].findIndex(p => {"
                " const box = p.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; })"
            )
            try:
                page.wait_for_function("scrollY > 0", timeout=5000)
            except api.TimeoutError:
                return None
            finally:
                found = page.evaluate(in_view)
                page.close()
            return int(found)

        yield visit
        browser.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("given", "paragraph"),
    [
        ({"exact": "the mayor's well-known sister, R&D chief"}, 0),
        ({"exact": "We saw four grey boats", "suffix": " again"}, 1),
        ({"exact": "We saw four grey boats", "prefix": "“"}, 0),
        ({"exact": "four grey boats", "prefix": "We saw", "suffix": "again, she"}, 1),
        ({"exact": "told everybody in the village of Orlo that nobody would ever cross the river"}, 2),
        ({"exact": "ever cross the river\n\nbefore midnight"}, 2),
        ({"exact": "nobody would ever […] on Monday"}, 2),
        ({"exact": "five grey boats"}, None),
    ],
)
def test_chromium_scrolls_to_the_quotation(
    scrolled: object, given: dict[str, str], paragraph: int | None
) -> None:
    assert scrolled(**given) == paragraph  # type: ignore[operator]


def test_a_capital_changed_in_brackets_is_that_of_the_page() -> None:
    assert text_fragment_url("https://a.example/b", "[T]he old mill").endswith("#:~:text=the%20old%20mill")
