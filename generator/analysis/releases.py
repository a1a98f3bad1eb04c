"""Releases: a lock freezes what readers are given, and a correction is owed where that changes afterwards."""

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, TypeAdapter

from generator.analysis.facts import Change, Key, State, between, facts
from generator.lib.lines import LinesError, read, written
from generator.records.dataset import Dataset, Fault
from generator.records.kinds import KINDS
from generator.records.problems import Problem
from generator.records.reader import read_lines
from generator.records.refs import Ref, parse_ref
from generator.records.yamlfile import FieldPath

RELEASES = "sources/release.lock.jsonl"
OWED = frozenset({"figure", "stance", "quotation"})
"""The facts that are not changed after a release without a correction."""
_LENGTH = len("2031-07-01")
_NUMBER = re.compile("-(?:[2-9]|[1-9][0-9]{1,5})")


@dataclass(frozen=True)
class Released:
    """One release: its day (ISO 8601), what was different from the one before, which of its day it is."""

    date: str
    changes: tuple[tuple[Change, Ref | None], ...] = ()
    """Each change with the correction that tells readers of it, None where there is none."""
    number: int = 1

    @property
    def key(self) -> str:
        """What the lock knows it by: its day, with its number where it is not the first of the day."""
        return self.date if self.number == 1 else f"{self.date}-{self.number}"


@dataclass(frozen=True)
class Releases:
    """All releases, the newest first, and the facts of every record as they were in the newest."""

    history: tuple[Released, ...] = ()
    state: State = field(default_factory=dict)
    doubled: Mapping[Ref, Sequence[Mapping[Key, str]]] = field(default_factory=dict)
    """All states of a record of which a merge has left several; the last of them stands in `state`."""


def to_lines(releases: Releases) -> str:
    """The lock as text: one release, change or record a line, sorted."""
    days = (("release", each.key) for each in releases.history)
    changes = (
        ("change", each.key, str(c.ref), c.what, c.key, c.before, c.after, str(told) if told else None)
        for each in releases.history
        for c, told in each.changes
    )
    records = (
        ("record", str(ref), {" ".join(filter(None, key)): text for key, text in known.items()})
        for ref, known in releases.state.items()
    )
    return written([*days, *changes, *records])


def from_lines(text: str) -> Releases:
    """Read what `to_lines` wrote, in any order; raises LinesError for anything else.

    So it does where lines are missing: there is a release, it froze something, and each change is of one.
    """
    changes: dict[str, list[tuple[Change, Ref | None]]] = {}
    states: dict[Ref, list[dict[Key, str]]] = {}
    released = set()
    for kind, *value in read(text, _KINDS):
        if kind == "record":
            states.setdefault(_ref(value[0]), []).append(_keys(value[1]))
        elif kind == "change":
            changes.setdefault(value[0], []).append(_change(*value[1:]))
        else:
            released.add(value[0])
    if not released or not states or changes.keys() - released:
        raise LinesError(1)
    days = sorted((each[:_LENGTH], int(each[_LENGTH + 1 :] or 1), each) for each in released)
    history = tuple(
        Released(day, tuple(sorted(changes.get(key, ()), key=itemgetter(0))), number)
        for day, number, key in reversed(days)
    )
    state = {ref: states[ref][-1] for ref in sorted(states)}
    return Releases(history, state, {ref: several for ref, several in states.items() if len(several) > 1})


def settled(releases: Releases, dataset: Dataset | None) -> Releases:
    """The releases with, of the states of a record that a merge has left, that which the record is in now."""
    if dataset is None or not releases.doubled:
        return releases
    now = _state(dataset)
    chosen = {ref: now[ref] for ref, several in releases.doubled.items() if now.get(ref) in several}
    return replace(releases, state={**releases.state, **chosen}, doubled={})


def _day(text: str) -> str:
    day, number = datetime.date.fromisoformat(text[:_LENGTH]).isoformat(), text[_LENGTH:]
    if number and not _NUMBER.fullmatch(number):
        raise ValueError(number)
    return day + number


def _is_ref(text: str) -> str:
    return str(_ref(text))


