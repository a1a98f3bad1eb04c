"""Index pages: for each kind a table of all its records, one row each, in parts where they are many."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES
from generator.pages.cited import cast
from generator.pages.columns import TABLES, Column
from generator.pages.differences import by_dispute
from generator.pages.facets import names
from generator.pages.page import Page
from generator.pages.parts import Found, Part, Step, dates, divided, letters, pages_of
from generator.pages.site import Site
from generator.pages.tracking import memo
from generator.records.kinds import KINDS, url_of
from generator.records.model import Entity
from generator.records.refs import Ref

_DATED = frozenset({"source", "event"})


@dataclass(frozen=True)
class TableCell:
    """One cell: its column, its value and the text by which the column sorts."""

    column: Column
    value: Any
    sort: str


@dataclass(frozen=True)
class TableRow:
    """One record with its cells."""

    ref: Ref
    cells: tuple[TableCell, ...]


@dataclass(frozen=True)
class Group:
    """Rows in a table of their own below the others; `closed`: only for who opens it."""

    title: str
    rows: tuple[TableRow, ...]
    closed: bool = False


def pages(site: Site) -> Iterator[Page]:
    """The index of every kind that has a table: one page, or one for each of its parts."""
    for kind in TABLES:
        yield from index(site, kind)


def index(site: Site, kind: str) -> Iterator[Page]:
    """The index of one kind, in parts by date or by letter."""
    table = TABLES[kind]
    in_order = partial(by_dispute, site) if kind == "claim" else list

    def view(part: Part[Ref]) -> dict[str, Any]:
        is_first = kind == "person" and part.url == KIND_PAGES[kind]
        apart = {ref for ref in part.entries if _is_apart(site, ref)}
        return {
            "cast": cast(site) if is_first else [],
            "rows": [row(site, ref) for ref in in_order(part.entries) if ref not in apart],
            "apart": Group(
                _("About words and spellings") if kind == "claim" else _("Order not known"),
                tuple(row(site, ref) for ref in part.entries if ref in apart),
                closed=kind == "claim",
            ),
        }

    page = Page(
        url=KIND_PAGES[kind],
        template="index.md.j2",
        kind="index",
        title=_(KINDS[kind].title),
        description=_(table.lede),
        view={"table": table, "noun": KINDS[kind].one, "plural": KINDS[kind].many},
    )
    folder = "by_date/" if kind in _DATED else "by_name/"
    whole = divided(site.in_kind(kind), page.url, partial(_steps, site), folder=folder)
    return pages_of(page, whole, view, partial(found, site), shape=lambda part: part.entries)


def found(site: Site, ref: Ref) -> Found:
    """What the filter of an index knows of a record: its name, and its other names or what it answers."""
    record = site.dataset.records[ref]
    beside = [plain(dating.edtf)] if (dating := site.dated(ref)) else []
    beside += names(record)[1:] if isinstance(record, Entity) else []
    beside += [answer.answer for answer in getattr(record, "answers", ())]
    return Found(site.name(ref), url_of(ref), " · ".join(beside))


def _steps(site: Site, ref: Ref) -> list[Step]:
    if ref.kind in _DATED:
        dating = site.dated(ref)
        return dates(dating.edtf if dating else None)
    return letters(site.name(ref))


def _is_apart(site: Site, ref: Ref) -> bool:
    """Whether it stands apart from the list: claims about words do, and events whose order is not known."""
    if ref.kind == "claim":
        return site.dataset.claims[ref].is_about_words
    return ref.kind == "event" and bool(site.event_places[ref][0])


@memo
def row(site: Site, ref: Ref) -> TableRow:
    """The row of one record in the table of its kind."""
    return TableRow(ref, tuple(cell(site, ref, column) for column in TABLES[ref.kind].columns))


def cell(site: Site, ref: Ref, column: Column) -> TableCell:
    """What the record has in the column; an empty list counts as nothing."""
    value = column.value(site, ref)
    if value in ([], ""):
        value = None
    return TableCell(column, value, sort_text(column.form, value))


def sort_text(form: str, value: Any) -> str:
    """The text by which a cell sorts, where the printed text does not: days in order, and bare digits."""
    if value is None:
        return ""
    if form == "date":
        day = value.edtf.anchor
        return day.sortable() if day else ""
    if form == "tally":
        return str(value.total)
    return str(value) if form == "count" else ""
