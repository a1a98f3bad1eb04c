"""No quotation of this documentary can be changed unnoticed, and none of its names either; needs no text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive import Archive
from generator.proofs import unproven
from generator.quotations import place_of, quotations
from generator.reader import read

ROOT = Path(__file__).parent.parent
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
    for at, (one, two) in enumerate(zip(words, words[1:], strict=False)):
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


CLASSES: tuple[Callable[[str], Iterator[str]], ...] = (
    letter_changed,
    digit_changed,
    negation_put_in,
    negation_dropped,
    words_swapped,
    case_changed,
    word_dropped,
    mark_changed,
)


@pytest.fixture(scope="module")
def documentary() -> Archive:
    archive, _ = read(ROOT)
    if archive is None or archive.lock is None:
        pytest.skip("no locked documentary stands here yet")
    return archive


def with_value(value: Any, path: tuple[str | int, ...], new: str) -> Any:
    """A copy of the model `value` with the text at `path` replaced; checked against nothing."""
    step, *rest = path
    if isinstance(value, list):
        inner = with_value(value[int(step)], tuple(rest), new) if rest else new
        return [*value[: int(step)], inner, *value[int(step) + 1 :]]
    inner = with_value(getattr(value, str(step)), tuple(rest), new) if rest else new
    return value.model_copy(update={str(step): inner})


def changed(archive: Archive) -> Iterator[tuple[str, str, str, Archive]]:
    """Every change of every quotation: its class, its address, the new words and the archive that has it.

    Each archive holds the one record that was changed, and that record's part of the lock.
    """
    assert archive.lock is not None
    for quotation in quotations(archive):
        field = "as_named" if quotation.kind == "as_named" else "quote.exact"
        place = place_of(archive, quotation.address, field)
        assert place is not None
        ref, path = place
        mine = {k: v for k, v in archive.lock.entries.items() if k.split("/")[0] == str(ref)}
        lock = replace(archive.lock, entries=mine, sources={})
        for change in CLASSES:
            for new in dict.fromkeys(change(quotation.exact)):
                record = with_value(archive.records[ref], path, new)
                alone = replace(archive, records={ref: record}, lock=lock, known=frozenset({ref}))
                yield change.__name__, quotation.address, new, alone


def test_the_quotations_of_the_documentary_are_proven(documentary: Archive) -> None:
    assert unproven(documentary, {}) == []


def test_every_change_of_every_quotation_is_reported(documentary: Archive) -> None:
    tried: dict[str, int] = {}
    unnoticed: list[tuple[str, str, str]] = []
    for change, address, new, archive in changed(documentary):
        tried[change] = tried.get(change, 0) + 1
        if not unproven(archive, {}):
            unnoticed.append((change, address, new))
    assert unnoticed == []
    assert tried.keys() >= {c.__name__ for c in CLASSES} - {"digit_changed", "negation_dropped"}


def test_a_record_that_is_not_changed_is_not_reported(documentary: Archive) -> None:
    assert documentary.lock is not None
    for ref, record in documentary.records.items():
        mine = {k: v for k, v in documentary.lock.entries.items() if k.split("/")[0] == str(ref)}
        lock = replace(documentary.lock, entries=mine, sources={})
        alone = replace(documentary, records={ref: record}, lock=lock, known=frozenset({ref}))
        assert unproven(alone, {}) == []