_Day = Annotated[str, AfterValidator(_day)]
_Record = Annotated[str, AfterValidator(_is_ref)]
_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "change": TypeAdapter(tuple[Literal["change"], _Day, _Record, str, str, str, str, _Record | None]),
    "record": TypeAdapter(tuple[Literal["record"], _Record, dict[str, str]]),
    "release": TypeAdapter(tuple[Literal["release"], _Day]),
}


def _change(
    name: str, what: str, key: str, before: str, after: str, correction: str | None
) -> tuple[Change, Ref | None]:
    return Change(_ref(name), what, key, before, after), _ref(correction) if correction else None


def _keys(known: Mapping[str, str]) -> dict[Key, str]:
    parts = ((name.partition(" "), text) for name, text in known.items())
    return {(what, key): text for (what, _, key), text in parts}


def _ref(text: str) -> Ref:
    return parse_ref(text, tuple(KINDS))


def read_releases(root: Path, dataset: Dataset | None = None) -> tuple[Releases, list[Problem]]:
    """The releases of the documentary in `root`, which may be none, and what is wrong with the lock.

    What a merge has left twice is settled by the records, `dataset`.
    """
    hint = "it is written by `release`: take the committed one"
    return read_lines(
        root,
        RELEASES,
        lambda text: settled(from_lines(text), dataset),
        Releases(),
        "the lock of releases is damaged",
        hint,
    )


def release(dataset: Dataset, before: Releases, day: str) -> Releases:
    """The releases with one of `day` added that freezes the archive as it is now."""
    after = _state(dataset)
    changes = changed_since(dataset, before)
    with_corrections = tuple((change, _correction(dataset, before, change.ref)) for change in changes)
    last = before.history[0] if before.history else Released("")
    number = last.number + 1 if last.date == day else 1
    return Releases((Released(day, with_corrections, number), *before.history), after)


def changed_since(dataset: Dataset, released: Releases) -> list[Change]:
    """What readers are given now that is not as the newest release has it; nothing where there is none."""
    return between(released.state, _state(dataset)) if released.history else []


def warnings(dataset: Dataset, released: Releases) -> list[Problem]:
    """Every figure, stance or quotation changed since the last release without a correction since then.

    A record that was removed has no page to correct and gives no warning. One that was renamed by hand gives
    one: its address leads nowhere.
    """
    return sorted(dataset.problem(fault) for fault in _owed(dataset, released))


def _owed(dataset: Dataset, released: Releases) -> Iterator[Fault]:
    for change in changed_since(dataset, released):
        old = _ref(change.before) if change.what == "renamed" else None
        if old and old.id not in dataset.records[change.ref].formerly:
            since = released.history[0].date
            message = f"{old} of the release of {since} has another id: its address leads nowhere"
            yield Fault(change.ref, (), message, f"write formerly: [{old.id}]")
        if change.what not in OWED or not change.before or _correction(dataset, released, change.ref):
            continue
        done = "changed" if change.after else "gone"
        message = f"{change.ref}: {change.fact} has {done} since the release of {released.history[0].date}"
        hint = f"write a correction that affects {change.ref}, so that readers are told"
        yield Fault(change.ref, _place(dataset, change), message, hint)


def _place(dataset: Dataset, change: Change) -> FieldPath:
    """The field of the changed fact; of one that is gone, that of the stance beside it or the record."""
    mine = facts(dataset, change.ref)
    beside = change.key.split(" ")[0]
    exact = [f.field for f in mine if (f.what, f.key) == (change.what, change.key)]
    near = [f.field[:-1] for f in mine if (f.what, f.key) == ("stance", beside)]
    return next(iter([*exact, *near]), ())


def _correction(dataset: Dataset, released: Releases, ref: Ref) -> Ref | None:
    """The correction of a record that was written since the release."""
    new = (
        c for c, record in dataset.corrections.items() if ref in record.affects and c not in released.state
    )
    return next(new, None)


def _state(dataset: Dataset) -> State:
    """The facts that the lock keeps: of a quotation only its digest, for the words are not ours."""

    def kept(what: str, text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:16] if what == "quotation" else text

    return {
        ref: {(f.what, f.key): kept(f.what, f.text) for f in facts(dataset, ref)} for ref in dataset.records
    }
