"""Items are added to the text of a record so that every other character stays."""

from __future__ import annotations

import pytest

from generator.records.yamlfile import load
from generator.suggest.appending import AppendError, append

ITEM = {"text": "Bergh", "kind": "short"}


def test_a_block_list_keeps_its_comments_and_its_layout() -> None:
    text = (
        "name: Berg  # the engineer\nnames:\n  - {text: Berg, kind: short}  # as printed\n"
        "\n# below\nadded: 2031-01-01\n"
    )
    assert append(text, "names", ITEM) == (
        "name: Berg  # the engineer\nnames:\n  - {text: Berg, kind: short}  # as printed\n"
        "  - text: Bergh\n    kind: short\n\n# below\nadded: 2031-01-01\n"
    )


def test_a_list_that_is_not_indented_is_continued_in_its_column() -> None:
    text = "names:\n- text: Berg\n  kind: short\nadded: 2031-01-01\n"
    assert append(text, "names", ITEM) == (
        "names:\n- text: Berg\n  kind: short\n- text: Bergh\n  kind: short\nadded: 2031-01-01\n"
    )


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = "names: [{text: Berg, kind: short}]  # one\nadded: 2031-01-01\n"
    assert append(text, "names", ITEM) == (
        "names: [{text: Berg, kind: short}, {text: Bergh, kind: short}]  # one\nadded: 2031-01-01\n"
    )


@pytest.mark.parametrize("empty", ["[]", "[ ]", "null", "~", ""])
def test_an_empty_list_becomes_a_list_and_keeps_its_comment(empty: str) -> None:
    text = f"names: {empty}  # none yet\nadded: 2031-01-01\n"
    new = append(text, "names", ITEM)
    assert load(new, "")[0] == {"names": [ITEM], "added": "2031-01-01"}
    assert "# none yet\n  - text: Bergh\n" in new


def test_a_list_that_is_missing_is_made_before_the_day_of_entry() -> None:
    assert append("name: Berg\nadded: 2031-01-01\n", "names", ITEM) == (
        "name: Berg\nnames:\n  - text: Bergh\n    kind: short\nadded: 2031-01-01\n"
    )


def test_running_text_at_the_end_of_a_list_stays_whole() -> None:
    text = "names:\n  - text: >-\n      Anna\n      Berg\n\n# end\nadded: 2031-01-01\n"
    added = "  - text: Bergh\n    kind: short\n"
    assert append(text, "names", ITEM) == text.replace("      Berg\n", f"      Berg\n{added}")


def test_windows_line_ends_stay() -> None:
    text = "names:\r\n  - text: Berg\r\nadded: 2031-01-01\r\n"
    new = append(text, "names", ITEM)
    assert new.replace("\r\n", "").count("\n") == 0
    assert load(new, "")[0]["names"][1] == ITEM


def test_a_file_without_a_line_end_is_added_to() -> None:
    assert load(append("added: 2031-01-01\nnames:\n  - text: Berg", "names", ITEM), "")[0]["names"][1] == ITEM


def test_text_that_reads_as_a_number_or_date_stays_text() -> None:
    item = {"number": "12", "day": "2031-01-02", "no": "no: yes"}
    new = append("names: []\nadded: 2031-01-01\n", "names", item)
    assert load(new, "")[0]["names"] == [item]


@pytest.mark.parametrize("text", ["names: Berg\nadded: x\n", "names: {a: b}\nadded: x\n", "name: [", "- a\n"])
def test_what_cannot_be_added_to_safely_is_refused(text: str) -> None:
    with pytest.raises(AppendError):
        append(text, "names", ITEM)
