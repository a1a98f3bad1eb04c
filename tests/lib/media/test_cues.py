"""Subtitles are read cue by cue; what is malformed is told of by its line."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lib.media.cues import Cue, CueError, clock, read_cues, written

SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\nHello <i>there</i>.\nAgain.\n\n"
    "2\n00:01:01,000 --> 00:01:02,000\nBye &amp; go.\n"
)


def test_webvtt_is_read_with_its_voices_and_without_notes_and_styles() -> None:
    text = (
        "WEBVTT - a talk\nKind: captions\n\nSTYLE\n::cue {color: red}\n\nNOTE no cue\n\nintro\n"
        "00:01.000 --> 00:02.000 align:start\n<v.loud Ada Stone>Yes, <c.x>now</c>.</v>\n\n"
        "00:02.000 --> 00:03.000\n<v Ada Stone>One.\n<v Bo>Two.\n"
    )
    assert read_cues(text) == [
        Cue(1.0, 2.0, "Yes, now.", 10, "Ada Stone"),
        Cue(2.0, 3.0, "One.", 13, "Ada Stone"),
        Cue(2.0, 3.0, "Two.", 13, "Bo"),
    ]


@pytest.mark.parametrize("text", [SRT, SRT.replace("\n", "\r\n"), "\ufeff" + SRT])
def test_subrip_is_read(text: str) -> None:
    assert read_cues(text.encode()) == [
        Cue(1.0, 2.5, "Hello there. Again.", 2),
        Cue(61.0, 62.0, "Bye & go.", 7),
    ]


def test_what_is_written_says_the_same() -> None:
    cues = [Cue(1.0, 2.5, "A <b> & --> c", 0, "Ada"), Cue(3723.25, 3724.0, "Late.", 0)]
    again = read_cues(written(cues))
    assert [(c.start, c.end, c.text, c.speaker) for c in again] == [
        (c.start, c.end, c.text, c.speaker) for c in cues
    ]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nA\n", 1, "not WEBVTT"),
        ("WEBVTT\n\n00:01 --> 00:02\nA\n", 3, "no times"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nA\n", 3, "ends at 0:01 and begins at 0:02"),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB\n", 6, "before the one above"),
        ("WEBVTT\n\njust words\n", 3, "it has no times"),
        ("WEBVTT\n", 2, "no cue"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:02,000 --> 00:00:03,000\nB\n",
            5,
            "empty line is missing",
        ),
        ("1\n2\n00:00:01,000 --> 00:00:02,000\nA\n", 1, "more than one line"),
    ],
)
def test_malformed_subtitles_are_refused_with_their_line(text: str, line: int, why: str) -> None:
    with pytest.raises(CueError, match=why) as refused:
        read_cues(text)
    assert refused.value.line == line
    assert refused.value.hint


def test_a_tab_is_a_space_in_the_words_of_a_cue_its_times_and_messages() -> None:
    assert read_cues(SRT.replace(" ", "\t")) == read_cues(SRT)
    with pytest.raises(CueError, match="“00:01 --> 00:02” are no times of a cue"):
        read_cues("WEBVTT\n\n00:01\t-->\t00:02\nA\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1\n00:00:01,000\u00a0--> 00:00:02,500\nA\n", "no ordinary space (U+00A0), in column 13"),
        (
            "1\n00:00:01,000 --> \u200e00:00:02,500\nA\n",
            "invisible character stands here (U+200E), in column 18",
        ),
        ("1\n00:00:01,000 --> 00:00:02,500\nA&#x202e;B\n", "(U+202E), as an entity in this cue"),
    ],
)
def test_what_nobody_sees_is_told_by_its_code(text: str, told: str) -> None:
    with pytest.raises(CueError, match=re.escape(told)) as refused:
        read_cues(text)
    assert refused.value.line == 2
    assert refused.value.message.isprintable()


def test_what_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(CueError, match="UTF-8") as refused:
        read_cues(b"WEBVTT\n\n00:01.000 --> 00:02.000\nCaf\xe9\n")
    assert refused.value.line == 4


@given(st.text("WEBVT\n0123:.,-> <>v&a", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(CueError):
        assert read_cues(text)


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00"), (750.9, "12:30"), (3723, "1:02:03")])
def test_a_time_is_printed_as_a_clock_has_it(seconds: float, words: str) -> None:
    assert clock(seconds) == words
