"""Pages as newspapers make them: what their markup states, and their paragraphs in order."""

from __future__ import annotations

import json
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


def test_a_line_that_begins_with_an_ideographic_space_is_a_paragraph():
    lines = ["　川辺市は橋の通行を止めた。", "　市は「確認中」としている。", "市民は待った。"]
    taken = page(body=f"<h1>橋の通行止め</h1><div>{'<br>'.join(lines)}</div>")
    assert texts(taken)[1:] == ["川辺市は橋の通行を止めた。", "市は「確認中」としている。市民は待った。"]


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


STORY = [
    "The harbour bridge was closed on Monday after a storm had damaged two of its piers, the town said.",
    "The mayor, Ida Pohl, said that there had been no choice, and that the ferry would run twice as often.",
    "Engineers had warned of the cracks in the spring, but no money was found for the repair, she said.",
    "The bridge was opened in 1931 and has been mended four times since then, most lately after the flood.",
]
P = [f"<p>{text}</p>" for text in STORY]


def body_of(markup: str, head: str = "") -> list[str]:
    """The texts of a page with this body, without its headline."""
    return [block.text for block in page(head, markup).blocks if block.label != "title"]


@pytest.mark.parametrize(
    "name",
    [
        "paywall",
        "widget",
        "has-sidebar",
        "content-sidebar-wrap",
        "sharing-body",
        "no-comments",
        "credit-text",
    ],
)
def test_no_name_of_an_element_hides_the_article_in_it(name: str):
    markup = f"<h1>Bridge closed</h1><div class='{name}'>{''.join(P)}</div>"
    assert body_of(f"<article>{markup}</article>") == STORY
    assert body_of(markup) == STORY


@pytest.mark.parametrize("name", ["paywall", "widget", "caption", "tags", "comments", "social"])
def test_no_name_of_a_paragraph_hides_its_prose(name: str):
    markup = f"{P[0]}{P[1]}<p class='{name}'>{STORY[2]}</p>{P[3]}"
    assert body_of(f"<article><h1>Bridge closed</h1>{markup}</article>") == STORY


def test_an_article_in_several_elements_that_are_alike_is_read_whole():
    parts = f"<div class='article-body'>{P[0]}{P[1]}</div><div>Advertisement</div>"
    parts += f"<div class='article-body'>{P[2]}{P[3]}</div>"
    assert body_of(f"<h1>Bridge closed</h1>{parts}") == STORY


def test_a_first_paragraph_outside_of_the_element_with_the_rest_is_kept():
    rest = "".join(P[1:]) * 3
    markup = f"<h1>Bridge closed</h1><header>{P[0]}</header><div class='entry-content'>{rest}</div>"
    assert body_of(f"<article>{markup}</article>")[0] == STORY[0]


@pytest.mark.parametrize("heading", ["Mehr zum Thema", "Related stories", "Comments", "Lire aussi"])
def test_a_heading_of_other_things_amid_the_paragraphs_ends_nothing(heading: str):
    other = f"<h3>{heading}</h3><ul><li><a href='/b'>Ferry runs again</a></li></ul>"
    markup = f"<article><h1>Bridge closed</h1>{P[0]}{P[1]}{P[2]}{other}{P[3]}</article>"
    assert body_of(markup) == STORY
    left = [part.text for part in page(body=markup).left_out]
    assert "Ferry runs again" in left


def test_what_readers_write_below_is_not_the_article_however_long():
    comments = "".join(f"<li><p>{text} I do not agree with it at all.</p></li>" for text in STORY * 9)
    markup = f"<h1>Bridge closed</h1>{''.join(P)}<ol class='commentlist'>{comments}</ol>"
    assert body_of(f"<div>{markup}</div>") == STORY


def test_a_paragraph_printed_twice_is_not_lost():
    assert body_of(f"<article><h1>Bridge closed</h1>{P[0]}{P[1]}{P[1]}{P[2]}</article>").count(STORY[1])


@pytest.mark.parametrize("tag", ["div", "span"])
def test_a_text_parted_by_line_breaks_in_any_element_is_found(tag: str):
    assert body_of(f"<h1>Bridge closed</h1><{tag}>{'<br><br>'.join(STORY)}</{tag}>") == STORY


def test_an_article_inside_a_form_is_found():
    assert body_of(f"<form><h1>Bridge closed</h1>{''.join(P)}</form>") == STORY


def test_an_article_that_only_the_structured_data_holds_is_taken_from_there_and_told():
    described = {"@type": "NewsArticle", "headline": "Bridge closed", "articleBody": "\n\n".join(STORY)}
    script = json.dumps(described)
    taken = page(f'<script type="application/ld+json">{script}</script>', "<div id=app>Please wait.</div>")
    assert [block.text for block in taken.blocks][1:] == STORY
    assert taken.warnings[0].startswith("the page does not print its article")


def test_a_described_text_that_is_not_in_the_article_is_told():
    script = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(STORY)})
    other = "".join(f"<p hidden>{text}</p>" for text in STORY[1:])
    taken = page(f'<script type="application/ld+json">{script}</script>', f"<article>{P[0]}{other}</article>")
    assert taken.warnings[0] == "the page describes its article with words that are not in the text"


def test_a_post_set_into_the_article_keeps_its_words_and_its_signature():
    post = f"<blockquote class='social'><p>{STORY[2]}</p>— Tom Hare (@hare) 3 January 2020</blockquote>"
    markup = f"<article><h1>Bridge closed</h1>{P[0]}<div class='social'>{post}</div>{P[1]}</article>"
    assert body_of(markup)[1:3] == [STORY[2], "— Tom Hare (@hare) 3 January 2020"]
    assert page(body=markup).facts.published.value is None


