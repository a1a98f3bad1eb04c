"""Lists that may hold every source or question of an archive end somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.pages.assemble import pages
from generator.records.dataset import Dataset

from ..made_up import claim, dataset_of, said_by


def made(sample: Dataset, number: int) -> dict[str, str]:
    """The pages of an archive in which one of `number` + 1 sources speaks to one of as many questions."""
    said = claim(said_by("person:a", "s"), answers=[{"question": "q", "answer": "Yes"}])
    others = {f"{kind}:{kind}-{n}": {} for kind in ("source", "question") for n in range(number)}
    named = {"source:s": {}, "person:a": {}, "event:e": {}, "question:q": {"about": ["event:e"]}}
    dataset = dataset_of({**named, **others, "claim:c": said})
    files = pages(replace(dataset, words=sample.words))
    return {path: text.decode() for path, text in files.items() if path.endswith((".md", ".js"))}


@pytest.mark.parametrize("path", ["questions/q/index.md", "sources/s/index.md", "compare/index.md"])
def test_a_long_list_ends_at_forty_and_says_how_many_follow(dataset: Dataset, path: str) -> None:
    assert "and 5 more" in made(dataset, 45)[path]
    assert "and 5 more" not in made(dataset, 40)[path]
    assert "and 0 more" not in made(dataset, 40)[path]


def test_the_page_of_gaps_names_six_sources_that_were_not_checked(dataset: Dataset) -> None:
    assert "and 39 more" in made(dataset, 45)["editors/coverage/index.md"]
    assert "more" not in made(dataset, 5)["editors/coverage/index.md"].split("Names that stand")[0]
