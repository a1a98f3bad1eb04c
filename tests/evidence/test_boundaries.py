import pytest

from generator.evidence.article import Article
from generator.evidence.boundaries import parted
from generator.evidence.match import Located, Miss, locate, locate_name


def cut(text: str, language: str = "en") -> str:
    at = text.index("|")
    return parted(text.replace("|", ""), at, language)


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("about 1.5| million men", "en", "1.5 million"),
        ("about 1.5 |million men", "en", "1.5 million"),
        ("of two| hundred thousand", "en", "two hundred thousand"),
        ("half a| dozen boats", "en", "a dozen"),
        ("up 5| per cent", "en", "5 per cent"),
        ("Twenty-|five people", "en", "Twenty-five"),
        ("twenty|-five people", "en", "twenty-five"),
        ("the twenty-|fifth floor", "en", "twenty-fifth"),
        ("thirty| five people", "en", "thirty five"),
        ("one hundred| and five people", "en", "one hundred and five"),
        ("one |hundred and five people", "en", "one hundred and five"),
        ("two thousand |six hundred", "en", "two thousand six hundred"),
        ("loans of 5| crore", "en", "5 crore"),
        ("loans of five| lakh", "en", "five lakh"),
        ("fünf-| bis sechshundert Boote", "de", "fünf- bis sechshundert"),
        ("fünf- bis |sechshundert Boote", "de", "fünf- bis sechshundert"),
        ("hundert |und fünf Boote", "de", "hundert und fünf"),
        ("vingt| et un bateaux", "fr", "vingt et un"),
        ("trente-|cinq bateaux", "fr", "trente-cinq"),
        ("treinta |y cinco barcos", "es", "treinta y cinco"),
        ("خمسة| وعشرون قاربا", "ar", "خمسة وعشرون"),
        ("مئة |وخمسة قوارب", "ar", "مئة وخمسة"),
        ("بیست |و پنج قایق", "fa", "بیست و پنج"),
        ("死了500|万人", "zh", "500万"),
        ("死了二十|五人", "zh", "二十五"),
        ("費用は1|億2000万円", "ja", "1億2000万"),
        ("費用は三|千円", "ja", "三千"),
        ("at minus |5 degrees", "en", "minus 5"),
        ("an un-|American act", "en", "un-American"),
        ("an un|-American act", "en", "un-American"),
        ("an ex-|minister said", "en", "ex-minister"),
        ("the minister|-elect", "en", "minister-elect"),
        ("eine ex-|Ministerin", "de", "ex-Ministerin"),
        ("rund 1,5| Mio. Euro", "de", "1,5 Mio"),
        ("hausse de 5| pour cent", "fr", "5 pour cent"),
        ("unos 3| millones", "es", "3 millones"),
        ("نحو ٣| ملايين", "ar", "٣ ملايين"),
        ("حدود ۱٫۵| میلیون", "fa", "۱٫۵ میلیون"),
        ("او نمی\u200c|رود", "fa", "نمی\u200cرود"),
    ],
)
def test_no_cut_parts_a_number_or_a_word_from_what_belongs_to_it(
    text: str, language: str, whole: str
) -> None:
    assert cut(text, language) == whole


@pytest.mark.parametrize(
    "text",
    [
        "the US-|led raid",
        "110| service members",
        "of 1.5 million| men",
        "un| American",
        "a well|-known man",
        "on 3| January 2020",
        "|million",
        "two| and three",
        "One, two three| four",
        "between twenty| and thirty boats",
        "twenty-five| people",
        "one hundred and five| people",
        "half of the twenty| men",
    ],
)
def test_a_cut_between_words_parts_nothing(text: str) -> None:
    assert cut(text) == ""


def test_a_quotation_of_a_part_is_refused_and_the_whole_is_named() -> None:
    article = Article({"p1": "They said that about 1.5 million un-American books were burnt."})
    for exact, whole in (
        ("They said that about 1.5", "1.5 million"),
        ("million un-American books", "1.5 million"),
        ("American books were", "un-American"),
    ):
        miss = locate(article, exact)
        assert isinstance(miss, Miss)
        assert (miss.kind, miss.reason) == ("cut", f"the quotation takes a part of “{whole}”")
        assert miss.hint == "quote the whole of it, or nothing of it"
    assert isinstance(locate(article, "about 1.5 million un-American books"), Located)


def test_a_word_that_our_prose_quotes_is_no_part_of_another() -> None:
    article = Article({"p1": "An un-American act.", "p2": "Two American ships."})
    located = locate_name(article, "American")
    assert isinstance(located, Located)
    assert article.block_at(located.spans[0][0]) == "p2"
    miss = locate_name(article, "American", "p1")
    assert isinstance(miss, Miss)
    assert (miss.reason, miss.hint) == (
        "“American” stands in p1 only as a part of “un-American”",
        "write un-American",
    )
