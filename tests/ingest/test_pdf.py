"""PDFs: running heads, hyphens, paragraphs, the title of the properties."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from generator.ingest.capture import capture
from generator.ingest.types import CaptureError
from generator.site.finish.paper import browser
from tests.made_pdf import glyphs_of

Pdf = Callable[..., bytes]

FIRST = [
    "The harbour bridge was closed on Monday after a storm that dam-",
    "aged two of its nine piers, the town said in a short statement to",
    "the press. No ship was in the harbour.",
    "",
    "The mayor, Ida Pohl, said that there had been no choice, and that",
    "the ferry would run twice as often until the summer, with one more",
]
SECOND = [
    "boat at the weekend.",
    "",
    "A bridge of many lives",
    "",
    "It was opened in 1931 and has been mended four times since that",
    "year, most lately after the flood.",
]


def column(lines: list[str], top: int = 700, size: int = 10) -> list[tuple[int, int, str]]:
    """Lines of one size below each other; an empty text leaves a gap between paragraphs."""
    return [(top - 12 * number, size, line) for number, line in enumerate(lines) if line]


def two_pages(make_pdf: Pdf) -> bytes:
    head = (800, 8, "The Alder Post 4 March 2021")
    return make_pdf(
        [
            [head, (760, 20, "Harbour bridge closed after storm"), *column(FIRST), (40, 8, "Page 1 of 2")],
            [head, *column(SECOND), (40, 8, "Page 2 of 2")],
        ],
        title="Harbour bridge closed after storm",
    )


def test_a_pdf_gives_whole_paragraphs_without_running_heads_and_line_end_hyphens(make_pdf: Pdf):
    blocks = {block.label: block.text for block in capture(two_pages(make_pdf), "bridge.pdf").blocks}
    assert blocks["title"] == "Harbour bridge closed after storm"
    assert blocks["p1"].startswith(
        "The harbour bridge was closed on Monday after a storm that damaged two of"
    )
    assert blocks["p2"].endswith("until the summer, with one more boat at the weekend.")
    assert blocks["h1"] == "A bridge of many lives"
    assert blocks["p3"].endswith("most lately after the flood.")
    assert list(blocks) == ["title", "p1", "p2", "h1", "p3"]


def test_the_title_of_a_pdfs_properties_counts_only_where_the_page_prints_it(make_pdf: Pdf):
    page = [(760, 20, "Harbour bridge closed after storm"), *column(FIRST)]
    taken = capture(make_pdf([page], title="Microsoft Word - draft7.doc"), "bridge.pdf")
    assert taken.facts.title.value == "Harbour bridge closed after storm"


def test_larger_letters_part_a_heading_from_the_lines_below_it(make_pdf: Pdf):
    page = [*column(FIRST[:3], 700), (664, 14, "A bridge of many lives and of many more repairs in it"),
            *column(SECOND[4:], 652)]  # fmt: skip
    labels = [block.label for block in capture(make_pdf([page]), "a.pdf").blocks]
    assert labels == ["p1", "h1", "p2"]


def test_ligatures_of_a_pdf_become_letters(make_pdf: Pdf):
    page = column(["The of\xdecer said that nothing had been found in the water below."])
    data = make_pdf([page], encoding="MacRomanEncoding")
    assert capture(data, "a.pdf").blocks[-1].text.startswith("The officer said")


def test_a_pdf_of_too_many_pages_is_refused(make_pdf: Pdf):
    with pytest.raises(CaptureError, match=r"^a\.pdf: has 301 pages, more than an article's 300\.$"):
        capture(make_pdf([[]] * 301), "a.pdf")


def paragraphs(data: bytes) -> list[str]:
    return [block.text for block in capture(data, "a.pdf").blocks if block.label[0] == "p"]


def line(length: int, end: str) -> str:
    """A line of so many characters that begins with a capital letter and ends in `end`."""
    return (
        f"The {'harbour ' * 20}"[: length - len(end) - 1].rstrip().ljust(length - len(end) - 1, "r")
        + " "
        + end
    )


@pytest.mark.parametrize(("times", "pages", "stays"), [(2, 4, True), (2, 5, True), (3, 5, False)])
def test_what_more_than_half_of_the_pages_repeat_at_an_edge_is_no_text(
    make_pdf: Pdf, times: int, pages: int, stays: bool
):
    texts = [
        column(
            [
                *(["and the mayor of Alder"] if number < times else []),
                f"It is {name} to be",
                f"told by {name}.",
            ]
        )
        for number, name in enumerate(["north", "south", "east", "west", "Orlo"][:pages])
    ]
    assert any("mayor of Alder" in text for text in paragraphs(make_pdf(texts))) is stays


@pytest.mark.parametrize(("above", "stays"), [(1, False), (2, True)])
def test_only_the_two_outer_lines_of_a_page_are_running_heads(make_pdf: Pdf, above: int, stays: bool):
    heads = ["north of Orlo", "south of Orlo"]
    pages = [
        column(
            [f"{head} {chr(97 + page) * 9}" for head in heads[:above]] + ["and the mayor of Alder", *FIRST]
        )
        for page in range(3)
    ]
    assert any("mayor of Alder" in text for text in paragraphs(make_pdf(pages))) is stays


@pytest.mark.parametrize(("step", "number"), [(16, 1), (18, 2)])
def test_a_gap_of_more_than_one_and_a_half_lines_parts_paragraphs(make_pdf: Pdf, step: int, number: int):
    heights = [700, 688, 676, 664, 664 - step, 652 - step, 640 - step]
    lines = [(height, 10, line(60, "and")) for height in heights]
    assert len(capture(make_pdf([lines]), "a.pdf").blocks) == number


@pytest.mark.parametrize(("size", "number"), [(10.4, 1), (10.6, 2)])
def test_letters_of_another_size_part_paragraphs(make_pdf: Pdf, size: float, number: int):
    lines = [(700, 10, line(60, "and")), (688, size, line(60, "and")), (676, size, line(60, "and"))]
    assert len(capture(make_pdf([lines]), "a.pdf").blocks) == number


@pytest.mark.parametrize(
    ("length", "end", "number"),
    [(86, "bridge.", 1), (84, "bridge.", 2), (84, "bridge", 1), (61, "bridge", 1), (59, "bridge", 2)],
)
def test_a_short_line_ends_a_paragraph_with_its_sentence_or_where_it_is_very_short(
    make_pdf: Pdf, length: int, end: str, number: int
):
    short = line(length, end)
    assert len(short) == length
    texts = [line(100, "and"), line(100, "and"), short, line(100, "and"), line(100, "and")]
    lines = [(700 - 12 * at, 10, text) for at, text in enumerate(texts)]
    assert len(capture(make_pdf([lines]), "a.pdf").blocks) == number


@pytest.mark.parametrize(("before", "is_title"), [(11, True), (12, False)])
def test_the_title_of_the_properties_stands_among_the_first_twelve_paragraphs(
    make_pdf: Pdf, before: int, is_title: bool
):
    lines = [
        (780 - 30 * at, 10 + at % 2, f"Paragraph {'abcdefghijklm'[at] * 9} of the report says so.")
        for at in range(before)
    ]
    lines += [(780 - 30 * before, 14, "Harbour bridge closed"), (60, 10, "It was closed on Monday, he said.")]
    taken = capture(make_pdf([lines], title="Harbour bridge closed"), "a.pdf")
    assert (taken.facts.title.value == "Harbour bridge closed") is is_title


PDFS = Path(__file__).with_name("pdfs")
READ = {
    "persian": "شهرداری ۱۲ اسفند اعلام کرد که پل بندر (ساخته‌شده در 1931) بسته "
    "می‌شود. خانم ایدا پل گفت: «چاره‌ای نبود».",
    "arabic": "أعلنت البلدية في 4/3/2021 إغلاق الجسر (المبني عام 1931). "
    "وقالت إيدا بول: «لا خيار لدينا، والأولاد بخير».",
    "hebrew": "העירייה הודיעה ב-4 במרץ 2021 כי הגשר (משנת 1931) "
    'ייסגר. העיתון Alder Post כתב: "לא הייתה ברירה".',
    "hindi": "नगरपालिका ने कहा कि बंदरगाह का पुल स्थिति के बाद बंद किया गया।",
}


@pytest.mark.parametrize("name", READ)
def test_other_scripts_come_out_of_a_word_processors_pdf_letter_for_letter(name: str):
    taken = capture((PDFS / f"{name}.pdf").read_bytes(), "a.pdf")
    assert [block.text for block in taken.blocks] == [READ[name]]
    assert taken.warnings == ()


@pytest.mark.browser
@pytest.mark.parametrize("name", READ)
def test_other_scripts_come_out_of_a_browsers_pdf_letter_for_letter(name: str, tmp_path: Path):
    program = browser()
    if program is None:
        pytest.skip("no Chromium")
    sign = "" if name == "hindi" else " dir=rtl"
    page = tmp_path / "a.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><p{sign}>{READ[name]}", encoding="utf-8")
    goal = tmp_path / "a.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run(
        [program, *options, f"--print-to-pdf={goal}", page.as_uri()], capture_output=True, check=True
    )
    taken = capture(goal.read_bytes(), "a.pdf")
    assert [block.text for block in taken.blocks if block.label == "p1"] == [READ[name]]
    reasons = {left.reason for left in taken.left_out}
    assert reasons == {"running head or foot"}, "the browser prints the time and the address round the page"


def test_a_pdf_of_which_the_font_does_not_tell_the_letters_is_refused_with_what_to_do():
    with pytest.raises(CaptureError) as refused:
        capture((PDFS / "hindi-without-letters.pdf").read_bytes(), "a.pdf")
    assert str(refused.value) == (
        "a.pdf: the fonts of page 1 do not tell which letters they are; take in another copy (a web page, "
        "text), or use --ocr, which reads the pages as pictures."
    )


def test_a_few_words_of_which_the_font_does_not_tell_the_letters_are_told_with_their_page():
    line = (
        72.0,
        700.0,
        10.0,
        list("The harbour bridge was closed on Monday after a storm that was so strong."),
    )
    pages = [
        [line],
        [
            line,
            (72.0, 688.0, 10.0, list("It said \ufffdlder and went on to speak of other and older bridges.")),
        ],
    ]
    taken = capture(glyphs_of(pages), "a.pdf")
    assert taken.warnings == ("the fonts of page 2 do not tell all letters of “\ufffdlder”",)


def test_an_owners_password_is_no_lock_and_a_users_is():
    taken = capture((PDFS / "owner-aes-256.pdf").read_bytes(), "a.pdf")
    assert [block.text for block in taken.blocks] == [
        "Harbour bridge closed",
        "The harbour bridge was closed on Monday.",
    ]
    with pytest.raises(
        CaptureError, match=r"^a\.pdf: is an encrypted PDF; save a copy without a password\.$"
    ):
        capture((PDFS / "user-aes-256.pdf").read_bytes(), "a.pdf")


def test_a_headline_of_two_lines_is_one(make_pdf: Pdf):
    page = [(760, 20, "Harbour bridge closed after storm"), (736, 20, "and flood"), *column(FIRST)]
    taken = capture(make_pdf([page], title="Harbour bridge closed after storm and flood"), "a.pdf")
    assert taken.facts.title.value == "Harbour bridge closed after storm and flood"
    assert taken.blocks[0].label == "title"


def test_the_hyphen_of_a_word_stays_at_a_lines_end(make_pdf: Pdf):
    lines = ["The town said in a statement to the press that it had a water-", "resistant pier built."]
    assert paragraphs(make_pdf([column(lines)]))[0].endswith("had a water-resistant pier built.")


def test_hyphens_taken_out_on_no_evidence_are_told(make_pdf: Pdf):
    assert capture(two_pages(make_pdf), "a.pdf").warnings == (
        "hyphens at a line's end were taken out of “damaged”",
    )


def test_what_a_browser_prints_round_a_single_page_is_left_out_and_gives_its_address(make_pdf: Pdf):
    page = [
        (820, 8, "4/3/21, 10:30 AM Harbour bridge closed"),
        *column(FIRST),
        (20, 8, "https://example.org/bridge 1/1"),
    ]
    taken = capture(make_pdf([page]), "a.pdf")
    assert [(left.text, left.reason) for left in taken.left_out] == [
        ("4/3/21, 10:30 AM Harbour bridge closed", "running head or foot"),
        ("https://example.org/bridge 1/1", "running head or foot"),
    ]
    assert (taken.facts.url.value, taken.facts.published.value) == ("https://example.org/bridge", None)


@pytest.mark.parametrize(("size", "height", "is_out"), [(8, 760, True), (10, 760, False), (8, 714, False)])
def test_a_small_line_far_over_a_single_page_is_a_running_head(
    make_pdf: Pdf, size: int, height: int, is_out: bool
):
    taken = capture(make_pdf([[(height, size, "Alder Post and its region"), *column(FIRST)]]), "a.pdf")
    assert ("running head or foot" in {left.reason for left in taken.left_out}) is is_out


def test_what_pages_repeat_is_listed_among_what_was_left_out_once(make_pdf: Pdf):
    taken = capture(two_pages(make_pdf), "a.pdf")
    assert [left.text for left in taken.left_out] == ["The Alder Post 4 March 2021", "Page 1 of 2"]


def test_the_mark_of_a_footnote_is_left_out_and_listed():
    line = [
        (72.0, 700.0, 10.0, list("The bridge")),
        (132.0, 704.0, 6.0, "3"),
        (140.0, 700.0, 10.0, list("was old.")),
    ]
    taken = capture(glyphs_of([line]), "a.pdf")
    assert [block.text for block in taken.blocks] == ["The bridge was old."]
    assert [(left.text, left.reason) for left in taken.left_out] == [("3", "mark of a footnote")]


def test_persian_without_non_joiners_is_told():
    line = (72.0, 700.0, 10.0, list("گپ چپ " * 12))
    assert capture(glyphs_of([[line]]), "a.pdf").warnings == (
        "the file has no zero-width non-joiners, as Persian words need (می‌شود)",
    )


def test_a_page_without_text_among_others_is_told(make_pdf: Pdf):
    picture = io.BytesIO()
    Image.new("L", (60, 60), 200).save(picture, "PDF")
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([column(FIRST)])))
    writer.append(io.BytesIO(picture.getvalue()))
    whole = io.BytesIO()
    writer.write(whole)
    warnings = capture(whole.getvalue(), "a.pdf").warnings
    assert "no text on page 2 (a scan?): --ocr reads pages as pictures" in warnings
