"""The files of media, below `sources/media/`: what each is, and why one cannot be used."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.lib.files import oddity
from generator.lib.media import LARGEST, Facts, MediaError, facts_of
from generator.lib.media.forms import too_large
from generator.records.problems import Problem

FOLDER = "sources/media"
"""Where the files of media lie."""


@dataclass(frozen=True)
class MediaFile:
    """A file: its facts, or `fault`, what is wrong with it and what is right."""

    sha256: str = ""
    facts: Facts | None = None
    fault: tuple[str, str] | None = None


def read_media_files(
    root: Path, named: Collection[str], keep: Callable[[Path, Callable[[], MediaFile]], MediaFile]
) -> dict[str, MediaFile]:
    """What is known of every file below the folder of media; only those that are `named` are opened.

    `keep` reads a file, or remembers what it gave.
    """
    found: dict[str, MediaFile] = {}
    for where in _files(root):
        path = root / FOLDER / where
        if odd := oddity(path):
            found[where] = MediaFile(fault=odd)
        elif where not in named:
            found[where] = MediaFile()
        elif (size := path.stat().st_size) > (most := max(LARGEST.values())):
            found[where] = MediaFile(fault=too_large(size, most))
        else:
            found[where] = keep(path, partial(_read, path))
    return found


def unnamed(files: Mapping[str, MediaFile], named: Collection[str]) -> Iterator[Problem]:
    """The files that no record names, and those that are one on Windows and macOS."""
    seen: dict[str, str] = {}
    for where in sorted(files):
        first = seen.setdefault(where.casefold(), where)
        if first != where:
            message = f"on Windows and macOS this and {FOLDER}/{first} are one file"
            yield Problem(f"{FOLDER}/{where}", message=message, hint="rename one of the two")
        elif where not in named:
            if odd := files[where].fault:
                yield Problem(f"{FOLDER}/{where}", message=odd[0], hint=odd[1])
                continue
            hint = "name it under file in a record of sources/curated/media/, or delete it"
            yield Problem(f"{FOLDER}/{where}", message="no record names this file", hint=hint)


def _files(root: Path) -> Iterator[str]:
    """The files and links below the folder, by their paths from there; no link is followed."""
    base = root / FOLDER
    for at, folders, names in os.walk(base):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if oddity(Path(at, name))]
        for name in sorted([*names, *links]):
            if not name.startswith("."):
                yield Path(at, name).relative_to(base).as_posix()


def _read(path: Path) -> MediaFile:
    try:
        data = path.read_bytes()
    except OSError as fault:
        return MediaFile(fault=(f"the file cannot be read: {fault.strerror}", "let it be read"))
    digest = hashlib.sha256(data).hexdigest()
    try:
        return MediaFile(digest, facts_of(data))
    except MediaError as fault:
        return MediaFile(digest, fault=(fault.message, fault.hint))
