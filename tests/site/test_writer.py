"""The writer brings `docs/` to the state asked for, and touches nothing that is not its own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import generator.site.writer
from generator.records.problems import Problem
from generator.site.writer import MANIFEST, Written
from generator.site.writer import write as write_digests

FILES = {"claims/a.md": b"A", "claims/b.md": b"B", "index.md": b"I"}


def state(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, the manifest left out."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(MANIFEST, None)
    return found


def write(folder: Path, files: dict[str, bytes]) -> tuple[Written | None, list[Problem]]:
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return write_digests(folder, digests, lambda path, target: target.write_bytes(files[path]))


def done(folder: Path, files: dict[str, bytes]) -> tuple[int, int, int]:
    written, problems = write(folder, files)
    assert problems == []
    assert written is not None
    return written.written, written.unchanged, written.removed


def refused(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    """The problems of a run that must leave everything as it was."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    content = state(folder)
    written, problems = write(folder, files)
    assert written is None
    assert state(folder) == content
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    return problems


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    assert done(tmp_path, FILES) == (3, 0, 0)
    assert state(tmp_path) == FILES


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert done(tmp_path, FILES) == (0, 3, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    assert done(tmp_path, {**FILES, "index.md": b"J", "new.md": b"N"}) == (2, 2, 0)
    assert state(tmp_path) == {**FILES, "index.md": b"J", "new.md": b"N"}


def test_a_page_that_was_deleted_by_hand_is_written_again(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    (tmp_path / "index.md").unlink()
    assert done(tmp_path, FILES) == (1, 2, 0)


def test_pages_no_longer_made_are_removed_with_the_folders_they_leave_empty(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    assert done(tmp_path, {"index.md": b"I"}) == (0, 1, 2)
    assert state(tmp_path) == {"index.md": b"I"}
    assert not (tmp_path / "claims").exists()


def test_hand_written_files_beside_the_pages_stay(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    (tmp_path / "claims/own.md").write_bytes(b"mine")
    assert done(tmp_path, {}) == (0, 0, 3)
    assert state(tmp_path) == {"claims/own.md": b"mine"}


def test_a_hand_written_file_in_the_way_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"mine")
    (problem,) = refused(tmp_path, FILES)
    assert problem.path == f"{tmp_path.name}/index.md"
    assert "hand-written" in problem.message


def test_a_page_changed_by_hand_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    (tmp_path / "index.md").write_bytes(b"mine")
    (problem,) = refused(tmp_path, {**FILES, "claims/a.md": b"A2"})
    assert "changed by hand" in problem.message


def test_a_page_no_longer_made_but_changed_by_hand_is_refused(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    (tmp_path / "index.md").write_bytes(b"mine")
    (problem,) = refused(tmp_path, {"claims/a.md": b"A"})
    assert "no longer made" in problem.message


def test_a_file_in_the_way_that_has_the_very_bytes_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"I")
    assert done(tmp_path, FILES) == (2, 1, 0)
    assert done(tmp_path, {}) == (0, 0, 3)


@pytest.mark.parametrize("at", range(5))
def test_after_a_crash_anywhere_the_next_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    done(tmp_path, FILES)
    goal = {"claims/a.md": b"A2", "index.md": b"I2", "new/n.md": b"N"}
    replace, calls = Path.replace, iter(range(at))

    def crashing(path: Path, target: Path) -> Path:
        if next(calls, None) is None:
            raise OSError("no space left")
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", crashing)
        with pytest.raises(OSError, match="no space"):
            write(tmp_path, goal)
    done(tmp_path, goal)
    assert state(tmp_path) == goal
    assert done(tmp_path, goal) == (0, 3, 0)
    assert done(tmp_path, {}) == (0, 0, 3)
    assert state(tmp_path) == {}


def test_a_page_that_cannot_be_written_is_named_and_not_its_temporary_file(tmp_path: Path) -> None:
    def fails(path: str, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    with pytest.raises(OSError, match="No space") as fault:
        write_digests(tmp_path, {"claims/a.md": "0"}, fails)
    assert fault.value.filename == str(tmp_path / "claims/a.md")


def test_after_a_crash_the_run_before_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(tmp_path, FILES)
    with monkeypatch.context() as patch:
        patch.setattr(generator.site.writer, "_remove", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            write(tmp_path, {"index.md": b"I2"})
    assert done(tmp_path, FILES) == (1, 2, 0)
    assert state(tmp_path) == FILES


@pytest.mark.parametrize("path", ["../mine.md", "/mine.md", "a/../../mine.md", "linked/mine.md", "", "."])
def test_a_manifest_that_leads_out_of_the_folder_removes_nothing_there(tmp_path: Path, path: str) -> None:
    folder, mine = tmp_path / "docs", tmp_path / "mine.md"
    mine.write_bytes(b"mine")
    done(folder, FILES)
    (folder / "linked").symlink_to(tmp_path)
    listed = json.loads((folder / MANIFEST).read_bytes())
    listed[path.replace("/mine", f"{tmp_path}/mine") if path.startswith("/") else path] = hashlib.sha256(
        b"mine"
    ).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(listed))
    assert done(folder, {}) == (0, 0, 3)
    assert mine.read_bytes() == b"mine"


def test_a_damaged_manifest_loses_no_hand_written_file(tmp_path: Path) -> None:
    done(tmp_path, FILES)
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    assert len(refused(tmp_path, dict.fromkeys(FILES, b"other"))) == 3
    assert write(tmp_path, FILES) == (Written(0, 3, 0), [])
