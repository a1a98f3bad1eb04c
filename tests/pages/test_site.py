"""The whole sample documentary as a site: built strictly, the same each time, within the authors' rights."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site.engine import Engine

from ..conftest import SAMPLE

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.site


def documentary(root: Path) -> Path:
    """The sample in `root`, with the hand-written pages and the settings of this project."""
    shutil.copytree(SAMPLE / "sources", root / "sources")
    shutil.copytree(SAMPLE / "texts", root / "sources/texts")
    for written in ("about", "editors"):
        made = shutil.ignore_patterns("fields", "coverage")
        shutil.copytree(ROOT / "docs" / written, root / "docs" / written, ignore=made)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").symlink_to(ROOT / "generator")
    return root


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_a_site_is_built_without_a_warning_and_twice_the_same(tmp_path: Path) -> None:
    sites = []
    for name in ("one", "two"):
        root = documentary(tmp_path / name)
        outcome = Engine(root).update()
        assert outcome.problems == []
        assert outcome.texts == 6
        sites.append(files(root / "site"))
    assert {"index.html", "claims/bolts-were-loose/index.html"} <= sites[0].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1].get(path)] == []
    assert sites[0].keys() == sites[1].keys()


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    root = documentary(tmp_path)
    with (root / "docs/about/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[there](../nowhere/index.md)\n")
    (problem, *_) = Engine(root).update().problems
    assert problem.path == "mkdocs.yml"
    assert "nowhere" in problem.message
