"""Plain text and Markdown: paragraphs, headings, headline and standfirst, marks taken away."""

from __future__ import annotations

import pytest

from generator.ingest.capture import capture
from generator.ingest.text import plain

ONE = "The harbour bridge was closed on Monday after a storm. No ship was in the harbour."
TWO = "The mayor said that there had been no choice. The ferry would run twice as often."
THREE = "It was opened in 1931. It has been mended four times since then."


def labels(*blocks: str, name: str = "a.txt") -> dict[str, str]:
    return {block.label: block.text for block in capture("\n\n".join(blocks).encode(), name).blocks}


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a [link](#) and [another](https://a.example/x_(y) \"t\")", "a link and another"),
        ("a [numbered][1] link", "a numbered link"),
        ("*one* **two** ***three*** _four_ __five__", "one two three four five"),
        ("**bold *and* italic**, done", "bold and italic, done"),
        (r"\*not emphasis\* and \[not a link\]\(x\)", "*not emphasis* and [not a link](x)"),
        (r"@alder\_post", "@alder_post"),
        ("5 * 3 * 2 and file_name_one", "5 * 3 * 2 and file_name_one"),
        ("words [in brackets] stay", "words [in brackets] stay"),
        ("![a bridge](b.jpg)words", "words"),
        ("see <https://a.example/x>", "see https://a.example/x"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_its_words(marked: str, words: str):
    assert plain(marked) == words


def test_a_first_line_without_a_full_stop_is_the_headline():
    assert labels("Harbour bridge closed", ONE, TWO) == {
        "title": "Harbour bridge closed",
        "p1": ONE,
        "p2": TWO,
    }


def test_a_text_that_begins_with_a_sentence_has_no_headline():
    assert labels(ONE, TWO) == {"p1": ONE, "p2": TWO}


def test_a_line_without_a_full_stop_below_the_headline_is_the_standfirst():
    standfirst = "Engineers found cracks in two of its piers"
    assert labels("Bridge closed", standfirst, "By Mara Ellwood", ONE)["standfirst"] == standfirst


def test_one_emphasised_paragraph_before_the_text_is_the_standfirst():
    assert labels("# Bridge closed", "By Mara Ellwood", f"*{ONE}*", TWO)["standfirst"] == ONE


def test_one_sentence_between_headline_and_picture_is_the_standfirst():
    sentence = "Engineers found cracks in two of its piers."
    found = labels("Bridge closed", sentence, "The bridge. Credit: Ann Lee", ONE)
    assert found == {"title": "Bridge closed", "standfirst": sentence, "p1": ONE}


def test_a_first_paragraph_is_no_standfirst():
    assert "standfirst" not in labels("Bridge closed", "The bridge was closed on Monday.", ONE, TWO)


def test_a_section_label_and_a_picture_name_are_not_the_headline():
    found = labels("newsdeskCoast-Islands Relations", "Bridge closed after the storm", "bridge", ONE)
    assert found == {"title": "Bridge closed after the storm", "p1": ONE}


def test_a_short_line_between_paragraphs_is_a_section_heading():
    assert labels(ONE, "A bridge of many lives", THREE) == {
        "p1": ONE,
        "h1": "A bridge of many lives",
        "p2": THREE,
    }


@pytest.mark.parametrize(
    "heading", ["## What next", "### **What next**", "What next\n---------", "What next"]
)
def test_section_headings_of_every_style_are_found(heading: str):
    assert labels("# Bridge closed", ONE, heading, TWO)["h1"] == "What next"


def test_a_paragraph_that_a_page_break_cut_is_made_whole():
    found = labels(
        "In a memo of that month to the whole of the council, the town dropped", "the “storm” claim.", TWO
    )
    assert found["p1"].endswith("the town dropped the “storm” claim.")
    quoted = labels(
        "In a memo of that month to the whole council, the town dropped", "“storm” from its list.", TWO
    )
    assert quoted["p1"].endswith("dropped “storm” from its list.")


def test_a_heading_is_not_joined_to_the_paragraph_below_it():
    assert labels(ONE, "## What next", "iron piers are to be made in May.")["h1"] == "What next"


def test_a_paragraph_that_ends_with_a_colon_is_not_joined():
    assert labels(ONE, "The town has two aims:", "to mend the bridge.")["p2"] == "The town has two aims:"


def test_list_items_are_not_joined():
    found = labels(ONE, "- the first after a fire\n- the second after a flood", TWO)
    assert (found["p2"], found["p3"]) == ("the first after a fire", "the second after a flood")


def test_lines_wrapped_by_hand_are_one_paragraph():
    assert labels("The bridge was\nclosed on\nMonday.", TWO)["p1"] == "The bridge was closed on Monday."


def test_long_lines_without_empty_lines_between_are_paragraphs():
    long = ONE + " " + TWO
    assert labels(f"{long}\n{long}a\n{THREE}") == {"p1": long, "p2": long + "a", "p3": THREE}


def test_wrapped_lines_of_a_script_without_spaces_are_joined_without_one():
    assert (
        labels("橋は月曜日、\n通行止めになった。", "市長は述べた。")["p1"] == "橋は月曜日、通行止めになった。"
    )


def test_a_paragraph_above_a_title_mark_is_not_lost():
    found = labels(ONE, TWO, THREE, "# Late heading", "It ended.")
    assert [found[label] for label in ("p1", "p2", "p3")] == [ONE, TWO, THREE]


def test_text_is_composed_and_free_of_invisible_signs_but_keeps_the_joiner():
    found = labels("Cafe\u0301 du\u00adpont\u200b was closed on Monday.", "خانه‌ها بسته شد.")
    assert found == {"p1": "Café dupont was closed on Monday.", "p2": "خانه‌ها بسته شد."}


CLIPPING = f"""---
title: "Bridge closed"
author: Mara Ellwood
source: https://a.example/b
published: 2021-03-04
---

{ONE}

{TWO}
"""


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Bridge closed [updated]", "Bridge closed [updated]"),
        ("'No choice', says mayor'", "'No choice', says mayor'"),
        ('"“No choice”, says mayor"', "“No choice”, says mayor"),
        ('"The \\"old\\" bridge"', 'The "old" bridge'),
        ("'Mayor''s bridge'", "Mayor's bridge"),
        ('"No choice", says mayor', '"No choice", says mayor'),
        ("Storm: bridge closed: no choice", "Storm: bridge closed: no choice"),
        ("Bridge closed\n  after a storm", "Bridge closed after a storm"),
        (">-\n  Bridge closed\n  after a storm", "Bridge closed after a storm"),
        ("\n  Bridge closed", "Bridge closed"),
        ("Bridge closed  # by hand", "Bridge closed"),
        ("[" * 900_000 + "]" * 900_000, "[" * 900_000 + "]" * 900_000),
        ("null", None),
        ("null: [a", "null: [a"),
    ],
)
def test_a_title_in_front_matter_is_taken_whole(written: str, title: str | None):
    text = f"---\nsite:\n  title: Alder Post\ntitle: {written}\n---\n\nThe bridge was closed.\n"
    stated = capture(text.encode(), "a.md").facts.title
    assert (stated.value, stated.line) == (title, 4 if title else None)


def test_authors_in_front_matter_may_be_a_list():
    for written in ("Mara Ellwood and Tom Hare", "[Mara Ellwood, Tom Hare]", "\n- Mara Ellwood\n- Tom Hare"):
        text = f"---\nauthors: {written}\n---\n\nThe bridge was closed.\n"
        assert capture(text.encode(), "a.md").facts.authors.value == ("Mara Ellwood", "Tom Hare")


def test_front_matter_of_a_clipping_is_read_and_is_no_text():
    taken = capture(CLIPPING.encode(), "a.md")
    assert [block.label for block in taken.blocks] == ["title", "p1", "p2"]
    facts = taken.facts
    assert facts.authors.value == ("Mara Ellwood",)
    assert facts.url.value == "https://a.example/b"
    assert (facts.published.value, facts.published.line) == ("2021-03-04", 5)
