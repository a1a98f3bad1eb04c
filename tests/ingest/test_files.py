"""Registering files: what is written, what is never written, and what a refused file leaves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.ingest.files import ingest_files, parse_argument
from generator.lib import files
from generator.records import reader
from generator.records.markdownfile import LabelledParagraph, notes
from generator.records.problems import Problem
from tests.ingest.test_book import epub_of

FIRST = (
    "Bridge closed\n\nThe harbour bridge was closed on Monday.\n\nThe mayor said that there was no choice.\n"
)
SECOND = "Ferry runs\n\nThe ferry runs again today.\n\nIt runs twice as often.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "dataset"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "000_first.txt"
    path.write_text(FIRST, encoding="utf-8")
    return path


def labels_of(path: Path, *, of_text: bool) -> tuple[dict[str, LabelledParagraph], list[Problem]]:
    return notes(path.read_text(encoding="utf-8").split("---\n")[-1], path.name, of_text=of_text)


def written(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_new_file_gives_a_text_and_a_draft(root: Path, first: Path):
    lines: list[str] = []
    outcome = ingest_files([first], root, lines.append, added="2026-11-20")[0]
    assert (outcome.source_id, outcome.record, outcome.text) == ("bridge-closed", "drafted", "written")
    assert written(root) == ["sources/articles/bridge-closed.md", "sources/texts/bridge-closed.txt"]
    assert "added: 2026-11-20\n" in (root / "sources/articles/bridge-closed.md").read_text(encoding="utf-8")
    assert lines == ["000_first.txt → bridge-closed: record drafted, text written, all words kept"]


def test_a_second_run_changes_nothing(root: Path, first: Path):
    ingest_files([first], root)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    outcome = ingest_files([first], root)[0]
    assert (outcome.record, outcome.text) == ("kept", "unchanged")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_an_edited_record_is_never_overwritten_even_with_force(root: Path, first: Path):
    ingest_files([first], root)
    record = root / "sources/articles/bridge-closed.md"
    record.write_text("edited", encoding="utf-8")
    (root / "sources/texts/bridge-closed.txt").unlink()
    outcome = ingest_files([first], root, ids={first: "bridge-closed"}, force=True)[0]
    assert (outcome.record, outcome.text) == ("kept", "written")
    assert record.read_text(encoding="utf-8") == "edited"


def test_a_differing_text_is_kept_and_told_and_replaced_only_with_force(root: Path, first: Path):
    text = root / "sources/texts/bridge-closed.txt"
    ingest_files([first], root)
    first.write_text(FIRST.replace("Monday", "Tuesday"), encoding="utf-8")
    outcome = ingest_files([first], root)[0]
    assert outcome.text == "kept"
    assert str(outcome).endswith("text kept: it differs from this file (force replaces it), all words kept")
    assert "Monday" in text.read_text(encoding="utf-8")
    assert ingest_files([first], root, force=True)[0].text == "written"
    assert "Tuesday" in text.read_text(encoding="utf-8")


def test_a_file_finds_its_record_by_the_same_text(root: Path, first: Path, tmp_path: Path):
    ingest_files([first], root, ids={first: "own-name"})
    other = tmp_path / "copy.txt"
    other.write_text(FIRST, encoding="utf-8")
    assert ingest_files([other], root)[0].source_id == "own-name"


@pytest.mark.parametrize("pattern", ["000_first.txt", "'000_*.txt'"])
def test_a_file_finds_its_record_by_the_file_name_there(root: Path, first: Path, pattern: str):
    record = root / "sources/articles/own-name.md"
    record.parent.mkdir(parents=True)
    record.write_text(
        f"---\ntitle: T\ncapture: {{words: 3, file: {pattern}}}\n---\n[p1] Note.\n", encoding="utf-8"
    )
    assert ingest_files([first], root)[0].source_id == "own-name"
    assert written(root) == ["sources/articles/own-name.md", "sources/texts/own-name.txt"]


def test_a_file_that_fits_two_records_is_refused(root: Path, first: Path):
    folder = root / "sources/articles"
    folder.mkdir(parents=True)
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text("---\ncapture: {file: '000*'}\n---\n", encoding="utf-8")
    refusal = ingest_files([first], root)[0].refusal
    assert refusal == "000_first.txt: fits the capture.file of one and two; say FILE=ID."


def test_a_record_that_cannot_be_read_is_left_alone(root: Path, first: Path):
    record = root / "sources/articles/broken.md"
    record.parent.mkdir(parents=True)
    record.write_bytes(b"---\ntitle: [\xff\n---\n")
    assert ingest_files([first], root)[0].source_id == "bridge-closed"


def test_in_one_run_each_file_of_the_archive_is_read_once_however_many_are_taken_in(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captures = [tmp_path / f"capture-{number}.txt" for number in range(10)]
    for number, path in enumerate(captures):
        path.write_text(FIRST.replace("Monday", f"day {number}"), encoding="utf-8")
    ingest_files(captures[:5], root)
    read: Counter[str] = Counter()
    opened = Path.open

    def counted(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        read[path.name] += root in path.parents and "r" in mode
        return opened(path, mode, *arguments, **named)

    monkeypatch.setattr(Path, "open", counted)
    outcomes = ingest_files(captures[5:], root)
    assert [outcome.record for outcome in outcomes] == ["drafted"] * 5
    assert read["bridge-closed.txt"] == read["bridge-closed-5.txt"] == 1
    assert read["bridge-closed.md"] == read["bridge-closed-5.md"] == 1


def test_two_articles_of_one_headline_get_two_ids(root: Path, first: Path, tmp_path: Path):
    other = tmp_path / "other.txt"
    other.write_text(FIRST.replace("Monday", "Tuesday"), encoding="utf-8")
    outcomes = ingest_files([first, other], root)
    assert [outcome.source_id for outcome in outcomes] == ["bridge-closed", "bridge-closed-2"]


def test_a_refused_file_leaves_nothing_and_the_others_go_on(root: Path, first: Path, tmp_path: Path):
    bad, last = tmp_path / "bad.txt", tmp_path / "last.txt"
    bad.write_bytes(b"\0")
    last.write_text(SECOND, encoding="utf-8")
    outcomes = ingest_files([bad, first, tmp_path / "none.txt", last], root)
    assert [outcome.refusal for outcome in outcomes] == [
        "bad.txt: is in no format that is read; save the article as HTML, PDF or text.",
        None,
        "none.txt: there is no such file.",
        None,
    ]
    assert [Path(name).stem for name in written(root)] == ["bridge-closed", "ferry-runs"] * 2


def test_an_article_of_any_number_of_paragraphs_is_taken_in_and_read_again(root: Path, tmp_path: Path):
    long = tmp_path / "long.html"
    long.write_text("<html>" + "".join(f"<p>Bridge {each} fell.</p>" for each in range(12_000)))
    assert ingest_files([long], root, ids={long: "long"})[0].refusal is None
    text, faults = labels_of(root / "sources/texts/long.txt", of_text=True)
    noted, _ = labels_of(root / "sources/articles/long.md", of_text=False)
    assert (list(text), faults) == (list(noted), [])
    assert (len(text), text["p12000"].text) == (12_000, "Bridge 11999 fell.")


@pytest.mark.parametrize(
    ("suffix", "what"), [(".txt", "its text"), (".md", "its record, with its 3 blocks,")]
)
def test_what_is_longer_than_is_read_of_a_file_is_not_written(
    root: Path, first: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, what: str
):
    assert ingest_files([first], root)[0].refusal is None
    name = "bridge-closed"
    size = max(path.stat().st_size for path in root.rglob(name + suffix))
    before = written(root)
    for path in root.rglob(f"{name}.*"):
        path.unlink()
    monkeypatch.setitem(reader.LARGEST, suffix, size - 1)
    assert ingest_files([first], root)[0].refusal == (
        f"000_first.txt: {what} would have {size} bytes, and no more than {size - 1} are read of one; "
        "take it in in parts."
    )
    assert written(root) == []
    monkeypatch.setitem(reader.LARGEST, suffix, size)
    assert ingest_files([first], root)[0].refusal is None
    assert written(root) == before
    for path in root.rglob(f"{name}.*"):
        assert reader.text_of(root, path)[1] == []


def test_a_bad_id_is_refused(root: Path, first: Path):
    refusal = ingest_files([first], root, ids={first: "../out"})[0].refusal
    assert refusal == "000_first.txt: “../out” is not an id (a-z, 0-9 and hyphens)."
    assert not root.exists()


def test_a_failed_write_leaves_neither_file_nor_a_half_one(root: Path, first: Path):
    (root / "sources").mkdir(parents=True)
    (root / "sources/articles").write_text("in the way of the folder", encoding="utf-8")
    outcome = ingest_files([first], root)[0]
    assert outcome.refusal
    assert outcome.refusal.startswith("000_first.txt: cannot be written (")
    assert written(root) == ["sources/articles"]


def test_a_reader_meets_the_old_text_or_the_new_one(root: Path, first: Path, monkeypatch: pytest.MonkeyPatch):
    ingest_files([first], root)
    first.write_text(FIRST.replace("Monday", "Tuesday"), encoding="utf-8")

    def fail(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fdopen", fail)
    assert ingest_files([first], root, force=True)[0].refusal
    monkeypatch.undo()
    assert "Monday" in (root / "sources/texts/bridge-closed.txt").read_text(encoding="utf-8")
    assert len(written(root)) == 2


def test_an_argument_names_a_file_and_perhaps_an_id(tmp_path: Path):
    assert parse_argument("a/b.txt=own-name") == (Path("a/b.txt"), "own-name")
    assert parse_argument("a/b.txt") == (Path("a/b.txt"), None)
    odd = tmp_path / "a=b.txt"
    odd.touch()
    assert parse_argument(str(odd)) == (odd, None)


def test_what_one_run_wrote_is_found_by_the_next_file_of_it(root: Path, first: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "folder [1]").mkdir()
    odd = tmp_path / "folder [1]/odd [2].txt"
    odd.write_text(SECOND, encoding="utf-8")
    later = tmp_path / "odd [2].txt"
    later.write_text(SECOND.replace("twice", "thrice"), encoding="utf-8")
    outcomes = ingest_files([first, tmp_path / "copy.txt", odd, later], root)
    ids = [outcome.source_id for outcome in outcomes]
    assert ids == ["bridge-closed", "bridge-closed", "ferry-runs", "ferry-runs"]
    assert outcomes[-1].text == "kept"


def test_two_chapters_of_one_book_are_two_records(root: Path, tmp_path: Path):
    book = tmp_path / "book.epub"
    book.write_bytes(epub_of())
    outcomes = [ingest_files([book], root, part=part)[0] for part in ("1", "2", "The ferry", "1")]
    assert [outcome.source_id for outcome in outcomes] == [
        "ellwood-storm",
        "ellwood-ferry",
        "ellwood-ferry",
        "ellwood-storm",
    ]
    assert [outcome.record for outcome in outcomes] == ["drafted", "drafted", "kept", "kept"]
    assert "file: book.epub#1" in (root / "sources/articles/ellwood-storm.md").read_text(encoding="utf-8")
