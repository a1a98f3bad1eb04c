"""Files are written whole or not at all, several as one, and what a killed run left is finished."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.lib import files
from generator.lib.files import JOURNAL, ConflictError, change, changing, finish, unfinished, write
from tests.killed import kills

BEFORE = {"a": b"1", "gone": b"2", "sources/b": b"\xff3"}
AFTER = {"a": b"4", "docs/c": b"5", "sources/b": b"6"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    prepare(tmp_path / "project")
    return tmp_path / "project"


def prepare(root: Path) -> None:
    for name, data in BEFORE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def there(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def changed(root: Path) -> None:
    change(root, {root / name: (BEFORE.get(name), AFTER.get(name)) for name in {**BEFORE, **AFTER}})


def test_files_are_written_made_and_removed(root: Path) -> None:
    changed(root)
    assert there(root) == AFTER
    assert not (root / JOURNAL).parent.exists()


def test_a_file_is_removed_only_when_all_others_are_written(root: Path) -> None:
    (root / "docs").write_bytes(b"in the way of a folder")
    with pytest.raises(OSError, match="exists"):
        changed(root)
    assert there(root) == {**BEFORE, "docs": b"in the way of a folder"}


@pytest.mark.parametrize("failing", [2, 3, 4])
def test_where_one_file_cannot_be_changed_all_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    replace, calls = Path.replace, []

    def fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        changed(root)
    assert there(root) == BEFORE


@pytest.mark.parametrize("name", ["a", "gone", "docs/c"])
def test_what_was_changed_meanwhile_is_not_written_over(root: Path, name: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes(b"mine")
    with pytest.raises(ConflictError) as fault:
        changed(root)
    assert fault.value.filename == str(root / name)
    assert "was changed meanwhile, nothing was written over it" in str(fault.value.strerror)
    assert there(root) == {**BEFORE, name: b"mine"}


def test_killed_anywhere_the_next_run_leaves_all_files_as_before_or_all_changed(
    root: Path,
) -> None:
    finished = []
    for _ in kills(lambda: changed(root)):
        is_done = not (root / JOURNAL).exists() and not (root / "gone").exists()  # but for its own lock
        lines = list(finish(root))
        finished.append(bool(lines) or is_done)
        assert there(root) == (AFTER if finished[-1] else BEFORE)
        shutil.rmtree(root)
        prepare(root)
    assert finished == sorted(finished)
    assert min(finished.count(False), finished.count(True)) > 3


HOLDING = """
import sys
from pathlib import Path
from generator.lib.files import changing
with changing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def another(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another run, which is changing files in the folder until its input ends."""
    command = [sys.executable, "-c", HOLDING, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "held\n"
        yield run
        run.communicate()


def test_no_file_is_changed_while_another_run_changes_some(
    root: Path, another: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    with pytest.raises(OSError, match="another run is changing files here: run this again"):
        changed(root)
    another.communicate()
    changed(root)
    assert there(root) == AFTER


def test_the_change_of_a_run_at_work_is_not_finished_by_another(
    root: Path, another: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "build").mkdir()
    (root / JOURNAL).write_text(json.dumps([["a", "1", "4"]]))
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    with pytest.raises(OSError, match="another run"):
        list(finish(root))
    assert (root / "a").read_bytes() == b"1"


def test_a_run_that_holds_the_folder_may_change_files_there(root: Path) -> None:
    with changing(root):
        changed(root)
        changed(root)
    assert there(root) == AFTER


def test_killed_while_it_finishes_the_run_after_that_finishes(root: Path) -> None:
    (root / "build").mkdir()
    (root / JOURNAL).write_text(json.dumps([["a", "1", "4"], ["docs/c", None, "5"], ["gone", "2", None]]))
    for _ in kills(lambda: list(finish(root))):
        pass
    assert there(root) == {**AFTER, "sources/b": BEFORE["sources/b"]}


def test_what_was_changed_after_the_kill_stays_and_is_named(root: Path) -> None:
    (root / "build").mkdir()
    (root / JOURNAL).write_text(json.dumps([["a", "0", "4"], ["gone", "2", None]]))
    assert set(unfinished(root)) == {root / "a", root / "gone"}
    assert list(finish(root)) == [
        f"{root / 'a'}: left as it is, since it was changed after the run that was to change it",
        "a run was killed while it changed 2 files: 1 of them are as it meant them",
    ]
    assert there(root) == {"a": b"1", "sources/b": BEFORE["sources/b"]}
    assert list(finish(root)) == []


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "[1]", '[["a", 1, 2]]', '[["../a", null, "x"]]', '[["/tmp/a", null, "x"]]']
)
def test_a_damaged_journal_changes_nothing_and_is_named(root: Path, text: str) -> None:
    (root / "build").mkdir()
    (root / JOURNAL).write_text(text)
    if text == "{}":
        assert unfinished(root) == {}
        return
    with pytest.raises(OSError, match="is damaged"):
        list(finish(root))
    assert there(root) == {**BEFORE, JOURNAL: text.encode()}


def test_the_temporary_files_of_runs_that_have_ended_are_swept(root: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (root / "sources/deep").mkdir(parents=True)
    left = {f".{os.getppid()}-x.tmp", ".mine.tmp"}
    for path in (f".{ended.pid}-ab_1.tmp", f"sources/deep/.{ended.pid}-x.tmp", *left):
        (root / path).write_bytes(b"half")
    assert list(finish(root)) == []
    assert set(there(root)) == {*BEFORE, *left}


def test_what_cannot_be_written_is_named_and_not_its_temporary_file(root: Path) -> None:
    with pytest.raises(IsADirectoryError) as fault:
        write(root / "sources", b"2")
    assert fault.value.filename == str(root / "sources")
    assert there(root) == BEFORE


def test_a_file_keeps_its_permissions(root: Path) -> None:
    (root / "a").chmod(0o640)
    write(root / "a", b"2")
    write(root / "b", b"2")
    assert [(root / name).stat().st_mode & 0o777 for name in "ab"] == [0o640, 0o644]
