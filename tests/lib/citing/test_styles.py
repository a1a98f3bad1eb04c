"""The exact forms of Chicago, APA and MLA."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.lib.citing import Author, Item, Original, apa, chicago, issued, mla
from generator.lib.dates import parse

LIND, EK, HARBOUR = Author("Lind", "Ana-Maria K."), Author("Ek", "Bo"), Author("Harbour Authority")
PAGE = Item(
    key="question-fall",
    type="webpage",
    title="Why did the bridge fall?",
    container="The Bridge",
    issued=issued(parse("2031-02-03")),
    url="https://example.org/questions/fall/",
)
ARTICLE = Item(
    key="source-ledger",
    type="article-newspaper",
    title="Bridge falls",
    container="Evening Ledger",
    authors=(LIND,),
    issued=issued(parse("2031-01-09")),
)


def test_a_page_without_an_author_begins_with_its_title() -> None:
    assert chicago(PAGE) == (
        "The Bridge. “Why did the bridge fall?” February 3, 2031. https://example.org/questions/fall/."
    )
    assert apa(PAGE) == (
        "<i>Why did the bridge fall?</i> (2031, February 3). The Bridge. https://example.org/questions/fall/"
    )
    assert mla(PAGE) == (
        "“Why did the bridge fall?” <i>The Bridge</i>, 3 Feb. 2031, https://example.org/questions/fall/."
    )


def test_an_article_of_one_author() -> None:
    assert chicago(ARTICLE) == "Lind, Ana-Maria K. “Bridge falls.” <i>Evening Ledger</i>, January 9, 2031."
    assert apa(ARTICLE) == "Lind, A.-M. K. (2031, January 9). Bridge falls. <i>Evening Ledger</i>."
    assert mla(ARTICLE) == "Lind, Ana-Maria K. “Bridge falls.” <i>Evening Ledger</i>, 9 Jan. 2031."


def test_an_article_of_two_authors_one_of_them_a_body() -> None:
    two = replace(ARTICLE, authors=(HARBOUR, EK))
    assert chicago(two).startswith("Harbour Authority, and Bo Ek. “Bridge")
    assert apa(two).startswith("Harbour Authority, &amp; Ek, B. (2031")
    assert mla(two).startswith("Harbour Authority, and Bo Ek. “Bridge")


def test_an_article_of_three_authors() -> None:
    three = replace(ARTICLE, authors=(EK, LIND, HARBOUR))
    assert chicago(three).startswith("Ek, Bo, Ana-Maria K. Lind, and Harbour Authority. “Bridge")
    assert apa(three).startswith("Ek, B., Lind, A.-M. K., &amp; Harbour Authority. (2031")
    assert mla(three).startswith("Ek, Bo, et al. “Bridge")


def test_an_article_of_very_many_authors() -> None:
    many = replace(ARTICLE, authors=tuple(Author(f"Ek{n}", "Bo") for n in range(1, 22)))
    assert chicago(many).startswith("Ek1, Bo, Bo Ek2, Bo Ek3, et al. “Bridge")
    assert apa(many).startswith("Ek1, B., Ek2, B., ")
    assert ", Ek19, B., … Ek21, B. (2031" in apa(many)
    six = replace(ARTICLE, authors=many.authors[:6])
    assert ", and Bo Ek6. “" in chicago(six)


def test_an_article_without_a_date() -> None:
    undated = replace(ARTICLE, issued=None)
    assert chicago(undated).endswith("<i>Evening Ledger</i>, n.d.")
    assert "(n.d.)" in apa(undated)
    assert mla(undated).endswith("“Bridge falls.” <i>Evening Ledger</i>.")


def test_an_article_of_which_nothing_but_the_title_is_known() -> None:
    bare = replace(ARTICLE, authors=(), container="", issued=None)
    assert chicago(bare) == "“Bridge falls.” n.d."
    assert apa(bare) == "Bridge falls. (n.d.)."
    assert mla(bare) == "“Bridge falls.”"


def test_our_own_title_stands_in_brackets_without_quotation_marks_or_italics() -> None:
    untitled = replace(ARTICLE, title="Essay on the bridge", supplied=True, authors=())
    assert chicago(untitled) == "<i>Evening Ledger</i>. [Essay on the bridge]. January 9, 2031."
    assert apa(untitled).startswith("[Essay on the bridge]. (2031")
    assert mla(untitled).startswith("[Essay on the bridge]. <i>Evening")


def test_quotation_marks_within_a_title_become_single_and_no_full_stop_is_doubled() -> None:
    quoting = replace(ARTICLE, title="Authority “knew nothing.”", authors=())
    assert "“Authority ‘knew nothing.’” January" in chicago(quoting)
    assert mla(quoting).startswith("“Authority ‘knew nothing.’” <i>")
    assert apa(quoting).startswith("Authority “knew nothing.” (2031")


def test_the_site_as_a_whole() -> None:
    whole = replace(PAGE, title="The Bridge", container="")
    assert chicago(whole) == "The Bridge. February 3, 2031. https://example.org/questions/fall/."
    assert mla(whole).startswith("<i>The Bridge</i>. 3 Feb. 2031, ")


@pytest.mark.parametrize(
    ("edtf", "inferred", "in_chicago", "in_apa", "in_mla"),
    [
        ("2031-02", False, "February 2031", "2031, February", "Feb. 2031"),
        ("2031", False, "2031", "2031", "2031"),
        ("2031-02", True, "[February 2031]", "[2031, February]", "[Feb. 2031]"),
        ("2031~", False, "ca. 2031", "ca. 2031", "circa 2031"),
        ("2031~", True, "[ca. 2031]", "[ca. 2031]", "[circa 2031]"),
    ],
)
def test_dates_that_are_not_exact_days(
    edtf: str, inferred: bool, in_chicago: str, in_apa: str, in_mla: str
) -> None:
    item = replace(ARTICLE, issued=issued(parse(edtf), inferred))
    assert chicago(item).endswith(f"<i>Evening Ledger</i>, {in_chicago}.")
    assert f"({in_apa})." in apa(item)
    assert mla(item).endswith(f"<i>Evening Ledger</i>, {in_mla}.")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("203X", "the 2030s"),
        ("[2031-01-07,2031-01-08]", "7 or 8 January 2031"),
    ],
)
def test_a_date_that_is_no_single_one_stands_in_words(edtf: str, words: str) -> None:
    item = replace(ARTICLE, issued=issued(parse(edtf)))
    for style in (chicago, apa, mla):
        assert words in style(item)


def test_hostile_text_is_escaped_in_every_style() -> None:
    hostile = replace(
        ARTICLE, title="<script>", container="<b>", authors=(Author("<i>"),), url="https://e.org/?a&b"
    )
    for style in (chicago, apa, mla):
        text = style(hostile)
        assert "<script>" not in text
        assert "<b>" not in text
        assert "&lt;i&gt;" in text
        assert "?a&amp;b" in text


def test_marks_inside_a_title_are_single_and_double_by_turns_and_apostrophes_stay() -> None:
    title = "“It fell,” says engineer’s ‘dear “old” friend’"
    assert "“‘It fell,’ says engineer’s ‘dear “old” friend.’”" in chicago(replace(ARTICLE, title=title))


@pytest.mark.parametrize("title", ["چه افتاد؟", "橋は落ちた。", "Why?", "کیا ہوا۔"])
def test_a_title_that_closes_itself_has_no_second_stop(title: str) -> None:
    for style in (chicago, mla):
        assert f"{title}.".strip() not in style(replace(ARTICLE, title=title)).striptags()


def test_whoever_publishes_what_they_wrote_is_named_once() -> None:
    own = replace(ARTICLE, authors=(HARBOUR,), container="Harbour Authority")
    assert apa(own) == "Harbour Authority. (2031, January 9). Bridge falls."
    assert mla(own) == "“Bridge falls.” <i>Harbour Authority</i>, 9 Jan. 2031."


def test_names_and_titles_of_another_direction_are_set_apart() -> None:
    item = replace(ARTICLE, title="چه افتاد؟", container="روزنامه", authors=(Author("برگ", "آنا"),))
    for style in (chicago, apa, mla):
        assert style(item).count("<bdi>") == 3, style(item)
    assert "<bdi>" not in chicago(ARTICLE)


def test_where_an_article_first_appeared_stands_behind_where_it_was_read() -> None:
    first = Original(container="Harbour Post", issued=issued(parse("2031-01-08")))
    item = replace(ARTICLE, original=first)
    assert chicago(item).endswith("2031. Originally published in <i>Harbour Post</i>, January 8, 2031.")
    assert mla(item).endswith("Originally published in <i>Harbour Post</i>, 8 Jan. 2031.")
    assert apa(item).endswith("<i>Evening Ledger</i>. (Original work published 2031, Harbour Post)")
