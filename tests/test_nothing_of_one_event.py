"""The generator knows nothing of the event that the records of this folder are about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.records.dataset import Dataset
from generator.records.model import Entity
from generator.records.reader import read

ROOT = Path(__file__).parent.parent
READ = {".py", ".j2", ".html", ".css", ".js", ".svg", ".json", ".toml", ".yml", ".md"}
SHORTEST = 6


@pytest.fixture(scope="module")
def documentary() -> Dataset:
    dataset, _ = read(ROOT)
    if dataset is None:
        pytest.skip("no documentary stands here yet")
    return dataset


def names(dataset: Dataset) -> set[str]:
    """Every form of a name of at least six letters, and the words of the people's names."""
    forms = {form for entity in dataset.entities.values() for form in printed(entity)}
    words = {word for person in dataset.people.values() for form in printed(person) for word in form.split()}
    return {form for form in forms | words if sum(map(str.isalpha, form)) >= SHORTEST}


def printed(entity: Entity) -> set[str]:
    return {form for form in (entity.name_, *(name.text for name in entity.names)) if form}


def in_the_generator(wanted: set[str]) -> dict[str, list[str]]:
    """The words that stand in each file of the generator."""
    files = sorted(p for p in (ROOT / "generator").rglob("*") if p.suffix in READ)
    assert len(files) > 50
    found = {str(p.relative_to(ROOT)): occurrences(p.read_text(encoding="utf-8"), wanted) for p in files}
    return {path: words for path, words in found.items() if words}


def occurrences(text: str, wanted: set[str]) -> list[str]:
    """The words that stand in `text`; what a slash follows is part of a path or of a time zone."""
    either = "|".join(map(re.escape, sorted(wanted, key=len, reverse=True)))
    return sorted({match[0] for match in re.finditer(rf"\b({either})\b(?!/)", text)})


def test_a_name_in_a_text_is_found() -> None:
    assert occurrences("# as Harald Stone said", {"Harald Stone", "Harald"}) == ["Harald Stone"]
    assert occurrences("haralds in Harald/Town", {"harald", "Harald"}) == []


def test_no_name_of_the_documentary_stands_in_the_generator(documentary: Dataset) -> None:
    wanted = names(documentary)
    assert wanted
    assert in_the_generator(wanted) == {}


def test_no_id_of_a_record_stands_in_the_generator(documentary: Dataset) -> None:
    wanted = {ref.id for ref in documentary.records if "-" in ref.id and len(ref.id) >= SHORTEST}
    assert in_the_generator(wanted) == {}
