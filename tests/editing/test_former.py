"""The ids that a record once had, as they are written into its file."""

from __future__ import annotations

from generator.editing.former import with_former_ids


def test_the_former_ids_stand_below_the_day_the_record_was_added() -> None:
    text = "name: Ida Holm\nadded: 2031-01-01  # by hand\nchanged: 2031-02-01\n"
    assert with_former_ids(text, ["i-holm"]) == (
        "name: Ida Holm\nadded: 2031-01-01  # by hand\nformerly: [i-holm]\nchanged: 2031-02-01\n"
    )


def test_ids_known_before_are_written_anew_in_one_line() -> None:
    text = "added: 2031-01-01\nformerly:\n  - a\n  - b\nname: Ida Holm\n"
    assert (
        with_former_ids(text, ["a", "b", "c"]) == "added: 2031-01-01\nformerly: [a, b, c]\nname: Ida Holm\n"
    )


def test_without_former_ids_the_key_goes() -> None:
    assert (
        with_former_ids("added: 2031-01-01\nformerly: [a]\nname: Ida\n", [])
        == "added: 2031-01-01\nname: Ida\n"
    )


def test_the_line_ends_of_the_file_are_kept() -> None:
    assert with_former_ids("added: 2031-01-01\r\n", ["a"]) == "added: 2031-01-01\r\nformerly: [a]\r\n"


def test_a_file_without_a_line_end_at_its_end_gets_one() -> None:
    assert with_former_ids("added: 2031-01-01", ["a"]) == "added: 2031-01-01\nformerly: [a]\n"
