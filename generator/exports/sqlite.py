"""SQLite: every table in one file with keys, views and a search through the texts; settings of Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from generator.exports.archive import Archive, Data
from generator.exports.columns import Column, Table
from generator.exports.format import File, Format
from generator.exports.tables import tabulated, title
from generator.lib.language import gettext as _

NAME = "documentary"
PATH, SETTINGS_PATH = f"{NAME}.db", f"{NAME}.metadata.json"
_PAGE_BYTES = 1024
"""Few, since many tables are small, and each takes a page for itself and for every index."""
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
SEARCHED = {
    "evidence": ("quote_exact", "quote_translation_text", "note"),
    "claims": ("text",),
    "questions": ("text", "reason"),
    "events": ("name", "description"),
    "notes": ("text",),
}
"""The columns that are searched, by table."""
VIEWS = {
    "claims_and_positions": """
        SELECT claims.id, claims.text, claims.kind, claims.standing_in_words, answers.question,
               questions.text AS question_text, answers.answer, records.page
        FROM claims JOIN records ON records.id = claims.id
        LEFT JOIN answers ON answers.record_id = claims.id
        LEFT JOIN questions ON questions.id = answers.question""",
    "quotations": """
        SELECT evidence.id, evidence.quote_exact, assertions.stance, assertions.speaker,
               coalesce(speakers.name, assertions.described_as) AS speaker_name, assertions.dated,
               claims.text AS claim_text, evidence.source, articles.name AS source_name, sources.title,
               sources.published_edtf, sources.url, evidence.paragraph
        FROM evidence JOIN sources ON sources.id = evidence.source
        JOIN records AS articles ON articles.id = sources.id
        LEFT JOIN assertions ON assertions.id = evidence.assertion_id
        LEFT JOIN records AS speakers ON speakers.id = assertions.speaker
        LEFT JOIN claims ON claims.id = assertions.record_id
        WHERE evidence.quote_exact IS NOT NULL""",
}
"""What is looked at most: claims with their standing, and quotations with speaker and source."""


def database(tables: list[Table]) -> bytes:
    """The file of a database with these tables; the same tables give the same bytes."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        base.execute("PRAGMA encoding = 'UTF-8'")
        for table in tables:
            base.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            base.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows)  # noqa: S608
        for table in tables:
            for column in table.columns[1:]:
                if column.refers:
                    name = _quoted(f"{table.name}_{column.name}")
                    base.execute(f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(column.name)})")
        for name, columns in SEARCHED.items():
            base.execute(
                f'CREATE VIRTUAL TABLE {name}_fts USING fts5({", ".join(columns)}, content="{name}", '
                "tokenize='unicode61 remove_diacritics 2')"
            )
            base.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608
        for name, query in VIEWS.items():
            base.execute(f"CREATE VIEW {name} AS {query}")
        base.commit()
        return base.serialize()


def _create(table: Table) -> str:
    lines = ",\n  ".join(map(_column, table.columns))
    return f"CREATE TABLE {_quoted(table.name)} (\n  {lines}\n)"


def _column(column: Column) -> str:
    key = " PRIMARY KEY NOT NULL" if column.name == "id" else ""
    to = f" REFERENCES {_quoted(column.refers)} (id)" if column.refers else ""
    return f"{_quoted(column.name)} {_TYPES[column.type]}{key}{to}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _settings(archive: Archive, tables: list[Table]) -> Data:
    """What Datasette prints around the tables."""
    documentary = archive.documentary
    about = {
        "title": documentary["title"],
        "description": documentary["subtitle"],
        "license": documentary["licence"],
        **({"source": documentary["title"], "source_url": archive.address} if archive.address else {}),
    }
    described = {
        table.name: {
            "title": title(table.name),
            "columns": {column.name: column.about for column in table.columns},
            **({"label_column": "name"} if table.name == "records" else {}),
        }
        for table in tables
    }
    return {**about, "databases": {NAME: {**about, "tables": described}}}


def _files(archive: Archive) -> Iterator[File]:
    tables = archive.memo(tabulated)
    rows = sum(len(table.rows) for table in tables)
    yield File(PATH, database(tables), "application/vnd.sqlite3", _("All tables in one file"), rows)
    settings = (json.dumps(_settings(archive, tables), ensure_ascii=False, indent=1) + "\n").encode()
    yield File(SETTINGS_PATH, settings, "application/json", _("What Datasette says of the tables"))


FORMAT = Format(
    name="SQLite",
    standard="https://www.sqlite.org/fileformat2.html",
    use="The same tables as a database with keys, views and a search through quotations and claims, for "
    "questions in SQL and for Datasette.",
    files=_files,
)
