"""Who is found to speak, by the words beside a verb of saying."""

from __future__ import annotations

import pytest

from generator.suggest.context import Context
from generator.suggest.found_statements import statements
from generator.suggest.types import Suggestion
from tests.suggest.measure import context

CASES = [
    ("“We saw it coming,” said Anna Berg.", "Anna Berg"),
    ("“We saw it coming,” Anna Berg told the Courier.", "Anna Berg"),
    ("Anna Berg, who keeps the toll book, said: “We saw it coming.”", "Anna Berg"),
    ("According to Captain Anna Berg, it was “a dark and empty river”.", "Anna Berg"),
    ("The Courier quoted Anna Berg as saying that “we saw it coming”.", "Anna Berg"),
    ("Anna Berg said that it rained, but added: “We saw it coming.”", "Anna Berg"),
    ("Anna Berg spoke of rain and, turning to the Courier, added: “We saw it coming.”", "Anna Berg"),
    ("Anna Berg rows the ferry. “We saw it coming,” she said.", "Anna Berg"),
    ("“We saw it,” Anna Berg said. “We saw it coming.”", "Anna Berg"),
    ("The Courier has cited unnamed sources as saying that “we saw it coming”.", "unnamed sources"),
    ("A senior port official said “we saw it coming”.", "A senior port official"),
    ("A guard at the Courier building said “we saw it coming”.", "A guard at the Courier building"),
    ("A former Varrow captain said “we saw it coming”.", "A former Varrow captain"),
    ("Two officials, speaking in private, said “we saw it coming”.", "Two officials"),
    ("Nobody would ever say “we saw it coming”.", None),
    ("They said “we saw it coming”.", None),
    ("The sign on the wall reads “we saw it coming”.", None),
]


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_the_speaker_is_the_one_who_is_said_to_speak(text: str, speaker: str | None) -> None:
    read = context(f"[p1] People met Anna Berg of the Courier in Varrow.\n\n[p2] {text}\n")
    found = [
        each for each in _quotations(read) if each.words.startswith(("We saw it coming", "we saw", "a dark"))
    ]
    assert [each.found["speaker"] for each in found] == [speaker]


def _quotations(read: Context) -> list[Suggestion]:

    return [each for each in statements(read) if each.found["kind"] == "direct"]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [("said", "asserts"), ("denied", "denies"), ("confirmed", "confirms"), ("admitted", "admits")],
)
def test_the_verb_gives_the_stance(verb: str, stance: str) -> None:
    read = context(f"[p1] Ida Holm {verb} that the bolts were loose in spring.\n")

    assert [each.found["stance"] for each in statements(read)] == [stance]
