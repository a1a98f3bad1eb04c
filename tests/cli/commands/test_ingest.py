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


def test_one_file_is_not_taken_for_two_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    article, root = tmp_path / "a.txt", tmp_path / "dataset"
    article.write_text("A bridge fell.\n\nNobody was hurt, the town said.\n", encoding="utf-8")
    assert main(["--root", str(root), "ingest", f"{article}=one", f"{article}=two"]) == 1
    assert f"{article} is named twice, for different records: name it once" in capsys.readouterr().err
    assert not root.exists()


def test_the_name_of_a_file_writes_no_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    article = tmp_path / "x.txt\nok.txt → y: all words kept"
    article.write_text("A bridge fell.\n\nNobody was hurt, the town said.\n", encoding="utf-8")
    assert main(["--root", str(tmp_path / "dataset"), "ingest", f"{article}=x"]) == 0
    assert not [line for line in capsys.readouterr().out.splitlines() if line.startswith("ok.txt")]
