"""The archive as the live site sees it: every look into it is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from generator.evidence.lock import Lock
from generator.records.dataset import Dataset, RecordFile
from generator.records.kinds import KINDS
from generator.records.model import Documentary, Entity, Record, Words
from generator.records.refs import Ref
from generator.site.live.memory import Compute, Key, Memory

R = TypeVar("R", bound=Record)

_ENTITIES = tuple(name for name, kind in KINDS.items() if issubclass(kind.model, Entity))


class NotedRecords(Mapping[Ref, Any]):
    """The records of some kinds; which record was asked for is noted, and whether it is there."""

    def __init__(self, memory: Memory, kinds: tuple[str, ...], look: str = "record") -> None:
        self._memory = memory
        self._kinds = kinds
        self._look = look

    def __getitem__(self, ref: Ref) -> Any:
        found = self._memory.read((self._look, ref)) if ref in self else None
        if found is None:
            raise KeyError(ref)
        return found

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, Ref) and ref.kind in self._kinds and bool(self._memory.read(("there", ref)))

    def __iter__(self) -> Iterator[Ref]:
        return (ref for kind in self._kinds for ref in self._memory.read(("refs", kind)) or ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


class NotedMapping(Mapping[Any, Any]):
    """A mapping computed for the whole site; which of its entries was asked for is noted."""

    def __init__(self, memory: Memory, key: Key, compute: Compute) -> None:
        self._memory = memory
        self._whole = key, compute

    def __getitem__(self, part: Key) -> Any:
        value = self._memory.ask_part(self._whole[0], part, self._whole[1], shared=True)
        if value is None:
            raise KeyError(part)
        return value

    def __iter__(self) -> Iterator[Any]:
        return iter(self._memory.ask(*self._whole, shared=True))

    def __len__(self) -> int:
        return len(self._memory.ask(*self._whole, shared=True))


def through_memory(owner: type, subclass: type) -> None:
    """Have what `owner` computes once for all (its cached properties) computed by the memory of `subclass`.

    What `subclass` defines itself stays.
    """
    for name, value in vars(owner).items():
        if isinstance(value, cached_property) and name not in vars(subclass):
            setattr(subclass, name, property(_shared(f"{owner.__name__}.{name}", value)))


def _shared(name: str, made: cached_property[Any]) -> Callable[[Any], Any]:
    returns = str(made.func.__annotations__.get("return"))
    is_mapping = returns.startswith(("Mapping", "dict"))

    def value(self: Any) -> Any:
        key, compute = ("shared", name), lambda: made.func(self)
        memory: Memory = self.memory
        return NotedMapping(memory, key, compute) if is_mapping else memory.ask(key, compute, shared=True)

    return value


class LiveDataset(Dataset):
    """An archive over a memory: `take` brings it to the state of another archive."""

    def __init__(self, memory: Memory) -> None:
        object.__setattr__(self, "memory", memory)
        object.__setattr__(self, "_taken", None)

    memory: Memory
    _taken: Dataset | None

    def take(self, dataset: Dataset) -> set[Ref]:
        """Become as `archive`; the records that differ from what was before."""
        before = self._taken.records if self._taken else {}
        files = self._taken.files if self._taken else {}
        differ = {ref for ref, record in dataset.records.items() if before.get(ref) is not record}
        differ |= before.keys() - dataset.records.keys()
        put = self.memory.put
        for ref in differ:
            put(("record", ref), dataset.records.get(ref))
            put(("there", ref), ref in dataset.records)
        for ref, file in dataset.files.items():
            if files.get(ref) is not file:
                put(("file", ref), file)
        for name in ("documentary", "words", "lock", "known", "outlines"):
            put(name, getattr(dataset, name))
        if list(before) != list(dataset.records):
            for kind in KINDS:
                put(("refs", kind), tuple(ref for ref in dataset.records if ref.kind == kind))
        object.__setattr__(self, "_taken", dataset)
        return differ

    def of(self, kind: str, model: type[R]) -> Any:
        """The records of one kind, sorted by id."""
        return NotedRecords(self.memory, (kind,))

    @property
    def entities(self) -> Any:
        """All people, organizations and places."""
        return NotedRecords(self.memory, _ENTITIES)

    @property
    def records(self) -> Mapping[Ref, Record]:
        """All records."""
        return NotedRecords(self.memory, tuple(KINDS))

    @property
    def files(self) -> Mapping[Ref, RecordFile]:
        """The file of each record."""
        return NotedRecords(self.memory, tuple(KINDS), "file")

    @property
    def documentary(self) -> Documentary:
        """What the documentary says of itself."""
        found: Documentary = self.memory.read("documentary")
        return found

    @property
    def words(self) -> Words:
        """The vocabularies."""
        found: Words = self.memory.read("words")
        return found

    @property
    def lock(self) -> Lock | None:
        """The lock of verified quotations."""
        found: Lock | None = self.memory.read("lock")
        return found

    @property
    def outlines(self) -> str:
        """The outlines of countries that the editors give."""
        found: str = self.memory.read("outlines")
        return found

    @property
    def known(self) -> frozenset[Ref]:
        """All records, those with faults too."""
        found: frozenset[Ref] = self.memory.read("known")
        return found


def _records_of(kind: str) -> Callable[[LiveDataset], NotedRecords]:
    return lambda dataset: NotedRecords(dataset.memory, (kind,))


for _kind in KINDS.values():
    setattr(LiveDataset, _kind.plural, property(_records_of(_kind.name)))
through_memory(Dataset, LiveDataset)
