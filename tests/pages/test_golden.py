"""Generated pages are what they were: a change of any template shows here as a difference to read."""

from __future__ import annotations

import pytest

from generator.records.kinds import KINDS

from ..golden.made import FOLDER, GOLDEN, made


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return made()


def test_there_is_a_golden_page_of_every_kind_and_no_other() -> None:
    assert set(GOLDEN) == set(KINDS)
    assert {path.stem for path in FOLDER.glob("*.md")} == set(KINDS)


@pytest.mark.parametrize("kind", GOLDEN)
def test_a_page_is_as_it_was(kind: str, pages: dict[str, str]) -> None:
    expected = (FOLDER / f"{kind}.md").read_text(encoding="utf-8")
    assert pages[kind] == expected, "if the change is meant: python -m tests.golden, and read the difference"
