"""What is kept between runs, in a folder below `build/`: made by this very program, or thrown away."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import generator
from generator.lib.files import write as write_whole

T = TypeVar("T")
State = tuple[int, int, int] | None

_MAGIC = b"documentary store 1\n"
_PACKAGE = Path(generator.__file__).parent
_THEME = _PACKAGE / "pages" / "theme"
_MADE_WITH = (
    "babel", "brotli", "font-source-serif-pro", "fonttools", "jinja2", "markdown", "markupsafe", "mkdocs",
    "mkdocs-material", "pillow", "pydantic", "pypdfium2", "pyyaml", "segno",
)  # fmt: skip
_PLAIN = {
    "builtins": {"set", "frozenset", "bytearray", "complex", "slice", "range"},
    "array": {"array", "_array_reconstructor"},
}


@cache
def program() -> str:
    """A digest of the program: its code, templates and catalogues, and the versions of its libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MADE_WITH:
        digest.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and not path.is_relative_to(_THEME) and path.is_file():
            digest.update(f"{path.relative_to(_PACKAGE)}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def state_of(file: Path | os.DirEntry[str] | str) -> State:
    """What changes when a file is written: its inode, size and time; None where there is no ordinary file."""
    try:
        found = os.stat(file)  # noqa: PTH116 - a path as text costs a third, ten thousand times
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def digest_of(data: bytes) -> str:
    """The SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


class Store:
    """Named values below `folder`. What is damaged, or was kept by another program, is as if never kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, name: str) -> Any:
        """The value kept under `name`, None where there is none that can be trusted."""
        try:
            data = (self.folder / name).read_bytes()
            magic, head, payload = data[: len(_MAGIC)], data[len(_MAGIC) :][:129], data[len(_MAGIC) + 129 :]
            if magic != _MAGIC or head != _head(payload):
                return None
            return _Reader(payload).load()
        except Exception:  # noqa: BLE001 - whatever a foreign file makes of itself, it is thrown away
            return None

    def save(self, name: str, value: object) -> None:
        """Keep a value."""
        payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        write_whole(self.folder / name, _MAGIC + _head(payload) + payload)

    def forget(self, *names: str) -> None:
        """Keep these no longer."""
        for name in names:
            (self.folder / name).unlink(missing_ok=True)


def _head(payload: bytes) -> bytes:
    return f"{program()} {digest_of(payload)}".encode()


class _Reader(pickle.Unpickler):
    """Reads nothing but our own classes: a store may have come from elsewhere, such as a shared cache."""

    def __init__(self, payload: bytes) -> None:
        import io

        super().__init__(io.BytesIO(payload))

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("generator.") or name in _PLAIN.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a store")


class KeptFiles:
    """Remembers what was read from each file, by its content; `root` is the folder that all lie in.

    Within a run a file in the same state is not read again. Two writes may leave a file in the same state, so
    `suspect` names those that are known to be written.
    """

    def __init__(self, root: Path, kept: dict[str, tuple[str, Any]] | None = None) -> None:
        self._below = f"{root}{os.sep}"
        self._kept = kept or {}
        self._states: dict[str, State] = {}
        self._digests: dict[str, str] = {}

    def __call__(self, path: Path, read: Callable[[], T]) -> T:
        """What `read` made of the file, now or when it last changed."""
        name = self._name(path)
        digest = self.digest(path)
        kept = self._kept.get(name)
        if kept is not None and kept[0] == digest:
            found: T = kept[1]
            return found
        made = read()
        self._kept[name] = digest, made
        return made

    def digest(self, path: Path | str) -> str:
        """The SHA-256 of the file, empty where there is none."""
        name, state = self._name(path), state_of(path)
        if state is None or name not in self._digests or self._states.get(name) != state:
            self._states[name] = state
            try:
                self._digests[name] = digest_of(Path(path).read_bytes()) if state else ""
            except OSError:
                self._digests[name] = ""
        return self._digests[name]

    def suspect(self, paths: Iterable[Path]) -> None:
        """Read these files again when they are next asked for."""
        for path in paths:
            self._digests.pop(self._name(path), None)

    def kept(self, without: str) -> dict[str, tuple[str, Any]]:
        """All that is remembered of files that are still there, but for those below the folder `without`."""
        return {
            name: kept
            for name, kept in self._kept.items()
            if self._digests.get(name) == kept[0] and not name.startswith(f"{without}/")
        }

    def _name(self, path: Path | str) -> str:
        return str(path).removeprefix(self._below).replace(os.sep, "/")
