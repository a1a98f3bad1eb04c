"""Files in the folders that only the engine writes, and the look at those that others write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.lib.files import oddity
from generator.records.problems import Problem
from generator.site.store import digest_of, state_of


def files_below(folder: Path | str) -> Iterator[str]:
    """The path of every file, from `folder`, in an order that does not depend on the disk.

    Links are not followed; those to folders are among the files.
    """
    below: list[str] = []
    names: list[str] = []
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            (below if entry.is_dir(follow_symlinks=False) else names).append(entry.name)
    yield from sorted(names)
    for name in sorted(below):
        yield from (f"{name}/{path}" for path in files_below(f"{folder}/{name}"))


def links_below(folder: Path) -> Iterator[Problem]:
    """A link below `docs/` may lead anywhere, and what it leads to would be published."""
    for path in files_below(folder):
        if odd := oddity(folder / path):
            yield Problem(f"{folder.name}/{path}", message=odd[0], hint=odd[1])


def when(path: Path | str) -> tuple[int, int] | None:
    """Size and time of a file."""
    state = state_of(path)
    return state[1:] if state else None


def digest_at(path: Path | str) -> str:
    """The SHA-256 of a file, empty where there is none."""
    try:
        return digest_of(Path(path).read_bytes())
    except OSError:
        return ""


def remove(tree: Path, path: str) -> None:
    """Remove a file below `tree`, with the folders that it leaves empty."""
    (tree / path).unlink(missing_ok=True)
    parent = (tree / path).parent
    while parent != tree and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent
