"""Rules on events: they rest on sources, and contested parts on claims."""

from __future__ import annotations

from collections.abc import Iterator

from generator.records.dataset import Dataset, Fault


def event_without_evidence(dataset: Dataset) -> Iterator[Fault]:
    """Every event rests on at least one passage of a source."""
    for ref, event in dataset.events.items():
        if not event.evidence:
            hint = "name a source and the paragraph that speaks of it"
            yield Fault(ref, ("evidence",), "the event has no evidence", hint)


def contested_without_claim(dataset: Dataset) -> Iterator[Fault]:
    """A contested part in an event names the claim that says so."""
    for ref, event in dataset.events.items():
        for number, part in enumerate(event.participants):
            if part.contested and part.claim is None:
                message = f"the part of {part.entity} is contested, but no claim says so"
                hint = "name under claim the claim about it"
                yield Fault(ref, ("participants", number, "contested"), message, hint)
