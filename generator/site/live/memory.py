"""Remembers computed values with what each read, and computes anew only what an edit reaches."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

Key = Hashable
Compute = Callable[[], Any]

_FRESH, _DOUBTFUL, _STALE = range(3)


class _Cell:
    """One remembered value.

    An input has no `compute`; a part has a `whole`, the mapping it is an entry of. `reads` is in the order of
    reading; `changed` is when the value last came out different, `seen` when it was last known to be right.
    """

    __slots__ = (
        "changed", "compute", "key", "parts", "reads", "seen", "shared", "state", "users", "value", "whole"
    )  # fmt: skip

    def __init__(self, key: Key, compute: Compute | None = None, shared: bool = False) -> None:
        self.key = key
        self.compute = compute
        self.shared = shared
        self.value: Any = None
        self.state = _STALE if compute else _FRESH
        self.changed = self.seen = 0
        self.reads: dict[_Cell, None] = {}
        self.users: dict[_Cell, None] = {}
        self.whole: _Cell | None = None
        self.parts: dict[Key, _Cell] = {}


class Memory:
    """Values by key. Whatever is asked for while a value is computed becomes one of its reads.

    A value is computed anew only when one of its reads has changed; where it comes out equal, nothing that
    read it is touched. So every value is what computing everything anew would give, as long as it depends on
    nothing but what it asks this memory for. After inputs were put, `settle` comes before any `ask`.
    """

    def __init__(self) -> None:
        self._cells: dict[Key, _Cell] = {}
        self._reading: list[dict[_Cell, None]] = []
        self._now = 1
        self._unsettled: dict[_Cell, None] = {}

    def put(self, key: Key, value: Any) -> None:
        """Set an input."""
        cell = self._cell(key)
        if cell.value is not value and not (cell.changed and cell.value == value):
            self._change(cell, value)

    def read(self, key: Key) -> Any:
        """The value of an input, None where it was never set."""
        return self._noted(self._cell(key))

    def ask(self, key: Key, compute: Compute, *, shared: bool = False) -> Any:
        """The value under `key`, by `compute` where it is not known or not what it was.

        A `shared` value has very many readers: they come in doubt only when it has come out changed.
        """
        cell = self._cell(key, compute, shared)
        self._renew(cell)
        return self._noted(cell)

    def ask_part(self, key: Key, part: Key, compute: Compute, *, shared: bool = False) -> Any:
        """The entry `part`, or None, of the mapping under `key`; only this entry becomes a read."""
        whole = self._cell(key, compute, shared)
        self._renew(whole)
        cell = whole.parts.get(part)
        if cell is None:
            cell = whole.parts[part] = _Cell(part)
            cell.whole, cell.value, cell.changed = whole, whole.value.get(part), whole.changed
        return self._noted(cell)

    def touch(self, keys: Iterable[Key]) -> None:
        """Have the values under `keys` computed anew when they are next asked for."""
        for key in keys:
            cell = self._cells.get(key)
            if cell is not None:
                self._doubt(cell.users)
                cell.state = _STALE

    def settle(self) -> None:
        """Compute the shared values that are in doubt, so that what they do not change stays out of doubt."""
        while self._unsettled:
            cell = min(self._unsettled, key=lambda cell: cell.seen)  # those that others rest on come first
            del self._unsettled[cell]
            self._renew(cell)

    def is_fresh(self, key: Key) -> bool:
        """Whether the value under `key` is known and not in doubt."""
        return key in self._cells and self._cells[key].state == _FRESH

    def forget(self, key: Key) -> None:
        """Drop a value that nobody will ask for again, and those that only it read."""
        if key in self._cells and not self._cells[key].users:
            self._drop(self._cells[key])

    def _cell(self, key: Key, compute: Compute | None = None, shared: bool = False) -> _Cell:
        cell = self._cells.get(key)
        if cell is None:
            cell = self._cells[key] = _Cell(key, compute, shared)
        return cell

    def _noted(self, cell: _Cell) -> Any:
        if self._reading:
            self._reading[-1][cell] = None
        return cell.value

    def _change(self, cell: _Cell, value: Any) -> None:
        self._now += 1
        before, cell.value, cell.changed = cell.value, value, self._now
        self._doubt(cell.users)
        if isinstance(before, Mapping) and cell.parts:
            for key, part in cell.parts.items():
                if before.get(key) != value.get(key):
                    self._change(part, value.get(key))

    def _doubt(self, users: Iterable[_Cell]) -> None:
        waiting = list(users)
        while waiting:
            cell = waiting.pop()
            if cell.state != _FRESH:
                continue
            cell.state = _DOUBTFUL
            if cell.shared:
                self._unsettled[cell] = None
            else:
                waiting.extend(cell.users)
                waiting.extend(user for part in cell.parts.values() for user in part.users)

    def _renew(self, cell: _Cell) -> None:
        if cell.state == _FRESH:
            return
        if cell.state == _STALE or self._has_changed_reads(cell):
            self._compute(cell)
        cell.state = _FRESH
        self._now += 1
        cell.seen = self._now

    def _has_changed_reads(self, cell: _Cell) -> bool:
        # In the order of reading: a read that would fail today stands behind one that has changed.
        for read in list(cell.reads):
            self._renew(read.whole or read)
            if read.changed > cell.seen:
                return True
        return False

    def _compute(self, cell: _Cell) -> None:
        assert cell.compute is not None  # noqa: S101 - an input is always fresh
        self._reading.append({})
        try:
            value = cell.compute()
        finally:
            reads = self._reading.pop()
        self._link(cell, reads)
        if not cell.changed or value != cell.value:
            self._change(cell, value)

    def _link(self, cell: _Cell, reads: dict[_Cell, None]) -> None:
        before, cell.reads = cell.reads, reads
        for read in reads:
            read.users[cell] = None
        for read in before.keys() - reads.keys():
            read.users.pop(cell, None)
            if not read.users and not read.shared and (read.compute or read.whole):
                self._drop(read)

    def _drop(self, cell: _Cell) -> None:
        if cell.whole is not None:
            del cell.whole.parts[cell.key]
        else:
            del self._cells[cell.key]
        self._link(cell, {})
