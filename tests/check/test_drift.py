"""What is said of a page that came for that of a source."""

from __future__ import annotations

import pytest

from generator.analysis.watched import Copy, WatchedPage
from generator.check.drift import Comparison, compared
from generator.evidence.quotation import Kind, Quotation
from generator.lib.visits import VisitError
from generator.lib.web import Answer
from generator.records.refs import Ref

URL = "https://courier.example/bolts"
FILLING = "The house by the river has rooms for those who come from afar and stay for a while. " * 20
DAY = "2031-06-29"


def quotation(exact: str, where: str = "claim:a/b/0", kind: Kind = "quotation") -> Quotation:
    return Quotation(where, "courier", "p1", exact, kind=kind)


def seen(
    text: str, *quoted: Quotation, at: str = URL, url: str = URL, head: str = "", words: int = 0
) -> Comparison:
    """What is said of a page with a text, whose source has quotations."""
    body = f"<article><h1>The Courier</h1><p>{text}</p><p>{FILLING}</p></article>"
    page = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    copy = Copy(url, Ref("source", "courier"), is_live=True)
    answer = Answer(200, at, page, "text/html", "utf-8")
    return compared(copy, answer, quoted, None, words, None, "en", DAY)


LIGHT = quotation("a white light under the arch")
HEADLINE = quotation("White light under the arch before the fall", "source:courier/title", "as_named")


def test_where_the_quotation_is_altered_the_page_is_that_of_the_source() -> None:
    found = seen("She saw a pale light under the arch of it.", LIGHT)
    assert found.page.absent is None
    assert [(each.now, each.since) for each in found.lost] == [("altered", DAY)]


def test_words_of_the_headline_alone_do_not_make_a_page_that_of_the_source() -> None:
    found = seen("White light under the arch before the fall. Log in to read this.", LIGHT, HEADLINE)
    assert found.page == WatchedPage(None, absent=("another", DAY))
    assert found.lost == []


def test_names_prove_nothing_where_words_are_quoted() -> None:
    name = quotation("Ida Holm", "claim:a/b/as_named", "as_named")
    assert seen("Ida Holm reads on Sunday.", name, LIGHT).page.absent == ("another", DAY)
    assert seen("Ida Holm reads on Sunday.", name, HEADLINE).page.absent is None


def test_a_page_that_has_some_of_the_words_but_is_much_shorter_is_not_judged() -> None:
    with pytest.raises(VisitError, match="where our copy has 2,000"):
        seen("She saw a white light under the arch.", LIGHT, quotation("nobody came near it"), words=2000)


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("https://www.courier.example/bolts/", URL),
        ("https://courier.example/bolts?from=mail", URL),
        ("https://courier.example/p%C3%BCl", "https://courier.example/pül"),
        ("http://courier.example/bolts", URL),
        (
            "https://web.archive.org/web/20310103030405id_/https://courier.example/bolts",
            "https://web.archive.org/web/20310102030405/https://courier.example/bolts",
        ),
    ],
)
def test_an_address_that_its_server_writes_otherwise_is_the_same(at: str, wanted: str) -> None:
    found = seen("She saw a pale light under the arch of it.", LIGHT, at=at, url=wanted)
    assert found.page.absent is None


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("https://courier.example/", URL),
        ("https://courier.example/Bolts-2", URL),
        ("https://news.example/bolts", URL),
        ("https://courier.example/read", "https://courier.example/read?article=7"),
    ],
)
def test_a_page_elsewhere_is_that_of_the_source_only_where_it_says_so_or_most_words_stand_there(
    at: str, wanted: str
) -> None:
    text = "She saw a pale light under the arch of it."
    found = seen(text, LIGHT, at=at, url=wanted)
    assert found.page == WatchedPage(None, at, absent=("another", DAY))
    assert found.came == f"it leads on to {at}, where the one quotation of this source does not stand"
    own = f'<link rel="canonical" href="{wanted}">'
    assert seen(text, LIGHT, at=at, url=wanted, head=own).page.absent is None
    both = quotation("She saw"), quotation("of it, as it fell"), quotation("a pale light")
    assert seen(text, *both, at=at, url=wanted).page.absent is None
