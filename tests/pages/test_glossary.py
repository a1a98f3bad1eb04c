"""Words are explained where they first stand on a page, and in the glossary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html
from pydantic import TypeAdapter

from generator.pages import event, glossary, home
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.model import Glossary
from generator.records.refs import Ref
from generator.site.finish.search import entry_of

from . import made_up_dataset as made_up

SPAN = {
    "term": "span",
    "also": ["spans"],
    "text": "A part of [the bridge](event:fall).",
    "record": "event:fall",
}
PIER = {"term": "pier", "text": "What carries a span."}
ZERO = {"term": "École", "text": "A school."}


def site(*terms: dict[str, Any], **documentary: Any) -> Site:
    found = made_up.site(
        {"event:fall": made_up.event(description="The spans fell on a span.")}, **documentary
    )
    read = TypeAdapter(Glossary).validate_python(list(terms))
    return Site(replace(found.dataset, glossary=read))


def tree(site: Site, page: Page) -> Any:
    return html.fromstring(Renderer(site).render(page).body)


def of_event(site: Site) -> Any:
    return tree(site, event.page(site, Ref("event", "fall")))


def of_glossary(*terms: dict[str, Any]) -> Any:
    made = site(*terms)
    [page] = glossary.pages(made)
    return tree(made, page)


def test_the_first_of_a_term_on_a_page_opens_what_it_means() -> None:
    found = of_event(site(SPAN, PIER))
    [opens] = found.xpath("//button[@class='term']")
    assert opens.text == "spans"
    [explained] = found.xpath("//*[@popover]")
    assert opens.get("popovertarget") == explained.get("id")
    assert explained.xpath("string(./p[1])") == "span A part of the bridge."


def test_an_explanation_leads_to_the_glossary_and_to_the_record_but_not_to_the_page_it_stands_on() -> None:
    own = of_event(site(SPAN)).xpath("//*[@popover]//a/@href")
    assert own == ["../../glossary/#span"]
    elsewhere = site(SPAN, introduction="A span fell.")
    [page] = home.pages(elsewhere)
    assert tree(elsewhere, page).xpath("//*[@popover]//a/@href") == ["events/fall/", "glossary/#span"]


def test_a_page_without_the_word_has_nothing_of_it() -> None:
    found = of_event(site(PIER))
    assert not found.xpath("//*[@popover] | //*[contains(@class, 'term')]")


def test_the_glossary_lists_its_terms_by_letter_and_leads_from_one_to_another() -> None:
    found = of_glossary(SPAN, ZERO, PIER)
    assert found.xpath("//ul/li/@id") == ["école", "pier", "span"]
    assert found.xpath("//nav//a/@href") == ["#école", "#pier", "#span"]
    assert found.xpath("//li[@id='pier']//a/@href") == ["#span"]
    assert found.xpath("//li[@id='span']//a/@href") == ["../events/fall/", "../events/fall/"]
    assert not found.xpath("//button")


def test_there_is_no_page_where_no_word_is_explained() -> None:
    assert list(glossary.pages(site())) == []


def test_the_search_finds_a_term_at_its_place_in_the_glossary_alone() -> None:
    frame = "<html><head></head><body><article>{}</article></body></html>"
    made = site(SPAN)
    bodies = [
        Renderer(made).render(page).article
        for page in (event.page(made, Ref("event", "fall")), *glossary.pages(made))
    ]
    texts = [
        entry_of("x/index.html", frame.format(body and body.html), {"kind": ["page"]}) for body in bodies
    ]
    in_event, in_glossary = ([(p.at, p.text) for p in each.passages] for each in texts)
    assert ("", "The spans fell on a span.") in in_event
    assert not [text for _, text in in_event if "A part of the bridge" in text]
    assert ("span", "A part of the bridge.") in in_glossary
    assert texts[1].places["span"] == "span"
