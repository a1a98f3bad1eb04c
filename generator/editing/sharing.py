"""Shares the articles' texts between editors, in a private folder or git repository."""

import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.lib.files import oddity, write
from generator.lib.refused import RefusedError
from generator.lib.revision import git
from generator.records.kinds import DOCUMENTARY
from generator.records.reader import TEXTS

_REPOSITORY = re.compile(r"(?:https|ssh|file)://\S+|[\w.-]+@[\w.-]+:\S+")
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "https:ssh:file"}


@dataclass(frozen=True)
class Shared:
    """What became of the texts, each by the id of its source."""

    taken: list[str]
    given: list[str]
    differing: list[str]
    """Those of which another text lies there than here; both stay."""


def share(root: Path, place: str, sources: Collection[str]) -> Shared:
    """Take the texts of `sources` that are missing here from `place`, and put there what is missing there.

    `place` is a folder, seen from `root`, or the address of a git repository. Raises RefusedError where it
    cannot be read or belongs to the repository of the documentary, which may be public.
    """
    repository = _REPOSITORY.fullmatch(place) is not None
    with _cloned(root, place) if repository else _folder(root, place) as folder:
        found = _exchanged(root / TEXTS, folder, sources)
        if repository and found.given:
            names = ", ".join(found.given)
            _git(folder, "add", "--", *(f"{ident}.txt" for ident in found.given))
            _git(folder, "commit", "--quiet", "--message", f"Add the text of {names}")
            _git(folder, "push", "--quiet", "origin", "HEAD")
        return found


def _exchanged(here: Path, there: Path, sources: Collection[str]) -> Shared:
    found = Shared([], [], [])
    for ident in sorted(sources):
        mine, shared = (_text(folder / f"{ident}.txt") for folder in (here, there))
        if mine is None and shared is not None:
            write(here / f"{ident}.txt", shared)
            found.taken.append(ident)
        elif mine is not None and shared is None:
            write(there / f"{ident}.txt", mine)
            found.given.append(ident)
        elif mine != shared:
            found.differing.append(ident)
    return found


def _text(path: Path) -> bytes | None:
    if odd := oddity(path):
        raise RefusedError(f"{path}: {': '.join(odd)}")
    return path.read_bytes() if path.is_file() else None


@contextmanager
def _folder(root: Path, place: str) -> Iterator[Path]:
    folder = root / Path(place).expanduser()
    if not folder.is_dir():
        raise RefusedError(f"there is no folder {folder}: make it, or correct “shared_texts”")
    within = folder.resolve().is_relative_to(root.resolve())
    if within or (_top(root) and _top(root) == _top(folder)):
        raise RefusedError(f"{folder} lies beside the records, where git would publish it: choose another")
    if (folder / "HEAD").is_file() and (folder / "objects").is_dir():
        raise RefusedError(f"{folder} is what git keeps of a repository: write its address, file://{folder}")
    _refuse_records(Path(_top(folder) or folder), place)
    yield folder


@contextmanager
def _cloned(root: Path, address: str) -> Iterator[Path]:
    if _top(root) and address in _git(root, "remote", "--verbose").split():
        raise RefusedError(
            f"{address} is the repository of the records, where all may be published: choose another"
        )
    with tempfile.TemporaryDirectory() as folder:
        _git(root, "clone", "--quiet", "--depth", "1", "--", address, folder)
        _refuse_records(Path(folder), address)
        yield Path(folder)


def _refuse_records(folder: Path, place: str) -> None:
    """Texts that lie among the records of a documentary would be published with them."""
    if (folder / DOCUMENTARY).exists():
        raise RefusedError(
            f"{place} holds records, where all may be published: choose a place for texts alone"
        )


def _top(folder: Path) -> str:
    """The folder of the git repository that `folder` lies in; empty for none."""
    try:
        return _git(folder, "rev-parse", "--show-toplevel")
    except RefusedError:
        return ""


def _git(folder: Path, *arguments: str) -> str:
    return os.fsdecode(git(folder, *arguments, **_ENVIRONMENT)).strip()
