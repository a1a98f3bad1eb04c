"""Take in records from tables (CSV, Excel) and from reference managers (CSL-JSON, BibTeX, RIS) as drafts."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.options import edtf
from generator.editing.importing import tables
from generator.editing.importing.drafts import Draft, faults, files
from generator.lib.dates import today
from generator.lib.files import change
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.document import Document
from generator.records.kinds import KINDS, Kind
from generator.records.problems import Problem
from generator.records.reader import read

_CSV, _WORKBOOK = ".csv", ".xlsx"
_LARGEST = 50_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `import`."""
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="ends in .csv, .xlsx, .json, .bib or .ris"
    )
    parser.add_argument("--kind", choices=KINDS, help="what the rows of a table are (default: by its name)")
    parser.add_argument("--added", type=edtf, help="the day to write as `added` (default: today)")
    parser.add_argument(
        "--table", choices=KINDS, metavar="KIND", help="print the records of a kind as a table; write nothing"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where anything is wrong; then nothing was written."""
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    if options.table:
        terminal.say(_table(KINDS[options.table], dataset).removesuffix("\n"))
        return 0
    if options.file is None:
        terminal.warn("name a file, or --table and a kind")
        return 1
    drafts, problems, notes = _read(options.file, options.kind, dataset)
    problems = sorted([*problems, *faults(drafts, dataset)])
    if problems:
        terminal.problems(problems)
        return 1
    made = files(drafts, options.added or today())
    change(options.root, {options.root / path: (None, data) for path, data in made.items()})
    terminal.say(f"{count(len(made), 'draft')} written; “check” tells what they lack")
    for note in notes:
        terminal.say(note)
    return 0


def _read(file: Path, named: str | None, dataset: Dataset) -> tuple[list[Draft], list[Problem], list[str]]:
    """The drafts of a file, what is wrong in it, and what to say of what was left out."""
    path, ending = file.as_posix(), file.suffix.lower()
    if file.stat().st_size > _LARGEST:
        return [], [Problem(path, message=f"the file is larger than {_LARGEST:,} bytes")], []
    if ending == _WORKBOOK:
        return *_of_workbook(file, named), []
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        line = file.read_bytes()[: fault.start].count(b"\n") + 1
        hint = "save it as UTF-8; spreadsheets call it “CSV UTF-8”"
        return [], [Problem(path, line, 1, message="the file is not UTF-8 text", hint=hint)], []
    if ending == _CSV:
        rows, problems = tables.rows_of(text, path)
        return *(([], problems) if problems else _of_rows(rows, path, named or file.stem)), []
    from generator.editing.importing import references  # its libraries take long to load

    if ending.removeprefix(".") not in references.ENDINGS:
        hint = f"it takes {_CSV}, {_WORKBOOK}, .{', .'.join(references.ENDINGS)}"
        return [], [Problem(path, message=f"“{file.name}” cannot be read here", hint=hint)], []
    found = references.read(text, path, dataset)
    fields = ", ".join(f"{name} ({number})" for name, number in sorted(found.left_out.items()))
    notes = [f"not taken over, since a source has no field for it: {fields}"] if fields else []
    if found.known:
        notes.append(f"left out, since they exist already: {', '.join(found.known)}")
    return found.drafts, found.problems, notes


def _of_rows(rows: Sequence[Sequence[str]], path: str, name: str) -> tuple[list[Draft], list[Problem]]:
    kind = _kind_by_name(name)
    if kind is None:
        hint = f"give --kind, or call the file or sheet people; the kinds are {', '.join(KINDS)}"
        return [], [Problem(path, message="it is not said what the rows are", hint=hint)]
    return tables.drafts(rows, path, kind)


def _of_workbook(file: Path, named: str | None) -> tuple[list[Draft], list[Problem]]:
    """The records of every sheet; a single one may be called as the file is."""
    sheets, problems = tables.sheets_of(file.read_bytes(), file.as_posix())
    found: list[Draft] = []
    filled = {title: rows for title, rows in sheets.items() if any(map(any, rows))}
    for title, rows in filled.items():
        path = f"{file.as_posix()}[{title}]"
        if len(rows) > tables.MOST_ROWS:
            message = f"the sheet has more than {tables.MOST_ROWS:,} rows"
            problems.append(Problem(path, message=message, hint="divide it"))
            continue
        name = named or (file.stem if len(filled) == 1 and not _kind_by_name(title) else title)
        made, wrong = _of_rows(rows, path, name)
        found += made
        problems += wrong
    return found, problems


def _kind_by_name(stem: str) -> Kind | None:
    return next((kind for kind in KINDS.values() if stem.lower() in (kind.name, kind.plural)), None)


def _table(kind: Kind, dataset: Dataset) -> str:
    files = {ref.id: dataset.files[ref] for ref in dataset.records if ref.kind == kind.name}
    return tables.table(kind, {ident: Document(file.yaml).value for ident, file in files.items()})
