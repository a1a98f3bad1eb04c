"""Rule on loaded words: they stand only as somebody's, inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.loaded import HINT, message, unquoted
from generator.check.rules.walk import all_records
from generator.records.dataset import Dataset, Fault, Field
from generator.records.model import Entity, Record, Source
from generator.records.model.record import leaves

_OF_THE_SOURCES = frozenset({"quote", "as_named", "described_as", "hedge", "names", "aliases", "stub"})
"""Fields that hold what sources print."""


def loaded_word(dataset: Dataset) -> Iterator[Fault]:
    """A word of the list `loaded` in `words.yml` stands only inside quotation marks in our own texts."""
    for ref, record in all_records(dataset):
        for path, value in leaves(record):
            if isinstance(value, str) and _is_ours(record, path):
                for _, word in unquoted(value, dataset.words):
                    yield Fault(ref, path, message(word), HINT)


def _is_ours(record: Record, path: Field) -> bool:
    printed = {Source: {"title", "subtitle"}, Entity: {"name"}}
    of_kind = next((fields for kind, fields in printed.items() if isinstance(record, kind)), set())
    return path[0] not in of_kind and _OF_THE_SOURCES.isdisjoint(path)
