"""Whether words stand within quotation marks."""

from __future__ import annotations

import pytest

from generator.evidence.article import Article
from generator.evidence.match import Located, locate
from generator.evidence.quotation_marks import quoted, within_marks


def marked(words: str, *paragraphs: str) -> bool:
    article = Article({f"p{n}": text for n, text in enumerate(paragraphs, 1)})
    found = locate(article, words)
    assert isinstance(found, Located)
    return within_marks(article, found.spans)


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "« {} »", "‘{}’", "„{}“", "'{}'"])
def test_direct_speech_stands_within_marks_of_any_style(marks: str) -> None:
    text = f"She said: {marks.format('the wall was old.')} The wall had stood for years."
    assert marked("the wall was old", text)
    assert not marked("The wall had stood", text)


def test_the_marks_may_be_part_of_the_quotation_and_words_around_them_may_not() -> None:
    text = "She said “the wall was old” and left."
    assert marked("“the wall was old”", text)
    assert not marked("She said “the wall was old”", text)


def test_each_fragment_of_a_quotation_stands_within_marks() -> None:
    text = "“The wall was old,” she said, “and nobody looked.” Nobody had looked."
    assert marked("The wall was old […] and nobody looked", text)
    assert not marked("The wall was old […] Nobody had looked", text)


def test_speech_goes_on_in_the_next_paragraph_with_a_mark_and_without() -> None:
    first = "He said: “The wall was old."
    assert marked("It fell at night", first, "“It fell at night.” He left.")
    assert marked("It fell at night", first, "It fell at night.” He left.")
    assert not marked("He left the town", first, "It fell at night.” He left the town.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市長は「壁は古かったです」と述べ、職員は帰りました。", "壁は古かったです"),
        ("彼は『その壁はとても古い』と書いた。", "その壁はとても古い"),
        ("市长说：“那座桥在夜里塌了”他走了。", "那座桥在夜里塌了"),
        ("นายกเทศมนตรีกล่าวว่า“กำแพงเก่ามาก”และกลับไป", "กำแพงเก่ามาก"),
        ('นายกเทศมนตรีกล่าวว่า"กำแพงเก่ามาก"และกลับไป', "กำแพงเก่ามาก"),
        ("وصفته بأنه قديم و«الجدار سقط ليلا» كما قالت.", "الجدار سقط ليلا"),
        ("قالت العمدة:«الجدار سقط ليلا» ثم ذهبت.", "الجدار سقط ليلا"),
        ('قالت العمدة إنه قديم و"الجدار سقط ليلا" ثم ذهبت.', "الجدار سقط ليلا"),
        ('היא אמרה ש"החומה נפלה בלילה" והלכה.', "החומה נפלה בלילה"),
        ('היא אמרה ש"החומה של מנכ"ל נפלה" והלכה.', 'החומה של מנכ"ל נפלה'),
        ("Elle rappelle l’«ordre de partir la nuit» et part.", "ordre de partir la nuit"),
        ("Elle rappelle l’« ordre de partir la nuit » et part.", "ordre de partir la nuit"),
        ('Elle rappelle l’"ordre de partir la nuit" et part.', "ordre de partir la nuit"),
        ("Preguntó: ¿“cayó el muro de noche”? y se fue.", "cayó el muro de noche"),
        ('Preguntó: ¿"cayó el muro de noche"? y se fue.', "cayó el muro de noche"),
        ("Sie sagte: ‚die Mauer war alt‘ und ging.", "die Mauer war alt"),
        ("Sie rief ‹Mauer› und ging.", "‹Mauer›"),
        ("She said:“the wall was old” and left.", "the wall was old"),
        ('She said:"the wall was old" and left.', "the wall was old"),
        ("She said…“the wall was old” and left.", "the wall was old"),
    ],
)
def test_a_mark_that_can_only_open_needs_no_space_before_it(text: str, words: str) -> None:
    (passage,) = quoted(text)
    assert text[passage.start : passage.end].strip() == words.strip("‹›")
    assert passage.closed


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Er sagte, „die Mauer war alt“, und ging.", ["die Mauer war alt"]),
        ("Er sagte, »die Mauer war alt«, und ging.", ["die Mauer war alt"]),
        ("die Mauer war alt“, sagte er.", []),
        ("die Mauer war alt.« Er ging.", []),
        ('מפקד צה"ל ואנשי ש"ס הלכו, והוא אמר "החומה נפלה" והלך.', ["החומה נפלה"]),
        ('המ"מים הלכו, והוא אמר "החומה נפלה" והלך.', ["החומה נפלה"]),
        ("Die Mauer‚ die alt war, fiel.", []),
    ],
)
def test_a_mark_that_closes_or_stands_within_a_word_opens_nothing(text: str, passages: list[str]) -> None:
    assert [text[each.start : each.end] for each in quoted(text)] == passages
