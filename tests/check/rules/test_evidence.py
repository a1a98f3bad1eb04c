"""The hint on an unknown paragraph lists those that are there."""

from __future__ import annotations

import pytest

from generator.check.rules.evidence import ranges


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("title p1 p2 p3 h1", "p1–p3 and h1"),
        ("p1 h1 p2 h2 p3 h3", "p1–p3 and h1–h3"),
        ("p1", "p1"),
        ("p1 p2 p4", "p1–p2 and p4"),
        ("p9 p10 p11", "p9–p11"),
        ("title standfirst", "only title and standfirst"),
    ],
)
def test_labels_are_given_as_ranges(labels: str, expected: str) -> None:
    assert ranges(labels.split()) == expected
