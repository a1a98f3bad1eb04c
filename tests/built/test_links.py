"""Every link inside the built site leads to a page and a place on it that exist."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.site


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    lychee = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    return subprocess.run([lychee, *options, *arguments], capture_output=True, text=True, check=False)


def test_no_link_of_the_site_is_broken(site: Path) -> None:
    pages = [str(p) for p in sorted(site.rglob("*.html")) if p.name != "404.html"]
    ran = check("--root-dir", str(site), *pages)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


def test_the_link_check_finds_a_broken_link_and_a_broken_place(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<h1 id="a">A</h1><a href="none/">x</a><a href="#b">y</a>')
    ran = check(str(tmp_path / "index.html"))
    assert "2 Errors" in ran.stdout
