import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.records.yamlfile import load, position

RECORD = """\
# a comment
name: Anna Miller
names:
  - {text: A. Miller, kind: short}
  - text: 'Miller, "Anna"'
    kind:
died: null
roles:
- title: mayor
"""


def loaded(text: str) -> Any:
    value, problems = load(text, "a.yml")
    assert problems == []
    return value


def faults(text: str) -> list[tuple[int, int, str, str]]:
    _, problems = load(text, "a.yml")
    assert all(problem.path == "a.yml" for problem in problems)
    return [(problem.line, problem.column, problem.field, problem.message) for problem in problems]


def test_a_record_is_read_with_its_mappings_lists_and_texts() -> None:
    assert loaded(RECORD) == {
        "name": "Anna Miller",
        "names": [{"text": "A. Miller", "kind": "short"}, {"text": 'Miller, "Anna"', "kind": None}],
        "died": None,
        "roles": [{"title": "mayor"}],
    }


@pytest.mark.parametrize("text", ["no", "12:30", "2020-01", "2020-01-03", "1e3", "0x1F", "True", "NULL", "="])
def test_what_other_readers_take_for_a_number_date_or_truth_is_text(text: str) -> None:
    assert loaded(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"true"', "true"),
        ("'null'", "null"),
        ("''", ""),
        ('"~"', "~"),
        ("|\n  false", "false\n"),
    ],
)
def test_only_bare_true_false_and_null_are_not_text(written: str, value: object) -> None:
    assert loaded(f"a: {written}\n") == {"a": value}


def test_names_of_fields_are_always_text() -> None:
    assert loaded("true: a\nnull: b\n1: c\n") == {"true": "a", "null": "b", "1": "c"}


@pytest.mark.parametrize("written", ["a: b\r\nc: d\r\n", "---\na: b\nc: d\n", "a: b\nc: d"])
def test_windows_line_ends_an_opening_line_and_a_missing_last_line_end_do_no_harm(written: str) -> None:
    assert loaded(written) == {"a": "b", "c": "d"}


def test_every_repeated_key_is_reported_and_the_first_value_counts() -> None:
    text = "a: 1\nb: {c: 1, c: 2}\na: {d: 3}\nlist:\n  - e: 1\n    e: 2\n"
    value, _ = load(text, "a.yml")
    assert value == {"a": "1", "b": {"c": "1"}, "list": [{"e": "1"}]}
    assert faults(text) == [
        (2, 11, "b.c", "the field 'c' stands here twice"),
        (3, 1, "a", "the field 'a' stands here twice"),
        (6, 5, "list.0.e", "the field 'e' stands here twice"),
    ]


ANCHOR = "YAML takes a text that begins with & for an anchor"
ALIAS = "YAML takes a text that begins with * for an alias"
TAG = "YAML takes a text that begins with ! for a tag"


def test_anchors_aliases_merge_keys_and_tags_are_all_reported() -> None:
    assert faults("a: &x {b: c}\nd: *x\n<<: *x\ne: !!str f\ng: !h [i]\n") == [
        (1, 4, "a", ANCHOR),
        (2, 4, "d", ALIAS),
        (3, 1, "<<", "fields cannot be taken over with <<"),
        (3, 5, "<<", ALIAS),
        (4, 4, "e", TAG),
        (5, 4, "g", TAG),
    ]


