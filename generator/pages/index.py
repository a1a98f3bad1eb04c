"""Index pages: for each kind a table of all its records, one row each, in parts where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES, url_of
from generator.pages.columns import TABLES, Column, Table
from generator.pages.extent import anchor
from generator.pages.facets import names
from generator.pages.page import Page
from generator.pages.parts import MOST, Found, Part, Step, dates, divided, letters, pages_of
from generator.pages.site import Site
from generator.records.kinds import KINDS
from generator.records.model import Entity
from generator.records.refs import Ref

_DATED = frozenset({"source", "event"})


@dataclass(frozen=True)
class Cell:
    """One cell: its column, its value and the text by which the column sorts."""

    column: Column
    value: Any
    sort: str


@dataclass(frozen=True)
class Row:
    """One record with its cells."""

    ref: Ref
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """Rows in a table of their own below the others; `closed`: only for who opens it."""

    title: str
    rows: tuple[Row, ...]
    closed: bool = False


def pages(site: Site) -> Iterator[Page]:
    """The index of every kind that has a table: one page, or one for each of its parts."""
    for kind, table in TABLES.items():
        yield from site.memo(("index", kind), partial(_made, site, kind, table))


def _made(site: Site, kind: str, table: Table) -> list[Page]:
    return list(index(site, kind, table))


def index(site: Site, kind: str, table: Table, most: int = MOST) -> Iterator[Page]:
    """The index of one kind, in parts of at most `most` records: by date, or by letter."""
    apart = _apart(site, kind)

    def view(part: Part[Ref]) -> dict[str, Any]:
        return {
            "rows": [row(site, ref, table) for ref in part.entries if ref not in apart],
            "apart": Group(
                _("About words and spellings") if kind == "claim" else _("Order not known"),
                tuple(row(site, ref, table) for ref in part.entries if ref in apart),
                closed=kind == "claim",
            ),
        }

    return pages_of(
        Page(
            url=KIND_PAGES[kind],
            template="index.md.j2",
            kind="index",
            title=_(KINDS[kind].title),
            description=_(table.lede),
            view={"table": table, "noun": kind, "plural": KINDS[kind].plural},
        ),
        divided(
            site.in_kind(kind),
            KIND_PAGES[kind],
            partial(_steps, site),
            most,
            "by_date/" if kind in _DATED else "by_name/",
        ),
        view,
        partial(found, site),
    )


def found(site: Site, ref: Ref) -> Found:
    """What the filter of an index knows of a record: its name, and its other names or what it answers."""
    record = site.dataset.records[ref]
    beside = (
        names(record)[1:]
        if isinstance(record, Entity)
        else [a.answer for a in getattr(record, "answers", ())]
    )
    dating = site.dated(ref)
    return Found(
        site.name(ref), url_of(ref), " · ".join([*([plain(dating.edtf)] if dating else []), *beside])
    )


def _steps(site: Site, ref: Ref) -> list[Step]:
    if ref.kind in _DATED:
        dating = site.dated(ref)
        return dates(dating.edtf if dating else None)
    return letters(site.name(ref))


def _apart(site: Site, kind: str) -> set[Ref]:
    """What stands apart from the list: claims about words, and events whose order is not known."""
    if kind == "claim":
        return {ref for ref, claim in site.dataset.claims.items() if claim.is_about_words}
    return {ref for ref in site.in_kind(kind) if ref.kind == "event" and site.event_places[ref][0]}


def row(site: Site, ref: Ref, table: Table) -> Row:
    """The row of one record in the table of its kind."""
    return site.memo(("row", ref), lambda: Row(ref, tuple(cell(site, ref, c) for c in table.columns)))


def cell(site: Site, ref: Ref, column: Column) -> Cell:
    """What the record has in the column; an empty list counts as nothing."""
    value = column.value(site, ref)
    if value in ([], ""):
        value = None
    return Cell(column, value, sort_text(column.form, value))


def sort_text(form: str, value: Any) -> str:
    """The text by which a cell sorts, where the printed text does not: ISO dates and bare digits."""
    if value is None:
        return ""
    if form == "date":
        return _last_day(value.edtf)
    if form == "tally":
        return str(value.total)
    return str(value) if form == "count" else ""


def _last_day(edtf: Any) -> str:
    day = anchor(edtf)
    return day.isoformat() if day else str(edtf.text)
