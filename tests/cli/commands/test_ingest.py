"""The ingest command: of a file that holds several texts one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.__main__ import main
from tests.ingest.test_book import epub_of
from tests.ingest.test_web_archive import BRIDGE, FERRY, warc_of


def test_a_page_of_a_web_archive_and_a_chapter_of_a_book_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    archive, book, root = tmp_path / "a.warc", tmp_path / "a.epub", tmp_path / "dataset"
    archive.write_bytes(warc_of([BRIDGE, FERRY]))
    book.write_bytes(epub_of())
    assert main(["--root", str(root), "ingest", str(archive)]) == 1
    assert (
        f"refused: a.warc: holds 2 pages, name one with --page: {BRIDGE} {FERRY}." in capsys.readouterr().out
    )
    assert main(["--root", str(root), "ingest", str(archive), "--page", FERRY]) == 0
    assert main(["--root", str(root), "ingest", str(book), "--chapter", "2"]) == 0
    records = sorted(path.stem for path in (root / "sources/articles").glob("*.md"))
    assert records == ["all-ferry", "ellwood-ferry"]
