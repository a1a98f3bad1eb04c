"""Recordings: what they are, what is taken out of them, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lib.media import Facts, MediaError, facts_of, forms, mp3, mp4, wav, webm
from tests import made_media as made

STRIPPED: dict[str, tuple[Callable[[], bytes], Callable[[bytes], bytes]]] = {
    "mp4": (made.mp4, mp4.stripped),
    "webm": (made.webm, webm.stripped),
    "mp3": (made.mp3, mp3.stripped),
    "wav": (made.sound, wav.stripped),
}


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (made.mp4(seconds=12), Facts("mp4", 320, 180, 12.0, has_picture=True)),
        (made.mp4((b"soun", b"mp4a"), seconds=5), Facts("mp4", 0, 0, 5.0)),
        (made.webm(seconds=8), Facts("webm", 320, 180, 8.0, has_picture=True)),
        (made.mp3(frames=40), Facts("mp3", duration=1.045)),
        (made.sound(3), Facts("wav", duration=3.0)),
        (made.CAPTIONS, Facts("vtt", duration=5.0)),
    ],
)
def test_the_facts_of_a_recording_are_read(data: bytes, facts: Facts) -> None:
    assert facts_of(data) == facts


@pytest.mark.parametrize("form", STRIPPED)
def test_nothing_of_what_a_recording_says_of_its_making_is_left(form: str) -> None:
    make, strip = STRIPPED[form]
    data = make()
    made_of_it = strip(data)
    assert made.PLACE.encode() in data
    assert made.PLACE.encode() not in made_of_it
    assert facts_of(made_of_it) == facts_of(data)


@pytest.mark.parametrize("strip", [(made.mp4, mp4.stripped), (made.webm, webm.stripped)])
def test_sound_and_pictures_stay_where_they_are(
    strip: tuple[Callable[[], bytes], Callable[[bytes], bytes]],
) -> None:
    data = strip[0]()
    assert len(strip[1](data)) == len(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"hello", "of no format"),
        (made.mp4((b"vide", b"hvc1")), "codec hvc1"),
        (made.mp4((b"vide", b"avc1"), (b"meta", b"gpmd")), "track of data .gpmd."),
        (made.mp4()[:-9], "cut off"),
        (made.webm()[:-9], "cut off"),
        (made.webm(b"V_MPEG2"), "codec V_MPEG2"),
        (b"\x1aE\xdf\xa3\x80" + (b"\x18S\x80g\x01" + b"\xff" * 7) * 3000, "damaged"),
        (made.sound()[:-9], "cut off"),
        (made.mp3()[:-300], "cut off"),
        (b"ID3\x03\0\0\0\0\0\x10", "no MP3"),
        (made.document()[:200], "PDF is encrypted, cut off or damaged"),
        (made.document(201), "201 pages"),
    ],
)
def test_what_cannot_be_shown_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(MediaError, match=why) as refused:
        facts_of(data)
    assert refused.value.hint


def test_a_file_of_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(forms.LARGEST, "picture", 100)
    with pytest.raises(MediaError, match="at most 100 are allowed"):
        facts_of(made.picture())


def test_the_pages_of_a_document_are_drawn_and_their_text_is_read() -> None:
    from generator.lib.media import sheets

    facts = facts_of(made.document(2, words="Old bolts"))
    assert facts.sheets == ((300.0, 400.0), (300.0, 400.0))
    assert facts.texts[1] == ("Old bolts, page 2",)
    assert [image.size for image in sheets.drawn(made.document(2))] == [(1200, 1600), (1200, 1600)]


@given(st.sampled_from([make() for make, _ in STRIPPED.values()]), st.integers(0), st.binary(max_size=8))
def test_a_damaged_file_is_refused_and_never_breaks_the_program(data: bytes, at: int, other: bytes) -> None:
    at %= len(data)
    damaged = data[:at] + other + data[at + len(other) :]
    try:
        form = facts_of(damaged).form
    except MediaError:
        return
    if form in STRIPPED:
        STRIPPED[form][1](damaged)
