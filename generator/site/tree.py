"""Files in the folders that only the engine writes, and the look at those that others write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.lib.files import oddity
from generator.records.problems import Problem
from generator.site.store import digest_of, state_of


def files_below(folder: Path) -> Iterator[str]:
    """The path of every file, from `folder`, in an order that does not depend on the disk.

    Links are not followed; those to folders are among the files.
    """
    for at, below, names in os.walk(folder):
        below.sort()
        names += [name for name in below if os.path.islink(f"{at}/{name}")]  # noqa: PTH114 - ten thousand times
        where = at[len(str(folder)) + 1 :].replace(os.sep, "/")
        yield from (f"{where}/{name}" if where else name for name in sorted(names))


def links_below(folder: Path) -> Iterator[Problem]:
    """A link below `docs/` may lead anywhere, and what it leads to would be published."""
    for at, below, names in os.walk(folder):
        for name in sorted((*below, *names)):
            path = Path(at, name)
            if odd := oddity(path):
                where = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                yield Problem(where, message=odd[0], hint=odd[1])


def when(path: Path) -> tuple[int, int] | None:
    """Size and time of a file."""
    state = state_of(path)
    return state[1:] if state else None


def digest_at(path: Path) -> str:
    """The SHA-256 of a file, empty where there is none."""
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def remove(tree: Path, path: str) -> None:
    """Remove a file below `tree`, with the folders that it leaves empty."""
    (tree / path).unlink(missing_ok=True)
    parent = (tree / path).parent
    while parent != tree and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent
