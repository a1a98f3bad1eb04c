import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.markdownfile import (
    LabelledParagraph,
    MarkdownFile,
    labelled,
    notes,
    split,
    write_labelled,
)


def faults(body: str, first_line: int = 1) -> list[tuple[int, str]]:
    _, problems = notes(body, "a.md", first_line)
    assert all((problem.path, problem.column) == ("a.md", 1) and problem.hint for problem in problems)
    return [(problem.line, problem.message) for problem in problems]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_is_divided_into_its_fields_and_its_notes(end: str) -> None:
    text = "---\ntitle: A\ntype: report\n--- \n\n[p1] One.\n\n---\n".replace("\n", end)
    expected = MarkdownFile("title: A\ntype: report\n", 2, "\n[p1] One.\n\n---\n", 5)
    assert split(text, "a.md") == (expected, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file does not begin with ---"),
        ("title: A\n---\n[p1] One.\n", "the file does not begin with ---"),
        ("---\ntitle: A\n", "the fields have no end"),
        ("---\ntitle: A\n----\n", "the fields have no end"),
    ],
)
def test_a_file_without_bounds_of_its_fields_is_refused(text: str, message: str) -> None:
    file, problems = split(text, "a.md")
    assert (file.front, file.body) == ("", "")
    assert [(problem.line, problem.message) for problem in problems] == [(1, message)]


def test_a_byte_order_mark_is_reported_and_the_file_is_read() -> None:
    file, problems = split("\ufeff---\na: b\n---\n", "a.md")
    assert file.front == "a: b\n"
    assert [problem.message for problem in problems] == ["an invisible byte order mark stands here"]


def test_notes_are_found_by_label_with_their_line() -> None:
    body = "\n[title] A.\n[standfirst] B.\n\n[p1]  One\n  goes on.\n\n[h1]\nA heading.\n\n\n[p2] Two.\n"
    assert notes(body, "a.md", 10) == (
        {
            "title": LabelledParagraph("title", "A.", 11),
            "standfirst": LabelledParagraph("standfirst", "B.", 12),
            "p1": LabelledParagraph("p1", "One goes on.", 14),
            "h1": LabelledParagraph("h1", "A heading.", 17),
            "p2": LabelledParagraph("p2", "Two.", 21),
        },
        [],
    )


def test_a_link_or_bracket_inside_a_note_is_no_label() -> None:
    body = "[p1] She met\n[John Smith](person:john-smith) and\n[p1](claim:a) and [p2]\n[sic] again.\n"
    found, problems = notes(body, "a.md")
    assert problems == []
    assert found["p1"].text == (
        "She met [John Smith](person:john-smith) and [p1](claim:a) and [p2] [sic] again."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words.\n", [(1, "this paragraph has no label")]),
        ("[p1] One.\n\nmore\n", [(3, "this paragraph has no label")]),
        ("[A B](person:a) spoke.\n", [(1, "this paragraph has no label")]),
        ("[a1] One.\n", [(1, "the label [a1] is unknown")]),
        ("[P1] One.\n", [(1, "the label [P1] is unknown")]),
        ("[p0] One.\n", [(1, "the label [p0] is unknown")]),
        ("[p" + "9" * 5000 + "] One.\n", [(1, "the label [p" + "9" * 39 + "] is unknown")]),
        ("[p1] One.\n\n[p1] Two.\n", [(3, "the label [p1] stands twice")]),
        ("[title] A\n\n[title] B\n", [(3, "the label [title] stands twice")]),
        ("[p1] One.\n\n[p3] Three.\n\n[p4] Four.\n", [(3, "the label [p2] is missing before [p3]")]),
        ("[h1] A.\n\n[h3] B.\n", [(3, "the label [h2] is missing before [h3]")]),
        ("[p2] Two.\n", [(1, "the label [p1] is missing before [p2]")]),
        (
            "[p2] Two.\n\n[p1] One.\n",
            [(1, "the label [p1] is missing before [p2]"), (3, "the label [p1] stands after [p2]")],
        ),
        ("[p1]\n\n[p2] Two.\n", [(1, "nothing stands under the label [p1]")]),
    ],
)
def test_every_fault_of_the_labels_is_reported(body: str, expected: list[tuple[int, str]]) -> None:
    assert faults(body) == expected


