"""Subtitles are taken in as a source: each paragraph with its time and its speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.evidence.article import Article
from generator.evidence.quotation import Quotation
from generator.evidence.verify import verify
from generator.ingest.capture import capture
from generator.ingest.draft import draft, labelled_text
from generator.ingest.files import ingest_files
from generator.ingest.types import CaptureError, Start
from generator.records.markdownfile import labelled

TALK = """WEBVTT

00:00:00.500 --> 00:00:03.000
<v Ilse Varga>The bridge was closed

00:00:03.000 --> 00:00:05.000
<v Ilse Varga>at ten that night.

00:00:05.500 --> 00:00:07.000
<v Tove Lind>Who else knew?

00:00:30.000 --> 00:00:31.000
<v Tove Lind>Nobody, then.
"""


def test_cues_of_one_speaker_without_a_pause_are_one_paragraph() -> None:
    made = capture(TALK.encode(), "talk.vtt")
    assert [(block.label, block.text) for block in made.blocks] == [
        ("p1", "The bridge was closed at ten that night."),
        ("p2", "Who else knew?"),
        ("p3", "Nobody, then."),
    ]
    assert made.starts == (
        Start("p1", "00:00:00.500", "Ilse Varga"),
        Start("p2", "00:00:05.500", "Tove Lind"),
        Start("p3", "00:00:30.000", "Tove Lind"),
    )


def test_a_name_in_capitals_before_the_words_begins_a_paragraph_and_is_recorded() -> None:
    talk = """1
00:00:00,500 --> 00:00:02,000
HOST: The bridge was closed

2
00:00:02,000 --> 00:00:03,000
at ten: so we are told.

3
00:00:03,000 --> 00:00:04,000
HOST: Who knew?

4
00:00:04,000 --> 00:00:05,000
- VAN LIND: Nobody.
- HOST: Nobody?

5
00:00:30,000 --> 00:00:31,000
Good night.
"""
    made = capture(talk.encode(), "talk.srt")
    assert [block.text for block in made.blocks] == [
        "HOST: The bridge was closed at ten: so we are told. HOST: Who knew?",
        "- VAN LIND: Nobody.",
        "- HOST: Nobody?",
        "Good night.",
    ]
    assert [(start.label, start.speaker) for start in made.starts] == [
        ("p1", "HOST"),
        ("p2", "VAN LIND"),
        ("p3", "HOST"),
        ("p4", ""),
    ]


def test_long_speech_is_parted_where_a_sentence_ends() -> None:
    cues = "".join(
        f"00:00:{n:02}.000 --> 00:00:{n:02}.900\nSeven words stand in this one here.\n\n" for n in range(30)
    )
    made = capture(f"WEBVTT\n\n{cues}".encode(), "talk.vtt")
    assert all(len(block.text.split()) <= 56 for block in made.blocks)
    assert len(made.blocks) == 5


def test_a_quotation_over_two_cues_is_proven_and_a_name_too() -> None:
    text = labelled(labelled_text(capture(TALK.encode(), "talk.vtt")))
    blocks = {label: words for label, words in text.items() if label[0] == "p"}
    beside = {label: words for label, words in text.items() if label[0] == "b"}
    article = Article(blocks, has_marks=False, beside=beside)
    wanted = [
        Quotation("claim:a/b/0", "talk", "p1", "closed at ten that night", direct=True),
        Quotation("claim:a/b/as_named", "talk", "", "Tove Lind", kind="as_named"),
    ]
    lock, faults = verify(wanted, {"talk": article})
    assert faults == []
    assert set(lock.entries) == {"claim:a/b/0", "claim:a/b/as_named"}


def test_the_draft_keeps_times_and_speakers() -> None:
    record, _ = draft(capture(TALK.encode(), "talk.vtt"), "talk", "2031-01-01")
    assert "- {paragraph: p2, start: 00:00:05.500, speaker: Tove Lind}" in record


@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt"])
def test_malformed_subtitles_are_refused_with_their_line_and_nothing_is_written(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("WEBVTT\n\n00:00:09.000 --> 00:00:07.000\nNo.\n", encoding="utf-8")
    (outcome,) = ingest_files([path], tmp_path)
    assert outcome.refusal == (
        f"{name}: line 3: the cue ends at 0:07 and begins at 0:09; "
        "write the times as 00:12:30.000 --> 00:12:34.500."
    )
    assert not (tmp_path / "sources").exists()


def test_a_text_named_as_subtitles_that_is_none_is_refused() -> None:
    with pytest.raises(CaptureError, match="line 1: this is no cue"):
        capture(b"Only words.\n", "talk.srt")
