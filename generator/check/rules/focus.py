"""An archive in which rules walk over some records only, and can look up all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model import Entity, Record
from generator.records.refs import Ref

R = TypeVar("R", bound=Record)


class Few(Mapping[Ref, Any]):
    """All records of some kinds to look up, of which only `few` are walked over."""

    def __init__(self, every: Mapping[Ref, Record], few: Collection[Ref], kinds: Collection[str]) -> None:
        self._every = every
        self._few = [ref for ref in few if ref.kind in kinds and ref in every]
        self._kinds = kinds

    def __getitem__(self, ref: Ref) -> Any:
        if ref.kind not in self._kinds:
            raise KeyError(ref)
        return self._every[ref]

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._few)

    def __len__(self) -> int:
        return len(self._few)


class Focused(Dataset):
    """The archive `whole` with the focus on the records `few`."""

    def __init__(self, whole: Dataset, few: Collection[Ref]) -> None:
        def focused(kinds: Collection[str]) -> Few:
            return Few(whole.records, few, kinds)

        super().__init__(
            whole.documentary, whole.words, focused(tuple(KINDS)), whole.files, whole.lock, whole.known
        )
        object.__setattr__(self, "_focused", focused)

    def of(self, kind: str, model: type[R]) -> Any:
        """The records of one kind."""
        return self._focused((kind,))  # type: ignore[attr-defined]

    @cached_property
    def entities(self) -> Any:
        """All people, organizations and places."""
        kinds = [kind.name for kind in KINDS.values() if issubclass(kind.model, Entity)]
        return self._focused(kinds)  # type: ignore[attr-defined]
