"""Changes one field of many records at once, with the one YAML document that keeps comments."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.editing.importing.drafts import faults_of_values, unwritable_in
from generator.lib.files import Changes
from generator.records.dataset import Dataset, place_fault
from generator.records.document import Document, DocumentError
from generator.records.kinds import KINDS
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.schema_tree import piece_of
from generator.records.yamlfile import FieldPath

_PART = "write the part that it belongs to by hand first; entries of a list count from 0"


def field_path(text: str) -> FieldPath:
    """The path that `assertions.0.stance` names."""
    return tuple(int(step) if step.isdecimal() else step for step in text.split("."))


def matching(dataset: Dataset, kind: str, path: FieldPath, wanted: str) -> list[Ref]:
    """The records of a kind that have this text at `path`, alone or in a list; empty: that have nothing."""
    found = []
    for ref in dataset.known:
        if ref.kind == kind:
            try:
                value = _at(Document(dataset.files[ref].yaml).value, path)
            except DocumentError:
                continue  # `check` tells of it
            held = value if isinstance(value, list) and value else [value]
            if wanted in ("true" if each is True else str(each or "") for each in held):
                found.append(ref)
    return sorted(found)


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def setting(
    root: Path, dataset: Dataset, refs: Sequence[Ref], path: FieldPath, value: Any
) -> tuple[Changes, list[Problem]]:
    """What each file would hold with the value at `path` (None: without one), and what is wrong with that."""
    changes: dict[Path, tuple[bytes | None, bytes | None]] = {}
    problems: list[Problem] = []
    unwritable = list(unwritable_in(value))
    for ref in refs:
        for _, message, hint in unwritable:
            problems.append(place_fault(dataset.files[ref], path, message, hint))
        if unwritable:
            continue
        file = root / dataset.files[ref].path
        before = file.read_bytes()
        try:
            document = Document(before.decode(), dataset.files[ref].path, piece_of(KINDS[ref.kind].model))
            # a draft lacks what it will: once it is none, nothing of that is known any more
            finished = path == ("draft",) and not value
            known = {*([] if finished else faults_of_values(ref.kind, document.value, dataset.words, 0))}
            if not isinstance(_at(document.value, path[:-1]), dict):
                message = f"{ref} has no place for {'.'.join(map(str, path))}"
                problems.append(Problem(dataset.files[ref].path, message=message, hint=_PART))
                continue
            document.remove(path) if value is None else document.set(path, value)
        except DocumentError as error:
            problems += error.problems
            continue
        found = {*faults_of_values(ref.kind, document.value, dataset.words, 0)}
        for at, message, hint in found - known:
            problems.append(place_fault(dataset.files[ref], at, message, hint))
        if (after := document.text.encode()) != before:
            changes[file] = before, after
    return changes, sorted(problems)
