"""Notes what is read of the records while a page is made, so that it is made again only when that changes.

A page reads records, entries of what is computed of all records (an `index`), and single facts of a record
(`of_record`). Each read is noted under a key; two datasets differ by a set of such keys (`Site.differing`).
These are the verifying traces of “Build systems à la carte”, flat: a page's reads are inputs and entries of
indexes, never other pages.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from generator.records.refs import Ref

Key = Hashable
P = ParamSpec("P")
T = TypeVar("T")


class Reads:
    """The keys that are read, by whatever is computed now; what is read outside `noted` is not kept."""

    def __init__(self) -> None:
        self._open: list[set[Key]] = []
        self._known: dict[Key, Key] = {}

    def note(self, key: Key) -> None:
        """Something was read under this key."""
        if self._open:
            self._open[-1].add(key)

    @contextmanager
    def noted(self) -> Iterator[set[Key]]:
        """Collect the keys that are read in the block; whatever is computed around it has read them too."""
        keys: set[Key] = set()
        self._open.append(keys)
        try:
            yield keys
        finally:
            self._open.pop()
            self.note_all(keys)

    def kept(self, keys: Collection[Key]) -> frozenset[Key]:
        """The keys, to be kept: each is there once, however many pages have read it."""
        return frozenset(map(self._known.setdefault, keys, keys))

    def note_all(self, keys: Iterable[Key]) -> None:
        """All of these were read."""
        if self._open:
            self._open[-1].update(keys)


class TrackedMapping(Mapping[Any, Any]):
    """A mapping of which each entry that is asked for is noted as `(name, key)`, and a walk as `(name,)`."""

    def __init__(self, reads: Reads, name: str, now: Callable[[], Mapping[Any, Any]]) -> None:
        self._reads = reads
        self._name = name
        self._now = now

    def __getitem__(self, key: Key) -> Any:
        self._reads.note((self._name, key))
        return self._now()[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note((self._name, key))
        return key in self._now()

    def __iter__(self) -> Iterator[Any]:
        self._reads.note((self._name,))
        return iter(self._now())

    def __len__(self) -> int:
        self._reads.note((self._name,))
        return len(self._now())


class TrackedRecords(Mapping[Ref, Any]):
    """The records of some kinds: noted is which are asked for, and a walk as a read of the list of a kind."""

    def __init__(
        self, reads: Reads, now: Callable[[], Mapping[Ref, Any]], lists: Callable[[str], Collection[Ref]],
        kinds: tuple[str, ...],
    ) -> None:  # fmt: skip
        self._reads = reads
        self._now = now
        self._lists = lists
        self._kinds = kinds

    def of_kinds(self, kinds: tuple[str, ...]) -> "TrackedRecords":
        """Those of some of these kinds."""
        return TrackedRecords(self._reads, self._now, self._lists, kinds)

    def __getitem__(self, ref: Ref) -> Any:
        if not isinstance(ref, Ref) or ref.kind not in self._kinds:
            raise KeyError(ref)
        self._reads.note(("record", ref))
        return self._now()[ref]

    def __contains__(self, ref: object) -> bool:
        if not isinstance(ref, Ref) or ref.kind not in self._kinds:
            return False
        self._reads.note(("there", ref))
        return ref in self._now()

    def __iter__(self) -> Iterator[Ref]:
        for kind in self._kinds:
            self._reads.note(("refs", kind))
            yield from self._lists(kind)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class index(cached_property[T]):  # noqa: N801 - used as a decorator, like cached_property
    """A mapping that a site computes once of the whole dataset; pages depend on the entries they ask for."""

    def __get__(self, site: Any, owner: type[Any] | None = None) -> Any:
        if site is None or site.plain is None:
            return super().__get__(site, owner)
        name = str(self.attrname)
        found = site.__dict__.get(name)
        if found is None:
            found = TrackedMapping(site.reads, name, lambda: getattr(site.plain, name))
            site.__dict__[name] = found
        return found


Computed = Callable[[Any], Mapping[Any, Any]]
TABLES: dict[str, Computed] = {}
"""What modules of pages compute of a whole site, by name."""


def table(compute: Computed) -> Computed:
    """As `index`, for a function of a module of pages that is given the site."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def found(site: Any) -> Mapping[Any, Any]:
        if site.plain is not None:
            return TrackedMapping(site.reads, name, lambda: found(site.plain))
        made: Mapping[Any, Any] = site.memo(name, lambda: compute(site))
        return made

    TABLES[name] = found
    return found


def memo(compute: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """What a function of a site gives, computed once for its further arguments (`Site.memo`)."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def found(site: Any, /, *given: P.args, **named: P.kwargs) -> T:
        made: T = site.memo((name, *given, *named.items()), lambda: compute(site, *given, **named))
        return made

    return found


def of_record(method: Callable[[Any, Ref], T]) -> Callable[[Any, Ref], T]:
    """A fact of one record that pages read without reading the rest of it, such as its name."""
    name = method.__name__

    @wraps(method)
    def fact(site: Any, ref: Ref) -> T:
        if site.plain is None:
            return method(site, ref)
        site.reads.note((name, ref))
        return method(site.plain, ref)

    fact.of_record = True  # type: ignore[attr-defined]
    return fact


def entries_differing(name: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[Key]:
    """The keys of the entries in which two states of a mapping differ, and of a walk where there are any."""
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    if keys:
        yield (name,)
        yield from ((name, key) for key in keys)
