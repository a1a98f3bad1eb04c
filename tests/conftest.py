"""Fixtures: the made-up documentary of `tests/sample/` as a folder and read, and the real one built."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from generator.records.dataset import Dataset
from generator.records.reader import read

from .build_copy import build_copy

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # how long an example takes says nothing on a shared machine

SAMPLE = Path(__file__).parent / "sample"


IN_2031 = str(int(datetime.datetime(2031, 12, 31, tzinfo=datetime.UTC).timestamp()))


@pytest.fixture
def in_2031(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have today be the last day of the year in which the sample documentary is made."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2031)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample documentary, with the texts of its sources in place."""
    shutil.copytree(SAMPLE / "sources", tmp_path / "sources")
    shutil.copytree(SAMPLE / "texts", tmp_path / "sources/texts")
    return tmp_path


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The sample documentary, read. Tests must not change it."""
    found, problems = read(SAMPLE)
    assert found is not None
    assert problems == []
    return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real documentary's site, built once."""
    return build_copy(tmp_path_factory.mktemp("documentary"))
