"""The records of each folder, read again only where a file changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.records.kinds import Kind
from generator.records.reader import Folder, Keep, read_folder, read_record, ref_of
from generator.site.live.files import State, state_of

States = Mapping[str, State]


class KeptFolders:
    """Remembers what was read from each folder: looks at the state of its files, reads those that differ.

    `suspect` names files that are known to be written, whatever their state.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[States, Folder]] = {}
        self._suspected: set[Path] = set()

    def suspect(self, paths: Iterable[Path]) -> None:
        """Read these files again when their folder is next asked for."""
        self._suspected |= set(paths)

    def __call__(self, root: Path, kind: Kind, keep: Keep) -> Folder:
        """As `generator.records.reader.read_folder`."""
        path = root / "sources" / kind.folder
        states = _states(path)
        before = self._kept.get(kind.name)
        suspected = {each for each in self._suspected if each.parent == path}
        if before is None or before[0].keys() != states.keys():
            folder = read_folder(root, kind, keep)
        else:
            differing = {path / name for name, state in states.items() if before[0][name] != state}
            folder = _renewed(before[1], root, kind, keep, differing | suspected)
        self._suspected -= suspected
        self._kept[kind.name] = states, folder
        return folder


def _renewed(folder: Folder, root: Path, kind: Kind, keep: Keep, paths: Iterable[Path]) -> Folder:
    files = {ref_of(path, kind): path for path in paths}
    renewed = {
        ref: read_record(root, path, kind, keep) for ref, path in files.items() if ref in folder.readings
    }
    return Folder({**folder.readings, **renewed}, folder.strays) if renewed else folder


def _states(path: Path) -> States:
    try:
        with os.scandir(path) as entries:
            return {entry.name: state_of(entry) for entry in entries}
    except OSError:
        return {}
