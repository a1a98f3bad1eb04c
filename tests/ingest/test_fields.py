"""What lines state: byline, outlet and date, original source, rights; dates and languages."""

from __future__ import annotations

import pytest

from generator.ingest.capture import capture
from generator.ingest.fields import author_names, head_facts, line_facts
from generator.ingest.language import infer_language
from generator.ingest.printed_dates import find_date, stamp_date
from generator.ingest.types import Findings

BODY = [
    "The harbour bridge was closed on Monday after a storm, the town said. No ship was in the harbour.",
    "The mayor said that there had been no choice. The ferry would run twice as often until the summer.",
]


def facts(*lines: str, below: tuple[str, ...] = ()) -> Findings:
    return capture("\n\n".join(["Harbour bridge closed", *lines, *BODY, *below]).encode(), "a.txt").facts


def test_a_repost_names_its_outlet_first_and_its_original_second():
    found = facts(
        "By [Mara Ellwood](#)",
        "The Second Reader, March 06, 2021",
        "[Alder Post](#) 4 March 2021",
        below=("*", "Copyright © [Mara Ellwood](#), [Alder Post](#), 2021"),
    )
    assert (found.publisher.value, found.published.value) == ("The Second Reader", "2021-03-06")
    original = found.original
    assert (original.publisher.value, original.published.value) == ("Alder Post", "2021-03-04")
    assert (original.publisher.line, original.publisher.evidence) == (7, "Alder Post 4 March 2021")
    assert original.authors.value == found.authors.value == ("Mara Ellwood",)
    assert found.rights_holder.value == "Mara Ellwood, Alder Post"


@pytest.mark.parametrize(
    "line",
    [
        "The original source of this article is [Alder Post](#)",
        "This article was originally published by Alder Post on 4 March 2021.",
        "First published in Alder Post, 4 March 2021",
        "Republished from Alder Post.",
    ],
)
def test_a_line_below_the_text_names_the_original(line: str):
    original = facts(below=(line,)).original
    assert original.publisher.value == "Alder Post"
    assert original.published.value == ("2021-03-04" if "2021" in line else None)


def test_what_a_copy_does_not_say_has_no_value_and_no_basis():
    found = facts()
    for field in (found.authors, found.publisher, found.published, found.url, found.rights_holder):
        assert (field.value, field.basis, field.line) == (None, None, None)
    assert not found.original


def test_an_appeal_to_register_names_the_outlet():
    found = facts(
        below=("You have read 3 articles this month.", "Register to receive full access to Alder Post.")
    )
    assert (found.publisher.value, found.publisher.line) == ("Alder Post", 9)


def test_a_note_on_the_author_is_a_hint_and_no_paragraph():
    note = "Mara Ellwood is a member of the bridge society."
    taken = capture("\n\n".join(["Bridge closed", "By Mara Ellwood", *BODY, note]).encode(), "a.txt")
    assert [hint.value for hint in taken.facts.interest_hints] == [note]
    assert [block.label for block in taken.blocks] == ["title", "p1", "p2"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Mara Ellwood", "Mara Ellwood"),
        ("Von Mara Ellwood und Tom Hare", "Mara Ellwood und Tom Hare"),
        ("نویسنده: سارا رستگار", "سارا رستگار"),
        ("מאת: דנה לוי", "דנה לוי"),
        ("文／山田花子", "山田花子"),
        ("By Mara Ellwood | 4 March 2021", "Mara Ellwood"),
        ("Von Mara Ellwood am 4. März 2021", "Mara Ellwood"),
        ("लेखक: अनिल शर्मा", "अनिल शर्मा"),
        ("रिपोर्ट: सीमा वर्मा और अनिल शर्मा", "सीमा वर्मा और अनिल शर्मा"),
        ("بقلم: سارة حسن", "سارة حسن"),
        ("كتبت: سارة حسن", "سارة حسن"),
        ("به قلم سارا رستگار", "سارا رستگار"),
        ("取材・文＝山田花子", "山田花子"),
        ("ライター：山田花子", "山田花子"),
        ("（港町＝山田花子記者）", "山田花子"),
        ("[항구=홍길동 기자]", "홍길동"),
        ("홍길동 기자 hong@alder.example", "홍길동"),
    ],
)
def test_bylines_are_known(line: str, authors: str):
    assert dict(head_facts(line))["authors"] == authors


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the town had closed the bridge.",
        "by the river",
        "The storm of 4 March 2021 in pictures",
        "In March",
    ],
)
def test_lines_that_only_resemble_a_byline_or_a_date_state_nothing(line: str):
    assert head_facts(line) == ()


