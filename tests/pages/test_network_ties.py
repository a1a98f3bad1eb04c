from generator.analysis.ties import CLAIM, EVENT, RELAY, ROLE, bonds
from generator.pages.network import page
from generator.pages.network.bonds import ties
from generator.pages.network.entry import entry
from generator.records.refs import Ref

from . import made_up_dataset as made_up

VARGA, HOLM, WIRE = Ref("person", "varga"), Ref("person", "holm"), Ref("organization", "wire")
OTHERS = {
    "person:holm": {"name": "Ida Holm", "description": "A clerk."},
    "organization:wire": {"name": "Wire", "type": "news_agency", "description": "An agency."},
}


def part(entity, role="participant", **fields):
    return {"entity": entity, "role": role, **fields}


def meeting(*participants, **fields):
    return {"event:talk": made_up.event(participants=list(participants), **fields)}


def site(records):
    return made_up.site({**OTHERS, **records})


def of(records):
    return ties(site(records))


def test_two_in_one_event_are_tied_once_with_the_part_of_each():
    found = of(meeting(part("person:varga", "target"), part("person:varga", "killed"), part("person:holm")))
    assert [(t.sort, t.one, t.other, t.record.id) for t in found] == [(EVENT, HOLM, VARGA, "talk")]
    assert (found[0].words, found[0].answer, found[0].doubt) == ("participant", "target, killed", "")


def test_every_tie_names_a_record_of_the_archive():
    records = {
        **meeting(part("person:varga"), part("person:holm"), part("organization:wire")),
        "claim:one": made_up.claim(made_up.says("a", via=["organization:wire"]), about=["person:holm"]),
    }
    made = site(records)
    found = ties(made)
    assert {t.sort for t in found} == {EVENT, CLAIM, RELAY}
    assert all(t.record in made.dataset.records for t in found)


def resting(*assertions):
    """The tie of two, of whom one has part in an event by a claim of these assertions."""
    on_a_claim = part("person:holm", claim="one")
    records = {**meeting(part("person:varga"), on_a_claim), "claim:one": made_up.claim(*assertions)}
    return next(t for t in of(records) if t.sort == EVENT)


def test_a_part_that_somebody_denies_is_contested_and_on_the_word_of_who_asserts_it():
    tie = resting(made_up.says("a"), made_up.says("b", speaker="person:holm", stance="denies"))
    assert tie.doubt == "contested"
    assert [(g.who, g.voices, g.own, g.contested) for g in tie.grounds] == [(HOLM, (VARGA,), False, True)]
    assert [bond.doubtful for bond in bonds([tie])] == [True]


def test_a_part_that_nobody_disputes_is_on_somebodys_word_and_no_doubtful_tie():
    tie = resting(made_up.says("a"))
    assert (tie.doubt, [g.voices for g in tie.grounds]) == ("", [(VARGA,)])


def test_each_of_several_parts_rests_on_the_word_of_those_who_assert_that_part():
    records = {
        **meeting(
            part("person:varga"),
            part("person:holm", "host", claim="one"),
            part("person:holm", "speaker", claim="two"),
            part("person:holm", "audience", claim="two"),
            part("person:holm", "target"),
        ),
        "claim:one": made_up.claim(made_up.says("a")),
        "claim:two": made_up.claim(
            made_up.says("b", speaker="organization:wire"),
            made_up.says("c", speaker="person:varga", stance="denies"),
        ),
    }
    made = site(records)
    tie = next(t for t in ties(made) if t.sort == EVENT)
    assert [(g.part, g.voices, g.contested) for g in tie.grounds] == [
        ("host", (VARGA,), False),
        ("speaker, audience", (WIRE,), True),
    ]
    assert tie.doubt == ""
    text = made_up.rendered(made, next(iter(page.pages(made))))
    assert "(speaker, audience): " in text
    assert "(host, speaker, audience, target)" in text


def test_an_entry_says_that_an_event_is_alleged_though_a_part_in_it_rests_on_a_claim():
    records = {
        **meeting(part("person:varga"), part("person:holm", claim="one"), status="alleged"),
        "claim:one": made_up.claim(made_up.says("a"), made_up.says("b", stance="denies")),
    }
    found = [tie for tie in of(records) if tie.sort == EVENT]
    assert [line.doubt for line in entry(VARGA, found).lines] == ["alleged"]


def test_a_part_is_not_on_the_word_of_the_very_one_who_took_it():
    tie = resting(made_up.says("a", speaker="person:holm"))
    assert [(g.voices, g.own) for g in tie.grounds] == [((), True)]


