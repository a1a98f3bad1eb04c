from __future__ import annotations

from generator.check.rules.walk import values
from generator.records.model import Dating, Event, Word


def test_values_are_found_with_the_names_that_editors_write() -> None:
    event = Event.model_validate(
        {
            "name": "Fall of a bridge",
            "type": "accident",
            "status": "occurred",
            "when": {"edtf": "2031-03", "basis": "stated"},
            "participants": [{"entity": "person:a", "role": "killed"}],
            "description": "It fell.",
            "evidence": [],
            "added": "2031-06-01",
        }
    )
    assert [path for path, _ in values(event, Dating)] == [("when",)]
    assert [(path, str(word)) for path, word in values(event, Word)] == [
        (("type",), "accident"),
        (("status",), "occurred"),
        (("when", "basis"), "stated"),
        (("participants", 0, "role"), "killed"),
    ]
