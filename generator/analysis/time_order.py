"""The order of what happened and of what was said, as far as the records know it.

The recorded order (`after`, `before`) comes first, then the clock where time and zone are known, then the
last possible day. What has neither a date nor a dated event after it cannot be put in order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import pairwise
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from generator.analysis.voices import said
from generator.lib.dates import certainly_before
from generator.lib.groups import grouped
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Dating
from generator.records.refs import Ref

T = TypeVar("T")
Rank = tuple[Any, ...]


@dataclass(frozen=True)
class InOrder(Generic[T]):
    """Items in their order, and those whose order is not known, as they came."""

    known: tuple[T, ...]
    unknown: tuple[T, ...]

    @property
    def all(self) -> list[T]:
        """All of them, those whose order is not known at the end."""
        return [*self.known, *self.unknown]


def zone(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        return None


def moment(dating: Dating | None) -> datetime | None:
    """The moment in UTC, where day, clock time and zone are all known."""
    if dating is None or not dating.time or not dating.tz or dating.edtf.earliest != dating.edtf.latest:
        return None
    try:
        local = datetime.fromisoformat(f"{dating.edtf.text.rstrip('?~%')}T{dating.time}")
        return local.replace(tzinfo=zone(dating.tz)).astimezone(UTC) if zone(dating.tz) else None
    except (ValueError, OverflowError):
        return None  # a time that is none, which `check` reports, or a year beyond the calendar


def precedes(a: Dating | None, b: Dating | None) -> bool:
    """Whether two dates with their clock times tell for certain that one came before the other."""
    first, second = moment(a), moment(b)
    if first and second:
        return first < second
    return a is not None and b is not None and certainly_before(a.edtf, b.edtf)


def latest(dating: Dating | None) -> Rank | None:
    """What sorts a date by its last possible day, then by the first; clocks come first on a day of their own.

    Of a date without an end, the last day on which it may have begun.
    """
    if dating is None or (end := dating.edtf.anchor) is None:
        return None
    at = moment(dating)
    clock = (0, at.timestamp()) if at else (1, dating.edtf.text)
    return end, dating.edtf.earliest or (), *clock


def in_order(
    dataset: Dataset,
    items: Sequence[T],
    when: Callable[[T], Dating | None],
    event: Callable[[T], Ref | None] = lambda item: None,
) -> InOrder[T]:
    """The items in order of time; equal ones stay as they came.

    `when` is the date of an item and `event` the event whose recorded order holds for it.
    """
    bounds: dict[Ref, Rank | None] = {}
    events = [event(item) for item in items]
    moments = [moment(when(item)) for item in items]
    keys = [_bound(dataset, ref, latest(when(item)), bounds) for item, ref in zip(items, events, strict=True)]
    placed = [n for n, key in enumerate(keys) if key is not None]
    of_event = grouped((ref, n) for n in placed if (ref := events[n]))
    before: dict[int, set[int]] = defaultdict(set)
    for ref, here in of_event.items():
        for earlier in dataset.declared_earlier.get(ref, ()):
            for n in here:
                before[n] |= set(of_event.get(earlier, ()))
    clocked = sorted((at, n) for n in placed if (at := moments[n]))
    for (first, a), (second, b) in pairwise(clocked):
        if first < second:
            before[b].add(a)
    known = held_back(placed, lambda n: (keys[n], n), before)
    unknown = [item for item, key in zip(items, keys, strict=True) if key is None]
    return InOrder(tuple(items[n] for n in known), tuple(unknown))


def events_in_order(dataset: Dataset) -> InOrder[Ref]:
    """All events, those of one moment by id."""
    events = dataset.events
    return in_order(dataset, sorted(events), lambda ref: events[ref].when, lambda ref: ref)


def assertions_in_order(
    dataset: Dataset, items: Sequence[T], assertion: Callable[[T], Assertion]
) -> InOrder[T]:
    """Items that hold an assertion each, in the order in which these were made."""
    return in_order(
        dataset, items, lambda item: said(dataset, assertion(item)), lambda item: assertion(item).said_in
    )


def _bound(
    dataset: Dataset, event: Ref | None, own: Rank | None, known: dict[Ref, Rank | None]
) -> Rank | None:
    """The last moment that is possible: that of the date, or of the first of all that is to come after it."""
    if event is None:
        return own
    if event not in known:
        known[event] = None  # ends a circle, which `check` reports
        refs = [ref for ref in dataset.declared_later.get(event, ()) if ref in dataset.events]
        known[event] = _first(_bound(dataset, r, latest(dataset.events[r].when), known) for r in refs)
    return _first((own, known[event]))


def _first(keys: Iterable[Rank | None]) -> Rank | None:
    return min((key for key in keys if key is not None), default=None)


def held_back(items: Sequence[int], key: Callable[[int], Any], before: Mapping[int, set[int]]) -> list[int]:
    """The items by `key`, each held back until those `before` it have come.

    Orders that contradict each other cannot be kept: what is then left over follows by `key`.
    """
    place = {item: n for n, item in enumerate(sorted(items, key=key))}
    waits_for = {item: {other for other in before.get(item, ()) if other in place} for item in place}
    followers = grouped((other, item) for item, others in waits_for.items() for other in others)
    ready = [(n, item) for item, n in place.items() if not waits_for[item]]
    found: dict[int, None] = {}
    while ready:
        _, item = heappop(ready)
        found[item] = None
        for follower in followers.get(item, ()):
            waits_for[follower].remove(item)
            if not waits_for[follower]:
                heappush(ready, (place[follower], follower))
    return [*found, *(item for item in place if item not in found)]
