"""Lighthouse's scores that do not depend on time, and the weight of a first view, on some kinds of page."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.lighthouse import LIGHTHOUSE, TIMELESS, WEIGHT, Report, measure, of_each_kind, served

from ..browser.conftest import browser_path as browser_path
from ..npm import npm_installed

pytestmark = [pytest.mark.site, pytest.mark.npm, pytest.mark.browser]

AT_ONCE = 2
"""Most of the time a page is waited for."""
STEP = 5
"""Every so many of the kinds of page: all of them take a quarter of an hour (`benchmarks/`)."""


@pytest.fixture(scope="module")
def reports(site: Path, browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Report]:
    modules = npm_installed(tmp_path_factory.mktemp("npm"), LIGHTHOUSE)
    command = [str(modules / ".bin/lighthouse")]
    paths = of_each_kind(site)[::STEP]
    with served(site) as address, ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda path: measure(command, browser_path, address + path, TIMELESS), paths)
        return dict(zip(paths, found, strict=True))


def test_accessibility_best_practices_and_seo_are_whole(reports: Mapping[str, Report]) -> None:
    assert {path: report.scores for path, report in reports.items()} == dict.fromkeys(reports, TIMELESS)


def test_a_first_view_weighs_little(reports: Mapping[str, Report]) -> None:
    assert {path: report.size for path, report in reports.items() if not 1_000 < report.size <= WEIGHT} == {}
