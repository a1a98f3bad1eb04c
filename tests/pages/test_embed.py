"""What other websites show in a frame: never a claim as a fact, never more than a frame has room for."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from typing import Any

import lxml.html
import pytest

from generator.lib.language import speaking
from generator.pages import claim, compare, event, person, question, timeline, withdrawn
from generator.pages.embed import MOST_BYTES, MOST_HEIGHT, Embed, embeds, policy, style
from generator.pages.page import Page
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.refs import Ref
from generator.site.finish.csp import foreign

from . import made_up_dataset as made

HOME = "https://example.org/b/"
CLAIM, WHY, FALL = Ref("claim", "fall"), Ref("question", "why"), Ref("event", "fall")
AGAINST = made.says("rook-1", said="2031-02-01", speaker="person:rook", stance="denies")
ROOK = {"person:rook": {"name": "Ada Rook", "description": "A pilot."}}


def site_of(records: dict[str, dict[str, Any]], **documentary: Any) -> Site:
    return Site(made.site(records, **documentary).dataset, HOME)


def said(exact: str = "it fell by itself", **fields: Any) -> dict[str, Any]:
    return made.says("varga-1", said="2031-01-05", evidence=[made.evidence("ledger", exact)], **fields)


def text_of(embed: Embed) -> str:
    return " ".join(lxml.html.document_fromstring(embed.html).body.text_content().split())


def of(site: Site, page: Page) -> tuple[Embed, ...]:
    return embeds(Renderer(site), page)


def of_claim(*assertions: dict[str, Any], more: dict[str, Any] | None = None, **fields: Any) -> Embed:
    site = site_of({"claim:fall": made.claim(*assertions, **fields), **ROOK, **(more or {})})
    (found,) = of(site, claim.page(site, CLAIM))
    return found


def test_a_claim_says_who_says_so_before_what_is_said_and_how_it_stands() -> None:
    found = of_claim(said(hedge="perhaps"), AGAINST, changed="2031-03-09")
    text = text_of(found)
    told = [
        "Claim · According to Ilse Varga, hedged: “perhaps”",
        "The bridge fell by itself.",
        "Contradicted",
        "1 denial",
        "denies: Ada Rook",
        "“it fell by itself”",
        "Ilse Varga, 5 January 2031: asserts hedged: “perhaps”",
        "9 January 2031",
        "The Bridge · Last changed: 9 March 2031",
        "It does not say what is true.",
    ]
    assert [each for each in told if each not in text] == []
    assert sorted(told, key=text.index) == told
    assert found.title == "According to Ilse Varga, hedged: “perhaps”: The bridge fell by itself."


def test_what_is_set_against_a_claim_stands_with_it_and_says_who_says_it() -> None:
    other = made.claim(made.says("rook-2", speaker="person:rook"), text="A ship broke it.")
    related = [{"relation": "contradicts", "claim": "claim:ship"}]
    found = of_claim(said(), relations=related, more={"claim:ship": other})
    assert "contradicts: A ship broke it. (According to Ada Rook)" in text_of(found)


def test_among_the_statements_shown_is_one_against_the_claim() -> None:
    many = [made.says(f"varga-{n}", said=f"2031-01-{n + 10}") for n in range(9)]
    text = text_of(of_claim(*many, AGAINST))
    assert "Ada Rook, 1 February 2031: denies" in text
    assert "7 more statements on the page" in text


def test_an_embed_is_one_file_in_which_nothing_runs_or_is_fetched() -> None:
    found = of_claim(said(), AGAINST)
    assert found.url == "embed/claims/fall/"
    page = lxml.html.document_fromstring(found.html)
    assert page.xpath("//script | //img | //iframe | //@src | //link[not(@rel='canonical')]") == []
    assert foreign(found.html) == []
    assert page.xpath("string(//link[@rel='canonical']/@href)") == f"{HOME}claims/fall/"
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert page.xpath("string(//base/@target)") == "_blank"
    assert page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)") == policy()
    links = {urlpath for urlpath in page.xpath("//a/@href") if not urlpath.startswith("../")}
    assert links == set()
    assert "../../../claims/fall/" in page.xpath("//a/@href")


def test_the_policy_lets_in_the_style_and_nothing_else_of_the_page() -> None:
    css = str(style()).removeprefix("<style>").removesuffix("</style>")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy() == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert "--shape-denies: url(" in css
    assert "light-dark(#93201a" in css
    assert "<style>p{}</style>" not in str(style())
    assert foreign("<style>p{}</style>") == ["“<style>”"]
    assert foreign('<base target="_blank">') == []
    assert foreign('<base href="https://elsewhere.example/">') != []


def test_a_site_that_does_not_know_its_address_has_none() -> None:
    found = made.site({"claim:fall": made.claim(said())})
    page = claim.page(found, CLAIM)
    assert of(found, page) == ()
    assert '<details class="embed">' not in made.rendered(found, page)


def test_other_pages_have_none() -> None:
    found = site_of({})
    assert of(found, person.page(found, Ref("person", "varga"))) == ()
    assert of(found, event.page(found, FALL)) == ()  # no question is about it


def questioned(positions: int = 2, accounts: int = 1, dated: bool = True) -> Site:
    records = {
        f"claim:c{n:02}": made.claim(
            *(
                made.says(f"varga-{k}", said=f"2031-01-{k % 27 + 1:02}" if dated else None, hedge="it seems")
                for k in range(accounts)
            ),
            answer=("why", f"Answer {n}"),
            text=f"The bridge fell for the reason number {n}.",
        )
        for n in range(positions)
    }
    return site_of({"question:why": made.question(), **records})


def test_a_question_shows_its_drawing_with_who_gives_each_answer_and_how_it_stands() -> None:
    found = questioned()
    (embed,) = of(found, question.page(found, WHY))
    text = text_of(embed)
    assert "Why did the bridge fall?" in text
    assert "Answer 1 One source hedged: “it seems”" in text
    assert "Varga asserts hedged: “it seems”, 1 January 2031" in text
    assert embed.html.count('class="account asserts"') == 2
    assert "../../../claims/c00/#varga-0" in embed.html


def test_a_question_of_which_no_account_has_a_date_is_told_in_words() -> None:
    found = questioned(dated=False)
    (embed,) = of(found, question.page(found, WHY))
    assert "Varga asserts" in text_of(embed)
    assert 'class="account ' not in embed.html


@pytest.mark.parametrize(("positions", "accounts"), [(40, 1), (3, 60), (1, 300), (30, 30)])
def test_a_question_shows_as_many_answers_as_a_frame_has_room_for(positions: int, accounts: int) -> None:
    found = questioned(positions, accounts)
    (embed,) = of(found, question.page(found, WHY))
    assert len(embed.html.encode()) <= MOST_BYTES
    assert embed.height <= MOST_HEIGHT
    shown = embed.html.count('<p class="of">')
    assert shown >= 1
    left = positions - shown
    assert (f"{left} more answer" in text_of(embed)) == (left > 0)


def test_long_quotations_leave_room_for_fewer_of_them() -> None:
    long = " ".join(["the bridge, which had stood since the old days, fell into the river"] * 5)
    many = [
        made.says(f"varga-{n}", said=f"2031-01-{n + 10}", evidence=[made.evidence("ledger", long)])
        for n in range(9)
    ]
    found = of_claim(*many)
    assert found.html.count('<section class="card">') < 3
    assert "more statements on the page" in text_of(found)


def test_the_questions_on_an_event_are_shown_source_by_source_with_who_answers() -> None:
    found = questioned()
    (embed,) = of(found, event.page(found, FALL))
    assert embed.url == "embed/events/fall/"
    assert embed.title == "What sources disagree on: Fall of the bridge"
    assert "Answer 0 hedged: “it seems” (Ilse Varga)Answer 1" in text_of(embed)
    (whole,) = of(found, next(iter(compare.pages(found))))
    assert whole.url == "embed/compare/"
    assert "Why did the bridge fall?" in text_of(whole)


def test_who_denies_an_answer_is_told_apart_from_who_asserts_it() -> None:
    both = made.claim(said(), AGAINST, answer=("why", "Rust"))
    found = site_of({"question:why": made.question(), "claim:c": both, **ROOK})
    (embed,) = of(found, event.page(found, FALL))
    assert "asserts (Ilse Varga), denies (Ada Rook): Rust" in text_of(embed)


def test_a_source_that_was_read_for_a_question_and_is_silent_is_told() -> None:
    found = questioned()
    records = {"source:wire": made.source(), "question:why": made.question(silent=["source:wire"])}
    answered = {"claim:c": made.claim(made.says("varga-1"), answer=("why", "Rust"))}
    found = site_of({**records, **answered})
    (embed,) = of(found, event.page(found, FALL))
    assert "Checked, not stated: " in text_of(embed)


def test_the_timeline_is_shown_whole_and_by_year_with_the_sources_that_tell_of_each_event() -> None:
    early = {
        f"event:e{n}": made.event(f"2029-0{n + 1}-02", name=f"Work {n}", status="alleged") for n in range(3)
    }
    found = site_of(early)
    (page,) = timeline.pages(found)
    whole, first, second = of(found, page)
    assert [each.url for each in (whole, first, second)] == [
        "embed/timeline/",
        "embed/timeline/2029/",
        "embed/timeline/2031/",
    ]
    text = text_of(first)
    assert "2 January 2029 · event alleged Work 0 According to" in text
    assert "Fall of the bridge" not in text
    assert "../../../timeline/#event-e0" in first.html
    assert "../../../timeline/#y2029" in first.html


def test_a_year_with_more_entries_than_there_is_room_for_says_how_many_more() -> None:
    many = {f"event:e{n}": made.event(f"2031-02-{n + 1:02}", name=f"Work {n}") for n in range(20)}
    found = site_of(many)
    (page,) = timeline.pages(found)
    (embed,) = of(found, page)
    shown = embed.html.count('<section class="moment')
    assert f"{22 - shown} more entries on the page" in text_of(embed)
    assert embed.height <= MOST_HEIGHT


def test_what_was_taken_down_says_so_where_it_was_shown() -> None:
    taken = [{"record": "claim:gone", "date": "2031-04-01", "reason": "It named a child."}]
    found = site_of({}, withdrawn=taken)
    (page,) = withdrawn.pages(found)
    (embed,) = of(found, page)
    assert embed.url == "embed/claims/gone/"
    assert "taken down on 1 April 2031" in text_of(embed)
    assert "It named a child." in text_of(embed)


def test_the_page_offers_the_frame_to_be_copied_and_names_its_documents() -> None:
    found = site_of({"claim:fall": made.claim(said())})
    page = claim.page(found, CLAIM)
    (embed,) = of(found, page)
    made_page = Renderer(found).render(page)
    code = re.search(r'<details class="embed">.*?<pre[^>]*>(.*?)</pre>', made_page.body, re.DOTALL)
    assert code
    assert html.unescape(code[1]) == str(embed.frame)
    frame = lxml.html.fragment_fromstring(str(embed.frame))
    assert dict(frame.attrib) == {
        "src": f"{HOME}embed/claims/fall/",
        "title": "According to Ilse Varga: The bridge fell by itself.",
        "width": "100%",
        "height": str(embed.height),
        "style": "border:0;max-width:640px",
        "loading": "lazy",
        "referrerpolicy": "no-referrer",
    }
    assert [(link["type"], link["href"]) for link in made_page.matter["head"]["oembed"]] == [
        ("application/json+oembed", f"{HOME}claims/fall/oembed.json"),
        ("text/xml+oembed", f"{HOME}claims/fall/oembed.xml"),
    ]


@pytest.mark.parametrize(
    "text", ["</style><script>alert(1)</script>", '" onload="x', "</pre></details><b>", "{{ 7 * 7 }} & co"]
)
def test_what_editors_write_is_text_in_the_embed_in_its_frame_and_on_its_page(text: str) -> None:
    found = site_of(
        {"claim:fall": made.claim(said(text), text=text), "source:ledger": made.source(title=text)}
    )
    page = claim.page(found, CLAIM)
    (embed,) = of(found, page)
    assert foreign(embed.html) == []
    assert embed.html.count("<style>") == 1
    assert len(lxml.html.fragment_fromstring(str(embed.frame)).attrib) == 7
    body = Renderer(found).render(page).body
    assert "<script>alert" not in body
    assert body.count("</details>") == body.count("<details")


def test_in_a_language_that_is_written_from_the_right_the_embed_runs_so_too() -> None:
    found = site_of({"claim:fall": made.claim(said())}, language="fa")
    with speaking("fa"):
        (embed,) = of(found, claim.page(found, CLAIM))
    assert '<html lang="fa" dir="rtl"' in embed.html


def test_the_day_is_that_of_the_last_change_of_anything_shown() -> None:
    found = site_of(
        {
            "question:why": made.question(changed="2031-06-01"),
            "claim:one": made.claim(said(), answer=("why", "Rust"), changed="2031-08-08"),
            "claim:two": made.claim(said(), answer=("why", "A ship"), text="A ship broke it."),
        }
    )
    (embed,) = of(found, question.page(found, WHY))
    assert "Last changed: 8 August 2031" in text_of(embed)
    (on_event,) = of(found, event.page(found, FALL))
    assert "Last changed: 8 August 2031" in text_of(on_event)
