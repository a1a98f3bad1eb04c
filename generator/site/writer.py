"""Writes made files into `docs/`: only in owned places, only when bytes differ, atomically."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.records.problems import Problem

MANIFEST = ".generated.json"
"""What was written last: each file with its SHA-256, or with two while a run is under way."""


@dataclass(frozen=True)
class Written:
    """What a run of the writer did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def write(
    folder: Path, files: Mapping[str, bytes], only: Collection[str] | None = None
) -> tuple[Written | None, list[Problem]]:
    """Bring the made files below `folder` to the state `files` (relative path → bytes).

    `only` names those that may differ from what the last run wrote; the others are not looked at.

    A file that is not ours (not in the manifest, or changed by hand since) is never touched: each is a
    problem, and then nothing is written. Files of the last run that are no longer made are removed, with the
    folders they leave empty.
    """
    before = manifest(folder)
    stale = sorted(set(before) - set(files))
    looked_at = files if only is None else {path: files[path] for path in only if path in files}
    problems = [*_foreign(folder, looked_at, before), *_edited(folder, stale, before)]
    if problems:
        return None, sorted(problems)
    changed = [path for path, data in looked_at.items() if _read(folder / path) != data]
    after = {path: _digest(data) if path in looked_at else before[path] for path, data in files.items()}
    both = {path: " ".join({before.get(path, ""), after.get(path, "")} - {""}) for path in {*before, *after}}
    _keep(folder, before, both)
    for path in changed:
        write_atomically(folder / path, files[path])
    gone = [path for path in stale if _remove(folder, path)]
    _keep(folder, both, after)
    return Written(len(changed), len(files) - len(changed), len(gone)), []


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` so that a reader sees the old file or the new one, never a part."""
    temporary = written_beside(path, data)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def written_beside(path: Path, data: bytes, mode: int = 0o644) -> Path:
    """A new file with `data` in the folder of `path`, which is made, to be put in the place of `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _keep(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    if before != after:
        text = json.dumps(dict(sorted(after.items())), indent=0)
        write_atomically(folder / MANIFEST, (text + "\n").encode())


def manifest(folder: Path) -> dict[str, str]:
    """What was last written below `folder`: each path with its SHA-256."""
    data = _read(folder / MANIFEST)
    try:
        found = json.loads(data) if data else {}
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _foreign(folder: Path, files: Mapping[str, bytes], before: Mapping[str, str]) -> Iterable[Problem]:
    for path, data in files.items():
        there = _read(folder / path)
        if there is None or there == data or _digest(there) in before.get(path, "").split():
            continue
        where = f"{folder.name}/{path}"
        if path in before:
            message = "this generated page was changed by hand"
            hint = "make the change in the record, then delete the page"
        else:
            message, hint = "a hand-written file stands where a page is to be written", "move or rename it"
        yield Problem(where, message=message, hint=hint)


def _edited(folder: Path, stale: Iterable[str], before: Mapping[str, str]) -> Iterable[Problem]:
    for path in stale:
        there = _read(folder / path)
        if there is not None and _digest(there) not in before[path].split():
            message = "this page is no longer made, but it was changed by hand"
            yield Problem(f"{folder.name}/{path}", message=message, hint="delete or move it")


def _remove(folder: Path, path: str) -> bool:
    target = folder / path
    if not target.is_file():
        return False
    target.unlink()
    parent = target.parent
    while parent != folder and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent
    return True


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
