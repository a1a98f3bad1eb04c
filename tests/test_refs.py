"""References: what is written is what is read back, and nothing else is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds import KINDS
from generator.refs import ID, Ref, parse_ref

KINDS_ = tuple(KINDS)
IDS = st.from_regex(ID, fullmatch=True)


@given(st.sampled_from(KINDS_), IDS)
def test_a_reference_reads_back_as_it_was_written(kind: str, ident: str) -> None:
    ref = Ref(kind, ident)
    assert parse_ref(str(ref), KINDS_) == ref
    assert parse_ref(str(ref), (kind,)) == parse_ref(ident, (kind,)) == ref


@given(st.text())
def test_any_text_is_a_reference_in_its_one_form_or_a_fault_in_words(text: str) -> None:
    try:
        ref = parse_ref(text, KINDS_)
    except ValueError as fault:
        assert str(fault)
    else:
        assert str(ref) == text
        assert ref.kind in KINDS_
        assert ID.fullmatch(ref.id)


@given(IDS)
def test_an_id_is_a_safe_file_name_and_address(ident: str) -> None:
    assert ident.isascii()
    assert ident == ident.lower()
    assert not set(ident) & set("/\\.:#?% ~")
    assert not ident.startswith("-")


@pytest.mark.parametrize(
    "ident", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a/b", "..", "a.md", "a\n", "٣", "a:b"]
)
def test_what_is_no_id_is_refused(ident: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_ref(f"claim:{ident}", ("claim",))


@pytest.mark.parametrize(
    ("text", "kinds", "message"),
    [
        ("ada", ("person", "organization"), "write person:ada or organization:ada"),
        ("event:fall", ("person",), "of the wrong kind: here stands person:fall"),
        ("planet:mars", ("place", "event"), "here stands place:mars or event:mars"),
    ],
)
def test_a_refused_reference_says_how_to_write_it(text: str, kinds: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_ref(text, kinds)
