"""PDFs: running heads, hyphens, paragraphs, the title of the properties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.ingest.capture import capture
from generator.ingest.types import CaptureError

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
