"""Lines as they are printed, from left to right, come out as they are read."""

from __future__ import annotations

import pytest

from generator.lib.reading_order import in_reading_order

PRINTED = {
    "Hebrew": (True, "תינש רגסנ רשגה", "הגשר נסגר שנית"),
    "a number of Hebrew": (True, "הרעסה ירחא 3.5 רגסנ", "נסגר 3.5 אחרי הסערה"),
    "a percentage of Hebrew": (True, "ביצקתהמ 75%", "75% מהתקציב"),
    "a span of years in Hebrew": (True, "רגסנ 1931-1935 םינשב", "בשנים 1931-1935 נסגר"),
    "a hyphen before a number": (True, "1931-ב הנבנ", "נבנה ב-1931"),
    "Latin words in Hebrew": (True, "בתכ Alder Post 2021 ןותיעה", "העיתון Alder Post 2021 כתב"),
    "a list of Latin words and a number": (True, "רמאנ ,Alder Post, 2021-ב", "ב-Alder Post, 2021, נאמר"),
    "brackets printed as mirror images": (True, ".רגסיי (1931 זאמ) רשגה", "הגשר (מאז 1931) ייסגר."),
    "brackets printed as they are written": (True, ".רגסיי )1931 זאמ( רשגה", "הגשר (מאז 1931) ייסגר."),
    "Arabic quotation marks": (True, "»معن« لاق", "قال «نعم»"),
    "a date of Arabic": (True, "سرام 4/3/2021 موي", "يوم 4/3/2021 مارس"),
    "a span of years in Arabic": (True, "1935-1931 نيب", "بين 1931-1935"),
    "a percentage of Arabic": (True, "نم %75 ةبسنب", "بنسبة 75% من"),
    "Arabic figures": (True, "ةماعد ١٢ نم ٩", "٩ من ١٢ دعامة"),
    "a sign of several letters": (True, ["ق", "لا", "غ", "إ"], "إغلاق"),
    "Hebrew in English": (
        False,
        "The word םולש (peace) is old, he said.",
        "The word שלום (peace) is old, he said.",
    ),
    "two words of Hebrew in English": (False, "The למנה רשג, he said.", "The גשר הנמל, he said."),
    "English alone": (False, "The bridge (1931).", "The bridge (1931)."),
    "nothing": (True, "", ""),
}


@pytest.mark.parametrize("case", PRINTED)
def test_a_printed_line_comes_out_as_it_is_read(case: str) -> None:
    right_to_left, printed, read = PRINTED[case]
    assert in_reading_order(list(printed), right_to_left) == read
