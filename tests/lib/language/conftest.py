"""The made-up documentary in Persian, served, and a browser that notices every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...browser.conftest import address, browser_path, chromium, context, faults, page
from ...in_language import build_in

__all__ = ["address", "browser_path", "chromium", "context", "faults", "page"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site in Persian."""
    return build_in("fa", tmp_path_factory.mktemp("persian"))
