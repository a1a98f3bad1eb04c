"""What an assertion goes back to, and which origins do not rest on each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.analysis.origins import origin, origin_groups, root

from ..made_up import claim, dataset_of, ref, said_by

WIRE = {"authors": ["organization:wire"], "publisher": "organization:wire", "title": "A wall fell"}


def independent(records: Mapping[str, Any], *assertions: Mapping[str, Any]) -> int:
    """How many independent origins a claim with these assertions has."""
    dataset = dataset_of({**records, "claim:a": claim(*assertions)})
    groups = origin_groups(dataset, dataset.claims[ref("claim:a")])
    return sum(group.determined for group in groups)


def derived(relation: str, parent: str = "first") -> dict[str, Any]:
    """Fields of a source made from `parent`."""
    return {"derivation": [{"relation": relation, "of": parent}]}


@pytest.mark.parametrize("relation", ["republication", "excerpt", "translation"])
def test_a_copy_shares_the_origin_of_its_parent(relation: str) -> None:
    records = {"source:first": {}, "source:copy": derived(relation)}
    assert (
        independent(records, said_by("source:first", "first"), said_by("source:copy", "copy"))
        == independent(records, said_by("source:first", "first"))
        == 1
    )


def test_a_copy_of_a_copy_goes_back_to_the_first() -> None:
    records = {
        "source:first": {},
        "source:copy": derived("republication"),
        "source:third": derived("excerpt", "copy"),
    }
    assert root(dataset_of(records), ref("source:third")) == "source:first"


def test_copies_in_a_circle_end() -> None:
    records = {
        "source:a": derived("republication", "b"),
        "source:b": derived("republication", "a"),
    }
    assert root(dataset_of(records), ref("source:a")) in ("source:a", "source:b")


def test_two_copies_of_one_publication_that_is_not_held_are_one_origin() -> None:
    copied = {"derivation": [{"relation": "republication", "stub": WIRE}]}
    other = {"derivation": [{"relation": "republication", "stub": {**WIRE, "title": "Another"}}]}
    records = {"source:a": copied, "source:b": copied, "source:c": other}
    voices = [said_by(f"source:{name}", name) for name in "abc"]
    assert independent(records, *voices[:2]) == 1
    assert independent(records, *voices) == 2


DATED = {"publisher": "organization:wire", "published": {"edtf": "2030-01-01", "basis": "stated"}}
AT = {"url": "https://wire.example/fall"}


def copy_of(stub: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a source that repeats a publication which is not held."""
    return {"derivation": [{"relation": "republication", "stub": stub}]}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({**WIRE, **AT}, {**WIRE, "url": "https://wire.example/other"}, 2),
        ({**WIRE, **AT}, {"title": "As later headed", "url": "http://wire.example/fall/"}, 1),
        ({**WIRE, **AT}, AT, 1),
        ({**WIRE, **AT}, WIRE, 1),
        ({**DATED, "title": "A wall fell"}, DATED, 1),
        ({**DATED, "title": "A wall fell"}, {**DATED, "title": "A bell rang"}, 2),
        (
            {"title": "A wall fell", "authors": ["person:x"]},
            {"title": "A wall fell", "authors": ["person:y"]},
            2,
        ),
        ({**WIRE, "published": {"edtf": "2030-02", "basis": "stated"}}, {**WIRE, **DATED}, 2),
        ({"publisher": "organization:wire"}, {**DATED, "title": "A wall fell"}, 2),
    ],
)
def test_copies_of_publications_that_are_not_held_are_one_origin_if_nothing_tells_those_apart(
    one: Mapping[str, Any], other: Mapping[str, Any], expected: int
) -> None:
    for first, second in ((one, other), (other, one)):
        records = {"source:a": copy_of(first), "source:b": copy_of(second)}
        assert independent(records, said_by("source:a", "a"), said_by("source:b", "b")) == expected


def test_one_of_which_less_is_stated_joins_no_two_others() -> None:
    titled = [{**DATED, "title": title} for title in ("A wall fell", "A bell rang")]
    records = {f"source:{name}": copy_of(stub) for name, stub in zip("abc", [*titled, DATED], strict=True)}
    assert independent(records, *(said_by(f"source:{name}", name) for name in "abc")) == 2


@pytest.mark.parametrize("stub", [AT, {**AT, "title": "As headed there"}, {"title": "A wall fell"}, DATED])
@pytest.mark.parametrize("relation", ["republication", "based_on"])
def test_a_publication_that_is_called_not_held_and_is_held_is_the_source(
    stub: Mapping[str, Any], relation: str
) -> None:
    records = {
        "source:first": {**WIRE, **DATED, **AT, **derived("based_on", "before")},
        "source:before": {},
        "source:copy": {"derivation": [{"relation": relation, "stub": stub}]},
    }
    copy = said_by("source:copy", "copy")
    assert independent(records, said_by("source:first", "first"), copy) == 1
    assert independent(records, said_by("source:before", "before"), copy) == 1


