"""Every quotation has an address, and every address leads back to its place in a record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.analysis.quotations import WORDS, Choose, addressed, place_of, quotations
from generator.evidence.lock import Lock, LockEntry
from generator.records.dataset import Dataset
from generator.records.model import Evidence, leaves

from ..made_up import claim, dataset_of, ref, said_by

QUOTE = {"exact": "the wall fell down", "prefix": "and so", "suffix": "at last", "inserted": ["[x]"]}
EVIDENCE = {"source": "a", "paragraph": "p1", "kind": "direct", "quote": QUOTE}
ARCHIVE = dataset_of(
    {
        "claim:fell": claim(
            said_by(
                "person:x",
                "a",
                as_named="X",
                described_as="a mason",
                hedge="perhaps",
                evidence=[{**EVIDENCE, "quote": None}, EVIDENCE],
            )
        ),
        "event:fall": {"evidence": [EVIDENCE]},
        "person:x": {"roles": [{"title": "smith"}, {"title": "mason", "evidence": [EVIDENCE]}]},
    }
)
ADDRESSES = {
    "claim:fell/person-x-a-asserts/1": ("assertions", 0, "evidence", 1),
    **{f"claim:fell/person-x-a-asserts/{field}": ("assertions", 0, field) for field in WORDS},
    "event:fall/evidence/0": ("evidence", 0),
    "person:x/roles/1/0": ("roles", 1, "evidence", 0),
}


def test_every_quotation_and_every_name_as_printed_has_an_address() -> None:
    assert {q.address for q in quotations(ARCHIVE)} == set(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_leads_to_its_place(address: str) -> None:
    expected = ADDRESSES[address]
    record = address.split("/")[0]
    words = address.split("/")[-1]
    inside = () if words in WORDS else ("quote", "exact")
    field = words if words in WORDS else "quote.exact"
    found = place_of(ARCHIVE, address, field)
    assert found == (ref(record), (*expected, *inside))
    assert found[1] in [path for path, _ in leaves(ARCHIVE.records[ref(record)])]


@pytest.mark.parametrize("address", ["claim:gone/x/0", "claim:fell/nobody/0", "source:gone"])
def test_an_address_of_nothing_leads_nowhere(address: str) -> None:
    assert place_of(ARCHIVE, address, "quote.exact") is None


def test_a_quotation_carries_everything_that_finds_it() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.address == "event:fall/evidence/0")
    assert (found.source, found.paragraph, found.kind) == ("a", "p1", "quotation")
    assert (found.exact, found.prefix, found.suffix, found.inserted) == (*list(QUOTE.values())[:3], ("[x]",))


def test_a_name_as_printed_is_looked_for_in_the_whole_source() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.address.endswith("/as_named"))
    assert (found.source, found.paragraph, found.exact) == ("a", "", "X")


def test_a_description_of_the_speaker_is_proven_like_a_quotation_and_looked_for_in_the_whole_source() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.address.endswith("/described_as"))
    assert (found.source, found.paragraph, found.exact, found.kind) == ("a", "", "a mason", "as_named")


def test_a_hedge_is_looked_for_in_the_paragraph_that_carries_the_statement() -> None:
    found = next(q for q in quotations(ARCHIVE) if q.address.endswith("/hedge"))
    assert (found.paragraph, found.exact) == ("p1", "perhaps")


PROSE = dataset_of(
    {
        "source:a": {"notes": [{"label": "p2", "text": "Says “it was wet”.", "line": "1"}]},
        "source:b": {},
        "person:ada": {"name": "Ada Stone", "names": [{"text": "Ada Stone", "kind": "spelling"}]},
        "claim:fell": claim(
            said_by("person:x", "b", note="Called “rotten” and “a wet wall” by “Ada Stone”."),
            said_by("person:y", "a"),
            text="The wall was “very old”.",
            answers=[{"question": "why", "answer": "Rain"}],
        ),
        "question:why": {"reason": "One says “too much rain”."},
        "event:fall": {"description": "A “fall of stones”."},
    }
)
NOTE = "claim:fell/words/assertions.0.note"


def phrases(choose: Choose | None = None) -> dict[str, tuple[str, str, str, str]]:
    found = quotations(PROSE, choose)
    return {q.address: (q.exact, q.source, q.paragraph, q.kind) for q in found if "/words/" in q.address}


def test_words_that_our_own_prose_quotes_are_quotations_of_a_source_that_the_record_cites() -> None:
    assert phrases() == {
        "source:a/words/notes.0.text/0": ("it was wet", "a", "p2", "phrase"),
        "claim:fell/words/text/0": ("very old", "b", "", "phrase"),
        f"{NOTE}/0": ("rotten", "b", "", "as_named"),
        f"{NOTE}/1": ("a wet wall", "b", "", "phrase"),
        f"{NOTE}/2": ("Ada Stone", "b", "", "as_named"),
        "question:why/words/reason/0": ("too much rain", "b", "", "phrase"),
        "event:fall/words/description/0": ("fall of stones", "", "", "phrase"),
    }


def test_the_source_of_a_quoted_phrase_can_be_chosen_among_those_cited() -> None:
    offered: list[list[str]] = []

    def last(address: str, sources: list[str], paragraph: str, phrase: str) -> str:
        offered.append(sources)
        return sources[-1]

    assert phrases(last)["claim:fell/words/text/0"][1] == "a"
    assert offered.count(["b", "a"]) == 5
    assert offered.count(["a"]) == 1


def test_without_a_choice_the_source_in_the_lock_is_taken_as_long_as_it_is_cited() -> None:
    entry = LockEntry("a", "", "phrase", "", (), ())
    strange = replace(entry, source="c")
    lock = Lock(entries={"claim:fell/words/text/0": entry, "question:why/words/reason/0": strange})
    found = {q.address: q.source for q in quotations(replace(PROSE, lock=lock))}
    assert found["claim:fell/words/text/0"] == "a"
    assert found["question:why/words/reason/0"] == "b"


def test_the_place_of_a_quoted_phrase_is_the_text_that_has_it() -> None:
    assert place_of(PROSE, f"{NOTE}/1", "quote.exact") == (ref("claim:fell"), ("assertions", 0, "note"))


def test_all_quotations_of_the_sample_are_in_its_lock(dataset: Dataset) -> None:
    assert dataset.lock is not None
    assert [q.address for q in quotations(dataset)] != []
    assert {q.address for q in quotations(dataset)} == set(dataset.lock.entries)


def test_the_evidence_of_a_record_includes_that_of_roles(dataset: Dataset) -> None:
    def found(name: str) -> list[tuple[str, Any, Evidence]]:
        return list(addressed(ref(name), dataset.records[ref(name)]))

    assert [e.paragraph for _, _, e in found("person:oskar-lind")] == ["p4", "p4"]
    said = [a.id for _, a, _ in found("claim:bolts-were-loose") if a]
    assert said == ["holm-courier", "holm-copy", "quill-gazette"]