def test_an_alleged_event_is_no_certain_tie():
    found = of(meeting(part("person:varga"), part("person:holm"), status="alleged"))
    assert [t.doubt for t in found] == ["alleged"]


def test_a_claim_ties_its_speaker_to_those_it_is_about_but_not_to_themselves():
    said = made_up.says("a", stance="denies")
    found = of({"claim:one": made_up.claim(said, about=["person:holm", "person:varga", "event:fall"])})
    assert [(t.sort, t.one, t.other, t.words, t.fragment) for t in found] == [
        (CLAIM, VARGA, HOLM, "denies", "a")
    ]


def test_how_a_name_is_spelt_ties_nobody():
    assert of({"claim:one": made_up.claim(made_up.says("a"), about=["person:holm"], kind="spelling")}) == ()


def test_an_unnamed_speaker_with_a_record_is_tied_by_it():
    said = made_up.says("a", speaker="unnamed", described_as="an official", record="organization:wire")
    found = of({"claim:one": made_up.claim(said, about=["person:holm"])})
    assert [(t.sort, t.one, t.other) for t in found] == [(CLAIM, WIRE, HOLM)]


def test_an_unnamed_speaker_ties_nobody():
    said = made_up.says("a", speaker="unnamed", described_as="an official")
    assert of({"claim:one": made_up.claim(said, about=["person:holm"])}) == ()


def test_the_same_stance_in_two_sources_is_one_tie():
    said = [made_up.says("a"), made_up.says("b", source="ledger")]
    assert len(of({"claim:one": made_up.claim(*said, about=["person:holm"])})) == 1


def test_roles_and_publishers_tie_people_to_organizations():
    records = {
        "person:varga": {
            "name": "Ilse Varga",
            "description": "An engineer.",
            "roles": [{"title": "head of Wire", "organization": "wire"}],
        },
        "source:ledger": made_up.source(authors=["person:varga"], publisher="organization:wire"),
    }
    assert [(t.sort, t.one, t.other) for t in of(records)] == [(ROLE, VARGA, WIRE), (RELAY, WIRE, VARGA)]


def test_an_entry_names_each_event_once_with_everybody_else_in_it():
    found = of(
        meeting(part("person:varga"), part("person:holm", "host"), part("organization:wire", "target"))
    )
    lines = entry(VARGA, found).lines
    assert [(line.record.id, line.words) for line in lines] == [("talk", "participant")]
    assert {(o.ref, o.words) for o in lines[0].others} == {(HOLM, "host"), (WIRE, "target")}


def test_an_entry_parts_what_somebody_says_from_what_is_said_of_them():
    records = {
        "claim:one": made_up.claim(made_up.says("a"), about=["person:holm"]),
        "claim:two": made_up.claim(made_up.says("b", speaker="person:holm"), about=["person:varga"]),
    }
    groups = entry(VARGA, of(records)).groups
    assert [(sort, out, [line.record.id for line in lines]) for sort, out, lines in groups] == [
        (CLAIM, True, ["one"]),
        (CLAIM, False, ["two"]),
    ]


def test_who_published_the_original_of_a_copy_without_a_publisher_is_tied_to_its_author():
    stub = {"publisher": "organization:wire", "authors": ["person:holm"]}
    copy = made_up.source(derivation=[{"relation": "republication", "stub": stub}])
    assert [(t.sort, t.one, t.other, t.words) for t in of({"source:copy": copy})] == [
        (RELAY, WIRE, HOLM, "publishes")
    ]


def test_that_an_article_quotes_somebody_is_no_tie_of_its_publisher_and_the_page_says_so():
    records = {
        **OTHERS,
        "source:copy": made_up.source(publisher="organization:wire"),
        "claim:one": made_up.claim(
            made_up.says("a", source="copy"),
            made_up.says("b", speaker="unnamed", described_as="a clerk", via=["organization:wire"]),
        ),
    }
    made = site(records)
    assert ties(made) == ()
    text = made_up.rendered(made, next(iter(page.pages(made))))
    assert "Whom an article quotes is not tied to its publisher by that" in text
    assert ">Wire</a>" in text.split("Whom an article quotes")[1]


def test_a_network_without_ties_is_a_sentence():
    text = made_up.rendered(site({}), next(page.pages(site({}))))
    assert "None is recorded yet." in text
    assert "Choose a name" not in text
    assert "0 connections" not in text
