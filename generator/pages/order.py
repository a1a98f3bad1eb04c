"""The order of events: by date, and where dates do not tell, as the records declare it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any, TypeVar

from generator.lib.dates import certainly_before
from generator.pages.site import Site
from generator.records.model import Event
from generator.records.refs import Ref

T = TypeVar("T", bound=Hashable)


def precedes(a: Event, b: Event) -> bool:
    """Whether the dates alone tell that one event came before another."""
    return a.when is not None and b.when is not None and certainly_before(a.when.edtf, b.when.edtf)


def declared_before(site: Site, ref: Ref) -> set[Ref]:
    """The events that the records declare to come before this one, on whichever side they say so."""
    return {*site.dataset.events[ref].after, *site.linking(ref, "event.before")}


def declared_after(site: Site, ref: Ref) -> set[Ref]:
    """The events that the records declare to come after this one, on whichever side they say so."""
    return {*site.dataset.events[ref].before, *site.linking(ref, "event.after")}


def in_declared_order(items: Sequence[T], key: Callable[[T], Any], before: Mapping[T, set[T]]) -> list[T]:
    """The items by `key`, each held back until those `before` it have come.

    Orders that contradict each other cannot be kept: what is then left over follows by `key`.
    """
    place = {item: n for n, item in enumerate(sorted(items, key=key))}
    waits_for = {item: {other for other in before.get(item, ()) if other in place} for item in place}
    followers: dict[T, list[T]] = defaultdict(list)
    for item, others in waits_for.items():
        for other in others:
            followers[other].append(item)
    ready = [(n, item) for item, n in place.items() if not waits_for[item]]
    found: dict[T, None] = {}
    while ready:
        _, item = heappop(ready)
        found[item] = None
        for follower in followers[item]:
            waits_for[follower].remove(item)
            if not waits_for[follower]:
                heappush(ready, (place[follower], follower))
    return [*found, *(item for item in place if item not in found)]
