"""Near spellings of one name are told from other names."""

from __future__ import annotations

import pytest

from generator.evidence.name_similarity import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hayman", "Heyman"),
        ("Karim Hadad", "Karim Haddad"),
        ("Qasim", "Kassem"),
        ("Yusuf al-Tamimi", "Yousef Tamimi"),
        ("Müller", "Muller"),
        ("Mohammed Rashid", "Muhamad Rasheed"),
        ("Philipp Stone", "Filip Stone"),
    ],
)
def test_spellings_of_one_sound_are_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hayman", "Human"),
        ("Anna Berg", "Berg"),
        ("Anna Berg", "Hanna Berg"),
        ("Lind", "Lund"),
        ("Marina Stone", "Martin Stone"),
        ("Holm", "Helm"),
        ("Norland", "Northland"),
    ],
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert alike(one, other) == ""


def test_the_reason_names_the_words_and_their_sound() -> None:
    assert (
        alike("Ida Heyman", "Ida Hayman") == "sounds alike: heyman and hayman have the same consonants (hmn)"
    )
