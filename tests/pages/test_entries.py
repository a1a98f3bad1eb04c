from generator.pages.entries import about, by_words, connections, first_said, parts, relayed, sayings
from generator.records.refs import Ref

from . import made_up_dataset as made_up

VARGA = Ref("person", "varga")
WIRE = {"name": "Wire", "type": "news_agency", "description": "An agency."}


def test_statements_come_by_date_and_the_undated_last():
    site = made_up.site(
        {
            "claim:one": made_up.claim(made_up.says("undated"), made_up.says("late", said="2031-02")),
            "claim:two": made_up.claim(made_up.says("early", said="2031-01-07")),
        }
    )
    assert [s.assertion.id for s in sayings(site, VARGA)] == ["early", "late", "undated"]


def test_a_statement_takes_the_date_of_the_event_it_was_made_in():
    site = made_up.site(
        {
            "claim:one": made_up.claim(made_up.says("a", said_in="talk")),
            "event:talk": made_up.event("2031-01-05"),
        }
    )
    said = first_said(site, Ref("claim", "one"))
    assert said is not None
    assert said.said.edtf.text == "2031-01-05"


def test_a_claim_without_a_dated_statement_was_first_said_nobody_knows_when():
    site = made_up.site({"claim:one": made_up.claim(made_up.says("a"))})
    assert first_said(site, Ref("claim", "one")) is None


def test_other_speakers_of_the_same_claim_are_left_out():
    other = made_up.says("b", speaker="unnamed", described_as="an official")
    site = made_up.site({"claim:one": made_up.claim(made_up.says("a"), other)})
    assert [s.assertion.id for s in sayings(site, VARGA)] == ["a"]


def test_what_an_organization_passed_on_is_not_what_it_says():
    said = made_up.says("a", via=["organization:wire"])
    site = made_up.site({"organization:wire": WIRE, "claim:one": made_up.claim(said)})
    wire = Ref("organization", "wire")
    assert [s.assertion.id for s in relayed(site, wire)] == ["a"]
    assert sayings(site, wire) == []


def test_claims_about_somebody_come_by_the_date_first_said():
    subject = {"about": ["person:varga"]}
    site = made_up.site(
        {
            "claim:a": made_up.claim(made_up.says("a"), **subject),
            "claim:b": made_up.claim(made_up.says("b", said="2031-02"), **subject),
            "claim:c": made_up.claim(made_up.says("c", said="2031-01"), **subject),
        }
    )
    assert [c.id for c in about(site, VARGA)] == ["c", "b", "a"]


def test_two_parts_in_one_event_are_two_entries():
    both = [{"entity": "person:varga", "role": role} for role in ("planner", "speaker")]
    site = made_up.site({"event:works": made_up.event(participants=both)})
    assert [p.participant.role for p in parts(site, VARGA)] == ["planner", "speaker"]


def test_those_named_in_most_of_the_same_events_come_first():
    def with_(*ids):
        return made_up.event(
            participants=[{"entity": i, "role": "participant"} for i in ("person:varga", *ids)]
        )

    site = made_up.site(
        {
            "organization:wire": WIRE,
            "person:arden": {"name": "Emil Arden", "description": "A diver."},
            "event:a": with_("organization:wire", "person:arden"),
            "event:b": with_("organization:wire"),
        }
    )
    found = [(c.ref.id, [e.id for e in c.events]) for c in connections(site, VARGA)]
    assert found == [("wire", ["a", "b"]), ("arden", ["a"])]


def test_no_quotation_stands_twice_in_what_somebody_says():
    whole, part = (
        made_up.evidence("ledger", text) for text in ("it fell at night, they say", "it fell at night")
    )
    other = made_up.evidence("ledger", "nobody was near")
    site = made_up.site(
        {
            "claim:one": made_up.claim(made_up.says("a", said="2031-01-05", evidence=[whole])),
            "claim:two": made_up.claim(made_up.says("b", said="2031-01-05", evidence=[part])),
            "claim:three": made_up.claim(made_up.says("c", said="2031-01-06", evidence=[other])),
            "claim:four": made_up.claim(made_up.says("d", said="2031-01-06")),
        }
    )
    found = by_words(sayings(site, VARGA))
    assert sorted((s.assertion.id, [same.id for _, same in s.also]) for s in found) == [
        ("a", ["b"]),
        ("c", []),
        ("d", []),
    ]
