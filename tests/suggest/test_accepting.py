"""Which draft of a suggestion is taken, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.lib.refused import RefusedError
from generator.records.refs import Ref
from generator.suggest.accepting import chosen, files
from generator.suggest.types import Addition, NewRecord, Suggestion
from tests.suggest.measure import records

PERSON = NewRecord(Ref("person", "anna-berg"), {"name": "Anna Berg"})
PLACE = NewRecord(Ref("place", "anna-berg"), {"name": "Anna Berg"})
SAID = {"id": "new-p1", "speaker": "unnamed"}
CLAIM = NewRecord(Ref("claim", "new-p1-a"), {"text": None, "assertions": [SAID]})


def suggestion(topic: Any, *drafts: Any, **found: Any) -> Suggestion:
    return Suggestion(topic, "p1", 0, 4, "Anna", "", found, drafts)


def test_an_undecided_name_must_be_said_to_be_something() -> None:
    undecided = suggestion("new name", PERSON, PLACE, kind=None)
    with pytest.raises(RefusedError, match="say what “Anna” is: --as person or place"):
        chosen(1, undecided, None, None)
    assert chosen(1, undecided, "place", None) == [PLACE]


def test_a_decided_name_can_still_be_made_something_else() -> None:
    decided = suggestion("new name", PERSON, PLACE, kind="person")
    assert chosen(1, decided, None, None) == [PERSON]
    assert chosen(1, decided, "place", None) == [PLACE]
    with pytest.raises(RefusedError, match="cannot be written as organization, only as person or place"):
        chosen(1, decided, "organization", None)


def test_all_forms_of_a_near_name_are_taken_together() -> None:
    forms = [Addition(Ref("person", "a"), "names", {"text": text}) for text in ("Anna Bergh", "Bergh")]
    assert chosen(1, suggestion("name", *forms), None, None) == forms


def test_what_has_no_draft_cannot_be_written() -> None:
    with pytest.raises(RefusedError, match="nothing to write for “Anna”"):
        chosen(1, suggestion("name"), None, None)


def test_only_an_assertion_goes_into_a_claim() -> None:
    into = Ref("claim", "held")
    addition = Addition(into, "assertions", SAID)
    assert chosen(1, suggestion("quotation", CLAIM), None, into) == [addition]
    with pytest.raises(RefusedError, match="no assertion"):
        chosen(1, suggestion("new name", PERSON), None, into)


def test_two_additions_to_one_file_are_both_there_and_their_ids_differ() -> None:
    addition = Addition(Ref("claim", "held"), "assertions", SAID)
    text = "assertions:\n  - {id: other}\nadded: 2031-01-01\n"
    made = files(records(), [addition, addition], lambda path: text)
    [(path, new)] = made.items()
    assert path == "sources/curated/claims/held.yml"
    added = "  - {id: new-p1, speaker: unnamed}\n  - {id: new-p1-2, speaker: unnamed}\n"
    assert new == text.replace("added", f"{added}added")


def test_an_addition_to_no_record_names_the_nearest() -> None:
    addition = Addition(Ref("person", "ida-hom"), "names", {})
    with pytest.raises(RefusedError, match="did you mean “ida-holm”"):
        files(records(), [addition], lambda path: None)


def test_a_draft_that_is_there_already_is_not_written_again() -> None:
    again = NewRecord(Ref("claim", "new-p1-a-2"), CLAIM.fields)
    there = files(records(), [CLAIM], lambda _: None)
    with pytest.raises(RefusedError, match=r"claims/new-p1-a\.yml: holds this draft already"):
        files(records(), [again], there.get)
    assert files(records(), [replace(again, fields={"text": None})], there.get)
