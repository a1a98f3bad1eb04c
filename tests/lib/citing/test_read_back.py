"""What others' programs read in our citations: nothing of a source is lost on the way."""

from __future__ import annotations

import json

import pytest
import rispy
from pybtex.database import BibliographyData, Entry, Person, parse_string
from pybtex.richtext import Text

from generator.lib.citing import Author, Item
from generator.lib.citing.exchange import bibtex, csl_json, ris

from .made_up_sources import SOURCES

BIBTEX_TYPES = {
    "article-journal": ("article", ""),
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "webpage": ("online", ""),
    "post": ("online", ""),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "report": ("report", ""),
    "broadcast": ("misc", ""),
    "document": ("misc", ""),
}
RIS_TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "webpage": "ELEC",
    "post": "BLOG",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "broadcast": "VIDEO",
    "document": "GEN",
}
every_source = pytest.mark.parametrize("item", SOURCES.values(), ids=[*SOURCES])


def printed_title(item: Item) -> str:
    return f"[{item.title}]" if item.supplied else item.title


def told_in_a_note(item: Item) -> list[str]:
    """What has no field of its own in every format."""
    date, first = item.issued, item.original
    return [
        date.words if date and (not date.parts or date.circa) else "",
        "inferred" if date and date.inferred else "",
        *((first.title, first.container, first.issued.words if first.issued else "") if first else ()),
        *item.archived,
    ]


def from_latex(text: str) -> str:
    return str(Text.from_latex(text).render_as("text")).replace("\xa0", " ")


def read_bibtex(text: str) -> BibliographyData:
    return parse_string(text, "bibtex", person_fields=["author", "translator"])


def bibtex_names(entry: Entry, role: str) -> tuple[Author, ...]:
    def read(person: Person) -> Author:
        family = " ".join([*person.prelast_names, *person.last_names])
        given = " ".join([*person.first_names, *person.middle_names])
        return Author(from_latex(family), from_latex(given))

    return tuple(read(person) for person in entry.persons.get(role, []))


@every_source
def test_bibtex_is_read_by_pybtex_with_all_that_it_can_say(item: Item) -> None:
    (entry,) = read_bibtex(bibtex(item)).entries.values()
    fields = {name: from_latex(value) for name, value in entry.fields.items()}
    assert (entry.type, fields.get("entrysubtype", "")) == BIBTEX_TYPES[item.type]
    assert fields["title"] == printed_title(item)
    assert bibtex_names(entry, "author") == item.authors
    assert bibtex_names(entry, "translator") == item.translators
    assert {item.container, item.publisher, item.url, item.number, item.issue} - {""} <= set(fields.values())
    names = {
        "address": "publisher_place",
        **{name: name for name in ("edition", "volume", "doi", "isbn", "issn")},
    }
    assert {name: fields.get(name, "") for name in names} == {n: getattr(item, of) for n, of in names.items()}
    assert fields.get("pages", "").replace("--", "–").replace("––", "–") == item.pages
    assert fields.get("library", "") == ", ".join(filter(None, [item.archive, item.archive_location]))
    assert fields["language"] == item.language
    for told in told_in_a_note(item):
        assert told in fields.get("note", "")
    if item.issued and item.issued.edtf[:1] not in "[{":
        assert entry.fields["date"] == item.issued.edtf
    if item.issued and item.issued.year:
        assert fields["year"] == str(item.issued.year)
    if item.original and item.original.issued:
        assert fields["origdate"] == item.original.issued.edtf
        assert (fields["origpublisher"], fields.get("origtitle", "")) == (
            item.original.container,
            item.original.title,
        )


@every_source
def test_ris_is_read_by_rispy_with_all_that_it_can_say(item: Item) -> None:
    (read,) = rispy.loads(ris(item))
    assert read["type_of_reference"] == RIS_TYPES[item.type]
    assert read["title"] == printed_title(item)
    assert read.get("authors", []) == [name.inverted for name in item.authors]
    assert read.get("subsidiary_authors", []) == [name.inverted for name in item.translators]
    assert read.get("secondary_title", "") == item.container
    assert read.get("publisher", "") == item.publisher
    assert {item.number, item.isbn, item.issn} - {""} <= {
        read.get("issn"), read.get("note"), *(note.removeprefix("ISBN: ") for note in read.get("notes", []))
    }  # fmt: skip
    names = {"place_published": "publisher_place", "number": "issue", "name_of_database": "archive"}
    names |= {name: name for name in ("edition", "volume", "doi")}
    assert {name: read.get(name, "") for name in names} == {n: getattr(item, of) for n, of in names.items()}
    assert "–".join(filter(None, [read.get("start_page"), read.get("end_page")])) == item.pages
    assert read.get("unknown_tag", {}).get("AV", [""]) == [item.archive_location]
    assert read.get("urls", []) == ([item.url] if item.url else [])
    assert read["language"] == item.language
    for told in told_in_a_note(item):
        assert told in " ".join(read.get("notes", []))
    if item.issued and item.issued.year:
        assert read["year"] == str(item.issued.year)
    if item.issued and item.issued.iso.count("-") == 2:
        assert read["date"] == item.issued.iso.replace("-", "/")


def test_the_whole_bibliography_is_read_in_each_format() -> None:
    items = SOURCES.values()
    assert [*read_bibtex("\n\n".join(map(bibtex, items))).entries] == [*SOURCES]
    assert len(rispy.loads("\n".join(map(ris, items)))) == len(SOURCES)
    assert [entry["id"] for entry in json.loads(csl_json(*items))] == [*SOURCES]