def test_a_gap_is_declared_and_a_place_in_the_work_stands_behind_a_label() -> None:
    body = "[p1, page 3] One.\n\n[p2–p249] On the tides.\n[p250, folio 12v]\nMore.\n\n[h1-h2]\n[h3] A head.\n"
    assert notes(body, "a.md") == (
        {
            "p1": LabelledParagraph("p1", "One.", 1, "page 3"),
            "p2–p249": LabelledParagraph("p2", "On the tides.", 3, "", "p249"),
            "p250": LabelledParagraph("p250", "More.", 4, "folio 12v"),
            "h1-h2": LabelledParagraph("h1", "", 7, "", "h2"),
            "h3": LabelledParagraph("h3", "A head.", 8),
        },
        [],
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[p1] One.\n\n[p250] Two.\n", "the label [p2] is missing before [p250]"),
        ("[p1] One.\n\n[p3–p9]\n", "the label [p2] is missing before [p3–p9]"),
        ("[p1–p4]\n\n[p3] Two.\n", "the label [p3] lies within the gap [p1–p4]"),
        ("[p1–p4]\n\n[p6] Two.\n", "the label [p5] is missing before [p6]"),
        ("[p1] One.\n\n[p2–p1]\n", "the gap [p2–p1] ends before it begins"),
        ("[p1–p4, page 3]\n", "a gap has no page of its own"),
        ("[p1, page] One.\n", "“page” does not say where: write a word and a value, such as page 88"),
        ("[p1, pag 3] One.\n", "“pag” is no locator: did you mean “page”?"),
        ("[p1 page 3] One.\n", "the label [p1 page 3] is unknown"),
        ("[p1–h4]\n", "the label [p1–h4] is unknown"),
        ("[p1–p40000]\n\n[p12345] Two.\n", "the label [p12345] lies within the gap [p1–p40000]"),
        ("[p1–p4]\n\n[p5–p8]\n\n[p4] Two.\n", "the label [p4] lies within the gap [p1–p4]"),
        ("[p1" + "0" * 5_000 + "]\n", "the label [p1" + "0" * 38 + "] is unknown"),
    ],
)
def test_a_gap_or_a_place_that_is_malformed_is_reported(body: str, message: str) -> None:
    assert [text for _, text in faults(body)] == [message]


def test_a_text_may_have_any_number_of_paragraphs_and_headings() -> None:
    blocks = [(f"{letter}{number}", "A word.") for letter in "phb" for number in range(1, 12_000)]
    assert list(labelled(write_labelled(blocks)).items()) == blocks


def test_the_text_of_an_article_has_neither_gaps_nor_places() -> None:
    for body in ("[p1–p4]\n", "[p1, page 3] One.\n"):
        assert notes(body, "a.txt", of_text=True)[1]


def test_lines_count_from_the_line_that_the_body_begins_on() -> None:
    assert faults("\nWords.\n", 20) == [(21, "this paragraph has no label")]


def test_of_a_repeated_label_the_first_note_counts_and_the_hint_says_where_it_is() -> None:
    found, problems = notes("[p1] One.\n\n[p1] Two.\n", "a.md", 5)
    assert found == {"p1": LabelledParagraph("p1", "One.", 5)}
    assert (problems[0].field, problems[0].hint) == ("notes.p1", "the first is on line 5")


@given(st.text() | st.text("[]()ph12 \n\r\t-–,a", max_size=40))
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    split(text, "a.md")
    notes(text, "a.md")


def blocks(texts: list[str], heads: list[str]) -> list[tuple[str, str]]:
    paragraphs = [(f"p{number}", text) for number, text in enumerate(texts, 1)]
    return paragraphs + [(f"h{number}", text) for number, text in enumerate(heads, 1)]


# the first letter keeps a text from being nothing but the space that is folded away
paragraphs = st.lists(
    st.builds("{}{}".format, st.sampled_from("a(["), st.text("ab[]()p1\u00a0\x0b ") | st.text())
)


@given(st.builds(blocks, paragraphs, paragraphs))
def test_what_is_written_under_labels_is_read_as_it_was_but_for_folded_space(
    written: list[tuple[str, str]],
) -> None:
    read = labelled(write_labelled(written))
    assert list(read) == [label for label, _ in written]
    for label, text in written:
        assert _words(read[label]) == _words(text)
    assert write_labelled(list(read.items())) == write_labelled(written)


def _words(text: str) -> list[str]:
    for character in "\t\r\n":
        text = text.replace(character, " ")
    return [word for word in text.split(" ") if word]


@pytest.mark.parametrize(
    "written", [[("p2", "a")], [("p1", "a"), ("p1", "b")], [("x", "a")], [("p1", " \n")]]
)
def test_what_could_not_be_read_again_is_not_written(written: list[tuple[str, str]]) -> None:
    with pytest.raises(ValueError, match=r"^line \d+: "):
        write_labelled(written)


def test_a_faulty_text_names_its_first_faulty_line() -> None:
    with pytest.raises(ValueError, match=r"^line 3: the label \[p2\] is missing before \[p3\]$"):
        labelled("[p1] One.\n\n[p3] Three.\n")