@pytest.mark.parametrize(
    ("line", "fact"),
    [("Last updated: 5 March 2021", "updated"), ("Published on 4 March 2021, 08:30 GMT", "published"),
     ("Thursday 4 March 2021", "published"), ("公開：2021年3月4日", "published"),
     ("प्रकाशित: 4 जनवरी 2020", "published"), ("शनिवार, 4 जनवरी 2020, 10:30 बजे", "published"),
     ("अपडेटेड 4 फ़रवरी 2020", "updated"), ("آخر تحديث: 4 يناير 2020", "updated"),
     ("نشر في 4 يناير 2020", "published"), ("منتشر شده در ۱۴ دی ۱۳۹۸ ساعت ۱۰:۳۰", "published"),
     ("掲載日時 2020年1月4日 午前10時30分", "published"), ("最終更新 2020年1月4日", "updated"),
     ("기사입력 2020.01.04. 오전 10:30", "published"), ("수정 2020-01-04 10:30", "updated")],
)  # fmt: skip
def test_dates_above_the_text_are_told_apart(line: str, fact: str):
    assert list(dict(head_facts(line))) == [fact]


def test_a_paragraph_on_a_book_is_no_line_about_the_article():
    assert line_facts("First published in 1931, the book tells of the bridge.") == ()


def test_an_address_is_read_from_its_line():
    assert facts(below=("URL: https://a.example/b",)).url.value == "https://a.example/b"
    assert line_facts("The address was https://a.example/b") == ()


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("January 05, 2022", "2022-01-05"),
        ("5th of January 2022", "2022-01-05"),
        ("5 de enero de 2022", "2022-01-05"),
        ("5. März 2022", "2022-03-05"),
        ("05.01.2022", "2022-01-05"),
        ("23/01/2022", "2022-01-23"),
        ("2022-01-05", "2022-01-05"),
        ("۵ ژانویه ۲۰۲۲", "2022-01-05"),
        ("5 בינואר 2022", "2022-01-05"),
        ("٥ يناير ٢٠٢٢", "2022-01-05"),
        ("2022年1月5日", "2022-01-05"),
        ("January 2022", "2022-01"),
        ("۱۳ دی ۱۳۹۸", "2020-01-03"),
        ("۱۳ دی‌ماه ۱۳۹۸", "2020-01-03"),
        ("13 Dey 1398", "2020-01-03"),
        ("دی ۱۳۹۸", "[2019-12-22..2020-01-20]"),
        ("٧ جمادى الأولى ١٤٤١", "2020-01-03~"),
    ],
)
def test_a_printed_date_is_read(printed: str, edtf: str):
    found = find_date(f"Alder Post, {printed}")
    assert found
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "printed",
    [
        "03/01/2022",
        "31 February 2022",
        "12 ships 2022",
        "May be 2022",
        "1.2.3.2022",
        "30 Esfand 1402",
        "5 Tir 1950",
    ],
)
def test_what_is_no_date_or_two_dates_is_passed_over(printed: str):
    assert find_date(printed) is None


