"""The drawing of how the accounts came out: each account at its date, none on another, all of them links."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html

from generator.lib.language import speaking
from generator.pages.accounts import Accounts, accounts
from generator.pages.differences import difference
from generator.pages.question import page
from generator.pages.site import Site
from generator.records.refs import Ref

from .made_up_dataset import claim, event, question, rendered, says, site, source

WHY = Ref("question", "why")
LATER = {"event:later": event("2035-01-01")}
"""An event that nothing in the drawing speaks of."""


def made(*assertions, answer="Rust", **records) -> Site:
    one = claim(*assertions, answer=("why", answer))
    return site({"question:why": question(), "claim:one": one, **records})


def drawn(made_up: Site, most: int = 40) -> Accounts:
    found = accounts(made_up, difference(made_up, WHY), most, "questions/why/")
    assert found is not None
    return found


def marks(svg: str) -> list[tuple[float, float, str]]:
    """Each mark's place in percent, its height and the shape it has."""
    found = re.findall(r'<svg x="([\d.]+)%" y="([\d.]+)">.*?href="#mark-(\w+)"', svg)
    return [(float(x), float(y), shape) for x, y, shape in found]


def test_an_account_stands_at_its_last_possible_day_in_the_shape_of_its_stance() -> None:
    svg = (
        drawn(made(says("a", said="2031/2034", stance="denies"), says("b", said="2035-01-01")))
        .rows[0]
        .drawing
    )
    (first, _, shape), (second, _, _) = marks(svg)
    assert shape == "denies"
    assert (round(first), round(second)) == (80, 80)


def test_a_dotted_line_begins_at_the_first_possible_day() -> None:
    svg = drawn(made(says("a", said="2033/2034"), says("b", said="2035"))).rows[0].drawing
    assert float(re.search(r'class="within" x1="([\d.]+)%"', svg)[1]) == 40.0
    assert drawn(made(says("a", said="2033-05-01"))).uncertain is False


def test_the_red_line_is_the_event_that_the_documentary_is_about() -> None:
    found = drawn(made(says("a", said="2032-12-31")))
    assert found.subject == Ref("event", "fall")
    assert 'class="subject" x1="0.27%"' in found.rows[0].drawing


def test_accounts_of_the_days_after_the_event_stand_apart_from_it_and_from_each_other() -> None:
    found = drawn(made(says("a", said="2031-01-04"), says("b", said="2031-01-05")))
    assert [round(x) for x, _, _ in marks(found.rows[0].drawing)] == [33, 67]
    assert 'class="subject" x1="0.0%"' in found.rows[0].drawing
    assert re.findall(">([^<]+)</text>", found.axis) == ["3 January", "2031", "4 January", "5 January"]


def test_without_a_date_of_that_event_there_is_no_red_line() -> None:
    found = drawn(made(says("a", said="2032"), **{"event:fall": event(None)}))
    assert found.subject is None
    assert 'class="subject"' not in found.rows[0].drawing


def test_every_mark_leads_to_the_card_of_its_statement_and_says_who_says_what_when() -> None:
    svg = drawn(made(says("a", said="2032", hedge="perhaps"))).rows[0].drawing
    link = html.fragment_fromstring(svg).find(".//a")
    assert link.get("href") == "../../claims/one/#a"
    assert link.get("aria-label") == "Ilse Varga asserts “perhaps”, 2032"


@pytest.mark.parametrize("days", [["2031-02-01"] * 9, [f"2031-02-{n:02}" for n in range(1, 20)]])
def test_neither_marks_nor_their_names_lie_on_each_other(days: list[str]) -> None:
    people = {
        f"person:p{n}": {"name": f"Ada Longname Number {n}", "description": "X."} for n in range(len(days))
    }
    said = [says(f"s{n}", said=day, speaker=f"person:p{n}") for n, day in enumerate(days)]
    svg = drawn(made(*said, **people, **LATER)).rows[0].drawing
    lanes: dict[float, list[float]] = {}
    for x, y, _shape in marks(svg):
        lanes.setdefault(y, []).append(x)
    beside = 22 * 7 / 480 * 100  # a name of 22 characters where the scale is narrowest
    for row in lanes.values():
        row.sort()
        assert all(b - a > beside for a, b in pairwise(row))
    heights = sorted(lanes)
    assert all(b - a >= 24 for a, b in pairwise(heights))


