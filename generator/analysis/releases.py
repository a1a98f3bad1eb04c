"""The lock of releases: what readers were given, release by release. It holds no word of an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.analysis.differences import Change, Key, State
from generator.records.kinds import KINDS
from generator.records.refs import Ref, parse_ref

RELEASES = "sources/release.lock.json"


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
        f"{_json(str(ref))}: {_json(_named(known))}" for ref, known in sorted(releases.state.items())
    )
    return f'{{\n"releases": [\n{history}\n],\n"records": {{{records}}}\n}}\n'


def from_json(text: str) -> Releases:
    """Read what `to_json` wrote; ValueError for anything else."""
    try:
        found = json.loads(text)
        history = tuple(
            Released(str(each["date"]), tuple(_change(change) for change in each["changes"]))
            for each in found["releases"]
        )
        state = {_ref(name): _keys(known) for name, known in found["records"].items()}
    except (AttributeError, KeyError, TypeError) as fault:
        raise ValueError(f"the lock of releases cannot be read: {fault}") from fault
    return Releases(history, state)


def _released(each: Released) -> str:
    changes = _lines(
        _json([str(c.ref), c.what, c.key, c.before, c.after, str(correction) if correction else None])
        for c, correction in each.changes
    )
    return f'{{"date": {_json(each.date)}, "changes": [{changes}]}}'


def _change(values: list[str]) -> tuple[Change, Ref | None]:
    name, what, key, before, after, correction = values
    return Change(_ref(name), what, key, before, after), _ref(correction) if correction else None


def _named(known: Mapping[Key, str]) -> dict[str, str]:
    return {" ".join(filter(None, key)): text for key, text in sorted(known.items())}


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
