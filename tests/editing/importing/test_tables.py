"""Records as tables, and tables as records."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.editing.importing.drafts import Draft, files
from generator.editing.importing.tables import drafts, rows_of, sheets_of, table
from generator.records.dataset import Dataset
from generator.records.document import Document
from generator.records.kinds import KINDS
from generator.records.problems import Problem

TABLES = ["person", "organization", "place", "event", "claim", "question", "correction"]


def held(dataset: Dataset, kind: str) -> dict[str, dict[str, object]]:
    refs = [ref for ref in dataset.records if ref.kind == kind]
    return {ref.id: Document(dataset.files[ref].yaml).value for ref in refs}


@pytest.mark.parametrize("kind", TABLES)
def test_records_written_as_a_table_and_read_again_say_the_same(dataset: Dataset, kind: str) -> None:
    model = KINDS[kind].model
    before = held(dataset, kind)
    text = table(KINDS[kind], before)
    found, problems = taken(text, kind)
    assert problems == []
    after = {draft.ref.id: draft.data for draft in found}
    assert list(after) == list(before)
    assert [model.model_validate(each) for each in after.values()] == [
        model.model_validate(each) for each in before.values()
    ]
    assert table(KINDS[kind], after) == text


def taken(text: str, kind: str) -> tuple[list[Draft], list[Problem]]:
    rows, problems = rows_of(text, "a.csv")
    return ([], problems) if problems else drafts(rows, "a.csv", KINDS[kind])


def told(text: str, kind: str = "person") -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.message) for each in taken(text, kind)[1]]


def read(text: str, kind: str = "person") -> dict[str, dict[str, object]]:
    found, problems = taken(text, kind)
    assert problems == []
    return {draft.ref.id: draft.data for draft in found}


def test_further_rows_of_an_id_add_entries_to_lists() -> None:
    text = "id,name,roles.title,roles.evidence.source\nx,X,cook,a\nx,,,b\nx,,mate,\n"
    roles = [{"title": "cook", "evidence": [{"source": "a"}, {"source": "b"}]}, {"title": "mate"}]
    assert read(text) == {"x": {"name": "X", "roles": roles}}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separators_of_spreadsheets_are_known(separator: str) -> None:
    assert read(separator.join(["id", "name"]) + "\n" + separator.join(["x", "X"]) + "\n") == {
        "x": {"name": "X"}
    }


def test_an_id_is_made_from_the_name() -> None:
    assert read("name\nAnna Berg\n") == {"anna-berg": {"name": "Anna Berg"}}


def test_texts_of_a_list_stand_in_one_cell() -> None:
    cells = 'id,search_as\nx,a; b\ny,"a; b\nc"\n'
    assert read(cells) == {"x": {"search_as": ["a", "b"]}, "y": {"search_as": ["a; b", "c"]}}


def test_every_bad_cell_is_told_with_row_and_column_and_none_is_dropped() -> None:
    assert told("id,nam,roles,\nx,X,,\n,,,lost\nz,Z,,,far\n") == [
        (1, 2, "“nam” is no field of a person"),
        (1, 3, "“roles” is no field of a person"),
        (3, 4, "this cell stands below no name"),
        (4, 5, "this cell stands below no name"),
    ]
    assert told("id,name\nx,X\nx,Y\n") == [
        (3, 2, "this row says “Y”, an earlier one of person:x something else")
    ]
    assert told("id,name\n,\n,Ж\n") == [(3, 1, "this row has no id")]
    assert told("") == [(1, 1, "the table is empty")]
    assert told('id,name\nx,"X\n')[0][2].startswith("this is no table")


def test_drafts_are_laid_out_as_records_are() -> None:
    found, _ = taken("id,description,name\nx,D.,X\n", "person")
    assert files(found, "2031-01-01") == {
        "sources/curated/people/x.yml": b"name: X\ndescription: D.\nadded: 2031-01-01\ndraft: true\n"
    }


def test_no_cell_of_a_table_runs_as_a_formula_and_all_are_read_back_as_they_were() -> None:
    words = {"a": "=1+1", "b": "-5", "c": "'=quoted", "d": "plain"}
    made = table(KINDS["place"], {ident: {"name": name} for ident, name in words.items()})
    assert [line.split(",")[1] for line in made.splitlines()[1:]] == ["'=1+1", "-5", "''=quoted", "plain"]
    rows, _ = rows_of(made, "a.csv")
    assert [row[1] for row in rows[1:]] == list(words.values())


def test_a_fault_of_a_table_stands_at_its_line() -> None:
    _, [problem] = rows_of('id,name\na,b\nc,"d" e\n', "a.csv")
    assert problem.line == 3


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", b"a" * 200_000_001)
    sheets, [problem] = sheets_of(made.getvalue(), "a.xlsx")
    assert (sheets, problem.message) == ({}, "this workbook holds more than 200 MB when it is unpacked")
