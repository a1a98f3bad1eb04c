"""Tables of records, CSV or Excel: a column for each field, a row for each record and each entry of a list.

A column is named after its field, those of a part with a dot (`assertions.speaker`). Several rows with one id
are one record: each adds an entry to every list of parts of which it fills a column. Texts of a list stand in
one cell, parted by semicolons or, where one of them has a semicolon, by lines.
"""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import Any, NamedTuple

from generator.editing.given import suggested_id
from generator.editing.importing.drafts import Draft
from generator.exports.spreadsheet import armed, disarmed
from generator.lib.text import did_you_mean
from generator.records.kinds import Kind
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.schema_tree import Field, Piece, piece_of
from generator.records.yamlfile import FieldPath

_ID = "id"
_SEPARATORS = ",;\t"
MOST_ROWS = 100_000
"""What a sheet of a workbook may hold."""
_LARGEST = 200_000_000
"""How many bytes a workbook may have when it is unpacked."""


class _Column(NamedTuple):
    """A column of a table: its place from 1, and the fields that lead to its values."""

    number: int
    fields: tuple[Field, ...]

    @property
    def lists(self) -> int:
        """How many of the fields are needed to name the innermost list of parts that its values stand in."""
        return max((at for at, each in enumerate(self.fields, 1) if each.piece and each.many), default=0)


def rows_of(text: str, path: str) -> tuple[list[list[str]], list[Problem]]:
    """The rows of the CSV `text` from the file `path`, or what is wrong with it."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        return [list(map(armed, row)) for row in lines], []
    except csv.Error as fault:
        hint = "export it again as CSV; a quotation mark inside a cell is written twice"
        return [], [Problem(path, lines.line_num, 1, message=f"this is no table: {fault}", hint=hint)]


def sheets_of(data: bytes, path: str) -> tuple[dict[str, list[list[str]]], list[Problem]]:
    """The rows of each sheet of the Excel workbook `data` from the file `path`, or what is wrong with it.

    Of a sheet with more than `MOST_ROWS` one more is read, and no other.
    """
    import openpyxl  # takes long to load

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _LARGEST:
                what = f"this workbook holds more than {_LARGEST // 1_000_000} MB when it is unpacked"
                return {}, [Problem(path, message=what, hint="save the sheet that is wanted as CSV")]
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {
            sheet.title: [
                list(map(_told, row)) for row in islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1)
            ]
            for sheet in book.worksheets
        }, []
    except Exception:  # noqa: BLE001 - what a damaged workbook raises is told nowhere
        hint = "save it again as .xlsx, or each sheet as CSV"
        return {}, [Problem(path, message="this is no workbook that can be read", hint=hint)]


def _told(value: object) -> str:
    """The value of a cell as an editor writes it."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else _cell(value)


def drafts(rows: Sequence[Sequence[str]], path: str, kind: Kind) -> tuple[list[Draft], list[Problem]]:
    """The records of the rows of a table from the file `path`, and what of it cannot be read."""
    if not rows:
        return [], [Problem(path, 1, 1, message="the table is empty", hint=f"its first row names {_ID}, …")]
    names = [name.strip() for name in rows[0]]
    columns, problems = _columns(names, path, piece_of(kind.model))
    table = _Table(path, kind, columns, names.index(_ID) if _ID in names else -1)
    for number, row in enumerate(rows[1:], 2):
        for at, cell in enumerate(row, 1):
            if cell.strip() and not "".join(names[at - 1 : at]):
                hint = "name the column in the first row, or put the whole text in one cell"
                problems.append(Problem(path, number, at, "", "this cell stands below no name", hint))
        if any(cell.strip() for cell in row):
            problems += [
                Problem(path, number, at, field, message, hint)
                for at, field, message, hint in table.take(number, row)
            ]
    return list(table.drafts.values()), problems


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _columns(names: Sequence[str], path: str, piece: Piece) -> tuple[list[_Column], list[Problem]]:
    columns, problems = [], []
    for number, name in enumerate(names, 1):
        fields: tuple[Field, ...] = ()
        known = ""
        within: Piece | None = piece
        for step in name.split("."):
            here = {field.name: field for field in within.fields} if within else {}
            if step not in here:
                known = did_you_mean(step, here) or f"those here are {', '.join([_ID, *here])}"
                break
            fields, within = (*fields, here[step]), here[step].piece
        if name in (_ID, "") or (not known and not within):
            columns += [_Column(number, fields)] if name not in (_ID, "") else []
            continue
        hint = known or f"name a field of it, such as {name}.{within.fields[0].name if within else ''}"
        problems.append(
            Problem(path, 1, number, name, f"“{name}” is no field of a {piece.name.lower()}", hint)
        )
    return columns, problems


_Fault = tuple[int, str, str, str]
"""Column, field, message and hint."""


