"""Pages as newspapers make them: what their markup states, and their paragraphs in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.capture import capture, read_capture
from generator.ingest.types import CapturedArticle

PAGES = Path(__file__).with_name("pages")
BODY = "<p>The harbour bridge was closed on Monday.</p><p>The mayor said that there was no choice.</p>"


def page(head: str = "", body: str = BODY) -> CapturedArticle:
    return capture(f"<html><head>{head}</head>\n<body>{body}</body></html>".encode(), "a.html")


def texts(taken: CapturedArticle) -> list[str]:
    return [block.text for block in taken.blocks]


def test_an_english_page_gives_its_article_in_order_and_nothing_else():
    taken = read_capture(PAGES / "english.html")
    assert [block.label for block in taken.blocks] == (
        ["title", "standfirst", "p1", "p2", "h1", "p3", "p4", "p5", "h2", "p6"]
    )
    words = texts(taken)
    assert words[0] == "Harbour bridge closed after storm"
    assert words[2].endswith("after a storm damaged two of its piers, the town said.")
    assert words[3] == "“We had no choice,” said the mayor, Ida Pohl."
    assert words[5] == "It was opened in 1931 and has been mended four times since then."
    assert words[8] == "What comes next"


def test_an_english_page_states_its_facts_with_their_lines():
    facts = read_capture(PAGES / "english.html").facts
    assert facts.authors.value == ("Mara Ellwood", "Tom O’Hare")
    assert (facts.publisher.value, facts.publisher.line) == ("The Alder Post", 13)
    assert (facts.published.value, facts.published.line, facts.published.basis) == (
        "2021-03-04",
        16,
        "stated",
    )
    assert (facts.language.value, facts.url.value) == ("en-GB", "https://alder.example/2021/harbour-bridge")
    assert (facts.rights_holder.value, facts.type_hint.value) == ("Alder Media", "opinion")
    assert [hint.value for hint in facts.interest_hints] == [
        "Mara Ellwood is a member of the bridge society."
    ]


@pytest.mark.parametrize(
    ("name", "language", "author", "publisher", "labels"),
    [
        ("persian", "fa", "سارا رستگار", "روزنامه آزمون", ["title", "p1", "p2", "h1", "p3"]),
        ("hebrew", "he", "דנה לוי", "עיתון הבדיקה", ["title", "p1", "p2", "p3"]),
        ("japanese", "ja", "山田花子", "試験新聞", ["title", "p1", "p2", "p3"]),
    ],
)
def test_pages_in_other_scripts_are_read(
    name: str, language: str, author: str, publisher: str, labels: list[str]
):
    taken = read_capture(PAGES / f"{name}.html")
    facts = taken.facts
    assert [block.label for block in taken.blocks] == labels
    assert (facts.language.value, facts.authors.value, facts.publisher.value) == (
        language,
        (author,),
        publisher,
    )
    assert facts.published.value == "2021-03-04"


def test_reading_aids_over_japanese_letters_are_no_text():
    assert texts(read_capture(PAGES / "japanese.html"))[2] == "市長は「選択の余地はなかった」と述べた。"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="By Mara Ellwood">', ("Mara Ellwood",)),
        ('<meta property="article:author" content="https://social.example/mara">', None),
        ('<meta name="dc.creator" content="Mara Ellwood"><meta name="dc.creator" content="Tom Hare">',
         ("Mara Ellwood", "Tom Hare")),
        ('<script type="application/ld+json">{"@type":"Article","author":"Mara Ellwood, Tom Hare"}</script>',
         ("Mara Ellwood", "Tom Hare")),
    ],
)  # fmt: skip
def test_authors_are_read_from_markup(head: str, authors: tuple[str, ...] | None):
    assert page(head).facts.authors.value == authors


def test_a_byline_element_names_the_author():
    byline = '<p class="byline">By Mara Ellwood</p>'
    taken = page(body=f"<article><h1>Bridge closed today</h1>{byline}{BODY}</article>")
    assert taken.facts.authors.value == ("Mara Ellwood",)
    assert len(taken.blocks) == 3


def test_a_time_element_dates_the_article_and_one_that_says_published_goes_before():
    times = (
        '<time datetime="2021-03-09">a</time><time itemprop="datePublished" datetime="2021-03-04">b</time>'
    )
    assert page(body=times + BODY).facts.published.value == "2021-03-04"


@pytest.mark.parametrize("script", ["{", "[" * 100_000, "null", '{"@type": 3}', '{"@graph": [1, [2]]}'])
def test_broken_structured_data_is_passed_over(script: str):
    assert page(f'<script type="application/ld+json">{script}</script>').facts.publisher.value is None


def test_what_the_markup_does_not_state_is_read_from_the_lines():
    taken = page(
        body=f"<article><h1>Bridge closed today</h1><p>The Alder Post, March 4, 2021</p>{BODY}</article>"
    )
    assert (taken.facts.publisher.value, taken.facts.published.value) == ("The Alder Post", "2021-03-04")


def test_paragraphs_parted_by_line_breaks_are_paragraphs():
    taken = page(body="<div>The bridge was<br>closed.<br><br>The mayor said so.</div>")
    assert texts(taken) == ["The bridge was closed.", "The mayor said so."]


def test_class_words_of_furniture_on_the_article_itself_do_not_hide_it():
    assert (
        len(
            page(body=f'<div class="has-sidebar related"><article class="tags">{BODY}</article></div>').blocks
        )
        == 2
    )


def test_a_first_paragraph_above_an_advertisement_is_no_standfirst():
    advert = "<p>Advertisement</p>"
    body = "<p>The harbour bridge was closed on Monday.</p>" + advert + BODY
    assert [block.label for block in page(body=f"<h1>Bridge closed today</h1>{body}").blocks][1] == "p1"


def test_an_element_named_like_furniture_that_holds_the_text_is_kept():
    body = f'<article><h1>Bridge closed today</h1><div class="social share">{BODY}</div></article>'
    assert len(page(body=body).blocks) == 3


def test_a_site_name_in_large_letters_is_not_the_headline():
    body = f"<h1>The Alder Post</h1><h1>Bridge closed today</h1><article>{BODY}</article>"
    assert texts(page(body=body))[0] == "Bridge closed today"


def test_a_page_without_a_headline_takes_that_of_its_markup():
    assert texts(page('<meta property="og:title" content="Bridge closed today">'))[0] == "Bridge closed today"


def test_captions_bylines_and_feet_are_kept_beside_the_article():
    byline = '<span class="byline">By <b>Mara Venn</b></span>'
    caption = "<figure><figcaption>Lind. Photo: Orre</figcaption></figure>"
    taken = page(body=f"<article>{byline}{caption}{BODY}</article><footer>Post of Varrow</footer>")
    assert [left.text for left in taken.left_out] == ["By Mara Venn", "Lind. Photo: Orre", "Post of Varrow"]
    assert "Lind. Photo: Orre" not in texts(taken)


def of_length(length: int, name: str) -> str:
    """A paragraph of so many characters."""
    text = f"The {name} bridge was closed on Monday. " + "No ship was in the harbour, the town said. " * 9
    return f"<p>{text[: length - 1].strip().ljust(length - 1, 'x')}.</p>"


@pytest.mark.parametrize(("inside", "kept"), [(400, False), (410, True)])
def test_what_is_named_like_boilerplate_stays_where_it_holds_more_than_two_fifths(inside: int, kept: bool):
    body = of_length(300, "north") + of_length(700 - inside, "south")
    body += f"<div class=related>{of_length(300, 'east')}{of_length(inside - 300, 'west')}</div>"
    assert (len(texts(page(body=f"<article>{body}</article>"))) == 4) is kept


@pytest.mark.parametrize(("inside", "number"), [(690, 3), (710, 2)])
def test_the_article_is_the_innermost_element_that_holds_seven_tenths_of_the_text(inside: int, number: int):
    body = f"<div>{of_length(350, 'north')}{of_length(inside - 350, 'south')}</div>"
    assert len(texts(page(body=body + of_length(1000 - inside, "east")))) == number


@pytest.mark.parametrize(("inside", "number"), [(890, 4), (910, 3)])
def test_of_elements_that_say_they_are_the_article_the_innermost_with_nearly_all_of_it_is(
    inside: int, number: int
):
    within = of_length(300, "north") + of_length(300, "south") + of_length(inside - 600, "east")
    body = f"<main><article>{within}</article>{of_length(1000 - inside, 'west')}</main>"
    assert len(texts(page(body=body))) == number


def test_one_line_break_parts_no_paragraph_and_two_do():
    assert len(texts(page(body="<article>The bridge was closed<br>on Monday.</article>"))) == 1
    assert len(texts(page(body="<article>The bridge was closed.<br> <br>It was Monday.</article>"))) == 2