@pytest.mark.parametrize("text", ['"<<": a\n', "a: '*b'\n", "a: '!b'\n", "a: b & c * d!\n"])
def test_such_signs_in_quotes_or_inside_a_text_do_no_harm(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "the record is empty"),
        ("# nothing\n", 1, 1, "the record is empty"),
        ("- a\n", 1, 1, "the record has no fields"),
        ("word\n", 1, 1, "the record has no fields"),
        ("a: b\n---\nc: d\n", 2, 1, "a second record begins here"),
        ("{a}: b\n", 1, 1, "the name of a field is a plain word"),
        ('"": b\n', 1, 1, "a name is missing before the colon"),
        ("a: b: c\n", 1, 5, "this colon makes no sense here"),
        ("a: b\n  c d: e\n", 2, 6, "this colon makes no sense here"),
        ("a: b\n  c: d\n", 2, 3, "this field stands too far right"),
        ("a: b\nword\nc: d\n", 2, 1, "this line has no colon"),
        ("a: 'b\nc: d\n", 1, 4, "a quotation mark opens here and is not closed"),
        ('a: "b\n---\n', 1, 4, "a quotation mark opens here and is not closed"),
        ('a: "\\q"\n', 1, 5, "a backslash in double quotes begins a code, and this is none"),
        ('a: "\\ud800"\n', 1, 7, "a backslash in double quotes begins a code, and this is none"),
        ("a: @b\n", 1, 4, "a text cannot begin with this sign"),
        ("a: * b\n", 1, 4, "a text cannot begin with *"),
        ("a: & b\n", 1, 4, "a text cannot begin with &"),
        ("a: !<\n", 1, 4, "a text cannot begin with !"),
        ("a: [b\nc: d\n", 1, 4, "this list is not closed, or lacks a comma"),
        ("a: {b: c\nd: e\n", 1, 4, "this brace is not closed, or lacks a comma"),
        ("a: 'b' c\n", 1, 8, "the text goes on behind its closing quotation mark"),
        ("a: [b]]\n", 1, 7, "this bracket is one too many"),
        ("a: b\n- c\n", 2, 1, "this hyphen begins an entry, and there is no list"),
        ("a b\n\n# c\nd: e\n", 1, 1, "this line has no colon"),
        ("- a\nb: c\n", 2, 1, "this is no item of the list above"),
        ("a: | b\n", 1, 6, "nothing follows | or > on its line"),
        ("a: - b\n", 1, 4, "a list cannot begin here"),
        ("  a: b\nc: d\n", 2, 1, "this line begins further left than the first"),
        ("%A b\n---\na: b\n", 1, 1, "a line cannot begin with %"),
        ("%YAML 2.0\n---\na: b\n", 1, 1, "a line cannot begin with %"),
        ("a: ]\n", 1, 4, "a value is missing, or a bracket is too many"),
        ("a: " + "[" * 25, 1, 23, "there are more than 20 levels here"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words_at_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    assert [(at, mark, words) for at, mark, _, words in faults(text)] == [(line, column, message)]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a:\n\tb: c\n", 2, 1, "a tab stands here"),
        ("a: b\tc\n", 1, 5, "a tab stands here"),
        ("\ufeffa: b\nc: d\n", 1, 1, "an invisible byte order mark stands here"),
        ("a: b\x07\n", 1, 5, "an invisible character stands here (U+0007)"),
        ("a: b\rc: d\n", 1, 5, "an invisible character stands here (U+000D)"),
        ("a: b\u2028c: d\n", 1, 5, "an invisible character stands here (U+2028)"),
        ("a: b\ud800\n", 1, 5, "an invisible character stands here (U+D800)"),
        ('a: "b\\0"\n', 1, 4, "an invisible character stands here (U+0000)"),
        ('a: "b\\t"\n', 1, 4, "a tab stands here"),
    ],
)
def test_what_an_editor_cannot_see_is_reported_alone_at_its_place(
    text: str, line: int, column: int, message: str
) -> None:
    assert [(at, mark, words) for at, mark, _, words in faults(text)] == [(line, column, message)]


def test_a_record_after_a_byte_order_mark_is_still_read() -> None:
    value, _ = load("\ufeffa: b\nc: d\n", "a.yml")
    assert value == {"a": "b", "c": "d"}


def test_a_file_that_is_no_text_has_twenty_faults_and_not_thousands() -> None:
    assert len(faults("a: b\n" + "\x00 " * 1000)) == 20


def test_faults_of_different_sorts_are_reported_together() -> None:
    text = "a: 1\na: 2\nb: c\td\ne: *f\n"
    assert [line for line, *_ in faults(text)] == [2, 3, 4]
    assert [line for line, *_ in faults("a: 1\na: 2\nb: c: d\n")] == [2, 3]


def test_lines_count_from_the_line_that_the_text_begins_on() -> None:
    _, problems = load("a: 1\na: 2\n", "a.md", first_line=2)
    assert [problem.line for problem in problems] == [3]


@given(st.text() | st.text("ab: -[]{}&*!|>'\"%@`#,?~<\\\n\t\r\ufeff\x00\u2028", max_size=40))
@example("a: " + "[" * 5000)
@example("? " * 300)
@example("\ud800")
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    value, problems = load(text, "a.yml")
    assert isinstance(value, dict) or problems
    assert all(problem.line > 0 and problem.column > 0 and problem.message for problem in problems)
    assert position(text, ("a", 0, "b")) >= (1, 1)


values = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=126)) | st.sampled_from([True, False, None]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,3}", fullmatch=True), values, min_size=1))
def test_what_is_written_as_json_is_read_as_it_was(record: dict[str, object]) -> None:

    assert loaded(json.dumps(record)) == record


@pytest.mark.parametrize(
    ("field", "place"),
    [
        (("name",), (2, 7)),
        (("names", 0, "kind"), (4, 29)),
        (("names", 1, "text"), (5, 11)),
        (("roles", 0), (9, 3)),
        (("roles", 0, "title"), (9, 10)),
        (("died",), (7, 7)),
    ],
)
def test_a_value_has_its_place(field: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert position(RECORD, field) == place


def test_an_empty_value_has_the_place_of_its_key() -> None:
    assert position(RECORD, ("names", 1, "kind")) == (6, 5)


def test_a_missing_value_has_the_place_of_its_nearest_parent() -> None:
    assert position(RECORD, ("roles", 0, "from")) == (9, 3)
    assert position(RECORD, ("names", 7, "text")) == (3, 1)
    assert position(RECORD, ("missing",)) == (2, 1)
    assert position("", ("missing",)) == (1, 1)


def test_columns_count_characters_of_any_script() -> None:
    assert position("a: {سلام: 𝒳, b: c}\n", ("a", "b")) == (1, 17)
