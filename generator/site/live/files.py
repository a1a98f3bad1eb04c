"""What was read from files, for as long as the files stay as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
State = tuple[int, int, int] | None


def state_of(file: Path | os.DirEntry[str]) -> State:
    """What changes when a file is written: its inode, size and time; None where there is no file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


class KeptFiles:
    """Remembers what was read from each file; reads again where the file's state differs.

    Two writes may leave a file in the same state, so `suspect` names those that are known to be written.
    """

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[State, Any]] = {}

    def __call__(self, path: Path, read: Callable[[], T]) -> T:
        """What `read` made of the file, now or when it last changed."""
        state = state_of(path)
        kept = self._kept.get(path)
        if kept is not None and kept[0] == state:
            found: T = kept[1]
            return found
        made = read()
        self._kept[path] = state, made
        return made

    def suspect(self, paths: Iterable[Path]) -> None:
        """Read these files again when they are next asked for."""
        for path in paths:
            self._kept.pop(path, None)
