"""The tables as a database, read by SQLite itself and by Datasette."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from generator.exports.archive import Archive
from generator.exports.sqlite import FORMAT, SEARCHED, VIEWS
from generator.records.dataset import Dataset


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("database")
    for file in FORMAT.files(Archive(dataset, "https://bridge.example/")):
        (folder / file.path).write_bytes(file.data)
    return folder


@pytest.fixture
def base(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "documentary.db")) as base:
        yield base


def test_the_database_is_sound_and_every_reference_leads_to_a_row(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(base.execute("PRAGMA foreign_key_list(evidence)").fetchall()) >= 5


def test_every_claim_has_its_standing(base: sqlite3.Connection, dataset: Dataset) -> None:
    found = dict(base.execute("SELECT id, standing FROM claims"))
    assert found.keys() == {str(ref) for ref in dataset.claims}
    assert found["claim:bolts-were-loose"] == "contradicted"


def test_a_quotation_is_found_by_its_words_with_speaker_and_source(base: sqlite3.Connection) -> None:
    found = base.execute(
        "SELECT quotations.speaker_name, quotations.source FROM evidence_fts "
        "JOIN evidence ON evidence.rowid = evidence_fts.rowid JOIN quotations ON quotations.id = evidence.id "
        "WHERE evidence_fts MATCH 'bolts loose'"
    ).fetchall()
    assert ("Ida Holm", "source:courier-report") in found


def test_every_view_can_be_read(base: sqlite3.Connection) -> None:
    for view in VIEWS:
        assert base.execute(f"SELECT * FROM {view}").fetchall(), view  # noqa: S608


def test_datasette_opens_it_with_its_search_and_says_what_the_columns_mean(folder: Path) -> None:
    settings = json.loads((folder / "documentary.metadata.json").read_text(encoding="utf-8"))

    async def asked() -> tuple[dict[str, str], str, str]:
        datasette = Datasette([str(folder / "documentary.db")], metadata=settings)
        try:
            client = datasette.client
            listed = (await client.get("/documentary.json")).json()["tables"]
            searched = (await client.get("/documentary/evidence.json?_search=bolts&_shape=array")).text
            page = (await client.get("/documentary/claims")).text
        finally:
            for database in datasette.databases.values():
                database.close()
        return {table["name"]: table["fts_table"] for table in listed if table["fts_table"]}, searched, page

    searches, found, page = asyncio.run(asked())
    assert {name: f"{name}_fts" for name in SEARCHED}.items() <= searches.items()
    assert {row["quote_exact"] for row in json.loads(found)} >= {"the bolts were loose"}
    assert "How the claim stands" in page
    assert "CC BY 4.0" in page


def test_the_same_records_give_the_same_bytes(dataset: Dataset) -> None:
    first, second = ([file.data for file in FORMAT.files(Archive(dataset))] for _ in range(2))
    assert first == second
