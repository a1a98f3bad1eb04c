"""The files of an archive that are laid out in one way, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.editing.format import formatted
from generator.lib.files import Changes, oddity
from generator.records.kinds import KINDS
from generator.records.model import Documentary, Words
from generator.records.problems import Problem
from generator.records.reader import DOCUMENTARY, WORDS

_SINGLE: dict[str, Any] = {DOCUMENTARY: Documentary, WORDS: Words}


def record_files(root: Path) -> Iterator[Path]:
    """Every file of the archive that people write, sorted by kind and name."""
    yield from (root / where for where in _SINGLE if (root / where).is_file())
    for kind in KINDS.values():
        yield from sorted((root / "sources" / kind.folder).glob(f"[!.]*{kind.suffix}"))


def laid_out(root: Path, path: Path) -> tuple[Changes, list[Problem]]:
    """What is to change in the file; nothing where it is laid out already or cannot be."""
    where, annotation = _holds(root, path)
    if annotation is None:
        return {}, [Problem(where, message="this is no record", hint="name files below sources/")]
    if odd := oddity(path):
        return {}, [Problem(where, message=odd[0], hint=odd[1])]
    try:
        before = path.read_bytes()
        text = before.decode()
    except UnicodeDecodeError:
        return {}, [Problem(where, message="the file is not UTF-8 text", hint="save it as UTF-8")]
    except OSError as fault:
        return {}, [Problem(where, message=f"the file cannot be read: {fault.strerror}")]
    made, problems = formatted(text, where, annotation)
    after = made.encode()
    return ({} if problems or after == before else {path: (before, after)}), problems


def _holds(root: Path, path: Path) -> tuple[str, Any]:
    """The path from the project folder, and the model of the record; None where the file is no record."""
    absolute, home = path.absolute(), root.absolute()
    if not absolute.is_relative_to(home):
        return str(path), None
    where = absolute.relative_to(home).as_posix()
    for kind in KINDS.values():
        if where.startswith(f"sources/{kind.folder}/") and where.endswith(kind.suffix):
            return where, kind.model
    return where, _SINGLE.get(where)
