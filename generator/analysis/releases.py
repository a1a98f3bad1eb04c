"""Releases: a lock freezes what readers are given, and a correction is owed where that changes afterwards."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, TypeAdapter, with_config

from generator.analysis.facts import Change, Key, State, between, facts
from generator.records.dataset import Dataset, Fault
from generator.records.kinds import KINDS
from generator.records.problems import Problem
from generator.records.refs import Ref, parse_ref
from generator.records.yamlfile import FieldPath

RELEASES = "sources/release.lock.json"
OWED = frozenset({"figure", "stance", "quotation"})
"""The facts that are not changed after a release without a correction."""


@dataclass(frozen=True)
class Released:
    """One release: its day (ISO 8601) and what was different from the release before."""

    date: str
    changes: tuple[tuple[Change, Ref | None], ...] = ()
    """Each change with the correction that tells readers of it, None where there is none."""


@dataclass(frozen=True)
class Releases:
    """All releases, the newest first, and the facts of every record as they were in the newest."""

    history: tuple[Released, ...] = ()
    state: State = field(default_factory=dict)


def to_json(releases: Releases) -> str:
    """The lock as JSON: the history, then the state; one change and one record a line."""
    history = ",\n".join(_released(each) for each in releases.history)
    records = _lines(
        f"{_json(str(ref))}: {_json({' '.join(filter(None, key)): known[key] for key in sorted(known)})}"
        for ref, known in sorted(releases.state.items())
    )
    return f'{{\n"releases": [\n{history}\n],\n"records": {{{records}}}\n}}\n'


def from_json(text: str) -> Releases:
    """Read what `to_json` wrote; ValueError for anything else."""
    found = _STORED.validate_json(text)
    history = (Released(each.date, tuple(map(_change, each.changes))) for each in found.releases)
    return Releases(tuple(history), {_ref(name): _keys(known) for name, known in found.records.items()})


def _day(text: str) -> str:
    return datetime.date.fromisoformat(text).isoformat()


_Change = tuple[str, str, str, str, str, str | None]
_STRICT = ConfigDict(strict=True, extra="forbid")


@with_config(_STRICT)
@dataclass
class _Release:
    date: Annotated[str, AfterValidator(_day)]
    changes: list[_Change]


@with_config(_STRICT)
@dataclass
class _Stored:
    """The file as it stands."""

    releases: list[_Release]
    records: dict[str, dict[str, str]]


_STORED = TypeAdapter(_Stored)


def _released(each: Released) -> str:
    changes = _lines(
        _json([str(c.ref), c.what, c.key, c.before, c.after, str(correction) if correction else None])
        for c, correction in each.changes
    )
    return f'{{"date": {_json(each.date)}, "changes": [{changes}]}}'


def _change(values: _Change) -> tuple[Change, Ref | None]:
    name, what, key, before, after, correction = values
    return Change(_ref(name), what, key, before, after), _ref(correction) if correction else None


def _keys(known: Mapping[str, str]) -> dict[Key, str]:
    parts = ((name.partition(" "), text) for name, text in known.items())
    return {(what, key): text for (what, _, key), text in parts}


def _ref(text: str) -> Ref:
    return parse_ref(text, tuple(KINDS))


def _lines(entries: Iterable[str]) -> str:
    text = ",\n".join(entries)
    return f"\n{text}\n" if text else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_releases(root: Path) -> tuple[Releases, list[Problem]]:
    """The releases of the documentary in `root`, which may be none; a damaged lock is a problem."""
    path = root / RELEASES
    if not path.is_file():
        return Releases(), []
    try:
        return from_json(path.read_text(encoding="utf-8")), []
    except ValueError:
        hint = "it is written by `release`: take the committed one"
        return Releases(), [Problem(RELEASES, message="the lock of releases is damaged", hint=hint)]


def release(dataset: Dataset, before: Releases, day: str) -> Releases:
    """The releases with one of `day` added that freezes the archive as it is now."""
    after = _state(dataset)
    changes = between(before.state, after) if before.history else []
    with_corrections = tuple((change, _correction(dataset, before, change.ref)) for change in changes)
    return Releases((Released(day, with_corrections), *before.history), after)


def warnings(dataset: Dataset, released: Releases) -> list[Problem]:
    """Every figure, stance or quotation changed since the last release without a correction since then.

    A record that was removed has no page to correct and gives no warning.
    """
    return sorted(dataset.problem(fault) for fault in _owed(dataset, released))


def _owed(dataset: Dataset, released: Releases) -> Iterator[Fault]:
    for change in between(released.state, _state(dataset)) if released.history else ():
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
