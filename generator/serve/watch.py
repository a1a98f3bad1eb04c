"""Tells which files were written, once an editor has finished writing them."""

import contextlib
import queue
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

QUIET = 0.03
"""Seconds without a write after which an edit is taken to be whole."""
LONGEST = 0.5
"""Seconds after which an edit is taken up though the writing goes on."""
_OF_FILES = (FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
_OF_FOLDERS = (DirCreatedEvent, DirDeletedEvent, DirMovedEvent)
_WRITES: list[type[FileSystemEvent]] = [*_OF_FILES, *_OF_FOLDERS]
"""Looking at a file is none: of thousands of folders that alone would be more than the system keeps."""
Touched = set[Path] | None


class Watch(FileSystemEventHandler):
    """Watches folders, and of what lies beside them only what `only` names; hidden files do not count.

    `folders` are watched with all below them, `alone` without the folders that lie in them.
    """

    def __init__(
        self, folders: Collection[Path], only: Collection[Path] = (), alone: Collection[Path] = ()
    ) -> None:
        self._news: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._only = {file.absolute() for file in only}
        self._followed: dict[tuple[Path, bool], ObservedWatch] = {}
        self._observer = Observer()
        self.follow(folders, alone)
        for folder in {file.parent for file in self._only}:
            self._observer.schedule(self, str(folder), event_filter=_WRITES)

    def __enter__(self) -> "Watch":
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def follow(self, folders: Collection[Path], alone: Collection[Path] = ()) -> None:
        """Watch these folders from now on, instead of those before; one may be new under its name."""
        for watch in self._followed.values():
            self._observer.unschedule(watch)
        self._followed = {}
        for folder, whole in sorted((folder.absolute(), folder in folders) for folder in (*folders, *alone)):
            with contextlib.suppress(FileNotFoundError):  # it has gone again
                self._followed[folder, whole] = self._observer.schedule(
                    self, str(folder), recursive=whole, event_filter=_WRITES
                )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a write."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        wanted = [path for path in paths if self._is_watched(path)]
        if wanted and isinstance(event, _OF_FOLDERS):
            self._news.put(None)
        elif isinstance(event, _OF_FILES):
            for path in wanted:
                self._news.put(path)

    def edits(self) -> Iterator[Touched]:
        """The files of each edit as it comes; None where a whole folder came or went."""
        while True:
            touched = [self._news.get()]
            until = time.monotonic() + LONGEST
            while (rest := until - time.monotonic()) > 0:
                try:
                    touched.append(self._news.get(timeout=min(QUIET, rest)))
                except queue.Empty:
                    break
            yield None if None in touched else {path for path in touched if path is not None}

    @property
    def has_more(self) -> bool:
        """Whether a further edit waits."""
        return not self._news.empty()

    def _is_watched(self, path: Path) -> bool:
        return path in self._only or any(
            path.is_relative_to(folder) and not is_hidden(path.relative_to(folder))
            for folder, whole in tuple(self._followed)
            if whole or path.parent == folder
        )


def is_hidden(path: Path) -> bool:
    """Whether a file does not count, or lies in a folder that does not."""
    return any(part.startswith(".") or part.endswith("~") for part in path.parts)
