"""Tells which files were written, once an editor has finished writing them."""

import queue
import time
from collections.abc import Iterator
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

QUIET = 0.03
"""Seconds without a write after which an edit is taken to be whole."""
LONGEST = 0.5
"""Seconds after which an edit is taken up though the writing goes on."""
_OF_FILES = (FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
_OF_FOLDERS = (DirCreatedEvent, DirDeletedEvent, DirMovedEvent)
Touched = set[Path] | None


class Watch(FileSystemEventHandler):
    """Watches the folders, with all below them, and single files; hidden files do not count."""

    def __init__(self, folders: list[Path], files: list[Path]) -> None:
        self._news: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._files = {file.absolute() for file in files}
        self._folders = [folder.absolute() for folder in folders]
        self._observer = Observer()
        for folder in folders:
            self._observer.schedule(self, str(folder.absolute()), recursive=True)
        for folder in {file.parent for file in self._files}:
            self._observer.schedule(self, str(folder))

    def __enter__(self) -> "Watch":
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a write; looking at a file is none."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        wanted = [path for path in paths if self._is_watched(path)]
        if wanted and isinstance(event, _OF_FILES):
            for path in wanted:
                self._news.put(path)
        elif wanted and isinstance(event, _OF_FOLDERS):
            self._news.put(None)

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
        if path in self._files:
            return True
        within = [folder for folder in self._folders if path.is_relative_to(folder)]
        return any(not _is_hidden(path.relative_to(folder)) for folder in within)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part.endswith("~") for part in path.parts)