def test_all_words_of_a_page_are_either_its_text_or_told_with_the_reason():
    markup = (
        f"<nav>News</nav><h1>Bridge closed</h1><article>{''.join(P)}</article><aside>Read our paper.</aside>"
        "<p style='display: none'>Hidden words.</p><button>Press me</button><footer>Alder Media</footer>"
    )
    taken = page(body=markup)
    told = {part.text: part.reason for part in taken.left_out}
    assert told == {
        "News": "in <nav>",
        "Read our paper.": "in <aside>",
        "Hidden words.": "hidden on the page",
        "Press me": "in <button>",
        "Alder Media": "in <footer>",
    }
    assert taken.all_words == sum(len(text.split()) for text in [*STORY, *told])


def test_the_rows_of_a_table_of_figures_are_lines():
    table = "<table><tr><td>North pier</td><td>1.5</td></tr><tr><td>South pier</td><td>2</td></tr></table>"
    assert body_of(f"<article>{P[0]}{table}{P[1]}</article>")[1:3] == ["North pier 1.5", "South pier 2"]


def test_the_heading_like_the_stated_title_is_the_headline():
    head = '<meta property="og:title" content="Bridge closed after storm | Alder Post">'
    other = "<h1>Ferry runs again</h1>"
    markup = f"{other}<h2>Bridge closed after storm</h2><article>{''.join(P)}</article>"
    assert page(head, markup).facts.title.value == "Bridge closed after storm"


def test_dates_and_names_of_other_stories_are_none_of_the_article():
    related = "<section class='related'><time datetime='2019-02-01'>x</time><p class='byline'>By Tom Hare</p>"
    markup = f"<h1>Bridge closed</h1><article>{''.join(P)}</article>{related}</section>"
    facts = page(body=markup).facts
    assert (facts.authors.value, facts.published.value) == (None, None)


def test_a_byline_and_a_date_above_the_headline_or_below_it_are_the_articles():
    markup = "<div class='meta'><span>By Mara Ellwood</span></div>"
    markup = f"<div>4 March 2021</div><h1>Bridge closed</h1>{markup}<article>{''.join(P)}</article>"
    facts = page(body=markup).facts
    assert (facts.authors.value, facts.published.value) == (("Mara Ellwood",), "2021-03-04")


def test_an_author_that_is_an_organization_is_one():
    script = '{"@type": "NewsArticle", "author": {"@type": "NewsMediaOrganization", "name": "Alder Agency"}}'
    facts = page(f'<script type="application/ld+json">{script}</script>').facts
    assert (facts.authors.value, facts.organizations) == (("Alder Agency",), ("Alder Agency",))


def test_a_page_that_never_says_where_its_body_begins_is_read():
    text = f"<html><script>x()</script><article><h1>Bridge closed</h1>{''.join(P)}</article></html>"
    assert texts(capture(text.encode(), "a.html")) == ["Bridge closed", *STORY]


def test_a_byline_that_names_a_person_goes_before_an_author_that_is_but_the_outlet():
    head = '<meta name="author" content="alder.example"><meta property="og:site_name" content="Alder Post">'
    byline = '<p class="entry-author">Von Mara Ellwood</p>'
    markup = f"<article><h1>Bridge closed</h1>{byline}{''.join(P)}</article>"
    assert page(head, markup).facts.authors.value == ("Mara Ellwood",)
    assert page(head, f"<article>{''.join(P)}</article>").facts.authors.value == ("alder.example",)
    both = head.replace("alder.example", "Mara Ellwood, Alder Post")
    assert page(both).facts.authors.value == ("Mara Ellwood",)


@pytest.mark.parametrize(
    ("element", "day"),
    [
        ("<span class='entry-date'>5 March 2021 ⋅ News</span>", "2021-03-05"),
        ("<span class='date'>Updated 6 March 2021</span>", None),
        ("<meta itemprop='datePublished' content='2021-03-05T10:00:00'>", "2021-03-05"),
    ],
)
def test_an_element_that_is_called_after_a_date_dates_the_article(element: str, day: str | None):
    markup = f"<article><h1>Bridge closed</h1><div>{element}</div>{''.join(P)}</article>"
    assert page(body=markup).facts.published.value == day


@pytest.mark.parametrize(
    ("heading", "standfirst"),
    [
        ("<span>Harbour</span> <span>Bridge closed after storm</span>", None),
        ("<span class='kicker'>Harbour:</span> Bridge closed after storm", None),
        (
            "Bridge closed after storm<small>The ferry runs twice as often</small>",
            "The ferry runs twice as often",
        ),
    ],
)
def test_words_above_or_below_the_headline_in_its_heading_are_no_part_of_it(
    heading: str, standfirst: str | None
):
    head = '<title></title><meta property="og:title" content="Bridge closed after storm">'
    taken = page(head, f"<article><h1>{heading}</h1>{''.join(P)}</article>")
    assert taken.facts.title.value == "Bridge closed after storm"
    assert taken.facts.subtitle.value == standfirst
    assert [left.text for left in taken.left_out if left.text.startswith("Harbour")] in ([], ["Harbour"])


def test_a_headline_in_one_piece_stays_whole_whatever_the_markup_states():
    head = '<meta property="og:title" content="Bridge closed after storm">'
    taken = page(head, f"<article><h1>Harbour: Bridge closed <i>after</i> storm</h1>{''.join(P)}</article>")
    assert taken.facts.title.value == "Harbour: Bridge closed after storm"
