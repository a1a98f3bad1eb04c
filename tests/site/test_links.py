"""Every link inside the built site leads to a page and a place on it that exist."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.site


def test_no_link_of_the_site_is_broken(site: Path) -> None:
    lychee = Path(sys.executable).with_name("lychee")
    pages = [str(p) for p in sorted(site.rglob("*.html")) if p.name != "404.html"]
    ran = subprocess.run(
        [
            str(lychee),
            "--offline",
            "--include-fragments",
            "--index-files",
            "index.html",
            "--no-progress",
            "--root-dir",
            str(site),
            *pages,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


def test_the_link_check_finds_a_broken_link_and_a_broken_place(tmp_path: Path) -> None:
    lychee = Path(sys.executable).with_name("lychee")
    (tmp_path / "index.html").write_text('<h1 id="a">A</h1><a href="none/">x</a><a href="#b">y</a>')
    ran = subprocess.run(
        [
            str(lychee),
            "--offline",
            "--include-fragments",
            "--index-files",
            "index.html",
            "--no-progress",
            str(tmp_path / "index.html"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "2 Errors" in ran.stdout
