"""The events as a source or a speaker tells them, alone and two side by side."""

import pytest

from generator.pages import side_by_side, source, telling
from generator.pages.assemble import pages as all_pages
from generator.records.refs import Ref

from .made_up_dataset import claim, event, evidence, question, rendered, says, site
from .made_up_dataset import source as article

LEDGER, POST, VARGA = Ref("source", "ledger"), Ref("source", "post"), Ref("person", "varga")
PAIR = (LEDGER, POST)
RUST = "the rust was there for years"


def bridge(**records):
    return site(
        {
            "source:post": article(title="Bridge pulled down", short="Post 2031"),
            "event:bell": event("2031-01-01", name="Ringing of the bell", evidence=[evidence("post")]),
            "event:hearing": event(None, name="The hearing", evidence=[evidence("post")]),
            "question:why": question(),
            "claim:rust": claim(
                says("a", evidence=[evidence("ledger", RUST)]), says("d", "post", stance="denies"),
                answer=("why", "Rust"), text="Rust broke it.",
            ),
            "claim:rang": claim(says("b", "post"), text="The bell rang.", about=["event:bell"]),
            "claim:spelt": claim(says("c", "post"), text="They write Brigde.", kind="spelling"),
            **records,
        }
    )  # fmt: skip


def account(made, ref):
    [page] = telling.account_pages(made, ref, side_by_side.beside(made, ref))
    return rendered(made, page)


def test_an_account_goes_through_the_events_in_their_order():
    told = telling.telling(bridge(), POST)
    assert [each.event.id for each in told] == ["bell", "fall", "hearing"]
    assert [[s.claim.id for s in each.sayings] for each in told] == [["rang"], ["rust"], []]
    assert [each.order_known for each in told] == [True, True, False]


def test_what_belongs_to_no_event_comes_last_and_says_so():
    made = bridge(**{"claim:odd": claim(says("x"), text="She is tall.", about=["person:varga"])})
    *_, last = telling.telling(made, LEDGER)
    assert (last.event, [s.claim.id for s in last.sayings]) == (None, ["odd"])
    assert "Of no event recorded here" in account(made, LEDGER)


def test_a_claim_about_no_event_stands_with_that_of_its_question():
    answer = claim(says("x"), text="She saw it.", about=["person:varga"], answer=("why", "Seen"))
    [told] = telling.telling(bridge(**{"claim:odd": answer}), LEDGER)
    assert [s.claim.id for s in told.sayings] == ["odd", "rust"]


def test_every_statement_has_its_words_its_speaker_its_stance_and_its_place():
    text = account(bridge(), LEDGER)
    assert RUST in text
    assert 'href="../../../people/varga/"' in text
    assert 'class="stance asserts"' in text
    assert 'href="../#p1">paragraph 1</a>' in text
    assert 'href="../../../claims/rust/#a"' in text


def test_the_account_of_a_speaker_names_the_source_of_each_statement():
    text = account(bridge(), VARGA)
    assert 'href="../../../sources/post/"' in text
    assert "9 January 2031</time>; when it was said is not stated" in text


def test_a_date_that_we_inferred_says_so_and_what_is_ours_is_told():
    when = {"edtf": "2031-01-03", "basis": "inferred", "reason": "It says “on Friday”."}
    text = account(bridge(**{"event:fall": event(evidence=[evidence("ledger")]) | {"when": when}}), LEDGER)
    assert "3 January 2031</time>, inferred" in text
    assert "Ours are the events with their order and dates" in text


def test_a_speaker_of_one_event_has_no_account_and_no_way_to_it():
    made = site({"claim:one": claim(says("a"))})
    assert list(telling.account_pages(made, VARGA, ())) == []
    files = all_pages(made.dataset)
    assert "people/varga/account/index.md" not in files
    assert "sources/ledger/account/index.md" in files


def test_the_page_of_the_source_leads_to_its_account_and_that_to_the_pairs():
    made = bridge()
    assert 'href="account/"' in rendered(made, source.page(made, LEDGER))
    assert 'href="../../../accounts/source-ledger--source-post/"' in account(made, LEDGER)


def test_side_by_side_every_event_is_one_row_and_a_missing_account_says_what_is_missing():
    rows = side_by_side.in_step(bridge(), PAIR)
    assert [row.told.event.id for row in rows] == ["bell", "fall", "hearing"]
    assert [[cell is not None for cell in row.cells] for row in rows] == [
        [False, True],
        [True, True],
        [False, True],
    ]


def pair_page(made):
    [page] = [p for p in side_by_side.pages(made) if p.url == "accounts/source-ledger--source-post/"]
    return page


def test_the_questions_on_which_the_two_part_are_named():
    made = bridge()
    text = rendered(made, pair_page(made))
    assert "Both answer 1 question. On 1 of them what is recorded of the two differs." in text
    parting = text.split("## Where they part")[1].split("## Event by event")[0]
    assert "Why did the bridge fall?" in parting
    assert "1 denies" in parting
    assert text.split("## Event by event")[1].count("nothing on it is recorded") == 2


def test_where_nothing_differs_nothing_is_said_to_part():
    made = bridge(**{"claim:rust": claim(says("a"), says("d", "post"), answer=("why", "Rust"))})
    text = rendered(made, pair_page(made))
    assert "Of the answers recorded none differ." in text
    assert "Where they part" not in text


def test_where_no_question_is_answered_by_both_it_says_so():
    made = bridge(**{"claim:rust": claim(says("a"), answer=("why", "Rust"))})
    text = rendered(made, pair_page(made))
    assert "No question is recorded to which both give an answer." in text


def test_two_speakers_part_by_what_each_of_them_says_in_any_source():
    ek = {"name": "Bo Ek", "description": "A guard."}
    made = bridge(
        **{
            "person:ek": ek,
            "claim:saw": claim(
                says("e", speaker="person:ek", stance="denies"), answer=("why", "Wind"), text="Wind."
            ),
            "claim:rang": claim(
                says("b", "post"), says("f", speaker="person:ek"), text="The bell rang.", about=["event:bell"]
            ),
        }
    )
    page = next(p for p in side_by_side.pages(made) if "person-ek" in p.url)
    assert page.url == "accounts/person-ek--person-varga/"
    assert [row.difference.ref.id for row in page.view["parting"]] == ["why"]


@pytest.mark.parametrize(("number", "expected"), [(3, 3), (8, 28), (40, 28)])
def test_the_pages_of_pairs_do_not_grow_with_the_square_of_the_sources(number, expected):
    names = [f"s{n:02}" for n in range(number)]
    told = claim(*(says(name, name) for name in names))
    made = site({**{f"source:{name}": article() for name in names}, "claim:one": told,
                 "event:fall": event(evidence=[])})  # fmt: skip
    pairs = {pair for each in side_by_side.pairs(made).values() for pair in each}
    assert len(pairs) == expected


def test_a_long_account_stands_in_parts_by_the_dates_of_the_events():
    claims = {
        f"claim:c{n}": claim(says("a"), text=f"It is so {n}.", about=[f"event:e{n % 2}"]) for n in range(120)
    }
    events = {f"event:e{n}": event(f"203{n}-01-01", name=f"Event {n}") for n in range(2)}
    whole, *parts = telling.account_pages(site({**claims, **events}), LEDGER, ())
    assert [part.url.removeprefix("sources/ledger/account/") for part in (whole, *parts)] == [
        "",
        "2030/",
        "2031/",
    ]
