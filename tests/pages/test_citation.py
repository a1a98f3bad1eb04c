"""What a page, an article and a statement are cited as."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest

from generator.lib.citing import Original, chicago, issued
from generator.lib.dates import parse
from generator.pages import claim, person, source
from generator.pages.cards import cards
from generator.pages.citation import cited_statement, imprint, page_item, source_item, statement
from generator.pages.downloads import items
from generator.pages.home import pages as home
from generator.pages.metadata import head
from generator.pages.site import Site
from generator.records.refs import Ref

from . import made_up_dataset as made

CLAIM = Ref("claim", "fall")
LEDGER = Ref("source", "ledger")
VARGA = Ref("person", "varga")


def site(ledger: dict[str, Any] | None = None, address: str = "", **documentary: Any) -> Site:
    records = {
        "claim:fall": made.claim(made.says("varga-1", said="2031-01-05~"), changed="2031-03-09"),
        "source:ledger": made.source(**(ledger or {})),
        "organization:daily": {"name": "The Daily", "type": "news_outlet", "description": "A newspaper."},
    }
    found = made.site(records, **documentary)
    return Site(found.dataset, address)


def test_a_page_names_no_author_and_no_address_that_nobody_stated() -> None:
    item = page_item(site(), person.page(site(), VARGA))
    assert item.authors == ()
    assert item.url == ""
    assert chicago(item) == "The Bridge. “Ilse Varga.” March 1, 2031."


def test_stated_editors_and_a_known_address_are_in_the_citation() -> None:
    editors = [{"name": "Ana Lind", "family": "Lind"}, {"name": "The Bridge Circle"}]
    edited = site(address="https://example.org/b/", editors=editors)
    assert chicago(page_item(edited, person.page(edited, VARGA))) == (
        "Lind, Ana, and The Bridge Circle. “Ilse Varga.” The Bridge, March 1, 2031. "
        "https://example.org/b/people/varga/."
    )


def test_a_claim_is_cited_as_a_claim_on_the_day_of_its_last_change() -> None:
    item = page_item(site(), claim.page(site(), CLAIM))
    assert item.title == "Claim: The bridge fell by itself."
    assert item.issued is not None
    assert item.issued.iso == "2031-03-09"


def test_the_home_page_is_the_site_as_a_whole_and_as_new_as_its_newest_record() -> None:
    item = page_item(site(), next(home(site())))
    assert item.is_site
    assert item.issued is not None
    assert item.issued.iso == "2031-03-09"


def test_the_page_of_an_article_is_not_cited_as_the_article() -> None:
    here = page_item(site(), source.page(site(), LEDGER))
    assert here.title == "Reading notes: Bridge falls"
    there = source_item(site({"authors": ["person:varga"], "publisher": "organization:daily"}), LEDGER)
    assert chicago(there) == "Ilse Varga. “Bridge falls.” <i>The Daily</i>, January 9, 2031."


def test_the_family_name_of_an_author_is_the_one_or_the_short_one_that_the_record_gives() -> None:
    found = site({"authors": ["person:varga"]})
    short = {"text": "Varga", "kind": "short"}
    records = {
        "source:ledger": made.source(authors=["person:varga"]),
        "person:varga": {"name": "Ilse Varga", "names": [short], "description": "An engineer."},
    }
    assert chicago(source_item(made.site(records), LEDGER)).startswith("Varga, Ilse. ")
    assert chicago(source_item(found, LEDGER)).startswith("Ilse Varga. ")
    records["person:varga"] = {"name": "Ilse de Varga", "family": "de Varga", "description": "An engineer."}
    assert chicago(source_item(made.site(records), LEDGER)).startswith("Varga, Ilse de. ")


def test_what_the_copy_does_not_state_stays_out_and_our_own_title_stands_in_brackets() -> None:
    untitled = {"title": None, "supplied_title": "Essay", "published": None}
    item = source_item(site(untitled), LEDGER)
    assert chicago(item) == "[Essay]. n.d."
    assert item.url == ""


def test_the_line_of_a_statement_says_who_when_in_which_article_and_where_it_stands() -> None:
    found = site({"publisher": "organization:daily"}, address="https://example.org/b/")
    assert statement(found, CLAIM, cards(found, CLAIM)[0]) == (
        "Ilse Varga (asserts), about 5 January 2031, in “Bridge falls”, The Daily, 9 January 2031, "
        "paragraph 1; The Bridge, https://example.org/b/claims/fall/#varga-1"
    )


def test_the_line_of_a_statement_without_a_known_address_names_the_place_in_the_site() -> None:
    found = site({"published": None})
    line = statement(found, CLAIM, cards(found, CLAIM)[0])
    assert line.endswith(
        "“Bridge falls”, publisher not stated, date not stated, paragraph 1; The Bridge, claims/fall/#varga-1"
    )


def test_every_form_stands_on_the_page_and_on_that_of_an_article_twice() -> None:
    found = site()
    names = r"<dt>(Chicago|APA|MLA|Wikipedia|BibTeX|RIS|CSL-JSON)</dt>"
    assert len(re.findall(names, made.rendered(found, claim.page(found, CLAIM)))) == 7 + 4
    assert len(re.findall(names, made.rendered(found, source.page(found, LEDGER)))) == 14


def test_a_page_lists_the_sources_it_refers_to_and_that_of_an_article_not_itself() -> None:
    found = site({"url": "https://example.org/a?b&c"})
    page = made.rendered(found, claim.page(found, CLAIM))
    listed = page.partition('<ol class="sources-here"')[2].partition("</ol>")[0]
    assert "Bridge falls" in listed
    assert ">https://example.org/a?b&c<" in unescape(listed)
    assert "sources-here" not in made.rendered(found, source.page(found, LEDGER))


def test_the_address_for_paper_is_drawn_only_where_the_site_knows_it() -> None:
    assert "paper-only" not in made.rendered(site(), claim.page(site(), CLAIM))
    known = site(address="https://example.org/b/")
    page = made.rendered(known, claim.page(known, CLAIM))
    assert 'class="qr"' in page
    assert "<figcaption>https://example.org/b/claims/fall/</figcaption>" in page


def test_hostile_titles_break_no_citation() -> None:
    title = "</pre></script><script>x</script> {{x}} | *a* [b](javascript:1)"
    found = site({"title": title}, title=title)
    for text in (
        made.rendered(found, claim.page(found, CLAIM)),
        made.rendered(found, source.page(found, LEDGER)),
    ):
        body = text.split("\n---\n", 1)[1]
        assert "<script" not in body
        assert body.count("<pre") == body.count("</pre>")
        assert "\n\n" not in body.partition('<details class="cite"')[2].partition("</details>")[0]


def test_a_statement_is_cited_in_each_style_with_its_own_address() -> None:
    found = site({"publisher": "organization:daily"}, address="https://example.org/b/")
    cited = cited_statement(found, CLAIM, cards(found, CLAIM)[0])
    assert [form.name for form in cited.forms] == ["Chicago", "APA", "MLA", "Wikipedia"]
    assert cited.forms[0].text == (
        "The Bridge. “Ilse Varga (asserts), in ‘Bridge falls’, The Daily, 9 January 2031, paragraph 1: "
        "The bridge fell by itself.” March 9, 2031. https://example.org/b/claims/fall/#varga-1."
    )
    for form in cited.forms[:3]:
        assert "https://example.org/b/claims/fall/#varga-1" in form.text
        assert "paragraph 1" in form.text


def test_wikipedia_is_given_the_article_of_a_statement_at_its_paragraph() -> None:
    persian = {"title": "پل افتاد", "language": "fa", "url": "https://d.example/1"}
    archived = [{"url": "https://archive.example/1", "date": "2031-05-01"}]
    found = site({**persian, "archived": archived, "publisher": "organization:daily"})
    cited = cited_statement(found, CLAIM, cards(found, CLAIM)[0])
    assert cited.forms[3].text == (
        "{{cite news |script-title=fa:پل افتاد |work=The Daily |date=9 January 2031 |language=fa "
        "|at=paragraph 1 |url=https://d.example/1 |archive-url=https://archive.example/1 "
        "|archive-date=2031-05-01 |access-date=}}"
    )


def test_a_statement_in_a_repost_is_cited_with_the_original_by_way_of_the_repost_in_every_form() -> None:
    found = repost(claim=made.claim(made.says("varga-1")))
    cited = cited_statement(found, CLAIM, cards(found, CLAIM)[0])
    for form in cited.forms[:3]:
        assert "The Daily, 7 January 2031, via The Ledger, 9 January 2031" in form.text
    assert "|work=The Daily |via=The Ledger |date=7 January 2031 " in cited.forms[3].text


@pytest.mark.parametrize(
    ("word", "kind"),
    [("report", "article-newspaper"), ("opinion", "article-newspaper"), ("book", "book"),
     ("official_report", "report"), ("web_page", "webpage"), ("document", "document"),
     ("word_of_the_editors", "document")],
)  # fmt: skip
def test_every_type_of_source_is_one_of_csl(word: str, kind: str) -> None:
    item = source_item(site({"type": word, "publisher": "organization:daily"}), LEDGER)
    assert item.type == kind
    stands_in = kind in ("article-newspaper", "webpage")
    assert (item.container, item.publisher) == (("The Daily", "") if stands_in else ("", "The Daily"))


def test_translator_larger_work_and_number_of_a_source_are_cited() -> None:
    fields = {"type": "chapter", "container": "Bridges", "translators": ["person:varga"], "number": "7"}
    item = source_item(site({**fields, "publisher": "organization:daily"}), LEDGER)
    assert chicago(item) == "“Bridge falls.” Translated by Ilse Varga. In <i>Bridges</i>. The Daily, 2031."
    assert (item.container, item.publisher, item.number) == ("Bridges", "The Daily", "7")


def test_the_abstract_of_an_article_says_what_it_is() -> None:
    assert source_item(site(), LEDGER).abstract == "A report."


def test_where_an_article_first_appeared_is_part_of_its_citation() -> None:
    stub = {"publisher": "organization:daily", "published": {"edtf": "2031-01-08", "basis": "stated"}}
    derived = [{"relation": "republication", "stub": stub}]
    first = Original(container="The Daily", issued=issued(parse("2031-01-08")))
    assert source_item(site({"derivation": derived}), LEDGER).original == first
    based = [{"relation": "based_on", "stub": stub}]
    assert source_item(site({"derivation": based}), LEDGER).original is None


def repost(claim: dict[str, Any] | None = None, **ledger: Any) -> Site:
    """A source that the Ledger reprints from the Daily two days after it appeared there."""
    stub = {"publisher": "organization:daily", "published": {"edtf": "2031-01-07", "basis": "stated"}}
    records = {
        "source:ledger": made.source(
            publisher="organization:ledger",
            derivation=[{"relation": "republication", "stub": stub}],
            **ledger,
        ),
        "organization:daily": {"name": "The Daily", "type": "news_outlet", "description": "A newspaper."},
        "organization:ledger": {"name": "The Ledger", "type": "news_outlet", "description": "A newspaper."},
        **({"claim:fall": claim} if claim else {}),
    }
    return Site(made.site(records).dataset)


def test_a_repost_is_cited_as_the_original_by_way_of_the_repost() -> None:
    assert imprint(repost(), LEDGER) == "The Daily, 7 January 2031, via The Ledger, 9 January 2031"
    assert str(chicago(source_item(repost(), LEDGER))) == (
        "<i>The Ledger</i>. “Bridge falls.” January 9, 2031. "
        "Originally published in <i>The Daily</i>, January 7, 2031."
    )


def test_what_programs_are_told_of_a_repost_is_the_repost_itself() -> None:
    told = head(repost(), source.page(repost(), LEDGER), [], pictured=False)["data"]
    entity = json.loads(told)["mainEntity"]
    assert (entity["publisher"]["name"], entity["datePublished"]) == ("The Ledger", "2031-01-09")


def test_names_and_titles_of_another_direction_are_set_apart_in_lines_and_lists() -> None:
    daily = {"name": "روزنامه", "type": "news_outlet", "description": "A newspaper."}
    records = {
        "claim:fall": made.claim(made.says("varga-1")),
        "source:ledger": made.source(title="چه افتاد؟", language="fa", publisher="organization:daily"),
        "organization:daily": daily,
    }
    found = Site(made.site(records).dataset)
    assert imprint(found, LEDGER) == "<bdi>روزنامه</bdi>, 9 January 2031"
    line = statement(found, CLAIM, cards(found, CLAIM)[0])
    assert "in “<bdi>چه افتاد؟</bdi>”, <bdi>روزنامه</bdi>, 9 January 2031" in line
    page = made.rendered(found, claim.page(found, CLAIM))
    assert '><bdi>چه افتاد؟</bdi></a> <span class="fine"><bdi>روزنامه</bdi>, 9 January 2031' in page
    (item,) = (i for i in items(found, claim.page(found, CLAIM)) if i.key.endswith("varga-1"))
    assert "in “چه افتاد؟”, روزنامه, 9 January 2031" in item.title


def test_a_name_with_marks_of_html_stays_text_in_the_line_of_a_statement() -> None:
    found = site({"title": "<b>%s {x}"})
    line = statement(found, CLAIM, cards(found, CLAIM)[0])
    assert "“&lt;b&gt;%s {x}”" in line