class _Table:
    """The records of the rows that were read so far."""

    def __init__(self, path: str, kind: Kind, columns: Sequence[_Column], id_at: int) -> None:
        self.drafts: dict[str, Draft] = {}
        self._last: Draft | None = None
        self._path, self._kind, self._columns, self._id_at = path, kind, columns, id_at

    def take(self, number: int, row: Sequence[str]) -> Iterator[_Fault]:
        """Read one row."""
        cells = [(each, row[each.number - 1]) for each in self._columns if each.number <= len(row)]
        cells = [(each, cell) for each, cell in cells if cell.strip()]
        ident = row[self._id_at].strip() if 0 <= self._id_at < len(row) else ""
        own = {each.fields[0].name: cell.strip() for each, cell in cells if len(each.fields) == 1}
        ident = ident or suggested_id(own)
        if not ident and (own or self._last is None):
            yield max(self._id_at + 1, 1), _ID, "this row has no id", "write one, such as anna-berg"
            return
        known = self.drafts.get(ident) if ident else self._last
        if known is None:
            known = Draft(Ref(self._kind.name, ident), self._path, (number, max(self._id_at + 1, 1)))
            self.drafts[ident] = known
        self._last = known
        begun: dict[FieldPath, FieldPath] = {}
        for column, cell in cells:
            yield from self._put(known, number, column, cell, cells, begun)

    def _put(
        self,
        draft: Draft,
        row: int,
        column: _Column,
        cell: str,
        cells: Sequence[tuple[_Column, str]],
        begun: dict[FieldPath, FieldPath],
    ) -> Iterator[_Fault]:
        """Put the value of a cell where it belongs; `begun` are the entries that this row adds to lists."""
        held = draft.data
        path: FieldPath = ()
        for depth, field in enumerate(column.fields[:-1], 1):
            path = (*path, field.name)
            if not field.many:
                held = held.setdefault(field.name, {})
                continue
            listed = held.setdefault(field.name, [])
            if path not in begun:
                if not listed or _begins(column.fields[:depth], cells, listed[-1]):
                    listed.append({})
                begun[path] = (*path, len(listed) - 1)
            held, path = listed[-1], begun[path]
        *_, field = column.fields
        value = _value(field, cell)
        path = (*path, field.name)
        if held.setdefault(field.name, value) != value:
            message = f"this row says “{cell}”, an earlier one of {draft.ref} something else"
            hint = "leave it empty, or give the row an id of its own"
            yield column.number, ".".join(map(str, path)), message, hint
        draft.places.setdefault(path, (row, column.number))


def _begins(fields: Sequence[Field], cells: Sequence[tuple[_Column, str]], last: Mapping[str, Any]) -> bool:
    """Whether a row begins an entry of a list; the same id, or nothing of its own, goes on with the last."""
    own = {
        column.fields[len(fields)].name: cell.strip()
        for column, cell in cells
        if column.lists == len(fields) and column.fields[: len(fields)] == tuple(fields)
    }
    if _ID in own:
        return last.get(_ID) != own[_ID]
    return bool(own)


def _value(field: Field, cell: str) -> Any:
    if field.many:
        parts = cell.split("\n") if "\n" in cell else cell.split(";")
        return [part.strip() for part in parts if part.strip()]
    cell = cell.strip()
    return {"true": True, "false": False}.get(cell, cell) if field.form == "boolean" else cell


def table(kind: Kind, records: Mapping[str, Mapping[str, Any]]) -> str:
    """Records by id, with their fields as YAML holds them, as a table that `drafts` reads."""
    rows = [
        {_ID: ident, **row}
        for ident, data in records.items()
        for row in _rows(piece_of(kind.model), data, "") or [{}]
    ]
    names = [_ID, *(name for name in _names(piece_of(kind.model), "") if any(name in row for row in rows))]
    made = io.StringIO()
    writer = csv.DictWriter(made, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: disarmed(cell) for name, cell in row.items()} for row in rows)
    return made.getvalue()


def _names(piece: Piece, within: str) -> Iterator[str]:
    for field in piece.fields:
        if field.piece:
            yield from _names(field.piece, f"{within}{field.name}.")
        else:
            yield f"{within}{field.name}"


def _rows(piece: Piece, data: Mapping[str, Any], within: str) -> list[dict[str, str]]:
    """The rows of a record or part: its own values in the first, a further one for each entry of a list."""
    lists: list[list[dict[str, str]]] = []
    own: dict[str, str] = {}
    for field in piece.fields:
        value, name = data.get(field.name), f"{within}{field.name}"
        if value is None:
            continue
        if field.piece is None:
            own[name] = _cell(value)
        elif field.many:
            lists.append([row for item in value for row in _rows(field.piece, item, f"{name}.")])
        else:
            first, *more = _rows(field.piece, value, f"{name}.")
            own |= first
            lists.append([{}, *more])
    rows = zip_longest([own], *lists, fillvalue={})
    return [{name: cell for part in row for name, cell in part.items() if cell} for row in rows]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        several = "\n" if any(";" in item for item in value) else "; "
        return several.join(value) + ("\n" if several == "\n" and len(value) == 1 else "")
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
