"""The commands `import` and `set`, as an editor types them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import openpyxl
import pytest

from generator.check.checking import in_drafts
from generator.editing.importing import tables

from ..conftest import Run


def test_rows_become_drafts_that_check_tells_what_they_lack_of(root: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("id,name\nper-olsen,Per Olsen\n", encoding="utf-8")
    assert run("import", str(table), "--added", "2031-06-02") == (
        0,
        "1 draft written; “check” tells what they lack\n",
        "",
    )
    record = root / "sources/curated/people/per-olsen.yml"
    assert record.read_text(encoding="utf-8") == "name: Per Olsen\nadded: 2031-06-02\ndraft: true\n"
    missing, _ = in_drafts(root)
    assert {problem.path for problem in missing} == {"sources/curated/people/per-olsen.yml"}
    assert run("check")[0] == 0


def test_with_one_bad_row_nothing_is_written(root: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("id,name,died.edtf,died.basis\nida-holm,Ida,,\nx,X,c. 1925,guessed\n", encoding="utf-8")
    status, out, err = run("import", str(table), "--kind", "person")
    assert (status, out) == (1, "")
    assert "rows.csv:2:1: person:ida-holm exists already" in err
    assert "rows.csv:3:3: 'c. 1925' is not a date: write 1925~" in err
    assert "rows.csv:3:4: “guessed” is not in the list date_basis" in err
    assert not (root / "sources/curated/people/x.yml").exists()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("rows.csv", b"id\nx\n", "it is not said what the rows are"),
        ("people.csv", b"id,name\nx,\xff\n", "the file is not UTF-8 text"),
        ("people.xlsx", b"PK", "this is no workbook that can be read"),
        ("people.ods", b"PK", "“people.ods” cannot be read here"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_what_to_do(
    run: Run, tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    status, _, err = run("import", str(tmp_path / name))
    assert status == 1
    assert message in err


def test_each_sheet_of_a_workbook_is_a_table(root: Path, run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    people, places = book.active, book.create_sheet("places")
    people.title = "people"
    for row in (("id", "name", "added"), ("per-olsen", "Per Olsen", datetime.date(2031, 6, 2))):
        people.append(row)
    for row in (("id", "name", "description"), ("quay", "The Quay", None)):
        places.append(row)
    book.create_sheet("Sheet2")
    book.save(tmp_path / "book.xlsx")
    assert run("import", str(tmp_path / "book.xlsx"), "--added", "2031-06-02")[0] == 0
    assert "added: 2031-06-02" in (root / "sources/curated/people/per-olsen.yml").read_text(encoding="utf-8")
    assert (root / "sources/curated/places/quay.yml").is_file()

    people["A2"], places["A2"] = "ida-holm", "The Pier"
    places.title = "Notes"
    book.save(tmp_path / "book.xlsx")
    status, out, err = run("import", str(tmp_path / "book.xlsx"))
    assert (status, out) == (1, "")
    assert "book.xlsx[people]:2:1: person:ida-holm exists already" in err
    assert "book.xlsx[Notes]: it is not said what the rows are" in err


def test_a_number_of_a_workbook_has_the_digits_that_its_cell_holds(
    root: Path, run: Run, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "places"
    fields = ("latitude", "longitude", "uncertainty_km")
    book.active.append(("id", "name", "description", *(f"coordinates.{field}" for field in fields)))
    book.active.append(("quay", "The Quay", "A quay.", 0.1 + 0.2, 12.0, 1e30))
    book.save(tmp_path / "book.xlsx")
    assert "“1e+30” is too large" in run("import", str(tmp_path / "book.xlsx"), "--added", "2031-06-02")[2]
    book.active["F2"] = 250.0
    book.save(tmp_path / "book.xlsx")
    assert run("import", str(tmp_path / "book.xlsx"), "--added", "2031-06-02")[0] == 0
    text = (root / "sources/curated/places/quay.yml").read_text(encoding="utf-8")
    assert re.findall(r"(?:tude|km): ([^,}\s]+)", text) == ["0.3", "12", "250"]


def test_a_table_of_records_is_printed(run: Run) -> None:
    status, out, _ = run("import", "--table", "place")
    assert (status, out) == (
        0,
        "id,name,description,type,added\nvarrow,Varrow,The city of the bridge.,city,2031-06-01\n",
    )


def test_a_bibliography_becomes_drafts_and_what_is_left_out_is_said(
    root: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "library.json"
    file.write_text('[{"id":"x","title":"T","abstract":"A","DOI":"10.1234/x"}]', encoding="utf-8")
    status, out, _ = run("import", str(file))
    assert (status, out.splitlines()[-1]) == (
        0,
        "not taken over, since a source has no field for it: abstract (1)",
    )
    assert "doi: 10.1234/x" in (root / "sources/articles/x.md").read_text(encoding="utf-8")
    assert run("check")[0] == 0


def test_a_field_of_several_records_is_set_and_comments_stay(root: Path, run: Run) -> None:
    path = root / "sources/curated/claims/bolts-were-loose.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("kind: fact", "kind: fact  # so"), encoding="utf-8"
    )
    records = ["claim:bolts-were-loose", "claim:flood-broke-the-pier"]
    assert run("set", "kind", "attribution", *records)[0] == 0
    assert "kind: attribution  # so\n" in path.read_text(encoding="utf-8")
    assert run("set", "kind", "fact", "--kind", "claim", "--where", "kind=attribution")[1].startswith(
        "2 records found, 2 changed"
    )
    assert run("set", "assertions.0.stance", "confirms", records[0])[0] == 0
    assert "stance: confirms" in path.read_text(encoding="utf-8")
    assert run("set", "said_in", "", records[0])[0] == 1


def test_lists_are_written_as_in_records_and_an_empty_value_takes_away(root: Path, run: Run) -> None:
    path = root / "sources/curated/people/ida-holm.yml"
    assert run("set", "formerly", "[i-holm, holm]", "person:ida-holm")[0] == 0
    assert "formerly: [i-holm, holm]\n" in path.read_text(encoding="utf-8")
    assert run("set", "formerly", "", "--kind", "person", "--where", "formerly=holm")[0] == 0
    assert "formerly" not in path.read_text(encoding="utf-8")


def test_drafts_are_found_and_finished_in_one_go(root: Path, run: Run) -> None:
    assert run("set", "draft", "true", "person:ida-holm", "person:emil-arden")[0] == 0
    record = root / "sources/curated/people/ida-holm.yml"
    assert record.read_text(encoding="utf-8").endswith("draft: true\n")
    assert run("set", "draft", "", "--kind", "person", "--where", "draft=true")[1].startswith(
        "2 records found"
    )
    assert "draft" not in record.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["kind", "rumour", "claim:bolts-were-loose"], "“rumour” is not in the list claim_kind"),
        (["added", "1 June 2031", "place:varrow"], "'1 June 2031' is not a date: write 2031-06-01"),
        (["description", "", "place:varrow"], "“description” is missing"),
        (["colour", "red", "place:varrow"], "“colour” is not one field of these records"),
        (["type", "city", "place:varow"], "there is no place:varow"),
        (["type", "city"], "name records, or --kind with a query"),
        (
            ["assertions.9.stance", "asserts", "claim:bolts-were-loose"],
            "has no place for assertions.9.stance",
        ),
    ],
)
def test_what_would_be_wrong_is_told_and_nothing_is_written(
    root: Path, run: Run, arguments: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in (root / "sources").rglob("*.yml")}
    status, out, err = run("set", *arguments)
    assert (status, out) == (1, "")
    assert message in err
    assert {path: path.read_bytes() for path in (root / "sources").rglob("*.yml")} == before


def test_a_draft_that_lacks_something_stays_one(root: Path, run: Run) -> None:
    path = root / "sources/curated/people/per-olsen.yml"
    path.write_text("name: Per Olsen\nadded: 2031-06-02\ndraft: true\n", encoding="utf-8")
    status, out, err = run("set", "draft", "", "--kind", "person", "--where", "draft=true")
    assert (status, out) == (1, "")
    assert "“description” is missing" in err
    assert path.read_text(encoding="utf-8").endswith("draft: true\n")


def test_an_export_that_has_grown_brings_what_is_new(root: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    file.write_text(
        '[{"id": "courier-report", "title": "A"}, {"id": "owner", "title": "Owner <i>speaks</i>"}]',
        encoding="utf-8",
    )
    status, out, _ = run("import", str(file))
    assert (status, out.splitlines()[0]) == (0, "1 draft written; “check” tells what they lack")
    assert "left out, since they exist already: courier-report" in out
    assert "title: Owner speaks\n" in (root / "sources/articles/owner.md").read_text(encoding="utf-8")


def test_a_sheet_that_is_too_long_is_told_and_no_row_of_it_dropped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    book = openpyxl.Workbook()
    for row in (("id", "name"), ("a", "A"), ("b", "B")):
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")
    status, out, err = run("import", str(tmp_path / "people.xlsx"))
    assert (status, out) == (1, "")
    assert "people.xlsx[Sheet]: the sheet has more than 2 rows" in err
