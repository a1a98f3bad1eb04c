from generator.pages import event as pages
from generator.records.refs import Ref

from .made_up_dataset import claim, event, evidence, rendered, says, site

FALL = Ref("event", "fall")


def ids(neighbours):
    return [n.ref.id for n in neighbours]


def test_dates_tell_what_came_before_and_after():
    made = site({"event:works": event("2030"), "event:bell": event("2031-02"), "event:same": event()})
    before, after = pages.neighbours(made, FALL)
    assert (ids(before), ids(after)) == (["works"], ["bell"])


def test_a_declared_order_is_marked_only_where_the_dates_do_not_tell():
    made = site({"event:works": event(None, before=["fall"]), "event:old": event("2029", before=["fall"])})
    before, _ = pages.neighbours(made, FALL)
    assert [(n.ref.id, n.declared) for n in before] == [("old", False), ("works", True)]


def test_order_is_read_from_either_side():
    made = site(
        {
            "event:fall": event(after=["works"]),
            "event:works": event(None),
            "event:bell": event(None, after=["fall"]),
        }
    )
    before, after = pages.neighbours(made, FALL)
    assert (ids(before), ids(after)) == (["works"], ["bell"])


def test_a_statement_is_no_neighbour_of_what_happened():
    made = site({"event:briefing": event("2031-02", type="statement")})
    assert pages.neighbours(made, FALL) == ([], [])


def test_only_the_nearest_are_named():
    others = {f"event:day-{n:02}": event(f"2031-02-{n:02}", after=["fall"]) for n in range(1, 20)}
    _, after = pages.neighbours(site(others), FALL)
    assert ids(after) == [f"day-{n:02}" for n in range(1, 7)]


def test_what_was_said_in_a_statement_is_listed_under_it_and_nothing_else():
    made = site(
        {
            "event:briefing": event(type="statement"),
            "claim:one": claim(says("here", said_in="event:briefing"), says("elsewhere")),
        }
    )
    said = pages.said_here(made, Ref("event", "briefing"))
    assert [s.assertion.id for s in said] == ["here"]


def test_roles_with_one_ground_share_a_row_and_one_on_somebodys_word_stands_apart():
    who = "person:varga"
    roles = [
        {"entity": who, "role": "planner"},
        {"entity": who, "role": "advisor"},
        {"entity": who, "role": "ordered", "claim": "one"},
    ]
    made = site({"claim:one": claim(says("a")), "event:plan": event(participants=roles)})
    found = pages.parts(made, made.dataset.events[Ref("event", "plan")])
    assert [(p.roles, p.ground is not None) for p in found] == [
        (("planner", "advisor"), False),
        (("ordered",), True),
    ]


def test_the_claims_with_most_accounts_come_first():
    made = site({"claim:a": claim(says("x")), "claim:b": claim(says("x"), says("y"))})
    assert [line.ref.id for line in pages.claims_about(made, FALL)] == ["b", "a"]


def test_a_missing_date_and_place_are_said_to_be_missing():
    made = site({"event:call": event(None)})
    assert rendered(made, pages.page(made, Ref("event", "call"))).count("not stated</span>") == 2


def test_an_event_is_told_in_words_of_each_speaker_once():
    quoted = [evidence("ledger", "the bolts were loose")]
    others = says("c", speaker="source:ledger", evidence=[evidence("ledger", "it fell at night")])
    about = {"about": ["event:fall"]}
    made = site(
        {
            "claim:one": claim(says("a", evidence=quoted), says("b"), **about),
            "claim:two": claim(says("d", evidence=[evidence("ledger", "nobody looked at them")]), **about),
            "claim:three": claim(others, **about),
            "claim:four": claim(says("e", stance="denies"), **about),
        }
    )
    page = pages.page(made, FALL)
    assert [s.assertion.id for s in page.view["words"]] == ["a", "c"]
    text = rendered(made, page)
    assert text.index("## In their words") < text.index("“the bolts were loose”") < text.index("## Claims")


def test_before_and_after_is_left_out_where_nothing_is_recorded():
    made = site({})
    assert "## Before and after" not in rendered(made, pages.page(made, FALL))
