"""On the cards of the first documentary the speakers’ words are what is read first and most."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from generator.pages import claim
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.reader import read

from ..build_copy import ROOT


def words(element: html.HtmlElement) -> int:
    return len(element.text_content().split())


def cards() -> Iterator[html.HtmlElement]:
    """Every card that has a quotation, with what is closed on it left out."""
    dataset, problems = read(ROOT)
    assert dataset is not None, problems
    site = Site(dataset)
    renderer = Renderer(site)
    for ref in dataset.claims:
        finished = renderer.render(claim.page(site, ref)).article
        assert finished is not None
        page = html.fragment_fromstring(finished.html, create_parent="div")
        for closed in page.xpath(".//details/*[not(self::summary)]"):
            closed.drop_tree()
        yield from (card for card in page.find_class("assertion") if card.find_class("words"))


def test_a_quarter_of_the_words_on_the_cards_are_the_speakers() -> None:
    found = list(cards())
    quoted = sum(words(each) for card in found for each in card.find_class("words"))
    assert len(found) > 50
    assert quoted / sum(map(words, found)) >= 0.25


def test_every_card_begins_with_the_words() -> None:
    for card in cards():
        assert "words" in card[0].get("class", "")
