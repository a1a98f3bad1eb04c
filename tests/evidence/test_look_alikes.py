import pytest

from generator.evidence.article import Article
from generator.evidence.look_alikes import look_alikes
from generator.evidence.match import Miss, locate, locate_name


@pytest.mark.parametrize(
    ("there", "here", "told"),
    [
        (
            "گفت علي آمد",
            "گفت علی آمد",
            "it has U+064A ARABIC LETTER YEH, not U+06CC ARABIC LETTER FARSI YEH, in “علی” (character 7)",
        ),
        (
            "در کتاب بود",
            "در كتاب بود",
            "it has U+06A9 ARABIC LETTER KEHEH, not U+0643 ARABIC LETTER KAF, in “كتاب” (character 4)",
        ),
        (
            "او می\u200cرود",
            "او میرود",
            "it has U+06CC ARABIC LETTER FARSI YEH and U+200C ZERO WIDTH NON-JOINER, not U+06CC ARABIC LETTER"
            " FARSI YEH, in “میرود” (character 5)",
        ),
        (
            "the boats left",
            "the bo\u0430ts left",
            "it has U+0061 LATIN SMALL LETTER A, not U+0430 CYRILLIC SMALL LETTER A, in “bo\u0430ts”"
            " (character 7)",
        ),
        (
            "Irmak’a gitti",
            "Irmak’a g\u0131tti",
            "it has U+0069 LATIN SMALL LETTER I, not U+0131 LATIN SMALL LETTER DOTLESS I, in “g\u0131tti”"
            " (character 10)",
        ),
        (
            "۱۵۰۰ نفر",
            "١۵۰۰ نفر",
            "it has U+06F1 EXTENDED ARABIC-INDIC DIGIT ONE, not U+0661 ARABIC-INDIC DIGIT ONE, in “١۵۰۰”"
            " (character 1)",
        ),
        ("the boats left", "the goats left", ""),
    ],
)
def test_signs_that_look_alike_are_named_with_their_place(there: str, here: str, told: str) -> None:
    assert look_alikes(there, here) == told


def test_many_differences_are_counted() -> None:
    assert look_alikes("aaaaa", "\u0430" * 5).endswith("; and 2 more")


def test_a_quotation_that_only_looks_like_the_words_is_refused_with_their_code_points() -> None:
    miss = locate(Article({"p1": "That night four grey boats left."}), "four grey bo\u0430ts")
    assert isinstance(miss, Miss)
    assert miss.kind == "altered"
    assert miss.reason.startswith(
        "the words only look like the article's: it has U+0061 LATIN SMALL LETTER A"
    )
    name = locate_name(Article({"p1": "علي آمد"}, "fa"), "علی")
    assert isinstance(name, Miss)
    assert "U+064A ARABIC LETTER YEH, not U+06CC ARABIC LETTER FARSI YEH" in name.reason


@pytest.mark.parametrize("sign", ["\u00a0", "\u00ad", "\u200b", "\u200f"])
def test_spaces_and_signs_that_nobody_sees_are_no_difference(sign: str) -> None:
    article = Article({"p1": f"four grey{sign}{' ' if sign != chr(0xA0) else ''}boats left"})
    assert not isinstance(locate(article, "four grey boats"), Miss)
