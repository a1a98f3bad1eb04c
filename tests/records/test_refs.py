"""References are read as `kind:id`, or as the bare id where one kind is allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.kinds import KINDS
from generator.records.refs import ID, Ref, narrowed, parse_ref

ALL = tuple(KINDS)
IDS = st.from_regex(ID, fullmatch=True)


def test_a_reference_prints_as_it_is_written() -> None:
    assert str(parse_ref("person:ida-holm", ("person", "place"))) == "person:ida-holm"


def test_a_bare_id_is_of_the_only_kind_allowed() -> None:
    assert parse_ref("ida-holm", ("person",)) == Ref("person", "ida-holm")


def test_references_are_in_order_of_kind_and_id() -> None:
    assert sorted([Ref("b", "a"), Ref("a", "z"), Ref("a", "b")]) == [
        Ref("a", "b"),
        Ref("a", "z"),
        Ref("b", "a"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "message"),
    [
        ("ida", ("person", "place"), "“ida” does not say its kind: write person:ida or place:ida"),
        ("claim:ida", ("person",), "“claim:ida” is of the wrong kind: write person:ida"),
        ("person:a:b", ("person",), "“person:a:b” is of the wrong kind: write person:b"),
        ("person:", ("person",), "“” is not an id: ids are lower-case letters and digits joined by hyphens"),
        ("", ("person",), "“” is not an id: ids are lower-case letters and digits joined by hyphens"),
        ("Ida", ("person",), "“Ida” is not an id: ids are lower-case letters and digits joined by hyphens"),
        (
            "ida--holm",
            ("person",),
            "“ida--holm” is not an id: ids are lower-case letters and digits joined by hyphens",
        ),
        (
            "ida\n",
            ("person",),
            "“ida\n” is not an id: ids are lower-case letters and digits joined by hyphens",
        ),
        ("", ("person", "place"), "“” does not say its kind: write person:… or place:…"),
    ],
)
def test_a_malformed_reference_is_refused_in_an_editors_words(
    text: str, kinds: tuple[str, ...], message: str
) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the whole message is compared
        parse_ref(text, kinds)
    assert str(refused.value) == message


@given(st.sampled_from(ALL), IDS)
def test_a_reference_reads_back_as_it_was_written(kind: str, ident: str) -> None:
    ref = Ref(kind, ident)
    assert parse_ref(str(ref), ALL) == ref
    assert parse_ref(str(ref), (kind,)) == parse_ref(ident, (kind,)) == ref


@given(st.text() | st.tuples(st.sampled_from(ALL), st.text("az09-_A.é\n")).map(":".join))
def test_any_text_is_a_reference_in_its_one_form_or_refused(text: str) -> None:
    try:
        ref = parse_ref(text, ALL)
    except ValueError:
        return
    assert str(ref) == text


def test_of_the_references_to_write_only_those_to_records_are_named() -> None:
    message = "“ida” does not say its kind: write person:ida or place:ida"
    assert narrowed(message, {Ref("person", "ida"), Ref("person", "emil")}).endswith(": write person:ida")
    assert narrowed(message, {Ref("person", "emil")}) == message
