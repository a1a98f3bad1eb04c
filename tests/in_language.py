"""Builds the made-up documentary in another language, such as Persian, written from right to left."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .build_copy import ROOT
from .conftest import IN_2031

ABOUT = "# درباره\n\nاین یک مستند ساختگی است.\n"


def build_in(tag: str, folder: Path) -> Path:
    """Build the sample in a language in `folder`, with two releases, and give the site's folder."""
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/sample/sources", folder / "sources")
    for name in ("about/index.md", "about/reading.md", "editors/index.md"):
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(ABOUT, encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("How to read this site:", "این سایت را چگونه بخوانیم:")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    documentary = folder / "sources/documentary.yml"
    text = documentary.read_text(encoding="utf-8") + f"language: {tag}\n"
    documentary.write_text(
        re.sub(r"^title:.*", "title: فرو ریختن پل", text, flags=re.MULTILINE), encoding="utf-8"
    )
    _run(folder, "release", "--date", "2031-06-20")
    figure = folder / "sources/curated/claims/eleven-hurt.yml"
    text = figure.read_text(encoding="utf-8")
    figure.write_text(text.replace("qualifier: exactly", "qualifier: about"), encoding="utf-8")
    _run(folder, "release", "--date", "2031-07-01")
    _run(folder, "build")
    return folder / "site"


def _run(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "generator", *arguments]
    then = {**os.environ, "SOURCE_DATE_EPOCH": IN_2031}
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=then)
    assert ran.returncode == 0, ran.stdout + ran.stderr
