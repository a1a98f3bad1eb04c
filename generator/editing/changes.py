"""Changes several files as one: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.site.writer import written_beside

Changes = Mapping[Path, bytes | None]
"""What each file shall hold; None: the file shall be gone."""


def apply(changes: Changes) -> None:
    """Bring every file to its new state. Raises OSError, and then every file is as it was before.

    All new files are written beside the old ones before the first is put in its place.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in changes}
    ready: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, data in changes.items():
            if data is not None:
                ready[path] = written_beside(path, data, _mode(path))
        for path, data in changes.items():
            done.append(path)
            if data is None:
                path.unlink(missing_ok=True)
            else:
                ready[path].replace(path)
    except BaseException:
        for path in done:
            _restore(path, before[path])
        raise
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file at `path`, which a new one in its place is to have."""
    return path.stat().st_mode & 0o777 if path.is_file() else 0o644


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)
