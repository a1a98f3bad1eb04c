"""Writes made files into `docs/`: only in owned places, only when bytes differ, atomically."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.lib.files import naming
from generator.lib.files import write as write_whole
from generator.records.problems import Problem
from generator.site.tree import digest_at

MANIFEST = ".generated.json"
"""What was written last: each file with its SHA-256, or with two while a run is under way."""


@dataclass(frozen=True)
class Written:
    """What a run of the writer did, in numbers of files."""

    written: int
    unchanged: int
    removed: int


def write(
    folder: Path,
    files: Mapping[str, str],
    put: Callable[[str, Path], None],
    digest: Callable[[str], str] = digest_at,
) -> tuple[Written | None, list[Problem]]:
    """Bring the made files below `folder` to the state `files` (relative path → SHA-256).

    `put` is given a path of `files` and where its content is to be written, a place that is free; `digest`
    gives the SHA-256 of a file that is there. A file that is not ours (not in the manifest, or changed by
    hand since) is never touched: each is a problem, and then nothing is written. Files of the last run that
    are no longer made are removed, with the folders they leave empty.
    """
    before = manifest(folder)
    there = {path: _there(f"{folder}/{path}", digest) for path in {*before, *files}}
    if problems := [*_foreign(folder, files, before, there), *_edited(folder, files, before, there)]:
        return None, sorted(problems)
    if any(" " in digest for digest in before.values()):  # the last run was ended half-way
        for leftover in folder.rglob(".*.tmp"):
            leftover.unlink()
    changed = [path for path, digest in files.items() if there[path] != digest]
    both = {path: " ".join({before.get(path, ""), files.get(path, "")} - {""}) for path in {*before, *files}}
    _keep(folder, before, both)
    for path in changed:
        _put_in_place(folder / path, path, put)
    gone = [path for path in sorted(set(before) - set(files)) if _remove(folder, path)]
    _keep(folder, both, files)
    return Written(len(changed), len(files) - len(changed), len(gone)), []


def _put_in_place(target: Path, path: str, put: Callable[[str, Path], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tmp")
    with naming(target):
        temporary.unlink(missing_ok=True)
        put(path, temporary)
        temporary.replace(target)


def _keep(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    if before != after:
        text = json.dumps(dict(sorted(after.items())), indent=0)
        write_whole(folder / MANIFEST, (text + "\n").encode())


def manifest(folder: Path) -> dict[str, str]:
    """What was last written below `folder`: each path with its SHA-256. What leads elsewhere is not ours."""

    @cache
    def is_below(path: str) -> bool:
        """Whether a path stays in `folder`, without a step back or a link on its way."""
        above, step, name = path.rpartition("/")
        if name in ("", ".", "..") or (step and not is_below(above)):
            return False
        return not os.path.islink(f"{folder}/{path}")  # noqa: PTH114 - ten thousand times

    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        return {path: str(digest) for path, digest in found.items() if is_below(path)}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _foreign(
    folder: Path, files: Mapping[str, str], before: Mapping[str, str], there: Mapping[str, str]
) -> Iterable[Problem]:
    for path, digest in files.items():
        if not there[path] or there[path] == digest or there[path] in before.get(path, "").split():
            continue
        if path in before:
            message = "this generated page was changed by hand"
            hint = "make the change in the record, then delete the page"
        else:
            message, hint = "a hand-written file stands where a page is to be written", "move or rename it"
        yield Problem(f"{folder.name}/{path}", message=message, hint=hint)


def _edited(
    folder: Path, files: Mapping[str, str], before: Mapping[str, str], there: Mapping[str, str]
) -> Iterable[Problem]:
    for path in before.keys() - files.keys():
        if there[path] and there[path] not in before[path].split():
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


def _there(path: str, digest: Callable[[str], str]) -> str:
    """The SHA-256 of an ordinary file; a word of its own for what else stands there, nothing for nothing."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return ""
    return digest(path) if stat.S_ISREG(mode) else "not a file"