def test_what_has_no_date_is_beside_the_drawing_not_on_it() -> None:
    row = drawn(made(says("a", said="2032"), says("b"))).rows[0]
    assert [a.assertion.id for a in row.undated] == ["b"]
    assert len(marks(row.drawing)) == 1


def test_where_nothing_is_dated_there_is_no_drawing() -> None:
    undated = made(says("a"))
    assert accounts(undated, difference(undated, WHY), 40, "questions/why/") is None


def test_a_speaker_is_named_by_family_unless_two_bear_that_name() -> None:
    def names(*people: str) -> list[str]:
        records = {
            f"person:p{n}": {
                "name": name,
                "names": [{"text": name.split()[1], "kind": "short"}],
                "description": "X.",
            }
            for n, name in enumerate(people)
        }
        said = [says(f"s{n}", said="2032", speaker=f"person:p{n}") for n in range(len(people))]
        return [a.short for a in drawn(made(*said, **records)).rows[0].dated]

    assert names("Ada Holm", "Ben Lind") == ["Holm", "Lind"]
    assert names("Ada Lind", "Ben Lind") == ["Ada Lind", "Ben Lind"]


def test_an_unnamed_speaker_stands_in_the_words_of_the_source() -> None:
    long = "a senior official of the port authority"
    account = drawn(made(says("a", said="2032", speaker="unnamed", described_as=long))).rows[0].dated[0]
    assert account.name == f"“{long}”"
    assert account.short == "“a senior official of…”"
    assert account.spelt == account.name


def test_where_pages_are_read_from_right_to_left_time_runs_so_too() -> None:
    said = made(says("a", said="2031-07-01"), **{"source:ledger": source()})
    left = marks(drawn(said).rows[0].drawing)[0][0]
    with speaking("fa"):
        row = drawn(said).rows[0]
    assert marks(row.drawing)[0][0] == pytest.approx(100 - left)
    assert 'text-anchor="end"' in row.drawing


def test_every_stance_has_a_shape_and_one_that_the_marks_do_not_know_an_open_ring() -> None:
    found = drawn(made(says("a", said="2032", stance="admits"), says("b", said="2033", stance="muses")))
    assert {"mark-admits", "mark-relays"} == set(re.findall(r'symbol id="([\w-]+)"', found.shapes))
    assert found.stances == ("admits", "muses")


def test_nothing_in_it_is_a_style_or_a_script() -> None:
    found = drawn(made(says("a", said="2031/2032")))
    assert not re.search(r"style=|<style|<script|\son\w+=", found.rows[0].drawing + found.shapes + found.axis)


def test_only_as_many_answers_are_drawn_as_are_asked_for() -> None:
    many = {f"claim:c{n}": claim(says("a", said="2032"), answer=("why", f"Reason {n}")) for n in range(5)}
    assert len(drawn(site({"question:why": question(), **many}), 3).rows) == 3


def test_somebody_unnamed_is_named_with_the_outlet_that_passed_the_words_on() -> None:
    tide = {"organization:tide": {"name": "The Tide", "type": "news_outlet", "description": "A paper."}}
    unnamed = says("a", speaker="unnamed", said="2033", described_as="two clerks", via=["organization:tide"])
    (account,) = drawn(made(unnamed, **tide)).rows[0].dated
    assert account.name == account.short == "“two clerks”, The Tide"
    assert "“two clerks”, The Tide asserts" in drawn(made(unnamed, **tide)).rows[0].drawing


def test_an_account_of_which_no_first_or_last_day_is_known_reaches_to_the_edge() -> None:
    svg = drawn(made(says("a", said="../2033-05-01"), says("b", said="2035-01-01"))).rows[0].drawing
    assert re.search(r'class="within" x1="([\d.]+)%" x2="([\d.]+)%"', svg)[1] == "0.0"
    svg = drawn(made(says("a", said="2033-05-01/.."), says("b", said="2035-01-01"))).rows[0].drawing
    assert re.search(r'class="within" x1="([\d.]+)%" x2="([\d.]+)%"', svg)[2] == "100.0"


def test_beside_the_drawing_it_is_told_when_an_account_without_a_date_was_published() -> None:
    made_up = made(says("a", said="2035"), says("b"))
    text = rendered(made_up, page(made_up, WHY))
    assert "When it was said is not stated:" in text
    assert ", published 9 January 2031</p>" in text


def test_the_mark_of_what_an_article_says_itself_stands_at_its_publication() -> None:
    (row,) = drawn(made(says("a", speaker="source:ledger"))).rows
    assert [account.said.edtf.text for account in row.dated] == ["2031-01-09"]
