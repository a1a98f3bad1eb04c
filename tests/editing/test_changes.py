"""Several files change as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.changes import apply


def test_files_are_written_made_and_removed(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")
    (tmp_path / "gone").write_bytes(b"2")
    apply({tmp_path / "old": b"3", tmp_path / "deep/new": b"4", tmp_path / "gone": None})
    found = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert found == {"old": b"3", "deep/new": b"4"}


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_where_one_file_cannot_be_changed_all_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(name.encode())
    replace, calls = Path.replace, []

    def fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="No space"):
        apply({tmp_path / "new": b"1", tmp_path / "a": b"2", tmp_path / "b": None, tmp_path / "c": b"3"})
    found = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert found == {"a": b"a", "b": b"b", "c": b"c"}


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0o640)
    apply({tmp_path / "a": b"2"})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
