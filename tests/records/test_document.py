"""The text of a record changes just where it is to; every comment and all else stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.document import Document, DocumentError, Noted, written
from generator.records.model import Person, Source
from generator.records.schema_tree import piece_of
from generator.records.yamlfile import load
from tests.editing.test_format import documents, values

ITEM = {"text": "Bergh", "kind": "short"}
PERSON = piece_of(Person)


def after(text: str, change: Callable[[Document], None], path: str = "x.yml") -> str:
    """The text after a change."""
    document = Document(text, path, PERSON)
    change(document)
    return document.text


def appended(text: str, item: Any = ITEM) -> str:
    """The text with one more name."""
    return after(text, lambda document: document.append(("names",), item))


def said(document: Document) -> list[str]:
    """The words of every comment."""
    return sorted(words for _, _, words in document.comments())


SET: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "a value keeps the remark on its line": ("a: 1   # x\nb:  2\n", ("a",), "3", "a: 3  # x\nb:  2\n"),
    "all other lines stay as they are, however they are laid out": (
        "b:   'x'\n\n\n#c\na: 1\nd: >-\n    e\n\n    f\ng:\n- h\n",
        ("a",),
        "2",
        "b:   'x'\n\n\n#c\na: 2\nd: >-\n    e\n\n    f\ng:\n- h\n",
    ),
    "a list that is not indented stays so": (
        "a:\n- b:  1\n  c: 2\n",
        ("a", 0, "c"),
        "3",
        "a:\n- b:  1\n  c: 3\n",
    ),
    "an item far from its hyphen stays there": (
        "a:\n-   b:  1\n    c: 2\n",
        ("a", 0, "c"),
        "3",
        "a:\n-   b:  1\n    c: 3\n",
    ),
    "lists within lists": ("a:\n  - - b\n    - c\n", ("a", 0, 1), "d", "a:\n  - - b\n    - d\n"),
    "comments inside brackets open them": (
        "a: [b, # x\n  c]  # y\n",
        ("a", 1),
        "d",
        "a:  # y\n  - b  # x\n  - d\n",
    ),
    "a missing field stands in the order of the model": (
        "name: N\nadded: 2031\n# foot\n",
        ("description",),
        "D",
        "name: N\ndescription: D\nadded: 2031\n# foot\n",
    ),
    "a comment at the top stays at the top": (
        "# top\n\nadded: 2031\n",
        ("name",),
        "N",
        "# top\n\nname: N\nadded: 2031\n",
    ),
    "items that are moved take their lines and comments along": (
        "a:\n  # one\n  - {b: 1}  # x\n  - {b:   2}\n",
        ("a",),
        [{"b": "2"}, {"b": "1"}],
        "a:\n  - {b:   2}\n  # one\n  - {b: 1}  # x\n",
    ),
    "the comments of a list that goes stay": (
        "a:\n  # one\n  - b  # x\n  # foot\nc: 1\n",
        ("a",),
        None,
        "# foot\n# one\n# x\na: null\nc: 1\n",
    ),
    "a text that a number could be stays in quotation marks": ("a: '1'\n", ("a",), "2", 'a: "2"\n'),
    "the line ends of Windows stay": ("a: 1\r\nb: |\r\n  c\r\n", ("a",), "2", "a: 2\r\nb: |\r\n  c\r\n"),
    "nothing at all is taken for null": ("a:\nb: 1\n", ("a",), "2", "a: 2\nb: 1\n"),
}


@pytest.mark.parametrize(("text", "path", "value", "wanted"), SET.values(), ids=SET)
def test_what_is_set(text: str, path: tuple[str | int, ...], value: Any, wanted: str) -> None:
    assert after(text, lambda document: document.set(path, value)) == wanted


def test_what_is_set_to_what_it_is_changes_nothing() -> None:
    text = "a:   [b , c]\n\n\nd: 'e'"
    assert after(text, lambda document: document.set((), {"a": ["b", "c"], "d": "e"})) == text


def test_what_is_removed_leaves_its_comments_above_what_comes_next() -> None:
    text = "a: 1\n\n# of b\nb: 2  # at b\n\nc: 3\n"
    assert after(text, lambda document: document.remove(("b",))) == "a: 1\n# of b\n# at b\n\nc: 3\n"
    assert after(text, lambda document: document.remove(("z",))) == text


def test_a_block_list_keeps_its_comments_and_its_layout() -> None:
    text = (
        "name: Berg  # the engineer\nnames:\n  - {text: Berg, kind: short}  # as printed\n"
        "\n# below\nadded: 2031-01-01\n"
    )
    assert appended(text) == text.replace("printed\n", "printed\n  - {text: Bergh, kind: short}\n")


def test_a_list_that_is_not_indented_is_continued_in_its_column() -> None:
    text = "names:\n- text: Berg\n  kind: short\nadded: 2031-01-01\n"
    assert appended(text) == text.replace("added", "- {text: Bergh, kind: short}\nadded")


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = "names: [{text: Berg, kind: short}]  # one\nadded: 2031-01-01\n"
    assert appended(text) == text.replace("}]", "}, {text: Bergh, kind: short}]")


@pytest.mark.parametrize("empty", ["[]", "[ ]", "null", "~", ""])
def test_an_empty_list_becomes_a_list_and_keeps_its_comment(empty: str) -> None:
    new = appended(f"names: {empty}  # none yet\nadded: 2031-01-01\n")
    assert new == "names:  # none yet\n  - {text: Bergh, kind: short}\nadded: 2031-01-01\n"


def test_a_list_that_is_missing_is_made() -> None:
    text = "name: Berg\nadded: 2031-01-01\n"
    assert appended(text) == text.replace("added", "names:\n  - {text: Bergh, kind: short}\nadded")


def test_running_text_at_the_end_of_a_list_stays_whole() -> None:
    text = "names:\n  - text: >-\n      Anna\n      Berg\n\n# end\nadded: 2031-01-01\n"
    assert appended(text) == text.replace("Berg\n", "Berg\n  - {text: Bergh, kind: short}\n")


def test_an_empty_field_says_what_is_to_be_filled_in() -> None:
    new = appended("names: []\nadded: 2031-01-01\n", {"text": Noted(None, "fill in: which"), "kind": "short"})
    assert new == "names:\n  - text: null  # fill in: which\n    kind: short\nadded: 2031-01-01\n"


def test_a_file_without_a_line_end_is_added_to() -> None:
    assert load(appended("added: 2031-01-01\nnames:\n  - text: Berg"), "")[0]["names"][1] == ITEM


def test_text_that_reads_as_a_number_or_date_stays_text() -> None:
    item = {"number": "12", "day": "2031-01-02", "no": "no: yes"}
    assert load(appended("names: []\nadded: 2031-01-01\n", item), "")[0]["names"] == [item]


@pytest.mark.parametrize("text", ["names: Berg\nadded: x\n", "names: {a: b}\nadded: x\n", "name: [", "- a\n"])
def test_what_cannot_be_added_to_safely_is_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        appended(text)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (50_001 * "A", "this text has more than 50,000 characters"),
        ("A\u202eB", "an invisible character stands here (U+202E)"),
    ],
)
def test_a_value_that_no_record_may_hold_is_refused_for_just_that(value: str, told: str) -> None:
    document = Document("name: Berg\n", "x.yml", PERSON)
    with pytest.raises(DocumentError, match=re.escape(told)) as fault:
        document.set(("name",), value)
    assert [(each.path, each.line) for each in fault.value.problems] == [("x.yml", 0)]
    assert document.text == "name: Berg\n"


def test_a_value_is_reworded_in_its_own_spelling() -> None:
    text = "a: \"old\"  # old\nb: >-\n  the\n  old\nc: 'old'\n"
    document = Document(text)
    for field in "abc":
        document.reword((field,), lambda words: words.replace("old", "new"))
    assert document.text == text.replace("old", "new").replace("# new", "# old")


def test_what_is_spelt_in_codes_cannot_be_reworded() -> None:
    document = Document('a: "\\u006fld"\n')
    with pytest.raises(DocumentError):
        document.reword(("a",), lambda words: words.replace("old", "new"))
    assert document.value == {"a": "old"}


def test_of_a_source_only_the_fields_are_the_document() -> None:
    text = "--- \r\ntitle:   T\r\n---\r\n[p1] It   fell. \r\n"
    document = Document(text, "x.md", piece_of(Source))
    document.set(("subtitle",), "S")
    assert document.text == text.replace("T\r\n", "T\r\nsubtitle: S\r\n")
    assert (document.body, document.first_line) == ("[p1] It   fell. \n", 2)
    assert Document("---\na: 1\n---", "x.md").text == "---\na: 1\n---"


@pytest.mark.parametrize(
    ("text", "line"), [("---\na: 1\na: 2\n---\n", 3), ("a: 1\n", 1), ("---\na: [\n---\n", 3)]
)
def test_a_fault_has_the_line_of_the_file(text: str, line: int) -> None:
    with pytest.raises(DocumentError) as fault:
        Document(text, "x.md")
    assert [problem.line for problem in fault.value.problems] == [line]


def test_plain_data_is_written_as_records_are() -> None:
    data = {"a": {"b": 1, "c": True}, "d": [{"e": None}], "f": ["x, y", "null"], "g": [], "h": {"i": ["j"]}}
    assert written(data) == (
        'a: {b: 1, c: true}\nd:\n  - {e: null}\nf: ["x, y", "null"]\ng: []\nh:\n  i: [j]\n'
    )


@given(documents(), st.data())
def test_whatever_is_changed_is_what_is_read_and_no_comment_is_lost(text: str, data: st.DataObject) -> None:
    if load(text, "")[1]:
        return
    document = Document(text)
    field = data.draw(st.sampled_from([*document.value, "new"]))
    if field in document.value and len(document.value) > 1 and data.draw(st.booleans()):
        wanted = {name: value for name, value in document.value.items() if name != field}
    else:
        wanted = {**document.value, field: _changed(document.value.get(field), data)}
    document.set((), wanted)
    assert load(document.text, "") == (wanted, [])
    assert said(document) == said(Document(text))


def _changed(value: Any, data: st.DataObject) -> Any:
    """Another value, or the same with something below it changed, moved, added or taken away."""
    if isinstance(value, list) and value and data.draw(st.booleans()):
        return data.draw(st.lists(st.sampled_from([*value, data.draw(values)]), max_size=4))
    if isinstance(value, dict) and value and data.draw(st.booleans()):
        name = data.draw(st.sampled_from(list(value)))
        return {**value, name: _changed(value[name], data)}
    return data.draw(values)


def test_reading_grows_with_the_text_and_not_with_its_square() -> None:
    lines = "".join(f"  - {{a: {number}}}  # x\n  # y\n\n" for number in range(3000))
    assert len(re.findall("# y", after(f"names:\n{lines}", lambda document: document.laid_out()))) == 3000
