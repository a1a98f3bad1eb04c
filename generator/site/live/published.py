"""The finished site on disk: brought from one good state to the next, file by file."""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.site.writer import write_atomically


class Published:
    """The files below `folder`, where only this object writes; any thread may use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        paths = folder.rglob("*") if folder.is_dir() else ()
        self._there = {path.relative_to(folder).as_posix() for path in paths if path.is_file()}

    def replace(
        self,
        files: Mapping[str, bytes],
        kept: Collection[str],
        *,
        apart: tuple[str, ...] = (),
        only: tuple[str, ...] = ("",),
    ) -> set[str]:
        """Write `files` and remove what is neither among them nor among `kept`; the paths that changed.

        Only what begins as one of `only` is removed, and nothing that begins as one of `apart`.
        """
        with self._lock:
            changed = {path for path, data in files.items() if self._write(path, data)}
            stale = {path for path in self._there if path.startswith(only) and not path.startswith(apart)}
            gone = stale - files.keys() - set(kept)
            for path in gone:
                self._remove(path)
        return changed | gone

    def read(self, path: str) -> bytes:
        """The file at `path`; OSError where there is none."""
        return (self.folder / path).read_bytes()

    def link_pages(self, folder: Path) -> None:
        """Link all pages, as they are now, into an empty folder of the same disk."""
        with self._lock:
            for path in self._there:
                if path.endswith(".html"):
                    (folder / path).parent.mkdir(parents=True, exist_ok=True)
                    os.link(self.folder / path, folder / path)

    def _write(self, path: str, data: bytes) -> bool:
        target = self.folder / path
        if path in self._there and target.is_file() and target.read_bytes() == data:
            return False
        write_atomically(target, data)
        self._there.add(path)
        return True

    def _remove(self, path: str) -> None:
        target = self.folder / path
        target.unlink(missing_ok=True)
        self._there.discard(path)
        parent = target.parent
        while parent != self.folder and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent
