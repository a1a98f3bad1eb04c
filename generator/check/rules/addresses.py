"""Rules on addresses: an old one leads to one page only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.dataset import Dataset, Fault
from generator.records.refs import Ref


def former_id_in_use(dataset: Dataset) -> Iterator[Fault]:
    """An id under which a record once stood belongs to no record now, and to no other record of old."""
    owners: dict[Ref, Ref] = {}
    for ref, record in dataset.records.items():
        for number, former in enumerate(record.formerly):
            old = Ref(ref.kind, former)
            if old in dataset.known:
                message = f"{old} is a record of this archive: its page cannot lead elsewhere"
                yield Fault(ref, ("formerly", number), message, "remove this, or rename that record")
            elif owners.setdefault(old, ref) != ref:
                message = f"{old} is a former id of {owners[old]} too"
                yield Fault(ref, ("formerly", number), message, "leave it to one of them")
