"""The tables as CSV, read by Python's csv module and by Frictionless, which know nothing of ours."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from frictionless import Package, Resource, Schema
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.archive import Archive
from generator.exports.columns import Column, Table
from generator.exports.spreadsheet import FORMAT, disarmed, encoded, schema
from generator.records.dataset import Dataset

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def tables(dataset: Dataset) -> dict[str, Rows]:
    archive = Archive(dataset, "https://bridge.example/")
    return {Path(file.path).stem: _read(file.data) for file in FORMAT.files(archive)}


def _read(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_every_record_is_in_the_table_of_its_kind_and_in_that_of_all(
    tables: dict[str, Rows], dataset: Dataset
) -> None:
    assert [row["id"] for row in tables["records"]] == [str(ref) for ref in dataset.records]
    assert [row["id"] for row in tables["claims"]] == [str(ref) for ref in dataset.claims]
    assert [row["text"] for row in tables["claims"]] == [claim.text for claim in dataset.claims.values()]


def test_every_quotation_stands_in_it_letter_for_letter(tables: dict[str, Rows], dataset: Dataset) -> None:
    given = {row["id"]: row["quote_exact"] for row in tables["evidence"]}
    for ref, claim in dataset.claims.items():
        for assertion in claim.assertions:
            for number, evidence in enumerate(assertion.evidence):
                exact = evidence.quote.exact if evidence.quote else ""
                assert given[f"{ref}/{assertion.id}/{number}"] == exact


def test_a_difference_names_the_answer_the_statement_and_the_source(tables: dict[str, Rows]) -> None:
    rows = [
        row for row in tables["differences"] if row["assertion"] == "claim:bolts-were-loose/quill-gazette"
    ]
    assert [(row["question"], row["answer"], row["stance"], row["source"]) for row in rows] == [
        ("question:cause-of-collapse", "Loose bolts", "doubts", "source:gazette-opinion")
    ]
    assert rows[0]["speaker_name"] == "Tobias Quill"


def test_a_source_that_does_not_address_a_question_stands_there_without_an_answer(
    tables: dict[str, Rows], dataset: Dataset
) -> None:
    silent = [(str(ref), str(s)) for ref, question in dataset.questions.items() for s in question.silent]
    assert silent
    without = [(row["question"], row["source"]) for row in tables["differences"] if not row["answer"]]
    assert without == silent


def test_a_number_stays_a_number_and_what_is_not_stated_is_empty() -> None:
    columns = [Column("id", ""), Column("n", "", "number"), Column("yes", "", "boolean"), Column("x", "")]
    rows = [("=1", -58.3, True, None), ("a", 14.0, False, None), ("b", 1e-7, False, None)]
    row, *more = _read(encoded(Table("t", columns, rows=rows)))
    assert row == {"id": "'=1", "n": "-58.3", "yes": "true", "x": ""}
    assert [each["n"] for each in more] == ["14", "0.0000001"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "-A1",
        "-cmd|' /C calc'!A0",
        "-0045-03-15\t=1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        '"=1',
        "“=1”",
        "' =1",
        "'=1",
        "\uff1d1",
        "\uff20x",
        "\uff0d1",
        "\uff0b1",
        "\t-1",
        "\ufe661",
        "\u200e=1",
        "\u00a0=1",
    ],
)
def test_what_a_spreadsheet_might_run_has_an_apostrophe_before_it(text: str) -> None:
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", [
    *("-1", "+1", "-0.5", "-0045", "-0045-03-15", "-0045/..", "-0045?", "-9999/Y17E7", "-170000000-12-31"),
    *("+170000002-01-01", "", "a=1", "“A word”", "2 - 1", "–1", "'tis", "the @ sign"),
])  # fmt: skip
def test_numbers_dates_and_other_texts_stay_as_they_are(text: str) -> None:
    assert disarmed(text) == text


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=("Cs",)))), min_size=1))
def test_any_text_is_read_back_and_none_begins_a_formula(rows: list[tuple[str]]) -> None:
    table = Table("t", [Column("text", "")], rows=list(rows))
    read = list(csv.reader(io.StringIO(encoded(table).decode("utf-8-sig"), newline=""), strict=True))[1:]
    for (text,), row in zip(rows, read, strict=True):
        found = row[0] if row else ""
        assert found in (text, f"'{text}")
        begins = unicodedata.normalize("NFKC", found.strip(' "“”'))[:1]
        assert begins not in ("=", "@")
        assert begins not in ("+", "-") or not set(found) - set("+-.0123456789")


def test_the_columns_are_described_with_their_keys_and_frictionless_knows_a_row_that_points_nowhere(
    tmp_path: Path,
) -> None:
    columns = [Column("id", "Which it is."), Column("of", "The other.", refers="t")]
    for name, other in (("right", "a"), ("wrong", "b")):
        table = Table("t", columns, rows=[("a", other)])
        (tmp_path / f"{name}.csv").write_bytes(encoded(table))
        resource = Resource(path=f"{name}.csv", schema=Schema.from_descriptor(schema(table)))
        package = Package(resources=[resource], basepath=str(tmp_path))
        assert package.validate().valid is (name == "right")
