"""The lines of pages: letters by their places, marks of footnotes, initials, turned and unseen text."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.lib.printed import PrintedPage, printed_page
from tests.made_pdf import Glyph, glyphs_of, pdf_of, row


def page_of(data: bytes) -> PrintedPage:
    document = pypdfium2.PdfDocument(data)
    page = printed_page(document[0])
    document.close()
    return page


def texts(*glyphs: Glyph) -> list[str]:
    return [line.text for line in page_of(glyphs_of([list(glyphs)])).lines]


@pytest.mark.parametrize("turned", [False, True])
def test_right_to_left_letters_come_in_reading_order_whichever_is_printed_first(turned: bool) -> None:
    glyphs = row("הרעסה ירחא 2021 ,רגסנ רשגה")
    assert texts(*(reversed(glyphs) if turned else glyphs)) == ["הגשר נסגר, 2021 אחרי הסערה"]


def test_a_ligature_of_right_to_left_letters_comes_in_reading_order() -> None:
    assert texts(*row(["ق", "لا", "غ", "إ"])) == ["إغلاق"]


def test_letter_shapes_become_letters() -> None:
    assert texts(*row(["\ufed6", "\ufefc", "\ufecf", "\ufe87"])) == ["إغلاق"]


def test_a_mark_printed_beside_its_letter_hangs_on_it() -> None:
    assert texts((77, 704, 10, "\u05b8"), *row(["ם", "ו", "ל", "ש"], x=65)) == ["שלָום"]


def test_spaces_of_right_to_left_lines_are_gaps() -> None:
    assert texts(*row("םי"), *row("לא", x=86)) == ["אל ים"]
    assert texts(*row("םי"), *row("לא", x=84.5)) == ["אלים"]


def test_chinese_letters_set_apart_have_no_spaces() -> None:
    assert texts(*row("関 于 橋"), (104, 700, 10, list("and so on"))) == ["関于橋 and so on"]


@pytest.mark.parametrize(
    ("before", "text", "marks"),
    [
        ("bridge", "bridge and", ("3",)),
        ("9 km", "9 km³ and", ()),
        ("10", "10³ and", ()),
        ("harm", "harm and", ("3",)),
    ],
)
def test_a_raised_figure_marks_a_footnote_unless_it_is_a_power(
    before: str, text: str, marks: tuple[str, ...]
) -> None:
    end = 72 + len(before) * 6
    line = page_of(
        glyphs_of([[(72, 700, 10, list(before)), (end, 704, 6, "3"), (end + 8, 700, 10, list("and"))]])
    ).lines[0]
    assert (line.text, line.marks, line.size) == (text, marks, 10)


@pytest.mark.parametrize("mark", ["[12]", "3,4", "*", "[1][2]"])
def test_a_mark_of_a_footnote_may_have_brackets_and_stand_beside_others(mark: str) -> None:
    line = page_of(glyphs_of([[(72, 700, 10, list("bridge")), (108, 704, 6, list(mark))]])).lines[0]
    assert (line.text, line.marks) == ("bridge", (mark,))


def test_a_letter_printed_twice_for_boldness_is_one() -> None:
    assert texts(*[each for x in (72, 78) for each in ((x, 700, 10, "l"), (x + 0.4, 700, 10, "l"))]) == ["ll"]


def test_the_number_of_a_footnote_stays_at_the_head_of_it() -> None:
    assert texts((72, 704, 6, "3"), (78, 700, 10, list("He said so."))) == ["3 He said so."]


def test_a_large_initial_belongs_to_the_word_it_begins() -> None:
    lines = (92, 700, 10, list("he bridge was")), (92, 688, 10, list("closed."))
    assert texts((72, 688, 30, "T"), *lines) == ["The bridge was", "closed."]


def test_a_heading_and_the_small_line_below_it_are_two_lines() -> None:
    assert texts((72, 700, 40, list("Bridge")), (72, 685, 10, list("closed"))) == ["Bridge", "closed"]


def test_letters_that_are_not_painted_are_unseen() -> None:
    assert page_of(glyphs_of([row("unseen")], mode=3)).is_hidden
    assert not page_of(glyphs_of([row("seen")])).is_hidden


def test_heights_and_sizes_are_in_points() -> None:
    lines = page_of(pdf_of([[(700, 20, "Bridge closed"), (680, 10, "It was closed.")]])).lines
    assert [(line.text, line.height, line.size) for line in lines] == [
        ("Bridge closed", 700, 20),
        ("It was closed.", 680, 10),
    ]
