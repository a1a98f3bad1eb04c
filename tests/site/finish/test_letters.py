"""Letters as the search compares them."""

import re
import unicodedata

import pytest

from generator.site.finish.letters import folded, words


@pytest.mark.parametrize(
    "same",
    [
        "سليماني سلیمانی السليماني سلیمانى سُلَيْمَانِي سليـماني",
        "كريم کریم الكريم",
        "مكتبة مكتبه مکتبه",
        "أحمد احمد إحمد ٱحمد",
        "١٢٣ ۱۲۳ 123 １２３",
        "Łódź Lodz łodz LÓDŹ",
        "Đorđe dorde ĐORĐE",
        "Øster oster",
        "Straße STRASSE strasse straẞe",
        "œuvre OEUVRE",
        "Ilhan İlhan ılhan ILHAN",
        "Sulaymānī sulaymani Sulaymān\u02bei",
        "שָׁלוֹם שלום השלום",
        "ילדים ילדימ",
        "Ёлка елка",
        "ﬁnd find",
    ],
)
def test_every_way_to_write_a_word_is_one(same):
    assert len({tuple(words(form)) for form in same.split()}) == 1


def test_letters_that_tell_words_apart_are_kept():
    assert words("が か") == ["が", "か"]
    assert words("मुंबई कि कु") == ["मुंबई", "कि", "कु"]
    assert words("گل کل") == ["گل", "کل"]


@pytest.mark.parametrize("text", ["李明浩", "김정은", "カタカナ", "สวัด"])
def test_scripts_without_spaces_are_read_character_by_character(text):
    assert "".join(words(text)) == text
    assert len(words(text)) > 2


def test_the_article_before_a_hyphen_is_no_word_and_one_alone_is():
    assert words("al-Sadr, el‑Masri") == ["sadr", "masri"]
    assert words("El Al") == ["el", "al"]


def test_every_latin_letter_with_a_stroke_hook_or_curl_is_read_as_the_letter_it_is_made_of():
    """The names that the Unicode Character Database gives its letters say which one that is."""
    named = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH (?!SMALL|MIDDLE DOT)[A-Z -]+")
    made_of = {
        letter: match[1].lower()
        for letter in map(chr, range(0x80, 0x3000))
        if (match := named.fullmatch(unicodedata.name(letter, "")))
    }
    assert len(made_of) > 600
    assert {letter: folded(letter) for letter in made_of} == made_of
