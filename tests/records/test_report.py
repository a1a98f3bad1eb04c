"""Problems as lines for a terminal and as annotations for GitHub Actions."""

from __future__ import annotations

from generator.records.problems import Problem
from generator.records.report import annotation, line, lines, summary


def test_a_line_has_the_place_the_message_and_the_hint() -> None:
    problem = Problem("sources/a.yml", 3, 7, "kind", "unknown word", "did you mean “fact”?")
    assert line(problem) == "sources/a.yml:3:7: unknown word\n    did you mean “fact”?"


def test_a_problem_without_a_place_has_the_file_alone() -> None:
    assert line(Problem("sources/a.yml", message="is missing")) == "sources/a.yml: is missing"


def test_the_first_problem_about_a_field_says_where_it_is_explained() -> None:
    path = "sources/curated/claims/a.yml"
    found = [Problem(path, 3, 7, "kind", "unknown word", "write fact"), Problem(path, 4, 1, "kind", "gone")]
    assert list(lines([*found, Problem("b.yml", 1)])) == [
        f"{path}:3:7: unknown word\n    write fact\n    see editors/fields/#claim-kind",
        f"{path}:4:1: gone",
        "b.yml:1: ",
    ]


def test_a_problem_that_has_nothing_to_do_with_what_a_field_takes_does_not_lead_to_it() -> None:
    problem = Problem("sources/curated/claims/a.yml", 3, 7, "kind", "not verified", of_field=False)
    assert list(lines([problem])) == [line(problem)]
    assert annotation(problem).endswith("::not verified")


def test_every_annotation_says_where_its_field_is_explained_since_each_stands_alone() -> None:
    problem = Problem("sources/curated/claims/a.yml", 3, 7, "kind", "unknown word", "write fact")
    assert annotation(problem).endswith("::unknown word (write fact; see editors/fields/#claim-kind)")
    bare = Problem("sources/curated/claims/a.yml", 3, 7, "kind", "unknown word")
    assert annotation(bare).endswith("::unknown word (see editors/fields/#claim-kind)")


def test_an_annotation_names_file_line_and_column() -> None:
    problem = Problem("sources/a.yml", 3, 7, "kind", "unknown word", "write fact")
    assert annotation(problem) == "::error file=sources/a.yml,line=3,col=7::unknown word (write fact)"


def test_an_annotation_leaves_out_what_is_not_known() -> None:
    assert annotation(Problem("a.yml", message="gone")) == "::error file=a.yml::gone"


def test_an_annotation_cannot_be_broken_by_its_text() -> None:
    problem = Problem("a,b:c%.yml", 1, 1, "", "50 %: one,\r\n::error::two")
    assert annotation(problem) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=1::50 %25: one,%0D%0A::error::two"
    )


def test_a_line_is_one_line_whatever_a_file_is_called() -> None:
    problem = Problem("a\n::warning::b\x1b[2J\u202e\udcff.yml", 1, 2, "", "“c\r\nd”", "پل‌ها\u2028e")
    assert line(problem) == (
        r"a\n::warning::b\x1b[2J\u202e\udcff.yml:1:2: “c\r\nd”" + "\n    " + r"پل‌ها\u2028e"
    )


def test_the_summary_counts_problems_and_files() -> None:
    found = [Problem("a", 1), Problem("a", 2), Problem("b")]
    assert summary(found) == "3 problems in 2 files; nothing was written"
    assert summary(found[:1]) == "1 problem in 1 file; nothing was written"
