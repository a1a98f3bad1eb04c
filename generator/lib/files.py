"""Writes files whole or not at all, and several of them as one, even if the program is killed on the way.

A change of several files is first written down in a journal, with what each file held and shall hold. A run
that is killed after that leaves the journal behind, and the next run finishes the change. Of two runs that
change files in one folder the second waits for the first.
"""

import json
import os
import re
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock, Timeout

JOURNAL = "build/changes.json"
"""Where a change of several files is written down while it is under way."""
SWEPT = {".": ".*.tmp", "build": ".*.tmp", "sources": "**/.*.tmp", "docs": "**/.*.tmp"}
"""Where temporary files are looked for."""
_HELD = ".changes.tmp"
"""The file in the folder of a documentary that a run holds while it changes others there."""
_PATIENCE = 60.0
"""How many seconds a run waits for another."""
_TEMPORARY = re.compile(r"\.(\d+)-\w+\.tmp")
"""The name of a temporary file, with the number of the process that writes it."""

Changes = Mapping[Path, tuple[bytes | None, bytes | None]]
"""What each file held when it was read, and what it shall hold; None: there is no such file."""


class ConflictError(OSError):
    """A file holds something else than it did when it was read."""

    def __init__(self, path: Path) -> None:
        why = "was changed meanwhile, nothing was written over it: run this again"
        super().__init__(None, why, str(path))


def oddity(path: Path) -> tuple[str, str] | None:
    """What is wrong with what stands at `path`, and what to do; None for an ordinary file or folder, or none.

    Nothing else is ever opened: a link may lead anywhere, and a pipe or a device may never end.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None
    if stat.S_ISLNK(mode):
        return "this is a link, and is not followed", "put the file itself here"
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return "this is no ordinary file", "remove it"
    return None


def write(path: Path, data: bytes) -> None:
    """Write `data` so that a reader sees the old file or the new one, never a part; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.is_file() else 0o644
    with naming(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{os.getpid()}-", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Have an OSError name `path` where it names a temporary file or none."""
    try:
        yield
    except OSError as fault:
        if not str(fault.filename or ".tmp").endswith(".tmp"):
            raise
        raise OSError(fault.errno, fault.strerror or str(fault), str(path)) from fault


def change(root: Path, changes: Changes) -> None:
    """Bring every file, all of them below `root`, to its new state; files are removed last.

    Raises OSError, and then every file is as it was before; ConflictError where one of them holds
    something else than was read.
    """
    if changes:
        root.mkdir(parents=True, exist_ok=True)
        with changing(root):
            _change(root, changes)


@contextmanager
def changing(root: Path) -> Iterator[None]:
    """Have no other run change files in `root` meanwhile: what is read in here is so until it is written.

    Whatever ends the run, it holds nothing any more. Raises OSError where another takes too long.
    """
    if not root.is_dir():
        yield  # there is nothing to be changed
        return
    held = root / _HELD
    lock = FileLock(held, timeout=_PATIENCE, is_singleton=True)
    try:
        lock.acquire()
    except Timeout:
        raise OSError(None, "another run is changing files here: run this again", str(root)) from None
    try:
        yield
    finally:
        if lock.lock_counter == 1:
            with suppress(OSError):  # Windows removes no file that is open
                held.unlink()  # who waits for it sees that, and makes it anew
        lock.release()


def _change(root: Path, changes: Changes) -> None:
    ordered = dict(sorted(changes.items(), key=lambda item: item[1][1] is None))
    if len(ordered) < 2:  # one file needs no journal
        for path, (before, after) in ordered.items():
            _bring(path, before, after)
        return
    files = [
        [path.absolute().relative_to(root.absolute()).as_posix(), *map(_as_text, states)]
        for path, states in ordered.items()
    ]
    journal = root / JOURNAL
    is_first = not journal.parent.exists()
    write(journal, json.dumps(files).encode())
    try:
        for path, (before, after) in ordered.items():
            _bring(path, before, after)
    except BaseException:
        for path, (before, after) in ordered.items():
            with suppress(ConflictError):
                _bring(path, after, before)
        _forget(journal, is_first)
        raise
    _forget(journal, is_first)


def unfinished(root: Path) -> Changes:
    """The change that a killed run has begun in `root`. Raises OSError where the journal cannot be read."""
    path = root / JOURNAL
    if not path.is_file():
        return {}
    try:
        return {
            root / _inside(root, where): (_as_bytes(before), _as_bytes(after))
            for where, before, after in json.loads(path.read_bytes())
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        why = "is damaged: look at what git says has changed, then delete this file"
        raise OSError(None, why, str(path)) from None


def finish(root: Path) -> Iterator[str]:
    """Finish what a killed run has begun in `root` and sweep the temporary files of such runs.

    Says in lines what it did. What somebody has changed since stays as it is and is named.
    """
    if (root / JOURNAL).is_file() or (root / _HELD).is_file():
        with changing(root):  # a run that is at work takes both away itself
            yield from _finish(root)
    for folder, pattern in SWEPT.items():
        for path in (root / folder).glob(pattern):
            named = _TEMPORARY.fullmatch(path.name)
            if named and not _is_running(int(named[1])):
                path.unlink(missing_ok=True)


def _finish(root: Path) -> Iterator[str]:
    if changes := unfinished(root):
        done = 0
        for path, (before, after) in changes.items():
            try:
                _bring(path, before, after)
                done += 1
            except ConflictError:
                yield f"{path}: left as it is, since it was changed after the run that was to change it"
        (root / JOURNAL).unlink(missing_ok=True)
        yield f"a run was killed while it changed {len(changes)} files: {done} of them are as it meant them"


def _forget(journal: Path, is_first: bool) -> None:
    journal.unlink(missing_ok=True)
    if is_first:
        with suppress(OSError):  # something else stands in the folder by now
            journal.parent.rmdir()


def _bring(path: Path, before: bytes | None, after: bytes | None) -> None:
    """Bring a file from one state to another; it may be there already."""
    there = path.read_bytes() if path.is_file() else None
    if there == after:
        return
    if there != before:
        raise ConflictError(path)
    if after is None:
        path.unlink(missing_ok=True)
    else:
        write(path, after)


def _inside(root: Path, where: str) -> str:
    if not (root / where).resolve().is_relative_to(root.resolve()):
        raise ValueError(where)
    return where


def _as_text(data: bytes | None) -> str | None:
    return data if data is None else data.decode("latin-1")


def _as_bytes(text: str | None) -> bytes | None:
    return text if text is None else text.encode("latin-1")


def _is_running(process: int) -> bool:
    """Whether another process of that number is at work; where the system cannot say, none is."""
    if os.name == "nt" or process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def listed_beside(path: str) -> Any:
    """What the YAML file lists that stands beside `path`, a module's `__file__`, under the same name."""
    text = Path(path).with_suffix(".yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
