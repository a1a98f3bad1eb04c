"""Of a record with faults, what is sound is read all the same."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.model import Claim, Place
from generator.records.model.record import Word
from generator.records.sound import sound_values

from .test_validation import base_records, faults_of, replaced

Path = tuple[str | int, ...]


def sound_of(model: Any, data: Any) -> dict[Path, Any]:
    return dict(sound_values(model, data, [path for path, _, _ in faults_of(model, data)]))


def test_a_fault_in_one_field_leaves_the_others() -> None:
    found = sound_of(Place, {"type": "town", "coordinates": ["53.75"], "colour": "red", "description": ""})
    assert found == {("type",): "town"}
    assert isinstance(found["type",], Word)


def test_a_fault_in_one_entry_of_a_list_leaves_the_other_entries_and_the_rest_of_its_own() -> None:
    data = {"assertions": [{"id": "a", "stance": "says", "evidence": {}}, {"id": "b", "stance": "cries"}]}
    found = sound_of(Claim, data)
    assert found["assertions", 0, "stance"] == "says"
    assert found["assertions", 1, "stance"] == "cries"
    assert ("assertions", 0, "evidence") not in found


@pytest.mark.parametrize("odd", [None, {"x": "y"}], ids=repr)
def test_with_an_odd_value_anywhere_no_fault_lies_in_what_is_sound(odd: Any) -> None:
    for kind, record in base_records():
        for data in replaced(record, odd):
            faults = [path for path, _, _ in faults_of(kind.model, data)]
            sound = sound_values(kind.model, data, faults)
            assert not [path for path, _ in sound for fault in faults if fault[: len(path)] == path]
