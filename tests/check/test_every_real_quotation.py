"""No quotation of this documentary can be changed unnoticed, and none of its names either; needs no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.quotations import place_of, quotations
from generator.check.proofs import proven, unproven
from generator.evidence.quotation import Quotation
from generator.records.dataset import Dataset
from generator.records.model import Person, Prose
from generator.records.reader import read
from generator.records.refs import Ref

ROOT = Path(__file__).parents[2]
TRIES = 3
"""How many changes of a sort each quotation is put through, from its beginning to its end."""
NEGATION = re.compile(r"\b(not|no|never|nor|without) ?", re.IGNORECASE)


def letter_changed(text: str) -> Iterator[str]:
    """Each letter in its turn replaced by the next of the alphabet."""
    for at, letter in enumerate(text):
        if letter.isascii() and letter.isalpha():
            other = "a" if letter in "zZ" else chr(ord(letter) + 1)
            yield text[:at] + other + text[at + 1 :]


def digit_changed(text: str) -> Iterator[str]:
    for at, digit in enumerate(text):
        if digit.isdecimal():
            yield text[:at] + str((int(digit) + 1) % 10) + text[at + 1 :]


def negation_put_in(text: str) -> Iterator[str]:
    words = text.split(" ")
    for at in range(len(words) + 1):
        yield " ".join([*words[:at], "not", *words[at:]])


def negation_dropped(text: str) -> Iterator[str]:
    for match in NEGATION.finditer(text):
        yield text[: match.start()] + text[match.end() :]


def words_swapped(text: str) -> Iterator[str]:
    words = text.split(" ")
    for at, (one, two) in enumerate(pairwise(words)):
        if one != two:
            yield " ".join([*words[:at], two, one, *words[at + 2 :]])


def case_changed(text: str) -> Iterator[str]:
    for at, letter in enumerate(text):
        if letter.swapcase() != letter:
            yield text[:at] + letter.swapcase() + text[at + 1 :]


def word_dropped(text: str) -> Iterator[str]:
    words = text.split(" ")
    for at in range(len(words)):
        if len(words) > 1:
            yield " ".join([*words[:at], *words[at + 1 :]])


def mark_changed(text: str) -> Iterator[str]:
    """Each point, comma or other mark that tells sentences apart replaced or dropped."""
    for at, mark in enumerate(text):
        if mark in ".,;:!?":
            yield text[:at] + text[at + 1 :]
            yield text[:at] + ("," if mark == "." else ".") + text[at + 1 :]


def words_left_out(text: str) -> Iterator[str]:
    """Each word in its turn replaced by the mark of an omission, which no declaration goes with."""
    words = text.split(" ")
    for at in range(1, len(words) - 1):
        yield " ".join([*words[:at], "[…]", *words[at + 1 :]])


def bracket_put_in(text: str) -> Iterator[str]:
    words = text.split(" ")
    for at in range(1, len(words)):
        yield " ".join([*words[:at], "[not]", *words[at:]])


def capital_bracketed(text: str) -> Iterator[str]:
    if text[0].isalpha() and text[0].swapcase() != text[0]:
        yield f"[{text[0].swapcase()}]{text[1:]}"


def look_alike_put_in(text: str) -> Iterator[str]:
    for at, letter in enumerate(text):
        if letter in "aceopx":
            yield text[:at] + "асеорх"["aceopx".index(letter)] + text[at + 1 :]


CLASSES: tuple[Callable[[str], Iterator[str]], ...] = (
    letter_changed,
    digit_changed,
    negation_put_in,
    negation_dropped,
    words_swapped,
    case_changed,
    word_dropped,
    mark_changed,
    words_left_out,
    bracket_put_in,
    capital_bracketed,
    look_alike_put_in,
)


@pytest.fixture(scope="module")
def documentary() -> Dataset:
    dataset, _ = read(ROOT)
    if dataset is None or dataset.lock is None:
        pytest.skip("no locked documentary stands here yet")
    return dataset


def with_value(value: Any, path: tuple[str | int, ...], new: Callable[[str], str]) -> Any:
    """A copy of the model `value` in which the text at `path` is made `new`; checked against nothing."""
    step, *rest = path
    if isinstance(value, list):
        at = int(step)
        return [*value[:at], with_value(value[at], tuple(rest), new), *value[at + 1 :]]
    inner = getattr(value, str(step))
    changed = with_value(inner, tuple(rest), new) if rest else type(inner)(new(inner))
    return value.model_copy(update={str(step): changed})


def putting(new: str, quotation: Quotation) -> Callable[[str], str]:
    """What turns the text of the record that holds `quotation` into one that has the words `new` instead."""
    _, part, *rest = quotation.address.split("/")
    if part != "words":
        return lambda _: new

    def put(prose: str) -> str:
        match = list(re.finditer("“([^“”]+)”", prose))[int(rest[-1])]
        return prose[: match.start(1)] + new + prose[match.end(1) :]

    return put


def alone(dataset: Dataset, ref: Ref) -> Dataset:
    """One record, the claims that answer it, all names, and the part of the lock that is theirs."""
    assert dataset.lock is not None
    claims = dataset.claims.items()
    answers = {c: claim for c, claim in claims if any(a.question == ref for a in claim.answers)}
    names = [name for entity in dataset.entities.values() for name in entity.names]
    bearer = Person.model_construct(names=names, description=Prose(), added=dataset.documentary.added)
    records = {ref: dataset.records[ref], **answers, Ref("person", "everybody"): bearer}
    mine = {k: v for k, v in dataset.lock.entries.items() if k.split("/")[0] in map(str, records)}
    return replace(dataset, records=records, lock=replace(dataset.lock, entries=mine))


def spread(changes: list[str]) -> list[str]:
    """At most `TRIES` of the changes, the first and the last among them."""
    last = len(changes) - 1
    return [changes[at] for at in sorted({last * n // (TRIES - 1) for n in range(TRIES)})] if changes else []


def unnoticed(dataset: Dataset) -> Iterator[tuple[str, Quotation, str, bool]]:
    """Every change of every quotation: its class, the quotation, the new words and whether nobody notices."""
    for quotation in quotations(dataset):
        place = place_of(dataset, quotation.address, "quote.exact")
        assert place is not None
        ref, path = place
        one = alone(dataset, ref)
        for change in CLASSES:
            for new in spread(list(dict.fromkeys(change(quotation.exact)))):
                record = with_value(one.records[ref], path, putting(new, quotation))
                changed = replace(one, records={**one.records, ref: record})
                yield change.__name__, quotation, new, not unproven(changed, {})


def test_the_quotations_of_the_documentary_are_proven(documentary: Dataset) -> None:
    assert unproven(documentary, {}) == []


def test_whoever_has_no_text_loses_nothing_that_was_verified(documentary: Dataset) -> None:
    proof = proven(documentary, {})
    assert (proof.lock, proof.problems, proof.unseen) == (documentary.lock, [], [])


def test_every_change_of_every_quotation_is_reported(documentary: Dataset) -> None:
    tried: Counter[str] = Counter()
    missed: list[tuple[str, str, str]] = []
    for change, quotation, new, nobody_notices in unnoticed(documentary):
        tried[change] += 1
        if nobody_notices:
            missed.append((change, quotation.address, new))
    assert missed == []
    assert tried.keys() >= {c.__name__ for c in CLASSES} - {"digit_changed", "negation_dropped"}


def test_what_is_not_changed_is_not_reported(documentary: Dataset) -> None:
    for ref in documentary.records:
        assert unproven(alone(documentary, ref), {}) == []
