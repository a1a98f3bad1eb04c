"""A made-up dataset in which everything hangs on one person, event, place, source and question."""

from __future__ import annotations

from typing import Any

from generator.records.dataset import Dataset

from ..made_up import claim, dataset_of, said_by

SHARES = {"source": 5, "person": 6, "organization": 4, "place": 3, "event": 30, "claim": 44, "question": 8}
"""How many of a hundred records are of each kind."""
STARTS = ("The", "That", "Where", "Some")


def hub(size: int, statements: int) -> Dataset:
    """About `size` records, the first claim with as many `statements`."""
    many = {kind: max(2, size * share // 100) for kind, share in SHARES.items()}
    records: dict[str, dict[str, Any]] = {}
    for n in range(many["source"]):
        records[f"source:s{n}"] = {
            "title": f"Report number {n} on the closing of the bridge over the river",
            "published": _day(n),
            "publisher": "organization:o0",
            "authors": ["person:p0"],
        }
    for n in range(many["person"]):
        role = {"title": "engineer", "organization": "organization:o0"}
        records[f"person:p{n}"] = {"name": f"Person {n} Stone", "roles": [role]}
    for n in range(many["organization"]):
        part_of = {"part_of": "organization:o0"} if n else {}
        records[f"organization:o{n}"] = {"name": f"Works {n}", "country": "place:l0", **part_of}
    for n in range(many["place"]):
        at = {"latitude": f"{48 + n % 37 / 10:.2f}", "longitude": f"{5 + n / 29:.2f}", "uncertainty_km": "2"}
        part_of = {"part_of": "place:l0"} if n else {}
        records[f"place:l{n}"] = {"name": f"Place {n}", "coordinates": at, **part_of}
    for n in range(many["event"]):
        everybody = [f"person:p{k}" for k in range(many["person"])]
        who = dict.fromkeys(("person:p0", everybody[n % many["person"]]) if n else everybody, "speaker")
        records[f"event:e{n}"] = {
            "name": f"Event {n} of the closing of the bridge",
            "when": _day(n),
            "where": ["place:l0"],
            "participants": [{"entity": entity, "role": role} for entity, role in who.items()],
            **({"part_of": "event:e0"} if n else {}),
        }
    for n in range(many["question"]):
        records[f"question:q{n}"] = {"text": f"What happened in case {n}?", "about": ["event:e0"]}
    for n in range(many["claim"]):
        said = [
            said_by("person:p0", f"s{k % many['source']}", said=_day(n + k))
            | {"id": f"said-{k}", "said_in": "event:e0"}
            for k in range(2 if n else statements)
        ]
        question = f"question:q{0 if n % 2 else n % many['question']}"
        records[f"claim:c{n}"] = claim(
            *said,
            text=f"{STARTS[n % 4]} bridge number {n} over the river near the old town was closed by order.",
            about=["event:e0", "person:p0", "place:l0", "organization:o0"],
            answers=[{"question": question, "answer": f"Answer {n}"}],
            relations=[{"relation": "contrary_to", "claim": "claim:c0"}] if n else [],
        )
    for name, fields in records.items():
        if not name.startswith(("claim", "question")):
            fields["description"] = "Beside Works 0 in Place 0, as Person 0 Stone says, at Event 0."
    return dataset_of(records)


def _day(n: int) -> dict[str, str]:
    return {"edtf": f"20{10 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}", "basis": "stated"}
