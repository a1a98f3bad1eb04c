"""A dataset in which rules walk over some records only, and can look up all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model import Record
from generator.records.refs import Ref


class Few(Mapping[Ref, Any]):
    """All records of some kinds to look up, of which only `few` are walked over."""

    def __init__(self, every: Mapping[Ref, Record], few: Collection[Ref], kinds: Collection[str]) -> None:
        self._every = every
        self._few = [ref for ref in few if ref.kind in kinds and ref in every]
        self._kinds = kinds

    def of_kinds(self, kinds: Collection[str]) -> Few:
        """Those of some of these kinds."""
        return Few(self._every, self._few, kinds)

    def __getitem__(self, ref: Ref) -> Any:
        if ref.kind not in self._kinds:
            raise KeyError(ref)
        return self._every[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._few)

    def __len__(self) -> int:
        return len(self._few)


def focused(whole: Dataset, few: Collection[Ref]) -> Dataset:
    """The dataset `whole` with the focus on the records `few`."""
    return replace(whole, records=Few(whole.records, few, tuple(KINDS)))
