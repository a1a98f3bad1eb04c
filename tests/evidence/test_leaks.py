import pytest

from generator.evidence.article import Article
from generator.evidence.leaks import Leak, LeakGuard
from generator.evidence.rights import Grant
from generator.evidence.visible import visible_markdown, visible_text

LONG = " ".join(f"long{number}" for number in range(80))
ARTICLES = {
    "boats": Article(
        {
            "title": "Why the four grey boats at Orlo never came back home",
            "p1": "Ada Brandt’s men said on Monday that four boats had crossed the river by night.",
            "p2": "She did not believe a word of what they told her.",
        }
    ),
    "long": Article({"p1": LONG, "p2": " ".join(f"more{number}" for number in range(200))}),
}
GUARD = LeakGuard(ARTICLES, ["A title of our own with nine words in it"])


def leaks(html: str) -> list[Leak]:
    return GUARD.leaks(visible_text(html))


def test_eight_words_of_an_article_outside_quotation_marks_leak() -> None:
    [leak] = leaks("<p>We hear men said on Monday that four boats had sunk.</p>")
    assert (leak.source, leak.words, leak.opening, leak.quoted) == ("boats", 8, "men said on Monday", False)
    assert leak.start == visible_text("<p>We hear men").text.index("men")


def test_seven_words_do_not() -> None:
    assert leaks("<p>We hear men said on Monday that four ships had sunk.</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>MEN SAID, on Monday that: four <b>boats</b> had</p>",
        "<p>men said on Mon&shy;day that four boats had</p>",
        "<p>men said on</p><p>Monday that four boats had</p>",
        "<p>Ada Brandt&#39;s men said on Monday that four</p>",
        "<p>crossed the river by night. She did not</p>",
        "<img alt='men said on Monday that four boats had'>",
        "<p><q>unrelated</q>men said on Monday that four boats had</p>",
        "<p>“unrelated” men said on Monday that four boats had “unrelated”</p>",
    ],
)
def test_style_markup_and_paragraphs_do_not_hide_a_leak(html: str) -> None:
    assert [leak.words for leak in leaks(html)] == [8]


@pytest.mark.parametrize(
    "html",
    [
        "<p>“men said on Monday that four boats had crossed the river”</p>",
        "<blockquote>men said on Monday that four boats had crossed</blockquote>",
        "<p><q>men said on Monday that four boats had crossed</q></p>",
        "<p>men said on Monday “that four boats had crossed the river”</p>",
    ],
)
def test_quoted_words_do_not_leak(html: str) -> None:
    assert leaks(html) == []


def test_a_quotation_of_more_than_sixty_words_leaks() -> None:
    words = LONG.split()
    assert leaks(f"<q>{' '.join(words[:60])}</q>") == []
    [leak] = leaks(f"<q>{' '.join(words[:61])}</q>")
    assert (leak.source, leak.words, leak.quoted) == ("long", 61, True)


def test_of_a_free_source_a_quotation_may_have_any_length_and_needs_its_marks() -> None:
    guard = LeakGuard(ARTICLES, grants={"long": Grant(free=True)})
    assert guard.leaks(visible_text(f"<q>{LONG}</q>")) == []
    assert len(guard.leaks(visible_text(f"<p>{LONG}</p>"))) == 1


def test_an_omission_does_not_make_a_long_quotation_short() -> None:
    words = LONG.split()
    [leak] = leaks(f"<q>{' '.join(words[:35])} […] {' '.join(words[40:70])}</q>")
    assert leak.words == 65


def test_titles_may_be_printed() -> None:
    assert leaks("<h1>Why the four grey boats at Orlo never came back home</h1>") == []
    article = Article({"p1": "He had read: A title of our own with nine words in it, twice."})
    page = visible_text("A title of our own with nine words in it")
    assert LeakGuard({"a": article}).leaks(page) != []
    assert LeakGuard({"a": article}, ["A title of our own with nine words in it"]).leaks(page) == []


def test_words_that_two_articles_share_leak_from_both() -> None:
    guard = LeakGuard({"a": ARTICLES["long"], "b": ARTICLES["long"]})
    assert [leak.source for leak in guard.leaks(visible_text(LONG))] == ["a", "b"]


def test_each_stretch_is_its_own_leak_in_order_of_the_page() -> None:
    found = leaks(f"<p>{LONG}</p><p>so men said on Monday that four boats had</p><p>{LONG}</p>")
    assert [(leak.source, leak.words) for leak in found] == [("long", 80), ("boats", 8), ("long", 80)]


def test_markdown_is_guarded_too() -> None:
    page = visible_markdown("We hear *men* said on\nMonday that [four](x.md) boats had sunk")
    assert [leak.words for leak in GUARD.leaks(page)] == [8]


def test_short_articles_and_pages_have_no_runs() -> None:
    assert LeakGuard({"a": Article({"p1": "Three words only"})}).leaks(visible_text("Three words only")) == []
    assert leaks("") == []
