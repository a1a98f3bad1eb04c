"""What is different between two states of the records, as far as it matters to a reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.records.refs import Ref

Key = tuple[str, str]
"""The sort of a fact and what tells it apart in its record, such as `("stance", "berg-in-the-courier")`."""
State = Mapping[Ref, Mapping[Key, str]]
"""The material facts of every record."""


@dataclass(frozen=True, order=True)
class Change:
    """One change of a record.

    `what` is the sort of the fact that changed, or `added`, `removed` or `renamed` for the record itself;
    `key` tells facts of one sort apart. `before` and `after` are empty where there is no such fact; of a
    renamed record they are its references.
    """

    ref: Ref
    what: str
    key: str = ""
    before: str = ""
    after: str = ""


def between(before: State, after: State) -> list[Change]:
    """All changes, sorted. A record that has another id and the same facts is renamed."""
    renamed = _renamed(before, after)
    found = [Change(new, "renamed", "", str(old), str(new)) for old, new in renamed.items()]
    found += [Change(ref, "removed") for ref in before if ref not in after and ref not in renamed]
    found += [Change(ref, "added") for ref in after if ref not in before and ref not in renamed.values()]
    for ref in before.keys() & after.keys():
        found += _changed(ref, before[ref], after[ref])
    return sorted(found)


def _renamed(before: State, after: State) -> dict[Ref, Ref]:
    new = [ref for ref in after if ref not in before]
    found: dict[Ref, Ref] = {}
    for old in before:
        if old in after:
            continue
        same = [ref for ref in new if ref.kind == old.kind and after[ref] == before[old]]
        if same:
            found[old] = same[0]
            new.remove(same[0])
    return found


def _changed(ref: Ref, before: Mapping[Key, str], after: Mapping[Key, str]) -> Iterator[Change]:
    for what, key in sorted(before.keys() | after.keys()):
        old, new = before.get((what, key), ""), after.get((what, key), "")
        if old != new:
            yield Change(ref, what, key, old, new)
