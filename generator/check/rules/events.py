"""Rules on events: they rest on sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.dataset import Dataset, Fault


def event_without_evidence(dataset: Dataset) -> Iterator[Fault]:
    """Every event rests on at least one passage of a source."""
    for ref, event in dataset.events.items():
        if not event.evidence:
            hint = "name a source and the paragraph that speaks of it"
            yield Fault(ref, ("evidence",), "the event has no evidence", hint)
