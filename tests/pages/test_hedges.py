"""A hedge stands beside its claim on every page that lists it."""

from __future__ import annotations

import pytest
from lxml import html

from generator.pages import claim, compare, event, home, organization, person, question, source
from generator.pages.cards import cards
from generator.pages.citation import statement
from generator.pages.metadata import shared_line
from generator.pages.network import page as network
from generator.records.refs import Ref
from generator.site.finish.feed import entries

from . import made_up_dataset as made_up

ONE, WHY = Ref("claim", "one"), Ref("question", "why")


@pytest.fixture(scope="module")
def site():
    """A question answered by one claim, at which its only speaker is said to have hinted."""
    said = made_up.says("a", stance="hints", hedge="hinted", said_in="event:talk")
    body = {"name": "Port", "type": "company", "description": "A body."}
    return made_up.site(
        {
            "claim:one": made_up.claim(
                said, answer=("why", "Rust"), about=["event:fall", "organization:port", "person:varga"]
            ),
            "claim:two": made_up.claim(
                made_up.says("b"), relations=[{"relation": "supports", "claim": "one"}], text="It was old."
            ),
            "question:why": made_up.question(),
            "event:talk": made_up.event(type="statement"),
            "organization:port": body,
        }
    )


ENTRIES = ("li", "dd", "tr", "section", "details", "div")
"""What holds one entry of a list."""


def leads_there(link):
    return "claims/one/" in link.get("href", "")


PAGES = {
    "claim": lambda s: claim.page(s, ONE),
    "a related claim": lambda s: claim.page(s, Ref("claim", "two")),
    "speaker": lambda s: person.page(s, Ref("person", "varga")),
    "subject": lambda s: organization.page(s, Ref("organization", "port")),
    "event": lambda s: event.page(s, Ref("event", "fall")),
    "statement": lambda s: event.page(s, Ref("event", "talk")),
    "source": lambda s: source.page(s, Ref("source", "ledger")),
    "question": lambda s: question.page(s, WHY),
    "home": lambda s: next(home.pages(s)),
    "matrix": lambda s: next(compare.pages(s)),
    "network": lambda s: next(network.pages(s)),
}


@pytest.mark.parametrize("place", PAGES)
def test_a_page_that_lists_the_claim_prints_its_hedge(site, place):
    text = made_up.rendered(site, PAGES[place](site)).split("---\n", 2)[2]
    listed = [
        link for link in html.fragments_fromstring(f"<div>{text}</div>")[0].iter("a") if leads_there(link)
    ]
    entries = [next(link.iterancestors(*ENTRIES)).text_content() for link in listed]
    assert "“hinted”" in text
    assert [entry for entry in entries if "“hinted”" not in entry] == []


def test_search_feed_shared_links_and_citations_print_it(site):
    assert claim.page(site, ONE).description.endswith("(hedged: “hinted”)")
    assert "hedged: “hinted”" in shared_line(site, claim.page(site, ONE))
    assert any("hedged: “hinted”" in entry.summary for entry in entries(site.dataset))
    (card,) = cards(site, ONE)
    assert "(hints, “hinted”)" in statement(site, ONE, card)
