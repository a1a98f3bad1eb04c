"""Hyphens at a line's end: a word's own stay, those that part a word go, and doubt is told."""

from __future__ import annotations

import pytest

from generator.ingest.hyphens import Hyphens

PARTED = {
    "a part of a word goes": (
        ["a storm that dam-", "aged two piers"],
        "a storm that damaged two piers",
        ["damaged"],
    ),
    "the whole word elsewhere tells": (["It was dam-", "aged.", "A damaged pier."], "It was damaged.", []),
    "the hyphen elsewhere tells": (
        ["It was oak-", "built.", "An oak-built pier."],
        "It was oak-built.",
        [],
    ),
    "a compound goes on": (["a state-of-", "the-art pier"], "a state-of-the-art pier", []),
    "a compound's last word is known": (["a water-", "resistant pier"], "a water-resistant pier", []),
    "a compound's first word is known": (["a self-", "willed mayor"], "a self-willed mayor", []),
    "a capital letter begins a word": (["the Anglo-", "American pier"], "the Anglo-American pier", []),
    "programs print another hyphen where they part": (["it was dam\u2010", "aged"], "it was damaged", []),
    "where they do, the common one is a word's": (
        ["an oak-", "built pier", "it was dam\u2010", "aged"],
        "an oak-built pier",
        [],
    ),
    "lines left short were never filled with parts of words": (
        [
            "The harbour has a large and oak-",
            "built pier of two years, of which the first",
            "representatives were there on the",
            "same day, with the mayor, Ida Pohl, and all of the town council",
        ],
        "The harbour has a large and oak-built pier of two years, of which the first",
        [],
    ),
}


@pytest.mark.parametrize("case", PARTED)
def test_a_hyphen_at_a_lines_end_stays_where_it_is_the_words(case: str) -> None:
    lines, joined, doubtful = PARTED[case]
    hyphens = Hyphens(lines)
    assert hyphens.joined(lines[0], lines[1]) == joined
    assert hyphens.doubtful == doubtful


@pytest.mark.parametrize(
    "lines", [["Bau-", "und Wohnungsamt"], ["the bridge –", "it was old"], ["a bridge", "b"]]
)
def test_lines_without_a_parted_word_are_not_joined(lines: list[str]) -> None:
    assert Hyphens(lines).joined(*lines) is None
