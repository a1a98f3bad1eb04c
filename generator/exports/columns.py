"""The tables that records are laid out in, worked out from the models: a table a kind, and one a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.exports.archive import EDITORIAL
from generator.exports.fields import models
from generator.lib.dates import Day, parse
from generator.records.kinds import KINDS
from generator.records.model import Record

Cell = str | int | float | bool | None
Path = tuple[str, ...]
Make = Callable[[Any], Cell]
RECORDS, LINKS = "records", "links"
"""The tables of every record, and of every reference in a list."""
BETWEEN = " | "
"""What stands between several texts in one cell."""
_SHARED = ("added", "changed", "formerly")
"""The fields that the table of all records has."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    about: str
    """What it says, in English, as the fields of the records are described."""
    type: str = "string"
    """Of Table Schema: `string`, `integer`, `number` or `boolean`."""
    refers: str = ""
    """The table of which it names a row by its `id`."""


@dataclass(frozen=True)
class Table:
    """A table whose first column, `id`, tells its rows apart."""

    name: str
    columns: Sequence[Column]
    holders: Sequence[str] = ()
    """Of parts the tables of those other parts that may hold them: a column names the row of each."""
    rows: list[Sequence[Cell]] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """How the fields of a model are laid out; every path leads to a field within its part."""

    cells: list[tuple[Path, Make | None, Column]]
    """The columns, each with where its value is and what makes the cell of that."""
    links: list[Path]
    """The lists of references."""
    parts: list[tuple[Path, str]]
    """The lists of parts, each with the model of these; their last name is that of their table."""


@cache
def layout(model: str) -> Layout:
    """The layout of the model with this name."""
    found = Layout([], [], [])
    for path, schema in _fields(model):
        name = "_".join(path)
        about = schema["about"]
        if schema.get("type") == "array":
            items = schema["items"]
            if "$ref" in items:
                found.parts.append((path, _model(items)))
            elif "x-kinds" in items:
                found.links.append(path)
            else:
                about += " Several stand in one cell, between “|”."
                found.cells.append((path, BETWEEN.join, Column(name, about)))
        elif "x-kinds" in schema:
            found.cells.append(_reference(path, schema))
        else:
            found.cells.append((path, None, Column(name, about, schema.get("type", "string"))))
        if path[-1] == "edtf":
            for bound, make in (("earliest", _earliest), ("latest", _latest)):
                which = "first" if make is _earliest else "last"
                column = Column(f"{name[:-4]}{bound}", f"The {which} day that this may be; empty: not known.")
                found.cells.append((path, make, column))
    return found


def columns_of(model: str) -> list[Column]:
    """The columns that the fields of a model have in its table."""
    return [column for _, _, column in layout(model).cells]


def tables() -> dict[str, Table]:
    """Every table that holds the records and their parts, still without rows."""
    record = Column("record_id", "The record that has it.", refers=RECORDS)
    number = Column("number", "Its place in the list there, from 0.", "integer")
    held: dict[str, tuple[str, dict[str, None]]] = {}
    for kind in KINDS.values():
        _find_parts(kind.model.__name__, "", held)
    kinds = [
        Table(k.plural, [Column("id", "The record.", refers=RECORDS), *columns_of(k.model.__name__)])
        for k in KINDS.values()
    ]
    parts = [
        Table(
            name,
            [
                Column("id", "Its address; nothing else has it."),
                record,
                *(Column(holder_column(h), "The part of the record that has it.", refers=h) for h in holders),
                number,
                *columns_of(model),
            ],
            list(holders),
        )
        for name, (model, holders) in held.items()
    ]
    links = [
        Column("id", "Its address; nothing else has it."),
        record,
        Column("field", "The field of the record."),
        Column("part", "The address of the part of the record that has it; empty: the record itself."),
        number,
        Column("target", "The record that it names.", refers=RECORDS),
    ]
    first = [
        Column("id", "The record, as all others name it."),
        Column("kind", "Its kind."),
        Column("name", "The name by which pages call it."),
        Column("page", "The address of its page."),
        *(Column(name, Record.model_fields[name].description or "") for name in _SHARED),
    ]
    return {t.name: t for t in (Table(RECORDS, first), *kinds, *parts, Table(LINKS, links))}


def holder_column(table: str) -> str:
    """The column that names the row of a table that holds the part: `assertion_id`."""
    return f"{table.removesuffix('s')}_id"


def _find_parts(model: str, holder: str, held: dict[str, tuple[str, dict[str, None]]]) -> None:
    for path, part in layout(model).parts:
        held.setdefault(path[-1], (part, {}))[1].update({holder: None} if holder else {})
        _find_parts(part, path[-1], held)


def _fields(model: str, before: Path = (), said: str = "") -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The fields below a model, those of a single part in their place; `about` is what each says."""
    for name, schema in models()[model]["properties"].items():
        if name in EDITORIAL or name in _SHARED or name == "id":
            continue
        about = " ".join([said, schema.get("description", "")]).strip()
        one = next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), schema)
        if "$ref" in one:
            yield from _fields(_model(one), (*before, name), about)
        else:
            yield (*before, name), {**one, "about": about}


def _reference(path: Path, schema: Mapping[str, Any]) -> tuple[Path, Make | None, Column]:
    kinds, words = schema["x-kinds"], schema.get("x-words", ())
    table = KINDS[kinds[0]].plural if len(kinds) == 1 else RECORDS
    about = schema["about"] + "".join(f" Empty: {word}." for word in words)
    column = Column("_".join(path), about, refers=table)
    return path, (lambda value: None if value in words else value) if words else None, column


def _model(schema: Mapping[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _earliest(text: str) -> Cell:
    return _day(parse(text).earliest)


def _latest(text: str) -> Cell:
    return _day(parse(text).latest)


def _day(day: Day | None) -> str | None:
    return day.isoformat() if day else None
