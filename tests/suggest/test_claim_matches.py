"""Passages that say what a claim says, or otherwise, and those that are about something else."""

from __future__ import annotations

from generator.suggest.claim_matches import ClaimMatch, claim_matches
from tests.made_up import Fields, claim, dataset_of, said_by
from tests.suggest.measure import context

RECORDS: dict[str, Fields] = {
    "person:ida-holm": {"name": "Ida Holm"},
    "person:karim-haddad": {"name": "Karim Haddad"},
    "source:held": {},
    "event:fall": {"name": "Fall of the bridge", "when": {"edtf": "2031-03-02", "basis": "stated"}},
    "claim:day": {"text": "The bridge fell on 2 March 2031.", "kind": "date"},
    "claim:order": {"text": "Ida Holm ordered the guards to close the bridge."},
    "claim:bolts": {"text": "Rusty bolts of the bridge were loose in January."},
    "claim:hurt": {
        "text": "Eleven sailors of the ferry were hurt in the storm.",
        "kind": "figure",
        "value": {"number": "11", "unit": "sailors", "scope": "hurt in the storm", "qualifier": "exactly"},
    },
}


def met(text: str, **records: Fields) -> list[ClaimMatch]:
    return claim_matches(context(f"[p1] {text}\n", dataset=dataset_of({**RECORDS, **records})))


def outcome(text: str) -> list[tuple[str, bool]]:
    return [(str(each.against), each.differs) for each in met(text)]


def test_another_date_contradicts_the_claim_and_the_event() -> None:
    text = "The fall of the bridge came on 3 March 2031."
    assert outcome(text) == [("claim:day", True)]
    [found] = met(text, **{"claim:day": {"text": "The harbour is deep."}})
    assert (str(found.against), found.differs) == ("event:fall", True)


def test_the_same_date_repeats_the_claim_even_where_it_is_less_exact() -> None:
    assert outcome("In March 2031 the bridge fell.") == [("claim:day", False)]


def test_the_same_act_of_another_person_contradicts_the_claim() -> None:
    assert outcome("Karim Haddad ordered the guards to close the bridge.") == [("claim:order", True)]
    assert outcome("Ida Holm ordered the guards to close the bridge.") == [("claim:order", False)]


def test_a_negation_on_one_side_only_contradicts() -> None:
    [found] = met("The rusty bolts of the bridge were never loose.")
    assert (str(found.against), found.differs, found.denies) == ("claim:bolts", True, True)
    assert outcome("The rusty bolts of the bridge were loose.") == [("claim:bolts", False)]


def test_another_number_of_the_same_unit_and_scope_contradicts() -> None:
    assert outcome("At least 14 sailors of the ferry were hurt in the storm.") == [("claim:hurt", True)]
    assert outcome("The storm hurt eleven sailors of the ferry.") == [("claim:hurt", False)]


def test_a_number_of_something_else_meets_nothing() -> None:
    assert outcome("The ferry met 14 whales in the storm.") == []
    assert outcome("There were 14 sailors in the choir.") == []


def test_a_date_of_something_else_meets_nothing() -> None:
    assert outcome("The bridge was painted on 3 March 2031.") == []
    assert outcome("The fall of the tower came on 3 March 2031.") == []


def test_a_sentence_about_something_else_meets_nothing() -> None:
    assert outcome("Ida Holm painted the bridge. The guards slept. The fall was long.") == []


def test_a_claim_that_rests_on_the_source_already_is_left_out() -> None:
    held = {**RECORDS["claim:day"], **claim(said_by("person:ida-holm", "new"))}
    fall = {"name": "Opening of the bridge"}
    assert (
        met("The bridge fell on 3 March 2031.", **{"claim:day": held, "source:new": {}, "event:fall": fall})
        == []
    )
