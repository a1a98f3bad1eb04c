"""The files beside a page."""

from __future__ import annotations

import json
import re

from generator.pages import claim, index, person, source
from generator.pages.downloads import beside
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made

HOME = "https://example.org/b/"
CLAIM, LEDGER, VARGA = Ref("claim", "fall"), Ref("source", "ledger"), Ref("person", "varga")


def site() -> Site:
    records = {
        "claim:fall": made.claim(made.says("varga-1"), changed="2031-03-09"),
        "source:ledger": made.source(),
    }
    return Site(made.site(records).dataset, HOME)


def test_a_claim_comes_with_the_citations_of_itself_its_statements_and_its_articles() -> None:
    files = beside(site(), claim.page(site(), CLAIM))
    told = json.loads(files["claims/fall/citations.json"])
    assert [item["id"] for item in told] == ["claims-fall", "claims-fall-varga-1", "article-ledger"]
    assert told[1]["URL"] == f"{HOME}claims/fall/#varga-1"
    assert told[1]["abstract"] == "One source · 1 article"
    bib = files["claims/fall/citations.bib"].decode()
    assert re.findall(r"^@(\w+){([\w-]+),", bib, re.MULTILINE) == [
        ("online", "claims-fall"),
        ("online", "claims-fall-varga-1"),
        ("article", "article-ledger"),
    ]
    assert files["claims/fall/citations.ris"].decode().count("ER  - ") == 3


def test_the_list_of_sources_comes_with_the_whole_bibliography() -> None:
    found = site()
    (page,) = (page for page in index.pages(found) if page.url == "sources/")
    files = beside(found, page)
    ids = [item["id"] for item in json.loads(files["sources/citations.json"])]
    assert ids == [f"article-{ref.id}" for ref in found.in_kind("source")]
    assert "citations.bib" in made.rendered(found, page)


def test_questions_people_and_sources_have_feeds_and_claims_have_none() -> None:
    found = site()
    assert "people/varga/feed.xml" in beside(found, person.page(found, VARGA))
    assert "sources/ledger/feed.json" in beside(found, source.page(found, LEDGER))
    assert not any("feed" in path for path in beside(found, claim.page(found, CLAIM)))
    assert '"feed": ' not in made.rendered(found, claim.page(found, CLAIM)).split("---")[1]
    assert 'feed: "Ilse Varga"' in made.rendered(found, person.page(found, VARGA))
