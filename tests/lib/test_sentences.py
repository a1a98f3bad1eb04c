from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lib.sentences import sentences


def parted(text: str, language: str = "en", whole: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in sentences(text, whole, language)]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge fell.|Nobody was hurt.",
        "Why did it fall?|Nobody knows!|It fell…|The end",
        "Dr. Holm met Gen. A. B. Smith on 3 Jan. 2031.|He left.",
        "It fell on 3 January 2020.|The river rose.",
        "The U.S. Army left the U.S.|The rest stayed.",
        "She came at 5 p.m. Monday.|He left at 6 p.m.|They met again.",
        "Holm & Co. Ltd. built it.|Bridges Inc.|It fell.",
        "It is 3.5 metres long, see p. 12 and No. 4.|She said no.|He did.",
        "(It fell.)|It fell (see above).|It [fell].",
        "It was old […] and weak.|It fell.",
        "“It fell.”|She left.",
        "“Did it fall?” she asked.|He nodded.",
    ],
)
def test_english_sentences_end_where_a_reader_sees_their_end(marked: str) -> None:
    assert parted(marked.replace("|", " ")) == marked.split("|")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Am 3. Januar 2020 fiel sie.|Er war 20.|Dann ging er z. B. nach Bonn, d. h. weg."),
        ("de", "Dr. Holm sagte „Nein.“|Er ging."),
        ("fr", "M. Dupont dit : « Oui. »|Mme Curie part.|Il pleut."),
        ("es", "¿Por qué cayó?|¡Nadie lo sabe!|El Sr. Gil lo vio.|La Sra. Ríos no."),
        ("fa", "آیا پل افتاد؟|پل در سال ۲۰۲۰ افتاد.|کسی ندید."),
        ("ar", "هل سقط الجسر؟|قال د. علي نعم.|سقط الجسر."),
        ("ur", "پل گر گیا۔|کوئی نہیں جانتا۔"),
    ],
)
def test_sentences_of_other_languages_end_at_their_own_stops(language: str, marked: str) -> None:
    assert parted(marked.replace("|", " "), language) == marked.split("|")


def test_a_script_without_spaces_parts_its_sentences_too() -> None:
    assert parted("橋は落ちた。誰も知らない。", "ja") == ["橋は落ちた。", "誰も知らない。"]


def test_no_sentence_ends_within_what_is_whole() -> None:
    text = "She said “It fell. It did” and left. “It fell. It did.” He left."
    quotations = ((9, 26), (37, 55))
    assert [text[a:b] for a, b in quotations] == ["“It fell. It did”", "“It fell. It did.”"]
    assert parted(text, whole=quotations) == [
        "She said “It fell. It did” and left.",
        "“It fell. It did.”",
        "He left.",
    ]


def test_a_german_ordinal_ends_a_sentence_in_no_language_without_them() -> None:
    assert parted("It was on 3. January came.") == ["It was on 3.", "January came."]


@given(st.text(alphabet="aA1 .!?”“)…U", max_size=60))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(" ", "")
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