def test_a_copy_whose_parent_is_not_told_from_itself_goes_back_to_itself() -> None:
    records = {"source:a": {"title": "A wall fell", **copy_of({"title": "A wall fell"})}}
    assert root(dataset_of(records), ref("source:a")) == "source:a"


@pytest.mark.parametrize("relation", ["rewrite", "based_on"])
def test_a_rewrite_is_not_independent_of_what_it_rests_on(relation: str) -> None:
    records = {"source:first": {}, "source:second": derived(relation)}
    assert independent(records, said_by("source:first", "first"), said_by("source:second", "second")) == 1


def test_two_rewrites_of_one_publication_are_not_independent_of_each_other() -> None:
    rewritten = {"derivation": [{"relation": "rewrite", "stub": WIRE}]}
    records = {"source:a": rewritten, "source:b": rewritten}
    assert independent(records, said_by("source:a", "a"), said_by("source:b", "b")) == 1


@pytest.mark.parametrize("first", ["republication", "excerpt", "rewrite", "based_on"])
@pytest.mark.parametrize("second", ["republication", "rewrite", "based_on"])
def test_an_article_rests_on_what_its_parent_rests_on(first: str, second: str) -> None:
    records = {
        "source:first": {},
        "source:second": derived(first),
        "source:third": derived(second, "second"),
    }
    assert independent(records, said_by("source:first", "first"), said_by("source:third", "third")) == 1


def test_articles_that_rest_on_each_other_in_a_circle_are_one_origin() -> None:
    records = {f"source:{one}": derived("based_on", other) for one, other in ("ab", "bc", "ca")}
    assert independent(records, *(said_by(f"source:{name}", name) for name in "abc")) == 1


def test_an_article_that_reports_on_another_keeps_its_own_voice() -> None:
    records = {"source:first": {}, "source:second": derived("reports_on")}
    assert independent(records, said_by("source:first", "first"), said_by("source:second", "second")) == 2


def test_one_statement_in_two_articles_is_one_origin() -> None:
    records = {"source:a": {}, "source:b": {}, "event:talk": {"type": "statement"}}
    talk = {"said_in": "talk"}
    assert independent(records, said_by("person:x", "a", **talk), said_by("person:x", "b", **talk)) == 1
    assert independent(records, said_by("person:x", "a", **talk), said_by("person:y", "b", said=None)) == 2


def test_two_speakers_in_one_statement_are_not_independent() -> None:
    records = {"source:a": {}, "event:talk": {"type": "statement"}}
    talk = {"said_in": "talk"}
    assert independent(records, said_by("person:x", "a", **talk), said_by("person:y", "a", **talk)) == 1


def test_nobody_is_independent_of_what_they_said_on_another_day() -> None:
    records = {"source:a": {}, "source:b": {}}
    days = [{"said": {"edtf": day, "basis": "stated"}} for day in ("2030-01-01", "2034-01-02")]
    assert independent(records, *(said_by("person:x", s, **days[0]) for s in "ab")) == 1
    assert independent(records, said_by("person:x", "a", **days[0]), said_by("person:x", "b", **days[1])) == 1


def test_nobody_is_independent_of_what_they_wrote_or_said_elsewhere() -> None:
    by_x = {"authors": ["person:x"], "publisher": "organization:wire"}
    records = {
        "source:a": by_x,
        "source:b": by_x,
        "source:c": {**by_x, "authors": ["person:y"]},
        "source:d": {},
    }
    wrote = said_by("person:x", "a")
    assert independent(records, wrote, said_by("person:x", "b")) == 1
    assert independent(records, wrote, said_by("person:x", "d")) == 1
    assert independent(records, wrote, said_by("person:y", "c")) == 2
    reason = {"independent_because": "She saw it twice."}
    assert independent(records, wrote, said_by("person:x", "b", **reason)) == 2


def test_two_named_speakers_in_one_article_are_two_origins() -> None:
    assert independent({"source:a": {}}, said_by("person:x", "a"), said_by("person:y", "a")) == 2


def test_an_unnamed_speaker_adds_nothing() -> None:
    records = {"source:a": {}, "event:talk": {"type": "statement"}}
    assert independent(records, said_by("unnamed", "a")) == 0
    assert independent(records, said_by("unnamed", "a", said_in="talk")) == 0
    assert independent(records, said_by("unnamed", "a"), said_by("person:x", "a")) == 1


def test_unnamed_members_of_a_named_body_count_as_that_body_whoever_it_is() -> None:
    records = {
        "source:a": {},
        "source:b": {},
        "organization:court": {},
        "event:talk": {"type": "statement"},
    }
    member = said_by("unnamed", "a", record="organization:court")
    assert independent(records, member) == 1
    assert independent(records, member, said_by("organization:court", "b")) == 1
    assert independent(records, said_by("unnamed", "a", record="organization:court", said_in="talk")) == 1


