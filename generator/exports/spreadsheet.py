"""CSV: every table for spreadsheets and programs, each described by a Table Schema."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.exports.archive import Archive, Data, decimal
from generator.exports.columns import Cell, Column, Table
from generator.exports.format import File, Format, resource
from generator.exports.tables import tabulated, title
from generator.lib.dates import parse

_OPENING = "\"'“”„«»‘’‚‹›\u200b\u200e\u200f\ufeff"
_FORMULA = re.compile(rf"[\s{_OPENING}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\t\r\n]")
"""What a spreadsheet may take for a formula's beginning: also in full width, behind blanks and quotes."""
_NUMBER = re.compile(r"[-+][0-9]+(?:\.[0-9]+|-[0-9]{2}-[0-9]{2})?")
"""A number, or a day of a year before 0 or after 9999 (ISO 8601): signs and digits, which run nothing."""
_MARK = "\ufeff"
"""The byte order mark, without which Excel does not read a file as UTF-8."""


def path_of(table: str) -> str:
    """Where the table lies below the folder of the data."""
    return f"csv/{table}.csv"


def disarmed(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might run it as a formula (OWASP).

    A number or date is left as it is: it runs nothing, and programs could not read it.
    """
    return f"'{text}" if _FORMULA.match(text) and not _is_plain(text) else text


def armed(text: str) -> str:
    """The text of which `disarmed` made `text`, without the apostrophe that it put there."""
    return text[1:] if text.startswith("'") and disarmed(text[1:]) == text else text


def _is_plain(text: str) -> bool:
    try:
        return bool(_NUMBER.fullmatch(text) or parse(text))
    except ValueError:
        return False


def encoded(table: Table) -> bytes:
    """The table as CSV (RFC 4180) in UTF-8 with a byte order mark; what is not stated is an empty cell."""
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cells, table.rows))
    return f"{_MARK}{into.getvalue()}".encode()


def _cells(row: Sequence[Cell]) -> Iterable[Cell]:
    for cell in row:
        if isinstance(cell, str):
            yield disarmed(cell)
        elif isinstance(cell, bool):
            yield str(cell).lower()
        elif isinstance(cell, float):
            yield decimal(cell)
        else:
            yield cell


def schema(table: Table) -> Data:
    """The columns of the table as a Table Schema, with its keys."""
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": "id",
        "foreignKeys": [
            {"fields": column.name, "reference": {"resource": _resource(column, table), "fields": "id"}}
            for column in table.columns
            if column.refers
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    return {**found, "constraints": {"required": True, "unique": True}} if column.name == "id" else found


def _resource(column: Column, table: Table) -> str:
    """The name of the resource that a column refers to; of its own table an empty one."""
    return "" if column.refers == table.name else resource(path_of(column.refers))


def _files(archive: Archive) -> Iterator[File]:
    for table in archive.memo(tabulated):
        yield File(
            path_of(table.name),
            encoded(table),
            "text/csv",
            title(table.name),
            len(table.rows),
            schema=schema(table),
        )


FORMAT = Format(
    name="CSV",
    standard="https://www.rfc-editor.org/rfc/rfc4180",
    use="Tables for spreadsheets and programs, one for each kind of record and each part of one, in UTF-8 "
    "with a byte order mark, so that Excel reads every script. Before a text that a spreadsheet might run "
    "as a formula stands an apostrophe, which is not in the record.",
    files=_files,
)
