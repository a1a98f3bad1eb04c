"""Records to be: held against the model, with their places in the file they come from, and written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.records.dataset import Dataset
from generator.records.document import written
from generator.records.kinds import KINDS, path_of
from generator.records.model import Words, leaves
from generator.records.problems import Problem
from generator.records.refs import Ref, id_fault
from generator.records.schema_tree import Piece, piece_of
from generator.records.validation import in_editors_words, not_in_the_list
from generator.records.yamlfile import FieldPath
from generator.records.yamlfile.tree import unwritable

_NOWHERE: FieldPath = ()
Cursor = tuple[int, int]
"""Line (of a table: row) and column, from 1."""


@dataclass
class Draft:
    """A record to be."""

    ref: Ref
    file: str
    """The file that it comes from, or the sheet of a workbook, as messages name it."""
    place: Cursor
    """Where it begins in that file."""
    data: dict[str, Any] = field(default_factory=dict)
    """Its fields, as a file of YAML would hold them."""
    places: dict[FieldPath, Cursor] = field(default_factory=dict)
    """Where its values stand in that file."""

    def at(self, path: FieldPath) -> Cursor:
        """Where the value at `path`, or what it is part of, stands."""
        known = (self.places[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.places)
        return next(known, self.place)


def faults(drafts: Sequence[Draft], dataset: Dataset) -> list[Problem]:
    """What is wrong in the drafts; what they lack is to be finished, and no fault."""
    found: list[Problem] = []
    seen: set[Ref] = set()
    for draft in drafts:
        of_id = ((_NOWHERE, fault, "") for fault in _of_id(draft.ref, dataset, seen))
        of_values = faults_of_values(draft.ref.kind, draft.data, dataset.words)
        for where, message, hint in (*of_id, *of_values):
            dotted = ".".join(map(str, where))
            found.append(Problem(draft.file, *draft.at(where), dotted, message, hint))
        seen.add(draft.ref)
    return sorted(found)


def _of_id(ref: Ref, dataset: Dataset, seen: set[Ref]) -> Iterator[str]:
    if fault := id_fault(ref.id):
        yield fault
    elif ref in dataset.known or ref in seen:
        yield f"{ref} exists already"


def unwritable_in(data: Any) -> Iterator[tuple[FieldPath, str, str]]:
    """Path, message and hint of every text that no record may hold: too long, or with what nobody sees."""
    for path, text in leaves(data):
        if isinstance(text, str) and (told := unwritable(text)):
            yield path, *told


def faults_of_values(
    kind: str, data: Mapping[str, Any], words: Words, missing_below: int | None = None
) -> Iterator[tuple[FieldPath, str, str]]:
    """Path, message and hint of every value of a record that its model or its lists of words refuse.

    And of what it lacks where `missing_below` is given: 0 is everywhere, 1 within its parts alone.
    """
    model = KINDS[kind].model
    yield from unwritable_in(data)
    try:
        model.model_validate(data)
    except ValidationError as error:
        found = zip(error.errors(include_url=False), in_editors_words(model, error), strict=True)
        for item, told in found:
            if missing_below is None:
                is_told = item["type"] != "missing" and item["input"] is not None
            else:
                is_told = item["type"] != "missing" or len(told[0]) > missing_below
            if is_told:
                yield told
    for path, word, vocabulary in _words(data, piece_of(model), ()):
        known = words[vocabulary].words if vocabulary in words else ()
        if known and word not in known:
            yield path, *not_in_the_list(word, vocabulary, known)


def _words(value: Any, piece: Piece, path: FieldPath) -> Iterator[tuple[FieldPath, str, str]]:
    """Every word of a list below a mapping, with its path and the name of the list."""
    if not isinstance(value, dict):
        return
    for each in piece.fields:
        held = value.get(each.name)
        listed = held if isinstance(held, list) else [held]
        for number, item in enumerate(listed):
            at: FieldPath = (*path, each.name, number) if isinstance(held, list) else (*path, each.name)
            if each.piece:
                yield from _words(item, each.piece, at)
            elif each.vocabulary and isinstance(item, str):
                yield at, item, each.vocabulary


def files(drafts: Sequence[Draft], added: str) -> dict[str, bytes]:
    """The file of each record by its path below the root."""
    made = {}
    for draft in drafts:
        kind = KINDS[draft.ref.kind]
        text = written({"added": added, "draft": True, **draft.data}, piece_of(kind.model))
        made[path_of(draft.ref)] = (f"---\n{text}---\n" if kind.suffix == ".md" else text).encode()
    return made