def test_articles_that_only_cite_a_report_are_no_second_origin_of_it() -> None:
    records = {"source:a": {}, "source:b": {}, "event:report": {"type": "statement"}, "event:fall": {}}
    cites = [said_by(f"source:{name}", name, basis="document") for name in "ab"]

    def count(*about: str) -> int:
        dataset = dataset_of({**records, "claim:a": claim(*cites, about=about)})
        return sum(g.determined for g in origin_groups(dataset, dataset.claims[ref("claim:a")]))

    assert count("event:report", "event:fall") == 1
    assert count("event:fall") == 2


OFFICE = {
    "source:a": {},
    "source:b": {},
    "organization:state": {},
    "organization:office": {"part_of": "state"},
    "person:head": {"roles": [{"title": "head of state", "organization": "state"}]},
    "person:former": {"roles": [{"title": "head of state", "organization": "state", "to": "2020"}]},
    "person:stranger": {},
}
"""A head of state, an office of the state, and people who are not of it."""


@pytest.mark.parametrize(
    ("one", "other", "days", "expected"),
    [
        ("person:head", "organization:office", ("2030-01-01", "2030-01-08"), 1),
        ("person:head", "organization:office", ("2030-01-01", "2030-01-09"), 2),
        ("organization:office", "person:head", ("2030-01", "2030-02-07"), 1),
        ("person:head", "organization:state", ("2030-01-01", ""), 1),
        ("person:former", "organization:office", ("2030-01-01", "2030-01-01"), 2),
        ("person:stranger", "organization:office", ("2030-01-01", "2030-01-01"), 2),
    ],
)
def test_who_speaks_for_one_body_in_the_same_days_is_one_origin(
    one: str, other: str, days: tuple[str, str], expected: int
) -> None:
    said = [{"said": {"edtf": day, "basis": "stated"}} if day else {} for day in days]
    assert independent(OFFICE, said_by(one, "a", **said[0]), said_by(other, "b", **said[1])) == expected


def test_an_editor_may_say_why_two_of_one_body_are_independent() -> None:
    reason = {"independent_because": "The office contradicted its head that day."}
    two = said_by("person:head", "a", **reason), said_by("organization:office", "b")
    assert independent(OFFICE, *two) == 2


@pytest.mark.parametrize(("basis", "expected"), [("not_stated", 0), ("witnessed", 1), ("inference", 1)])
def test_an_article_in_its_own_voice_counts_only_where_it_says_how_it_knows(
    basis: str, expected: int
) -> None:
    assert independent({"source:a": {}}, said_by("source:a", "a", basis=basis)) == expected


@pytest.mark.parametrize("stance", ["denies", "doubts", "relays", "retracts"])
def test_only_who_asserts_is_an_origin(stance: str) -> None:
    assert independent({"source:a": {}}, said_by("person:x", "a", stance)) == 0


@pytest.mark.parametrize("stance", ["admits", "confirms"])
def test_who_admits_or_confirms_asserts(stance: str) -> None:
    assert independent({"source:a": {}}, said_by("person:x", "a", stance)) == 1


def test_one_assertion_can_join_two_groups() -> None:
    records = {
        "source:a": {},
        "source:b": {},
        "source:c": {
            "derivation": [{"relation": "based_on", "of": "a"}, {"relation": "based_on", "of": "b"}]
        },
    }
    voices = [said_by(f"source:{name}", name) for name in "abc"]
    assert independent(records, *voices[:2]) == 2
    assert independent(records, *voices) == 1


def test_groups_and_their_members_keep_the_order_of_the_assertions() -> None:
    dataset = dataset_of(
        {
            "source:a": {},
            "claim:a": claim(
                said_by("person:x", "a"),
                said_by("person:y", "a"),
                said_by("person:x", "a", "confirms"),
            ),
        }
    )
    groups = origin_groups(dataset, dataset.claims[ref("claim:a")])
    speakers = [[str(a.speaker) + " " + a.stance for a in group.assertions] for group in groups]
    assert speakers == [["person:x asserts", "person:x confirms"], ["person:y asserts"]]


@pytest.mark.parametrize(
    ("speaker", "fields", "kind", "named_by"),
    [
        ("person:x", {"said_in": "talk"}, "statement", "event:talk"),
        ("person:x", {}, "speaker", "person:x"),
        ("source:a", {}, "article", "source:a"),
        ("unnamed", {}, "unnamed", "source:a"),
    ],
)
def test_an_origin_has_a_kind_and_a_record_to_name_it_by(
    speaker: str, fields: dict[str, Any], kind: str, named_by: str
) -> None:
    dataset = dataset_of({"source:a": {}, "claim:a": claim(said_by(speaker, "a", **fields))})
    made = dataset.claims[ref("claim:a")]
    found = origin(dataset, made, made.assertions[0])
    assert (found.kind, str(found.ref)) == (kind, named_by)
