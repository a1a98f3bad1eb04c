"""Renames a record: its file, every reference to it, the locks, and the memory of its old id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.analysis.release import read_releases
from generator.analysis.releases import RELEASES, to_json
from generator.editing.changes import Changes
from generator.editing.comments import comments
from generator.editing.former import with_former_ids
from generator.editing.locks import quotations_renamed, releases_renamed
from generator.editing.nodes import nodes
from generator.editing.references import Renaming, renamed
from generator.lib.text import did_you_mean
from generator.pages.address import url_of
from generator.records.dataset import Dataset, RecordFile
from generator.records.kinds import KINDS
from generator.records.model import Prose, Record, leaves
from generator.records.problems import Problem
from generator.records.reader import LOCK, TEXTS, THE_DOCUMENTARY
from generator.records.refs import Ref, is_of_device
from generator.records.yamlfile import position

HAND_WRITTEN = "docs/about"
"""The pages that people write."""


@dataclass(frozen=True)
class Plan:
    """What a rename changes, and the places where the old id stays because it stands in free words."""

    changes: Changes
    left: tuple[Problem, ...]


def refusal(dataset: Dataset, old: Ref, new: Ref) -> str:
    """Why `old` cannot be called `new`, in one line; empty where it can."""
    if old not in dataset.records:
        hint = did_you_mean(old.id, (ref.id for ref in dataset.records if ref.kind == old.kind))
        return f"there is no {old.kind} “{old.id}”" + (f": {hint}" if hint else "")
    if old == new:
        return f"{old} has this name already"
    if new in dataset.known:
        return f"{new} exists already: choose another id"
    if is_of_device(new.id):
        return f"Windows cannot store a file called “{new.id}”: choose another id"
    return ""


def plan(root: Path, dataset: Dataset, old: Ref, new: Ref) -> tuple[Plan | None, list[Problem]]:
    """What is to change for `old` to be called `new`; the archive was read without a problem.

    Nothing is written. The problems are references that cannot be changed in their place.
    """
    change = Renaming(old, new)
    changes: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    left: list[Problem] = []
    for ref, record in [*dataset.records.items(), (THE_DOCUMENTARY, dataset.documentary)]:
        file = dataset.files[ref]
        before = (root / file.path).read_bytes().decode()
        after, faults = renamed(before, file.path, record, change)
        problems += faults
        where = _file(new) if ref == old else file.path
        left += _left(where, file, record, change)
        if ref == old:
            after = with_former_ids(after, _former_ids(record, old, new))
            changes[root / file.path] = None
        if ref == old or after != before:
            changes[root / where] = after.encode()
    if (root / TEXTS / f"{new.id}.txt").is_file() and old.kind == "source":
        message = "this file is in the way"
        problems.append(
            Problem(f"{TEXTS}/{new.id}.txt", message=message, hint="move it, or choose another id")
        )
    if problems:
        return None, sorted(problems)
    left += _in_pages(root, old)
    changes.update(_beside_the_records(root, dataset, old, new))
    return Plan(changes, tuple(sorted(left))), []


def _former_ids(record: Record, old: Ref, new: Ref) -> list[str]:
    return [former for former in [*record.formerly, old.id] if former != new.id]


def _file(ref: Ref) -> str:
    kind = KINDS[ref.kind]
    return f"sources/{kind.folder}/{ref.id}{kind.suffix}"


def _beside_the_records(
    root: Path, dataset: Dataset, old: Ref, new: Ref
) -> Iterator[tuple[Path, bytes | None]]:
    if dataset.lock and (lock := quotations_renamed(dataset.lock, old, new)) != dataset.lock:
        yield root / LOCK, lock.to_json().encode()
    if (root / RELEASES).is_file():
        yield root / RELEASES, to_json(releases_renamed(read_releases(root)[0], old, new)).encode()
    text = root / TEXTS / f"{old.id}.txt"
    if old.kind == "source" and text.is_file():
        yield text, None
        yield text.with_stem(new.id), text.read_bytes()


def _in_pages(root: Path, old: Ref) -> Iterator[Problem]:
    """Where a hand-written page links to the old address."""
    for path in sorted((root / HAND_WRITTEN).rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if url_of(old) in line:
                where = path.relative_to(root).as_posix()
                yield Problem(where, number, 1, "", "this page links to the old address", "change it by hand")


def _left(where: str, file: RecordFile, record: Record, change: Renaming) -> Iterator[Problem]:
    """Where a record's own words or comments still say the old id."""
    message = f"“{change.old.id}” stays here, in free words"
    hint = "change it by hand if it means the record"
    for path, value in leaves(record):
        if isinstance(value, Prose) and change.stands_in(change.in_prose(value)):
            if path[0] == "notes":
                note = record.notes[int(path[1])]  # type: ignore[attr-defined]
                yield Problem(where, note.line, 1, f"notes.{note.label}", message, hint)
            else:
                line, column = position(file.yaml, path)
                dotted = ".".join(map(str, path))
                yield Problem(where, line + file.first_line - 1, column, dotted, message, hint)
    for comment in comments(file.yaml, nodes(file.yaml)) if change.stands_in(file.yaml) else ():
        if change.stands_in(comment.words):
            line = file.yaml.count("\n", 0, comment.start) + file.first_line
            yield Problem(where, line, comment.column + 1, "", message, hint)
