"""What a rule is, and what rules walk over: every value of a type with its place."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.records.dataset import Dataset, Fault
from generator.records.kinds import KINDS
from generator.records.model import Glossary, Record, leaves
from generator.records.reader import THE_DOCUMENTARY, THE_GLOSSARY
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath

T = TypeVar("T")
Rule = Callable[[Dataset], Iterator[Fault]]
RULES: list[Rule] = []
"""Every rule."""
OF_THE_WHOLE: list[Rule] = []
"""The rules that judge a record by records it does not name; they look at references, names, former ids,
the order of chapters, the texts of claims and questions, and what cited prose and records quote of sources.

Every other rule judges it by itself, the records that it names and the vocabularies.
"""

_NOT_OURS = frozenset({"quote", "as_named", "described_as", "hedge", "names", "search_as", "stub", "remark"})


def rule(function: Rule) -> Rule:
    """Mark a rule."""
    RULES.append(function)
    return function


def rule_of_the_whole(function: Rule) -> Rule:
    """Mark a rule that judges a record by records it does not name."""
    OF_THE_WHOLE.append(function)
    return rule(function)


def everywhere(dataset: Dataset, wanted: type[T]) -> Iterator[tuple[Ref, FieldPath, T]]:
    """Every value of the type `wanted` with its record and its path there, the glossary’s last.

    Of records that have faults of their own these are the sound ones.
    """
    for ref, record in all_records(dataset):
        for path, value in within(record, wanted):
            yield ref, path, value
    for ref, sound in dataset.unsound.items():
        for above, whole in sound:
            for path, value in values(whole, wanted, above):
                yield ref, path, value
    for path, value in values(dataset.glossary, wanted):
        yield THE_GLOSSARY, path, value


def within(record: Record, wanted: type[T]) -> list[tuple[FieldPath, T]]:
    """The same in one record; found once, since a record never changes."""
    found = record.walked.get(wanted)
    if found is None:
        found = record.walked[wanted] = list(values(record, wanted))
    return found


def all_records(dataset: Dataset) -> Iterator[tuple[Ref, Record]]:
    """All records, the documentary's own last."""
    yield from dataset.records.items()
    yield THE_DOCUMENTARY, dataset.documentary


def texts(dataset: Dataset) -> Iterator[tuple[Ref, Record | Glossary, FieldPath, str]]:
    """Every text with its record and its place there, but what sources print and what no reader sees."""
    whole: list[tuple[Ref, Record | Glossary]] = [*all_records(dataset), (THE_GLOSSARY, dataset.glossary)]
    for ref, record in whole:
        for path, value in leaves(record):
            if isinstance(value, str) and _NOT_OURS.isdisjoint(path):
                yield ref, record, path, value


def values(value: Any, wanted: type[T], path: FieldPath = ()) -> Iterator[tuple[FieldPath, T]]:
    """Every value of the type `wanted` in `value` with its path, `value` itself included."""
    if isinstance(value, wanted):
        yield path, value
    if isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            if (item := getattr(value, name)) is not None:
                yield from values(item, wanted, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from values(item, wanted, (*path, number))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model: our names and those that editors write."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def all_read(dataset: Dataset, *kinds: str) -> bool:
    """Whether every record of the kinds (none given: of all kinds) could be read.

    A rule that misses something asks this first: what it misses may stand in a record that has faults.
    """
    wanted = kinds or tuple(KINDS)
    return all(ref in dataset.records for ref in dataset.known if ref.kind in wanted)
