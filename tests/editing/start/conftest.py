"""A documentary that was just begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.start import Beginning, begin

PERSIAN = Beginning(
    title='فروریختن پلِ «فانوس»: چه می‌گویند؟ "نه" #1',
    subject="Collapse of the Lantern Bridge",
    language="fa",
    site_url="https://example.org/archive/bridge/",
    added="2031-06-01",
)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The folder of a new documentary with a title full of signs, in Persian, for a sub-folder of a site."""
    assert begin(tmp_path / "new", PERSIAN) == []
    return tmp_path / "new"
