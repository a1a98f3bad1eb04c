from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.rules.places import perhaps_exchanged

from .bad_cases import BASE, lay_over, read_and_check


def told(root: Path, *places: tuple[str, float, float]) -> list[str]:
    """The places below `root` that are told, after these (id, degrees north, degrees east) were written."""
    for ident, north, east in places:
        text = f"name: {ident}\ndescription: A place.\ntype: city\nadded: 2031-06-01\n"
        text += f"coordinates: {{latitude: {north}, longitude: {east}, uncertainty_km: 5}}\n"
        (root / f"sources/curated/places/{ident}.yml").write_text(text, encoding="utf-8")
    dataset, problems = read_and_check(root)
    assert dataset is not None
    assert problems == []
    return [Path(problem.path).stem for problem in perhaps_exchanged(dataset)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_over(BASE, tmp_path)


def test_a_place_far_from_all_others_is_told_where_exchanged_it_would_lie_among_them(root: Path) -> None:
    near = [("orlo", 58.2, 21.3), ("tarn", 58.6, 21.9), ("quay", 57.9, 20.8)]
    assert told(root, *near) == []
    assert told(root, ("mill", 21.1, 58.3)) == ["mill"]


def test_a_place_that_lies_far_away_either_way_is_not_told(root: Path) -> None:
    assert told(root, ("orlo", 58.2, 21.3), ("tarn", 58.6, 21.9), ("isle", -31.0, 151.2)) == []
    assert told(root, ("cape", -34.0, 18.5)) == []
