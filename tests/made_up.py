"""Archives of a few made-up records, for tests that need no files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.evidence.lock import Lock
from generator.records.dataset import Dataset, RecordFile
from generator.records.kinds import KINDS, path_of
from generator.records.model import Documentary, Record
from generator.records.refs import Ref, parse_ref

Fields = Mapping[str, Any]

NEEDED: Mapping[str, Fields] = {
    "source": {"title": "A title", "type": "report", "capture": {"words": "100"}, "description": "A report."},
    "person": {"name": "Ada Stone", "description": "A person."},
    "organization": {"name": "Stone Works", "description": "A company.", "type": "company"},
    "place": {"name": "Stonefield", "description": "A town.", "type": "city"},
    "event": {
        "name": "A fall",
        "type": "other",
        "status": "occurred",
        "description": "A wall fell.",
        "evidence": [],
    },
    "claim": {"text": "The wall fell.", "kind": "fact", "about": [], "assertions": []},
    "question": {
        "text": "Why?",
        "about": [],
        "compatibility": "exclusive",
        "settled_by": "A look.",
        "severity": "detail",
        "state": "open",
        "reason": "They differ.",
    },
    "chapter": {
        "title": "The wall",
        "standfirst": "How the wall fell.",
        "order": "1",
        "body": {"text": "[The wall fell.](narrator)", "line": "6"},
    },
    "media": {
        "name": "The wall",
        "type": "image",
        "description": "A wall.",
    },
    "correction": {
        "date": "2030-02-01",
        "kind": "error",
        "affects": ["claim:a"],
        "before": "This.",
        "after": "That.",
        "reason": "A slip.",
    },
}
"""For each kind the fields that a record cannot be without, but for `added`."""


def ref(text: str) -> Ref:
    """The reference `kind:id`."""
    return parse_ref(text, tuple(KINDS))


def record(kind: str, /, **fields: Any) -> Record:
    """A record of `kind` with these fields beside the needed ones."""
    return KINDS[kind].model.model_validate({"added": "2030-01-01", **NEEDED[kind], **fields})


def dataset_of(records: Mapping[str, Fields], lock: Lock | None = None) -> Dataset:
    """An archive of `records` by reference (`kind:id`)."""
    made = {ref(name): record(ref(name).kind, **fields) for name, fields in sorted(records.items())}
    files = {r: RecordFile(path_of(r), "") for r in made}
    documentary = Documentary.model_validate(
        {
            "title": "Walls",
            "subtitle": "Why they fall",
            "introduction": "Walls fall.",
            "subject": "wall",
            "licence": "CC BY 4.0",
            "added": "2030-01-01",
        }
    )
    return Dataset(documentary, {}, made, files, lock, frozenset(made))


def said_by(speaker: str, source: str, stance: str = "asserts", **fields: Any) -> dict[str, Any]:
    """An assertion by `speaker` (a reference or `unnamed`) in the source with the id `source`."""
    return {
        "id": f"{speaker.replace(':', '-')}-{source}-{stance}",
        "speaker": speaker,
        "stance": stance,
        "basis": "witnessed",
        "evidence": [{"source": source, "paragraph": "p1", "kind": "indirect"}],
        **({"described_as": "somebody"} if speaker == "unnamed" else {}),
        **fields,
    }


def claim(*assertions: Fields, **fields: Any) -> dict[str, Any]:
    """The fields of a claim with these assertions."""
    return {"assertions": list(assertions), **fields}