@pytest.mark.parametrize(
    ("stamp", "edtf"),
    [("2022-01-05T23:30:00-05:00", "2022-01-05"), ("2022-01", "2022-01"), ("2022", "2022"),
     ("5 January 2022", "2022-01-05"),
     ("2022-13-01", None), ("soon", None), ("", None)],
)  # fmt: skip
def test_a_stamp_gives_the_day_that_it_writes(stamp: str, edtf: str | None):
    assert stamp_date(stamp) == edtf


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed and the town said that it was the storm.", "en"),
        ("Die Brücke ist für den Verkehr nicht frei und das ist mit der Stadt.", "de"),
        ("این پل را در سال نو که از آن بود بسته شد و به شهر", "fa"),
        ("في هذا من على إلى أن التي عن مع الجسر", "ar"),
        ("הגשר של העיר נסגר על ידי העירייה", "he"),
        ("橋は通行止めになった", "ja"),
        ("大桥已经关闭", "zh"),
        ("다리가 닫혔다", "ko"),
        ("xyzzy plugh", None),
    ],
)
def test_the_language_is_inferred_or_left_open(text: str, language: str | None):
    found = infer_language(text)
    assert found.value == language
    assert found.basis == ("inferred" if language else None)


@pytest.mark.parametrize(
    "line",
    [
        "He was killed on 3 January 2020.",
        "Statement of Anna Berg, 4 May 1999",
        "Published by the state press in 1999, it sold well.",
        "— Tom Hare (@hare) 3 January 2020",
        "The bridge was opened on 4 May 1931",
    ],
)
def test_a_sentence_is_no_metadata_and_stays(line: str):
    taken = capture("\n\n".join(["Harbour bridge closed", line, *BODY]).encode(), "a.txt")
    assert line in [block.text for block in taken.blocks]
    assert (taken.facts.publisher.value, taken.facts.published.value) == (None, None)


def test_a_dateline_dates_the_article_and_stays_in_it():
    line = "New York, 10 March 1873"
    taken = capture("\n\n".join(["Harbour bridge closed", line, *BODY]).encode(), "a.txt")
    assert line in [block.text for block in taken.blocks]
    found = taken.facts
    assert (found.published.value, found.published.basis, found.publisher.value) == (
        "1873-03-10",
        "inferred",
        None,
    )


def test_a_list_of_days_is_text():
    text = "\n\n".join(["Harbour bridge closed", *BODY, "- 3 January 2020\n- 4 January 2020"])
    taken = capture(text.encode(), "a.md")
    assert [block.text for block in taken.blocks][-2:] == ["3 January 2020", "4 January 2020"]


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [("den 4. Januar 1873", "1873-01-04"), ("2021/03/04", "2021-03-04"), ("2021. 3. 4.", "2021-03-04"),
     ("۱۳۹۸/۱۰/۱۳", "2020-01-03"), ("2021년 3월 4일", "2021-03-04"), ("4 मार्च 2021", "2021-03-04")],
)  # fmt: skip
def test_more_days_are_read_as_they_are_printed(printed: str, edtf: str):
    assert facts(printed).published.value == edtf


def test_a_year_that_is_only_about_right_says_so():
    assert stamp_date("about 1925") == "1925~"


def test_what_an_author_is_is_no_second_author():
    assert facts("By Mara Ellwood, Senior Correspondent").authors.value == ("Mara Ellwood",)


def test_a_korean_byline_is_known():
    assert dict(head_facts("홍길동 기자"))["authors"] == "홍길동"


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("vonMara Ellwood", ("Mara Ellwood",)),
        ("Show all articles by Mara Ellwood", ("Mara Ellwood",)),
        ("Mara Ellwood (mel), Tom Hare (tha)", ("Mara Ellwood", "Tom Hare")),
        ("Mara Ellwood @ellwood", ("Mara Ellwood",)),
        ("Mara Ellwood og Tom Hare", ("Mara Ellwood", "Tom Hare")),
        ("m.ellwood@alder.example", ()),
        ("Vonnegut Berg, PARKER AUTORI", ("Vonnegut Berg", "PARKER AUTORI")),
    ],
)
def test_what_markup_states_of_authors_is_read_as_names(stated: str, names: tuple[str, ...]):
    assert author_names(stated) == names
