"""Lays records' files out: one order, one indentation, one way of quoting; every comment stays."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.lib.files import Changes
from generator.records.document import Document, DocumentError
from generator.records.kinds import DOCUMENTARY, GLOSSARY, KINDS, WORDS, kind_at
from generator.records.markdownfile import LABEL
from generator.records.model import Documentary, Glossary, Words
from generator.records.problems import Problem
from generator.records.reader import text_of
from generator.records.schema_tree import piece_of

_SINGLE: dict[str, Any] = {DOCUMENTARY: Documentary, WORDS: Words, GLOSSARY: Glossary}


def formatted(text: str, path: str, model: Any) -> tuple[str, list[Problem]]:
    """The text of the file `path` in the layout of records; of a source one empty line between its notes.

    `model` is what it holds (None: any fields in any order). What is read of it stays the same, and so do
    the words of its comments. Where it cannot be read it comes back as it is, with its problems.
    """
    try:
        document = Document(text.replace("\r\n", "\n"), path, piece_of(model) if model else None)
        document.laid_out()
    except DocumentError as fault:
        return text, fault.problems
    document.body = _notes(document.body)
    return document.text, []


def _notes(body: str) -> str:
    """The notes as they are, with one empty line between two and no white space at the ends of lines."""
    kept: list[str] = []
    for line in (line.rstrip(" \t\r") for line in body.split("\n")):
        if line and kept and kept[-1] and LABEL.match(line):
            kept.append("")
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""


def record_files(root: Path) -> Iterator[Path]:
    """Every file of the archive that people write, sorted by kind and name."""
    yield from (root / where for where in _SINGLE if (root / where).is_file())
    for kind in KINDS.values():
        yield from sorted((root / kind.folder).glob(f"[!.]*{kind.suffix}"))


def laid_out(root: Path, path: Path) -> tuple[Changes, list[Problem]]:
    """What is to change in the file; nothing where it is laid out already or cannot be."""
    where, annotation = _holds(root, path)
    if annotation is None:
        return {}, [Problem(where, message="this is no record", hint="name files below sources/")]
    _, problems = text_of(root.absolute(), path.absolute())
    if problems:
        return {}, problems
    before = path.read_bytes()
    made, problems = formatted(before.decode(), where, annotation)
    after = made.encode()
    return ({} if problems or after == before else {path: (before, after)}), problems


def _holds(root: Path, path: Path) -> tuple[str, Any]:
    """The path from the project folder, and the model of the record; None where the file is no record."""
    absolute, home = path.absolute(), root.absolute()
    if not absolute.is_relative_to(home):
        return str(path), None
    where = absolute.relative_to(home).as_posix()
    kind = kind_at(where)
    return where, kind.model if kind and where.endswith(kind.suffix) else _SINGLE.get(where)
